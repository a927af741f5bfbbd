"""The homes of those who look after people they do not lead: the region's, and the trainer's."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from api.kit.clock import now
from api.kit.wire import Bilingual
from api.people.models import Role
from api.people.policy import Actor
from api.people.queries import PersonRef
from api.today.field import queries
from api.today.field.policy import are_enough, told
from api.today.field.queries import CheckIns, Days, Heard, LedTeam, NewcomerView, Planned
from api.today.queries import TeamName

HALF = 5
"""Working days on each side of a comparison."""


@dataclass(frozen=True)
class TypeView:
    type_key: str | None
    name: Bilingual | None
    times: int | None
    times_before: int | None


@dataclass(frozen=True)
class HeardView:
    visits: int | None
    visits_before: int | None
    types: Sequence[TypeView]


@dataclass(frozen=True)
class PlannedView:
    visits: int | None
    with_answers: int | None
    with_drill: int | None
    big_orders: int | None
    big_orders_prepared: int | None


UNTOLD_HEARD = HeardView(None, None, ())
UNTOLD_PLANNED = PlannedView(None, None, None, None, None)


@dataclass(frozen=True)
class TeamView:
    id: uuid.UUID
    name: Bilingual
    manager: PersonRef | None
    reps: int
    help_waiting: int
    planned: PlannedView
    heard: HeardView


@dataclass(frozen=True)
class RegionDayView:
    day: date
    tomorrow: date
    region: TeamName | None
    heard_days: Days
    teams: Sequence[TeamView]


@dataclass(frozen=True)
class FieldDayView:
    day: date
    heard_days: Days
    heard: HeardView
    newcomers: Sequence[NewcomerView]


def region_day(db: Session, actor: Actor) -> RegionDayView:
    """The teams of the actor's region by name, each in counts; four statements whatever their number."""
    actor.needs(Role.REGIONAL_MANAGER)
    today, days = actor.today(db), heard_days(db, actor)
    tomorrow = actor.calendar.next_working(today)
    region, teams = queries.region(db, actor)
    ids = [team.id for team in teams]
    made = queries.check_ins(db, actor, ids, days=days)
    heard = queries.heard(db, actor, ids, days=days)
    planned = queries.planned(db, actor, ids, day=tomorrow)
    views = [_team(one, made[one.id], planned[one.id], heard[one.id]) for one in teams]
    return RegionDayView(today, tomorrow, region, days, views)


def field_day(db: Session, actor: Actor) -> FieldDayView:
    """What all clients say, and who is new; three statements."""
    actor.needs(Role.TRAINER)
    today, days = actor.today(db), heard_days(db, actor)
    check_ins = queries.check_ins(db, actor, None, days=days)[None]
    heard = queries.heard(db, actor, None, days=days)[None]
    return FieldDayView(today, days, _heard(heard, check_ins), queries.newcomers(db, actor))


def heard_days(db: Session, actor: Actor) -> Days:
    """Whole days only: today counts once its evening has closed, so that a morning looks like no quiet week."""
    calendar, today = actor.calendar, actor.today(db)
    over = calendar.is_working(today) and now(db) >= actor.evening_closes_at(today)
    until = today if over else calendar.previous_working(today)
    since = calendar.previous_working(until, steps=HALF - 1)
    return Days(calendar.previous_working(since, steps=HALF), since, until)


def _team(team: LedTeam, check_ins: CheckIns, planned: Planned, heard: Heard) -> TeamView:
    enough = are_enough(team.reps)
    return TeamView(
        id=team.id,
        name=team.name,
        manager=team.manager,
        reps=team.reps,
        help_waiting=team.help_waiting,
        planned=_planned(planned) if enough else UNTOLD_PLANNED,
        heard=_heard(heard, check_ins) if enough else UNTOLD_HEARD,
    )


def _planned(counts: Planned) -> PlannedView:
    """Shares of the visits are told with the whole; big orders always."""
    visits = told(counts.visits)
    return PlannedView(
        visits=visits,
        with_answers=None if visits is None else counts.with_answers,
        with_drill=None if visits is None else counts.with_drill,
        big_orders=counts.big_orders,
        big_orders_prepared=counts.big_orders_prepared,
    )


def _heard(heard: Heard, check_ins: CheckIns) -> HeardView:
    """The most heard first, then as the playbook has them."""
    keys = sorted(heard.types, key=lambda key: _place(heard, key))
    types = [_type(heard, key) for key in keys]
    return HeardView(
        visits=told(check_ins.visits),
        visits_before=told(check_ins.visits_before),
        types=[one for one in types if one.times is not None or one.times_before is not None],
    )


def _place(heard: Heard, key: str | None) -> tuple[int, int, bool, int]:
    """What is not told gives no order away either."""
    counts = (told(heard.times[key]) or 0, told(heard.times_before[key]) or 0)
    known = heard.types[key]
    return -counts[0], -counts[1], known is None, known.position if known else 0


def _type(heard: Heard, key: str | None) -> TypeView:
    known = heard.types[key]
    return TypeView(
        type_key=key,
        name=Bilingual(**known.name) if known else None,
        times=told(heard.times[key]),
        times_before=told(heard.times_before[key]),
    )
