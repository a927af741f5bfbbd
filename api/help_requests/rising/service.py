"""Which kinds of help are asked for more often: a question for the review, a topic, or a note on policy (domain.md 4).

Whole days only, and no reader chooses them: two windows a day apart would tell by subtraction what is hidden.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from api.help_requests.models import HelpKind
from api.help_requests.rising import queries
from api.help_requests.rising.queries import Counts, Days
from api.kit.clock import now
from api.people.models import Role
from api.people.policy import Actor

HALF = 10
"""Working days: two weeks on each side."""

RISES_FROM = 3
FEWEST = 5


@dataclass(frozen=True)
class RisingView:
    kind: HelpKind
    times: int | None
    times_before: int | None
    rising: bool


@dataclass(frozen=True)
class RisingDays:
    before_since: date
    since: date
    until: date
    kinds: Sequence[RisingView]


def rising(db: Session, actor: Actor) -> RisingDays:
    """Of the team a manager leads, or of all teams of a region."""
    actor.needs(Role.MANAGER, Role.REGIONAL_MANAGER)
    days = _days(db, actor)
    counts = queries.asked(db, actor, days)
    kinds = [_view(actor, kind, counts[kind]) for kind in HelpKind]
    return RisingDays(days.before_since, days.since, days.until, kinds)


def _days(db: Session, actor: Actor) -> Days:
    """Today counts once its evening has closed, so that a morning looks like no quiet week."""
    calendar, today = actor.calendar, actor.today(db)
    over = calendar.is_working(today) and now(db) >= actor.evening_closes_at(today)
    until = today if over else calendar.previous_working(today)
    since = calendar.previous_working(until, steps=HALF - 1)
    return Days(calendar.previous_working(since, steps=HALF), since, until)


def _view(actor: Actor, kind: HelpKind, counts: Counts) -> RisingView:
    """A manager reads the team's requests anyway, but not what is personal."""
    hides = actor.role is Role.REGIONAL_MANAGER or kind is HelpKind.PERSONAL
    told = [None if hides and count < FEWEST else count for count in (counts.after, counts.before)]
    times, before = told
    rises = times is not None and times >= RISES_FROM and times > counts.before
    return RisingView(kind, times, before, rises)
