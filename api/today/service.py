"""The day's screens, put together from several domains."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlmodel import Session

from api.clients import queries as clients
from api.clients.models import Contact
from api.clients.queries import ClientRef, SheetView
from api.drills import queries as drills
from api.drills.evenings.policy import hours
from api.drills.policy import is_big_order
from api.drills.reality_checks import service as reality_checks
from api.drills.reality_checks.queries import ItemView
from api.help_requests.queries import HelpLine
from api.help_requests.service import note_reading
from api.kit.clock import now
from api.kit.wire import Money
from api.people import queries as people
from api.people.models import SightKind
from api.people.policy import Actor
from api.people.queries import PersonRef
from api.people.service import seen
from api.ride_alongs.visits import queries as together
from api.ride_alongs.visits.queries import Beside
from api.shares.tries import queries as wishes
from api.shares.tries.queries import OpenTry, waiting_at
from api.today import queries
from api.today.promised import PromiseLine, promises_for
from api.today.queries import AgreedLine, HelpDay, RecordedFor, TeamName
from api.visits import queries as visits
from api.visits.models import VisitState
from api.visits.policy import visible_to
from api.visits.queries import VisitView


@dataclass(frozen=True)
class PrepView:
    """What to have in mind at the door."""

    goal: str | None
    objections: Sequence[Any]
    agreed: Sequence[AgreedLine]
    questions: Sequence[str]
    rounds: int
    sheet_version: int
    answers_ready: int


@dataclass(frozen=True)
class CardView:
    """A visit of the day with its prep card and what came of it; on the wire the visit's own fields stand beside them."""

    visit: VisitView
    contact: Contact | None
    prep: PrepView
    reality: Sequence[ItemView]
    promise: PromiseLine | None
    also_promised: PromiseLine | None
    company: Beside | None
    tries: Sequence[OpenTry]

    def __getattr__(self, name: str) -> Any:
        return getattr(self.visit, name)


@dataclass(frozen=True)
class EveningView:
    opens_at: datetime
    closes_at: datetime
    open: bool
    quiet: bool
    cards: int


@dataclass(frozen=True)
class DayView:
    day: date
    working: bool
    now_local: str
    tomorrow: date
    visits: Sequence[CardView]
    evening: EveningView
    recorded_for_you: Sequence[RecordedFor]
    help: HelpDay


@dataclass(frozen=True)
class TomorrowView:
    """One of tomorrow's visits, and how far it is prepared."""

    visit_id: UUID
    person: PersonRef
    client: ClientRef
    planned_time: str | None
    purpose: str
    amount: Money | None
    big_order: bool
    answers_ready: int
    missing: Sequence[str]
    drilled: bool
    person_left: bool


@dataclass(frozen=True)
class TeamDayView:
    day: date
    tomorrow: date
    team: TeamName | None
    wants_help: Sequence[HelpLine]
    visits_tomorrow: Sequence[TomorrowView]


def my_day(db: Session, actor: Actor, *, day: date | None) -> DayView:
    """The actor's own day; nobody else's is in it."""
    shown = day or actor.today(db)
    tomorrow = actor.calendar.next_working(shown)
    mine = visits.of_day(db, visible_to(actor), [actor.person_id], shown)
    return DayView(
        day=shown,
        working=actor.calendar.is_working(shown),
        now_local=f"{actor.calendar.wall(now(db)):%H:%M}",
        tomorrow=tomorrow,
        visits=_cards(db, actor, mine, shown),
        evening=evening(
            actor, shown, moment=now(db), cards=queries.visits_to_play(db, actor, tomorrow)
        ),
        recorded_for_you=queries.recorded_for(db, actor),
        help=queries.my_help(db, actor),
    )


def team_day(db: Session, actor: Actor, *, day: date | None) -> TeamDayView:
    """What a manager or mentor looks at: who wants help, and what of tomorrow is prepared."""
    shown = day or actor.today(db)
    tomorrow = actor.calendar.next_working(shown)
    help_wanted = queries.wants_help(db, actor)
    note_reading(db, actor, help_wanted)
    planned = _planned_by_others(db, actor, tomorrow)
    for person_id in {one.person.id for one in planned}:
        seen(db, actor, person_id, SightKind.PLAN)
    return TeamDayView(
        day=shown,
        tomorrow=tomorrow,
        team=queries.led_team(db, actor),
        wants_help=help_wanted,
        visits_tomorrow=planned,
    )


def evening(actor: Actor, day: date, *, moment: datetime, cards: int) -> EveningView:
    """When the evening of `day` is open, whether it is quiet now, and what is in it."""
    opened = hours(actor, day, moment=moment)
    return EveningView(opened.opens_at, opened.closes_at, opened.open, opened.quiet, cards)


def _cards(db: Session, actor: Actor, mine: Sequence[VisitView], day: date) -> list[CardView]:
    if not mine:
        return []
    organisation_id = actor.organisation_id
    visit_ids = {visit.id for visit in mine}
    client_ids = {visit.client.id for visit in mine}
    sheets = clients.latest_sheets(db, organisation_id, client_ids)
    contacts = clients.contacts_of(db, organisation_id, client_ids)
    agreed = queries.agreed_lines(db, actor, day=day, client_ids=client_ids, visit_ids=visit_ids)
    played = drills.rounds_for_visits(db, organisation_id, visit_ids)
    told = reality_checks.told_at(db, organisation_id, visit_ids)
    promised = promises_for(db, actor, mine)
    company = together.beside(db, organisation_id, visit_ids)
    tries = wishes.open_at(db, actor, client_ids)
    return [
        CardView(
            visit=visit,
            contact=next(iter(contacts.get(visit.client.id, [])), None),
            prep=_prep(
                sheets[visit.client.id],
                agreed=agreed.get(visit.client.id, []),
                rounds=drills.played_by(actor.person_id, played.get(visit.id, [])),
            ),
            reality=told.get(visit.id, []),
            promise=_nth(promised.get(visit.id, []), 0),
            also_promised=_nth(promised.get(visit.id, []), 1),
            company=company.get(visit.id),
            tries=waiting_at(visit, tries.get(visit.client.id, [])),
        )
        for visit in mine
    ]


def _nth(lines: Sequence[PromiseLine], place: int) -> PromiseLine | None:
    return lines[place] if place < len(lines) else None


def _prep(sheet: SheetView, *, agreed: Sequence[AgreedLine], rounds: int) -> PrepView:
    return PrepView(
        goal=sheet.goal or None,
        objections=[
            {**said, "answer": said["answer"] or None} for said in sheet.objections["items"]
        ],
        agreed=agreed,
        questions=sheet.questions,
        rounds=rounds,
        sheet_version=sheet.version,
        answers_ready=sheet.answers_ready,
    )


def _planned_by_others(db: Session, actor: Actor, day: date) -> list[TomorrowView]:
    """Big orders first, then what is not prepared yet, then by time."""
    planned = [
        visit
        for visit in visits.of_day(db, visible_to(actor), None, day)
        if visit.rep.id != actor.person_id and visit.state == VisitState.PLANNED
    ]
    organisation_id = actor.organisation_id
    sheets = clients.latest_sheets(db, organisation_id, {visit.client.id for visit in planned})
    played = drills.rounds_for_visits(db, organisation_id, {visit.id for visit in planned})
    left = people.who_left(db, organisation_id, {visit.rep.id for visit in planned})
    shown = [
        _tomorrow(actor, visit, sheets[visit.client.id], played.get(visit.id, []), left=left)
        for visit in planned
    ]
    return sorted(shown, key=lambda one: (not one.big_order, _prepared(one)))


def _tomorrow(
    actor: Actor,
    visit: VisitView,
    sheet: SheetView,
    played: Sequence[drills.Seats],
    *,
    left: Collection[UUID],
) -> TomorrowView:
    return TomorrowView(
        visit_id=visit.id,
        person=visit.rep,
        client=visit.client,
        planned_time=visit.planned_time,
        purpose=visit.purpose,
        amount=visit.amount,
        big_order=is_big_order(actor, visit.amount),
        answers_ready=sheet.answers_ready,
        missing=sheet.missing,
        drilled=drills.played_by(visit.rep.id, played) > 0,
        person_left=visit.rep.id in left,
    )


def _prepared(visit: TomorrowView) -> bool:
    return visit.drilled and not visit.missing
