"""Who sits in a review of a kind, read from teams, deals and mentor pairs."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import Session, col, select

from api.deals import queries as deals
from api.kit.errors import NotFound
from api.people import queries as people
from api.people.models import MentorPair, Person, Role, Team
from api.people.policy import Actor, pair_counts_on
from api.reviews.models import ReviewKind
from api.reviews.policy import NobodyToReview


@dataclass(frozen=True)
class Seats:
    """`team_id` only for a team's review, which has no person."""

    host_id: UUID
    person_id: UUID | None = None
    mentor_id: UUID | None = None
    team_id: UUID | None = None
    deal_id: UUID | None = None


def seated(
    db: Session, actor: Actor, kind: str, *, person_id: UUID | None, deal_id: UUID | None
) -> Seats:
    """The seats of a review the actor hosts; NotFound for whom the actor does not look after."""
    host = Role.REGIONAL_MANAGER if kind == ReviewKind.MANAGER else Role.MANAGER
    if actor.role is not host or actor.team_id is None:
        raise NobodyToReview
    if kind == ReviewKind.TEAM:
        return Seats(actor.person_id, team_id=actor.team_id)
    if deal_id is not None:
        person_id = deals.find(db, actor, deal_id).owner_id
    person = _somebody(db, actor, person_id)
    if kind == ReviewKind.MANAGER:
        _check_manager_of_region(db, actor, person)
        return Seats(actor.person_id, person.id)
    if not actor.leads(person) or person.role != Role.REP:
        raise NotFound
    mentors = mentors_of(db, actor.organisation_id, [person.id], actor.today(db))
    return Seats(actor.person_id, person.id, mentors.get(person.id), deal_id=deal_id)


def mentors_of(
    db: Session, organisation_id: UUID, person_ids: Collection[UUID], day: date
) -> dict[UUID, UUID]:
    """The mentors of those of these people who are newcomers, by apprentice."""
    found = db.exec(
        select(col(MentorPair.apprentice_id), col(MentorPair.mentor_id))
        .join(Person, col(Person.id) == col(MentorPair.apprentice_id))
        .where(
            col(MentorPair.organisation_id) == organisation_id,
            col(Person.organisation_id) == organisation_id,
            col(MentorPair.apprentice_id).in_(sorted(person_ids)),
            col(Person.newcomer).is_(True),
            pair_counts_on(day),
        )
    ).all()
    return dict(found)


def manager_of(db: Session, organisation_id: UUID, person_id: UUID) -> UUID | None:
    """Who leads the team somebody works in; None for whoever leads it."""
    person = db.get(Person, (organisation_id, person_id))
    if person is None or person.team_id is None or person.role != Role.REP:
        return None
    return db.exec(
        select(col(Person.id))
        .where(
            col(Person.organisation_id) == organisation_id,
            col(Person.team_id) == person.team_id,
            col(Person.role) == Role.MANAGER,
            people.active(),
        )
        .order_by(col(Person.joined_on), col(Person.id))
    ).first()


def _somebody(db: Session, actor: Actor, person_id: UUID | None) -> Person:
    found = db.get(Person, (actor.organisation_id, person_id)) if person_id else None
    if found is None or found.disabled or found.deleted_at is not None:
        raise NotFound
    return found


def _check_manager_of_region(db: Session, actor: Actor, person: Person) -> None:
    team = db.get(Team, (actor.organisation_id, person.team_id)) if person.team_id else None
    if person.role != Role.MANAGER or team is None or team.parent_id != actor.team_id:
        raise NotFound
