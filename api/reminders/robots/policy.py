"""Who keeps robots: admins all of them, a manager the one of the own team."""

from urllib.parse import urlsplit
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col

from api.kit.errors import Conflict, Forbidden
from api.kit.outgoing import AddressRefused, check_address, is_this_machine
from api.people.models import Role
from api.people.policy import Actor
from api.reminders.robots.models import Robot, RobotKind

HOSTS = {
    RobotKind.WECOM: ("qyapi.weixin.qq.com",),
    RobotKind.DINGTALK: ("oapi.dingtalk.com",),
    RobotKind.FEISHU: ("open.feishu.cn", "open.larksuite.com"),
}
"""Where each provider documents its robots; to no other machine does the server write for a group."""


class NotYourRobot(Forbidden):
    code = "robot_not_yours"
    en = "Managers keep the robot of their own team, admins every other. Ask one of them."
    zh = "主管管自己团队的机器人，其他的由管理员管，请找他们。"


class RobotAddressRefused(Conflict):
    code = "robot_address_refused"
    en = "The address of a robot in such a group begins with {begin}. Copy it from the group once more."
    zh = "这种群的机器人地址以 {begin} 开头，请从群里重新复制。"


class RobotThereAlready(Conflict):
    code = "robot_there_already"
    en = "This address is in the list already for the same team. Open that one, or copy the address of another robot."
    zh = "这个团队已经有这个地址的机器人了。请打开那一个，或复制另一个机器人的地址。"


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


def check_its_host(kind: RobotKind, address: str, *, local: bool) -> None:
    """By https to the host of that kind, at its usual port; `local` also lets this machine itself pass."""
    if local and is_this_machine(address):
        return
    begin = " / ".join(f"https://{host}" for host in HOSTS[kind])
    try:
        check_address(address)
    except AddressRefused as refused:
        raise RobotAddressRefused(begin=begin) from refused
    parts = urlsplit(address)
    if parts.hostname not in HOSTS[kind] or parts.port not in (None, 443):
        raise RobotAddressRefused(begin=begin)


def masked(address: str) -> str:
    """Enough to know which one it is, too little to write to the group."""
    return f"{urlsplit(address).hostname} … {address[-4:]}"
