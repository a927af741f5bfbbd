"""When it is asked, whose counts somebody reads, and below how many nothing is told."""

import calendar as months
from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

from sqlmodel import Session, col, select

from api.kit.errors import Conflict
from api.people.models import Role, Team
from api.people.policy import Actor

FEWEST = 5
"""Below so many answers a count would speak of one person (design, "Who sees what")."""
DAYS_ASKED = 3


class NotAskedNow(Conflict):
    code = "pulse_not_asked"
    en = "The two questions of a month come in its last three working days, to reps with a team."
    zh = "月末两问在每月最后三个工作日问有团队的销售员，到时候再答。"


def month_asked(db: Session, actor: Actor) -> date | None:
    """The first day of the month that is asked about today. In a demo it is always the end of a month."""
    if actor.role is not Role.REP or actor.team_id is None:
        return None
    today = actor.today(db)
    begins = actor.calendar.previous_working(month_after(today), steps=DAYS_ASKED)
    return today.replace(day=1) if actor.demo or begins <= today else None


def month_after(day: date) -> date:
    return last_day(day) + timedelta(days=1)


def last_day(day: date) -> date:
    return day.replace(day=months.monthrange(day.year, day.month)[1])


def teams_read(db: Session, actor: Actor) -> Sequence[Team]:
    """A rep and a manager read their own team, alike; a region its teams."""
    in_region = actor.role is Role.REGIONAL_MANAGER
    own = actor.team_id if actor.role in (Role.REP, Role.MANAGER, Role.REGIONAL_MANAGER) else None
    if own is None:
        return []
    return _teams(db, actor, own, in_region=in_region)


def _teams(db: Session, actor: Actor, own: UUID, *, in_region: bool) -> Sequence[Team]:
    which = col(Team.parent_id) if in_region else col(Team.id)
    asked = select(Team).where(
        col(Team.organisation_id) == actor.organisation_id,
        which == own,
        col(Team.deleted_at).is_(None),
    )
    return db.exec(asked.order_by(col(Team.name_en), col(Team.id))).all()
