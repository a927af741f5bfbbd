"""Puts the evening's two screens together."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlmodel import Session

from api.clients import queries as clients
from api.clients.queries import ClientRef
from api.drills import queries as drills
from api.drills.deck.service import open_objections
from api.drills.evenings import queries as evenings
from api.drills.evenings.models import PersonsEvening
from api.drills.evenings.queries import Waiting
from api.drills.policy import BIG_ORDER_ROUNDS, is_big_order
from api.drills.reality_checks.models import Result
from api.drills.reality_checks.queries import results_of
from api.kit.origin import Origin
from api.kit.wire import Money
from api.people import queries as people
from api.people.models import Person, SightKind
from api.people.policy import Actor
from api.people.queries import PersonRef
from api.people.service import seen
from api.today import queries as today
from api.today.evenings import queries
from api.today.evenings.queries import Helped
from api.today.evenings.schemas import BackKind
from api.today.queries import TeamName
from api.visits import queries as visits
from api.visits.heard import queries as heard
from api.visits.heard.queries import HeardAt
from api.visits.models import VisitState
from api.visits.policy import visible_to

EVENINGS_BACK = 5
"""How many evenings in a row are told; what lies before is history."""


@dataclass(frozen=True)
class CameBack:
    kind: BackKind
    origin: Origin
    client: ClientRef
    type_key: str | None
    words: str | None


@dataclass(frozen=True)
class MyEvening:
    day: date
    visits: int
    heard: int
    rounds_this_week: int
    came_back: Sequence[CameBack]


@dataclass(frozen=True)
class Missed:
    """An evening without a round, with what was said of it."""

    day: date
    reason: str | None
    words: str | None
    to_day: date | None
    to_part: str | None


@dataclass(frozen=True)
class NewcomerView:
    person: PersonRef
    evenings: Sequence[Missed]
    partner: PersonRef | None


@dataclass(frozen=True)
class BigOrderView:
    visit_id: UUID
    person: PersonRef
    client: ClientRef
    planned_time: str | None
    amount: Money | None
    missing: Sequence[str]
    played: bool
    postponement: PersonsEvening | None
    partner: PersonRef | None


@dataclass(frozen=True)
class Told:
    """What was said of evenings, by person and day, with the names of those who offered to play."""

    rows: dict[tuple[UUID, date], PersonsEvening]
    names: dict[UUID, PersonRef]

    def postponed(self, person_id: UUID, day: date) -> PersonsEvening | None:
        row = self.rows.get((person_id, day))
        return row if row is not None and row.postponed else None

    def partner(self, person_id: UUID, day: date) -> PersonRef | None:
        """Of this evening, or of the one to which it was moved."""
        moved = self.postponed(person_id, day)
        row = self.rows.get((person_id, moved.to_day if moved and moved.to_day else day))
        return self.names.get(row.offered_by_id) if row and row.offered_by_id else None


@dataclass(frozen=True)
class TeamEvening:
    day: date
    tomorrow: date
    team: TeamName | None
    waiting: Sequence[Waiting]
    big_orders: Sequence[BigOrderView]
    newcomers: Sequence[NewcomerView]
    helped: Sequence[Helped]


def my_evening(db: Session, actor: Actor) -> MyEvening:
    """What the actor did today, and what came back from it; nobody else's is in it."""
    day = actor.today(db)
    made, said = queries.heard_words(db, actor, day)
    monday = day - timedelta(days=day.weekday())
    return MyEvening(
        day=day,
        visits=made,
        heard=said,
        rounds_this_week=queries.rounds_since(db, actor, since=monday, until=day),
        came_back=[*_held(db, actor, day), *_cards(db, actor, day)],
    )


def team_evening(db: Session, actor: Actor) -> TeamEvening:
    """For a manager the team, for a mentor the apprentices, for anybody else nobody.

    Whose plan or evening is shown is told in their access log.
    """
    day = actor.today(db)
    tomorrow = actor.calendar.next_working(day)
    persons = queries.looked_after(db, actor)
    ids = [one.id for one in persons]
    told = _told(db, actor, ids, since=_evenings(actor, day)[-1])
    pairs = evenings.pairs_among(db, actor.organisation_id, ids, day)
    shown = TeamEvening(
        day=day,
        tomorrow=tomorrow,
        team=today.led_team(db, actor),
        waiting=evenings.waiting(db, actor.organisation_id, ids, day),
        big_orders=_big_orders(db, actor, ids, told, day=day, tomorrow=tomorrow),
        newcomers=_newcomers(db, actor, persons, told, day),
        helped=[
            *queries.helped_on(db, actor.organisation_id, ids, day, mentors=pairs),
            *queries.answered_on(db, actor.organisation_id, ids, _day(actor, day)),
        ],
    )
    _tell_owners(db, actor, shown)
    return shown


def _day(actor: Actor, day: date) -> tuple[datetime, datetime]:
    midnight = actor.calendar.moment(day, "00:00")
    return midnight, midnight + timedelta(days=1)


def _cards(db: Session, actor: Actor, day: date) -> list[CameBack]:
    """What clients said today and is in tonight's deck."""
    return [_came_back(BackKind.CARD, one) for one in open_objections(db, actor, evening=day)]


def _held(db: Session, actor: Actor, day: date) -> list[CameBack]:
    """What was rehearsed, came today, and was answered."""
    said = heard.by_rep(db, actor.organisation_id, actor.person_id, since=day, until=day)
    results = results_of(db, actor.organisation_id, [one.id for one in said])
    return [
        _came_back(BackKind.HELD, one) for one in said if results.get(one.id) == Result.ANSWERED
    ]


def _came_back(kind: BackKind, said: HeardAt) -> CameBack:
    return CameBack(kind, Origin("visit", said.visit_id), said.client, said.type_key, said.words)


def _told(db: Session, actor: Actor, person_ids: Collection[UUID], *, since: date) -> Told:
    rows = queries.evenings_since(db, actor.organisation_id, person_ids, since=since)
    offered = {row.offered_by_id for row in rows.values()}
    return Told(rows, people.refs(db, actor.organisation_id, offered))


def _big_orders(
    db: Session,
    actor: Actor,
    person_ids: Collection[UUID],
    told: Told,
    *,
    day: date,
    tomorrow: date,
) -> list[BigOrderView]:
    """Those without the four answers or without their rounds."""
    if not person_ids:
        return []
    planned = [
        visit
        for visit in visits.of_day(db, visible_to(actor), person_ids, tomorrow)
        if visit.state == VisitState.PLANNED and is_big_order(actor, visit.amount)
    ]
    organisation_id = actor.organisation_id
    sheets = clients.latest_sheets(db, organisation_id, {one.client.id for one in planned})
    played = drills.rounds_for_visits(db, organisation_id, [one.id for one in planned])
    found = []
    for visit in planned:
        rounds = drills.played_by(visit.rep.id, played.get(visit.id, []))
        missing = sheets[visit.client.id].missing
        if missing or rounds < BIG_ORDER_ROUNDS:
            found.append(
                BigOrderView(
                    visit_id=visit.id,
                    person=visit.rep,
                    client=visit.client,
                    planned_time=visit.planned_time,
                    amount=visit.amount,
                    missing=missing,
                    played=rounds > 0,
                    postponement=told.postponed(visit.rep.id, day),
                    partner=told.partner(visit.rep.id, day),
                )
            )
    return found


def _newcomers(
    db: Session,
    actor: Actor,
    persons: Sequence[Person],
    told: Told,
    day: date,
) -> list[NewcomerView]:
    newcomers = [one for one in persons if one.newcomer]
    days = _evenings(actor, day)
    played = queries.days_played(
        db, actor.organisation_id, [one.id for one in newcomers], since=days[-1], until=day
    )
    found = []
    for one in newcomers:
        missed = _missed(one, days, played.get(one.id, set()), told)
        if missed:
            found.append(NewcomerView(people.ref(one), missed, told.partner(one.id, day)))
    return found


def _missed(
    person: Person,
    days: Sequence[date],
    played: Collection[date],
    told: Told,
) -> list[Missed]:
    """The evenings in a row without a round, tonight first."""
    missed = []
    for day in days:
        if day in played or day < person.joined_on:
            break
        moved = told.postponed(person.id, day)
        missed.append(
            Missed(day, moved.reason, moved.words, moved.to_day, moved.to_part)
            if moved
            else Missed(day, None, None, None, None)
        )
    return missed


def _evenings(actor: Actor, day: date) -> list[date]:
    """Tonight and the working evenings before it."""
    calendar = actor.calendar
    before = [calendar.previous_working(day, steps=back) for back in range(1, EVENINGS_BACK)]
    return [day, *before]


def _tell_owners(db: Session, actor: Actor, shown: TeamEvening) -> None:
    planned = {one.person.id for one in shown.big_orders}
    played = {one.person.id for one in shown.newcomers}
    drilled = [one for one in shown.helped if one.origin.kind == "drill"]
    played |= {one.person.id for one in drilled} | {one.person.id for one in shown.waiting}
    for person_id in sorted(planned):
        seen(db, actor, person_id, SightKind.PLAN)
    for person_id in sorted(played):
        seen(db, actor, person_id, SightKind.DRILL)
