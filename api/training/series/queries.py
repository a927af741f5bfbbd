"""Reads of series: a page costs two statements whatever its size."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col, select

from api.kit.errors import NotFound
from api.kit.paging import Key, PageAsked, Paged, page_of
from api.people import queries as people
from api.people.models import Person, Team
from api.people.policy import Actor
from api.people.queries import PersonRef
from api.training.models import Track, TrainingSession
from api.training.queries import TeamView
from api.training.series.models import TrainingSeries
from api.training.series.policy import visible_to


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
    version: int


def page(db: Session, actor: Actor, *, asked: PageAsked) -> Paged[SeriesView]:
    """The newest first, ended ones among them."""
    statement = _with_team(db, actor).where(visible_to(actor))
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
    return _views(db, actor, db.exec(_with_team(db, actor).where(*it)).all())[0]


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


def _with_team(db: Session, actor: Actor) -> Any:
    """With the team, and the day of the next session."""
    same = col(TrainingSeries.organisation_id)
    next_on = (
        sa.select(sa.func.min(col(TrainingSession.day)))
        .where(
            col(TrainingSession.organisation_id) == same,
            col(TrainingSession.series_id) == col(TrainingSeries.id),
            col(TrainingSession.day) >= actor.today(db),
            col(TrainingSession.held_at).is_(None),
            col(TrainingSession.skipped_at).is_(None),
        )
        .correlate(TrainingSeries)
        .scalar_subquery()
    )
    team = sa.and_(col(Team.organisation_id) == same, col(Team.id) == col(TrainingSeries.team_id))
    return select(TrainingSeries, Team, next_on).outerjoin(Team, team)


def _views(db: Session, actor: Actor, found: Iterable[Any]) -> list[SeriesView]:
    rows = list(found)
    names = people.refs(db, actor.organisation_id, {one.trainer_id for one, *_ in rows})
    same = ("id", "track", "weekday", "starts", "every_weeks", "minutes", "starts_on", "version")
    return [
        SeriesView(
            **{name: getattr(one, name) for name in same},
            team=TeamView(team.id, team.name) if team else None,
            trainer=names[one.trainer_id],
            ends_on=one.ends_on,
            end_reason=one.end_reason,
            next_on=next_on,
        )
        for one, team, next_on in rows
    ]
