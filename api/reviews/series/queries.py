"""Reads of series: a page costs two statements whatever its size."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
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
from api.reviews.models import Review, ReviewKind
from api.reviews.queries import TeamView
from api.reviews.series.models import ReviewSeries
from api.reviews.series.policy import visible_to


@dataclass(frozen=True)
class SeriesView:
    id: UUID
    kind: str
    host: PersonRef
    person: PersonRef | None
    team: TeamView | None
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
    """Series the actor has a seat in, through the week from its first hour on, ended ones among them."""
    statement = _with_team(db, actor).where(visible_to(actor))
    through_the_week = (ReviewSeries.weekday, ReviewSeries.starts, ReviewSeries.id)
    keys = [Key(col(one), "asc") for one in through_the_week]
    found = page_of(db, statement, keys=keys, asked=asked)
    return Paged(_views(db, actor, found.items), found.next_cursor)


def find(db: Session, actor: Actor, series_id: UUID) -> ReviewSeries:
    asked = select(ReviewSeries).where(visible_to(actor), col(ReviewSeries.id) == series_id)
    found = db.exec(asked).first()
    if found is None:
        raise NotFound
    return found


def view(db: Session, actor: Actor, series: ReviewSeries) -> SeriesView:
    """One series as it stands after everything flushed so far."""
    db.flush()
    it = (
        col(ReviewSeries.organisation_id) == series.organisation_id,
        col(ReviewSeries.id) == series.id,
    )
    return _views(db, actor, db.exec(_with_team(db, actor).where(*it)).all())[0]


def running(db: Session, organisation_id: UUID, *, today: date) -> list[ReviewSeries]:
    """What is not over, and whose people are still here and still together."""
    same = col(ReviewSeries.organisation_id)
    host, person = aliased(Person), aliased(Person)
    ends = col(ReviewSeries.ends_on)
    together = sa.or_(
        col(ReviewSeries.kind) == ReviewKind.MANAGER, col(person.team_id) == col(host.team_id)
    )
    found = db.exec(
        select(ReviewSeries)
        .join(
            host,
            sa.and_(col(host.organisation_id) == same, col(host.id) == col(ReviewSeries.host_id)),
        )
        .outerjoin(
            person,
            sa.and_(
                col(person.organisation_id) == same, col(person.id) == col(ReviewSeries.person_id)
            ),
        )
        .where(
            same == organisation_id,
            sa.or_(ends.is_(None), ends >= today),
            col(host.disabled_at).is_(None),
            col(person.disabled_at).is_(None),
            sa.or_(col(ReviewSeries.person_id).is_(None), together),
        )
        .order_by(col(ReviewSeries.id))
    )
    return list(found)


def same_as(db: Session, series: ReviewSeries) -> ReviewSeries | None:
    """One of the same kind with the same people that has no end."""
    return db.exec(
        select(ReviewSeries).where(
            col(ReviewSeries.organisation_id) == series.organisation_id,
            col(ReviewSeries.kind) == series.kind,
            col(ReviewSeries.host_id) == series.host_id,
            col(ReviewSeries.person_id).is_not_distinct_from(series.person_id),
            col(ReviewSeries.ends_on).is_(None),
        )
    ).first()


def _with_team(db: Session, actor: Actor) -> Any:
    """With the team of a team's series, and the day of the next review."""
    same = col(ReviewSeries.organisation_id)
    next_on = (
        sa.select(sa.func.min(col(Review.day)))
        .where(
            col(Review.organisation_id) == same,
            col(Review.series_id) == col(ReviewSeries.id),
            col(Review.day) >= actor.today(db),
            col(Review.agreed_at).is_(None),
            col(Review.called_off_at).is_(None),
        )
        .correlate(ReviewSeries)
        .scalar_subquery()
    )
    team = sa.and_(col(Team.organisation_id) == same, col(Team.id) == col(ReviewSeries.team_id))
    return select(ReviewSeries, Team, next_on).outerjoin(Team, team)


def _views(db: Session, actor: Actor, found: Iterable[Any]) -> list[SeriesView]:
    rows = list(found)
    named = {who for one, *_ in rows for who in (one.host_id, one.person_id)}
    names = people.refs(db, actor.organisation_id, named)
    return [
        SeriesView(
            id=one.id,
            kind=one.kind,
            host=names[one.host_id],
            person=names[one.person_id] if one.person_id else None,
            team=TeamView(team.id, team.name) if team else None,
            weekday=one.weekday,
            starts=one.starts,
            every_weeks=one.every_weeks,
            minutes=one.minutes,
            starts_on=one.starts_on,
            ends_on=one.ends_on,
            end_reason=one.end_reason,
            next_on=next_on,
            version=one.version,
        )
        for one, team, next_on in rows
    ]
