"""Reads of series: a page costs three statements whatever its size."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from api.kit.errors import NotFound
from api.kit.paging import Key, PageAsked, Paged, page_of
from api.people import queries as people
from api.people.models import Person, Team
from api.people.policy import Actor
from api.people.queries import PersonRef
from api.training.models import Track, TrainingSession
from api.training.queries import OtherDay, TeamView
from api.training.series.models import TrainingSeries
from api.training.series.policy import slots, visible_to

DATES = 4
"""So many dates to come are told of a series; skipped ones stand among them."""


@dataclass(frozen=True)
class DateView:
    """A date of a series; beyond what stands in the calendar it has no session yet."""

    day: date
    session_id: UUID | None
    topic: str | None
    announced: bool
    skip_reason: str | None
    made_up_by: OtherDay | None


@dataclass(frozen=True)
class SeriesView:
    id: UUID
    track: Track
    team: TeamView | None
    trainer: PersonRef
    weekday: int
    starts: str
    every_weeks: int
    minutes: int
    starts_on: date
    ends_on: date | None
    end_reason: str | None
    next_on: date | None
    coming: list[DateView]
    version: int


def page(db: Session, actor: Actor, *, asked: PageAsked) -> Paged[SeriesView]:
    """The newest first, ended ones among them."""
    statement = _with_team().where(visible_to(actor))
    found = page_of(db, statement, keys=[Key(col(TrainingSeries.id), "desc")], asked=asked)
    return Paged(_views(db, actor, found.items), found.next_cursor)


def find(db: Session, actor: Actor, series_id: UUID) -> TrainingSeries:
    asked = select(TrainingSeries).where(visible_to(actor), col(TrainingSeries.id) == series_id)
    found = db.exec(asked).first()
    if found is None:
        raise NotFound
    return found


def view(db: Session, actor: Actor, series: TrainingSeries) -> SeriesView:
    """One series as it stands after everything flushed so far."""
    db.flush()
    it = (
        col(TrainingSeries.organisation_id) == series.organisation_id,
        col(TrainingSeries.id) == series.id,
    )
    return _views(db, actor, db.exec(_with_team().where(*it)).all())[0]


def running(db: Session, organisation_id: UUID, *, today: date) -> list[TrainingSeries]:
    """What is not over, and whose trainer is still here."""
    ends = col(TrainingSeries.ends_on)
    found = db.exec(
        select(TrainingSeries)
        .join(
            Person,
            sa.and_(
                col(Person.organisation_id) == col(TrainingSeries.organisation_id),
                col(Person.id) == col(TrainingSeries.trainer_id),
            ),
        )
        .where(
            col(TrainingSeries.organisation_id) == organisation_id,
            sa.or_(ends.is_(None), ends >= today),
            people.active(),
        )
        .order_by(col(TrainingSeries.id))
    )
    return list(found)


def same_as(db: Session, series: TrainingSeries) -> TrainingSeries | None:
    """One of the same track for the same team that has no end."""
    return db.exec(
        select(TrainingSeries).where(
            col(TrainingSeries.organisation_id) == series.organisation_id,
            col(TrainingSeries.track) == series.track,
            col(TrainingSeries.team_id).is_not_distinct_from(series.team_id),
            col(TrainingSeries.ends_on).is_(None),
        )
    ).first()


def _with_team() -> Any:
    team = sa.and_(
        col(Team.organisation_id) == col(TrainingSeries.organisation_id),
        col(Team.id) == col(TrainingSeries.team_id),
    )
    return select(TrainingSeries, Team).outerjoin(Team, team)


def _views(db: Session, actor: Actor, found: Iterable[Any]) -> list[SeriesView]:
    rows = list(found)
    names = people.refs(db, actor.organisation_id, {one.trainer_id for one, _ in rows})
    laid = _laid(db, actor, [one.id for one, _ in rows])
    same = ("id", "track", "weekday", "starts", "every_weeks", "minutes", "starts_on", "version")
    return [
        SeriesView(
            **{name: getattr(one, name) for name in same},
            team=TeamView(team.id, team.name) if team else None,
            trainer=names[one.trainer_id],
            ends_on=one.ends_on,
            end_reason=one.end_reason,
            next_on=next((at.day for at in laid[one.id] if at.skip_reason is None), None),
            coming=_coming(db, actor, one, laid[one.id]),
        )
        for one, team in rows
    ]


def _laid(db: Session, actor: Actor, series_ids: Collection[UUID]) -> dict[UUID, list[DateView]]:
    """What stands in the calendar from today on, and what was skipped since Monday; the nearest first."""
    today, after = actor.today(db), aliased(TrainingSession)
    day, skipped = col(TrainingSession.day), col(TrainingSession.skipped_at).is_not(None)
    monday = today - timedelta(days=today.weekday())
    same = col(after.organisation_id) == col(TrainingSession.organisation_id)
    found = db.exec(
        select(TrainingSession, after)
        .outerjoin(after, sa.and_(same, col(after.makes_up_id) == col(TrainingSession.id)))
        .where(
            col(TrainingSession.organisation_id) == actor.organisation_id,
            col(TrainingSession.series_id).in_(sorted(series_ids)),
            col(TrainingSession.held_at).is_(None),
            col(TrainingSession.deleted_at).is_(None),
            sa.or_(day >= today, sa.and_(skipped, day >= monday)),
        )
        .order_by(day, col(TrainingSession.id))
    ).all()
    by_series: dict[UUID, list[DateView]] = defaultdict(list)
    for one, other in found:
        if one.series_id is not None:
            by_series[one.series_id].append(_date(one, other))
    return by_series


def _date(one: TrainingSession, other: TrainingSession | None) -> DateView:
    made_up_by = OtherDay(other.id, other.day) if other is not None else None
    announced = one.announced_at is not None
    return DateView(one.day, one.id, one.topic, announced, one.skip_reason, made_up_by)


def _coming(
    db: Session, actor: Actor, series: TrainingSeries, laid: list[DateView]
) -> list[DateView]:
    """The next dates: first what stands in the calendar, then the days on which it will lie."""
    told: list[DateView] = []
    for one in chain(laid, _beyond(db, actor, series, laid)):
        if len([at for at in told if at.skip_reason is None]) == DATES:
            break
        told.append(one)
    return told


def _beyond(
    db: Session, actor: Actor, series: TrainingSeries, laid: list[DateView]
) -> Iterator[DateView]:
    last = laid[-1].day if laid else actor.today(db)
    until = last + timedelta(weeks=series.every_weeks * (DATES + 1))
    for slot in slots(series, actor.calendar, until=until):
        if slot.day > last:
            yield DateView(slot.day, None, None, False, None, None)
