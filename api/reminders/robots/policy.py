"""Who keeps robots: admins all of them, a manager the one of the own team."""

from urllib.parse import urlsplit
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col

from api.kit.errors import Conflict, Forbidden
from api.people.models import Role
from api.people.policy import Actor
from api.reminders.robots.models import Robot


class NotYourRobot(Forbidden):
    code = "robot_not_yours"
    en = "Managers keep the robot of their own team, admins every other. Ask one of them."
    zh = "主管管自己团队的机器人，其他的由管理员管，请找他们。"


class RobotAddressRefused(Conflict):
    code = "robot_address_refused"
    en = "A robot is written to by https on the open internet only. Copy the address from the group once more."
    zh = "机器人地址要是公网上的 https 地址，请从群里重新复制。"


class NoSuchTeam(Conflict):
    code = "robot_without_its_team"
    en = "There is no such team. Choose one of the list."
    zh = "没有这个团队，请从列表里选。"


def visible_to(actor: Actor) -> sa.ColumnElement[bool]:
    """The one condition of every list and get of robots."""
    mine: sa.ColumnElement[bool] = col(Robot.team_id).in_(sorted(actor.led_team_ids))
    if actor.role is Role.ADMIN:
        mine = sa.true()
    return sa.and_(col(Robot.organisation_id) == actor.organisation_id, mine)


def check_may_keep(actor: Actor, team_id: UUID | None) -> None:
    if actor.role is not Role.ADMIN and team_id not in actor.led_team_ids:
        raise NotYourRobot


def masked(address: str) -> str:
    """Enough to know which one it is, too little to write to the group."""
    return f"{urlsplit(address).hostname} … {address[-4:]}"
