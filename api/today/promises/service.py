"""Reading a ledger: everything that somebody owes, from every mechanism, in one order."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from sqlmodel import Session

from api.commitments.owed.queries import THANKS, Ending, Owed
from api.kit.calendar import Calendar
from api.kit.origin import Origin
from api.kit.paging import PageAsked
from api.people import queries as people
from api.people.models import SightKind
from api.people.policy import Actor
from api.people.queries import PersonRef
from api.people.service import seen
from api.today.promises.policy import Reading, open_ledger, owed
from api.today.promises.queries import day_of, in_order, page


@dataclass(frozen=True)
class OwedView:
    kind: str
    id: UUID
    to: PersonRef | None
    due: date | None
    due_at: datetime | None
    done_at: datetime | None
    late: bool
    late_from: datetime | None
    words: str | None
    outcome: str | None
    origin: Origin | None
    ending: Ending | None
    first_due: date | None
    moved_late: bool
    seen_differently: bool


@dataclass(frozen=True)
class Counted:
    late: int
    open: int
    done: int
    missed: int


@dataclass(frozen=True)
class LedgerView:
    person: PersonRef
    since: date
    reading: Reading
    counts: Counted
    owed: Sequence[OwedView]
    next_cursor: str | None


def ledger(db: Session, actor: Actor, *, person_id: UUID, asked: PageAsked) -> LedgerView:
    """What somebody owes now, and what they kept since the first of the month.

    A helper's ledger is the team's to read; a rep's is personal, and a look at it is listed to the rep.
    """
    opened = open_ledger(db, actor, person_id)
    if opened.reading is Reading.ALL:
        seen(db, actor, person_id, SightKind.COMMITMENTS)
    since = actor.today(db).replace(day=1)
    found = owed(db, actor, opened, since=since)
    told = [] if opened.reading is Reading.COUNTS else found
    shown = page(told, actor.calendar, asked)
    return LedgerView(
        person=people.ref(opened.person),
        since=since,
        reading=opened.reading,
        counts=_counted(found),
        owed=[_view(one, actor.calendar) for one in shown.items],
        next_cursor=shown.next_cursor,
    )


def late_of(db: Session, actor: Actor) -> list[OwedView]:
    """What the actor has promised and is past its time, the earliest first."""
    today = actor.today(db)
    mine = owed(db, actor, open_ledger(db, actor, actor.person_id), since=today)
    found = [one for one in mine if one.late and one.done_at is None]
    return [_view(one, actor.calendar) for one in in_order(found, actor.calendar)]


def _counted(found: Sequence[Owed]) -> Counted:
    open_ones = [one for one in found if one.done_at is None]
    late = sum(one.late for one in open_ones)
    missed = sum(one.ending is not None or one.moved_late for one in found)
    done = sum(_is_done(one) for one in found)
    return Counted(late, len(open_ones) - late, done, missed)


def _is_done(one: Owed) -> bool:
    return one.done_at is not None and one.kind != THANKS and one.ending is None


def _view(one: Owed, calendar: Calendar) -> OwedView:
    return OwedView(
        kind=one.kind,
        id=one.id,
        to=one.to,
        due=day_of(one, calendar),
        due_at=one.due if isinstance(one.due, datetime) else None,
        done_at=one.done_at,
        late=one.late,
        late_from=_late_from(one, calendar),
        words=one.words,
        outcome=one.outcome,
        origin=one.origin,
        ending=one.ending,
        first_due=one.first_due,
        moved_late=one.moved_late,
        seen_differently=one.seen_differently,
    )


def _late_from(one: Owed, calendar: Calendar) -> datetime | None:
    """A day is over at the organisation's midnight."""
    if one.due is None or isinstance(one.due, datetime):
        return one.due
    return calendar.moment(one.due + timedelta(days=1), time.min)
