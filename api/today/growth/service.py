"""Opening a growth file: everything in it is of twelve weeks, and `to` turns the page back."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from itertools import groupby
from uuid import UUID

from sqlmodel import Session

from api.drills.models import Mark
from api.kit.errors import NotFound
from api.people import queries as people
from api.people.models import Person, SightKind
from api.people.policy import Actor
from api.people.queries import PersonRef
from api.people.service import seen
from api.playbook.models import BilingualText
from api.today.growth import counts, queries
from api.today.growth.counts import Classes, Given, Goals, Promises, Thanks
from api.today.growth.queries import AnswerSaid, Days, RungReached, TickRow

WEEKS = 12
A_WEEK = timedelta(days=7)


@dataclass(frozen=True)
class BehaviourTrend:
    """One behaviour; each list has a place for each of the page's weeks. The three are never added up over behaviours."""

    behaviour_id: UUID
    text: BilingualText
    skill_key: str
    skill: BilingualText
    looked_for: Sequence[int]
    seen: Sequence[int]
    partly: Sequence[int]


@dataclass(frozen=True)
class GrowthView:
    person: PersonRef
    weeks: Sequence[date]
    until: date
    earlier: date | None
    rounds: Sequence[int]
    behaviours: Sequence[BehaviourTrend]
    rungs: Sequence[RungReached]
    answers: Sequence[AnswerSaid]
    classes: Classes
    goals: Goals
    given: Given
    thanks: Thanks
    promises_given: Promises
    promises_received: Promises


def growth(
    db: Session, actor: Actor, *, person_id: UUID | None = None, to: date | None = None
) -> GrowthView:
    """One's own, or that of somebody the actor walks beside or leads; then it is listed to them. Raises NotFound."""
    whose = db.get(Person, (actor.organisation_id, person_id or actor.person_id))
    if whose is None or whose.deleted_at is not None or not actor.may_see(whose):
        raise NotFound
    seen(db, actor, whose.id, SightKind.GROWTH)
    days = _days(db, actor, to)
    weeks = [days.first + A_WEEK * place for place in range(WEEKS)]
    told = counts.counted(db, whose, days)
    given, received = counts.promises(db, whose, days)
    return GrowthView(
        person=people.ref(whose),
        weeks=weeks,
        until=days.last,
        earlier=days.first - timedelta(days=1) if whose.joined_on < days.first else None,
        rounds=_by_week(queries.rounds(db, whose, days).items(), weeks),
        behaviours=list(_trends(queries.ticks(db, whose, days), weeks)),
        rungs=queries.rungs(db, whose, days),
        answers=queries.answers(db, whose, days),
        classes=told.classes,
        goals=counts.goals_met(db, actor, whose, days),
        given=told.given,
        thanks=told.thanks,
        promises_given=given,
        promises_received=received,
    )


def _days(db: Session, actor: Actor, to: date | None) -> Days:
    """Twelve weeks from their Monday to `to`, or to today."""
    last = to or actor.today(db)
    first = last - timedelta(days=last.weekday()) - A_WEEK * (WEEKS - 1)
    calendar = actor.calendar
    after = last + timedelta(days=1)
    return Days(first, last, calendar.moment(first, time.min), calendar.moment(after, time.min))


def _trends(rows: Sequence[TickRow], weeks: Sequence[date]) -> Iterator[BehaviourTrend]:
    """`rows` come behaviour by behaviour."""
    for behaviour_id, found in groupby(rows, key=lambda row: row.behaviour_id):
        ticks = list(found)

        def times(*marks: Mark, of: Sequence[TickRow] = ticks) -> list[int]:
            return _by_week(((one.day, one.times) for one in of if one.mark in marks), weeks)

        yield BehaviourTrend(
            behaviour_id,
            ticks[0].text,
            ticks[0].skill_key,
            ticks[0].skill,
            looked_for=times(*Mark),
            seen=times(Mark.YES),
            partly=times(Mark.PARTLY),
        )


def _by_week(found: Iterable[tuple[date, int]], weeks: Sequence[date]) -> list[int]:
    times = [0] * len(weeks)
    for day, many in found:
        times[(day - weeks[0]).days // 7] += many
    return times
