"""Who sees an interview, and who meets whom in a week. The pairing is pure: the same people and week give the same."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations, islice
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from api.kit.calendar import Calendar
from api.kit.errors import Conflict
from api.people.policy import Actor
from api.shares.interviews.models import InterviewSeat, PairInterview

Pair = frozenset[UUID]
Group = tuple[UUID, ...]
TUESDAY = 2
"""Monday is for plans, Wednesday for training, Thursday for reviews, Friday for the week's end (domain.md §3)."""
AHEAD = timedelta(days=4)
"""So long before a Monday its week is laid: from Thursday on everybody knows whom they meet."""
MAY_MOVE = timedelta(days=13)
"""To the end of the week after."""
TRIES = 500


class WorksheetsFirst(Conflict):
    code = "worksheets_first"
    en = "The other worksheet is not there yet. Fill yours and wait for theirs, then talk."
    zh = "对方的四行还没写好。先写自己的，等对方写完再聊。"


class InterviewHeld(Conflict):
    code = "interview_held"
    en = "You have talked already, so the worksheet stays as it was. Write it in what you take with you."
    zh = "你们已经聊过了，四行不再改。写在“我带走的”里吧。"


class InterviewDay(Conflict):
    code = "interview_day"
    en = "Choose a working day from today to the end of the week after."
    zh = "请选今天到下周末之间的工作日。"


def visible_to(actor: Actor) -> sa.ColumnElement[bool]:
    """The one condition of every list and get: those who sit in it. A manager sees counts (counts/)."""
    mine = select(col(InterviewSeat.interview_id)).where(
        col(InterviewSeat.organisation_id) == actor.organisation_id,
        col(InterviewSeat.person_id) == actor.person_id,
    )
    return sa.and_(
        col(PairInterview.organisation_id) == actor.organisation_id,
        col(PairInterview.deleted_at).is_(None),
        col(PairInterview.id).in_(mine),
    )


def monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


def usual_day(monday: date, calendar: Calendar, *, today: date) -> date | None:
    """Tuesday, or the first working day after it that is still to come; None when the week has none left."""
    days = [monday + timedelta(days=number) for number in (1, 2, 3, 4, 5, 6, 0)]
    return next((day for day in days if day >= today and calendar.is_working(day)), None)


def check_day(day: date, *, week: date, today: date, calendar: Calendar) -> None:
    if day < today or day > week + MAY_MOVE or not calendar.is_working(day):
        raise InterviewDay


def met(groups: Sequence[Group]) -> set[Pair]:
    """Everybody who sat with everybody."""
    return {frozenset(two) for group in groups for two in combinations(group, 2)}


def groups_of(people: Sequence[UUID], *, before: set[Pair], turn: int) -> list[Group]:
    """Pairs for a week, from the strongest to the newest: somebody of the upper half with somebody of the lower.

    The odd one out makes a three. Nobody sits with whom they sat the week before; where that leaves no way, as in a
    team of five after a week with a three, somebody has a free week, and in a team of two or three so has everybody.
    """
    if len(people) % 2:
        three = _with_a_three(people, before, turn)
        if three is not None:
            return three
    for free in range(len(people) % 2, len(people), 2):
        found = next(_pairings(people, before, turn, free=free), None)
        if found is not None:
            return found
    return []


def _with_a_three(people: Sequence[UUID], before: set[Pair], turn: int) -> list[Group] | None:
    for odd in _turned(people[::-1], turn):
        rest = [one for one in people if one != odd]
        for pairs in islice(_pairings(rest, before, turn), TRIES):
            joined = next((pair for pair in pairs if not met([(*pair, odd)]) & before), None)
            if joined is not None:
                return [(*pair, odd) if pair == joined else pair for pair in pairs]
    return None


def _pairings(
    people: Sequence[UUID], before: set[Pair], turn: int, *, free: int = 0
) -> Iterator[list[Group]]:
    """Every way to sit in pairs without one of `before`, with so many left free, the preferred first."""
    if len(people) <= free:
        yield []
        return
    first, half = people[0], len(people) // 2
    for other in (*_turned(people[half:], turn), *people[1:half]):
        if other != first and frozenset((first, other)) not in before:
            rest = [one for one in people if one not in (first, other)]
            for more in _pairings(rest, before, turn, free=free):
                yield [(first, other), *more]
    if free:
        yield from _pairings(people[1:], before, turn, free=free - 1)


def _turned(people: Sequence[UUID], turn: int) -> list[UUID]:
    """The same people, beginning with another one each week."""
    at = turn % len(people) if people else 0
    return [*people[at:], *people[:at]]
