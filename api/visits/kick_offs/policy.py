"""What may be told at a kick-off, and to whom."""

from datetime import date
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col

from api.kit.errors import Conflict
from api.people.models import Role
from api.people.policy import Actor
from api.visits.kick_offs.models import KickOff
from api.visits.models import Visit


class NoKickOffWithoutTeam(Conflict):
    code = "kick_off_has_no_team"
    en = "A kick-off is a team's, and you work in none. Ask your admin to place you in one."
    zh = "早启动是一个团队的，你还不在任何团队里。请管理员把你放进团队。"


class OnAnotherDay(Conflict):
    code = "visit_on_another_day"
    en = "This visit is on another day. Choose one of that day."
    zh = "这次拜访不在这一天，请选当天的一次。"


class MorningOver(Conflict):
    code = "morning_over"
    en = "That day has passed. Tell your team about a visit of today or of a day to come."
    zh = "那天已经过去了。说今天或以后的拜访吧。"


def told_to(actor: Actor) -> sa.ColumnElement[bool]:
    """What the actor's own team was told; nobody else reads it."""
    return sa.and_(
        col(KickOff.organisation_id) == actor.organisation_id,
        col(KickOff.team_id) == actor.team_id,
    )


def team_to_tell(actor: Actor) -> UUID:
    if actor.team_id is None or actor.role is Role.REGIONAL_MANAGER:
        raise NoKickOffWithoutTeam
    return actor.team_id


def check_day(visit: Visit, day: date, *, today: date) -> None:
    if day < today:
        raise MorningOver
    if visit.day != day:
        raise OnAnotherDay
