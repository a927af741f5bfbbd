"""Reads of what waits for somebody: today's reviews, rides asked for, newcomers nobody rides with soon."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col, select

from api.people import queries as people
from api.people.models import Person, Role
from api.people.policy import Actor
from api.people.queries import PersonRef
from api.reviews.models import Review, ReviewKind
from api.ride_alongs.models import RideAlong

SOON = 5
"""Working days ahead in which a newcomer has somebody beside them."""


@dataclass(frozen=True)
class ReviewToday:
    """`other` is whom the actor talks with; None with a whole team."""

    id: UUID
    kind: ReviewKind
    starts: str
    minutes: int
    other: PersonRef | None


@dataclass(frozen=True)
class RideAskedFor:
    """A ride that another asked for and the actor has not accepted yet."""

    id: UUID
    day: date
    other: PersonRef
    offered: bool
    """The other one wants to help; else to be helped."""


def reviews_of_today(db: Session, actor: Actor) -> list[ReviewToday]:
    """Those the actor sits in, by their time; what is over or called off is not among them."""
    me = actor.person_id
    found = db.exec(
        select(Review)
        .where(
            col(Review.organisation_id) == actor.organisation_id,
            col(Review.day) == actor.today(db),
            col(Review.deleted_at).is_(None),
            col(Review.proposed).is_(False),
            col(Review.agreed_at).is_(None),
            col(Review.called_off_at).is_(None),
            sa.or_(*(seat == me for seat in (col(Review.host_id), col(Review.person_id)))),
        )
        .order_by(col(Review.starts), col(Review.id))
    ).all()
    seats = [who for one in found for who in (one.host_id, one.person_id)]
    names = people.refs(db, actor.organisation_id, seats)
    return [
        ReviewToday(
            id=one.id,
            kind=one.kind,
            starts=one.starts,
            minutes=one.minutes,
            other=_other(names, one, me),
        )
        for one in found
    ]


def rides_asked_for(db: Session, actor: Actor) -> list[RideAskedFor]:
    """By their day; one whose day is over waits no more."""
    me = actor.person_id
    found = db.exec(
        select(RideAlong)
        .where(
            col(RideAlong.organisation_id) == actor.organisation_id,
            col(RideAlong.deleted_at).is_(None),
            col(RideAlong.accepted_at).is_(None),
            col(RideAlong.day) >= actor.today(db),
            col(RideAlong.asked_by_id) != me,
            sa.or_(col(RideAlong.mentor_id) == me, col(RideAlong.apprentice_id) == me),
        )
        .order_by(col(RideAlong.day), col(RideAlong.id))
    ).all()
    names = people.refs(db, actor.organisation_id, [who for one in found for who in one.riders])
    return [
        RideAskedFor(one.id, one.day, names[one.asked_by_id], one.asked_by_id == one.mentor_id)
        for one in found
    ]


def without_a_ride(db: Session, actor: Actor) -> list[PersonRef]:
    """Newcomers of the led team with whom nobody rides today or within the next five working days."""
    today = actor.today(db)
    rides = (
        sa.select(col(RideAlong.id))
        .where(
            col(RideAlong.organisation_id) == col(Person.organisation_id),
            col(RideAlong.apprentice_id) == col(Person.id),
            col(RideAlong.deleted_at).is_(None),
            col(RideAlong.day).between(today, actor.calendar.next_working(today, steps=SOON)),
        )
        .exists()
    )
    found = db.exec(
        select(Person)
        .where(
            col(Person.organisation_id) == actor.organisation_id,
            col(Person.team_id).in_(sorted(actor.led_team_ids)),
            col(Person.role) == Role.REP,
            col(Person.newcomer).is_(True),
            people.active(),
            ~rides,
        )
        .order_by(col(Person.joined_on), col(Person.id))
    ).all()
    return [people.ref(one) for one in found]


def _other(names: Mapping[UUID, PersonRef], review: Review, me: UUID) -> PersonRef | None:
    other = review.host_id if review.person_id == me else review.person_id
    return names[other] if other else None
