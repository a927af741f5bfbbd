"""Who opens whose ledger, and what of it they read."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col, select

from api.commitments import queries as commitments
from api.commitments.models import CommitmentOrigin
from api.commitments.queries import Owed
from api.goals.owed import queries as goals
from api.help_requests.owed import queries as help_requests
from api.kit.errors import NotFound
from api.people.models import MentorPair, Person, Role, Team
from api.people.policy import Actor, pair_counts_on
from api.reviews.owed import queries as reviews
from api.ride_alongs import queries as ride_alongs

OWED_BY: tuple[Callable[..., list[Owed]], ...] = (
    commitments.owed_by,
    goals.owed_by,
    help_requests.owed_by,
    reviews.owed_by,
    ride_alongs.owed_by,
)
"""Every mechanism in which somebody promises somebody something; a new one adds its line here."""


THANKS = "thanks"
"""Received and not owed: no number counts it."""


class Reading(StrEnum):
    """How much of a ledger somebody reads."""

    ALL = "all"
    AS_TEAM = "as_team"
    COUNTS = "counts"


@dataclass(frozen=True)
class Ledger:
    person: Person
    reading: Reading


def open_ledger(db: Session, actor: Actor, person_id: UUID) -> Ledger:
    """Raises NotFound for whoever has no part in it.

    All of it: oneself, mentor and manager. The team reads what its manager and its mentors owe, and the managers of a
    region what their regional manager owes; a region counts what its managers owe.
    """
    person = db.get(Person, (actor.organisation_id, person_id))
    if person is None:
        raise NotFound
    if (actor.may_see(person) and person.role != Role.MANAGER) or actor.person_id == person.id:
        return Ledger(person, Reading.ALL)
    if _works_beside(actor, person) and _helps(db, actor, person):
        return Ledger(person, Reading.AS_TEAM)
    if _is_led_by(db, actor, person):
        return Ledger(person, Reading.AS_TEAM)
    if _is_over(db, actor, person):
        return Ledger(person, Reading.COUNTS)
    raise NotFound


def owed(db: Session, actor: Actor, ledger: Ledger, *, since: date) -> list[Owed]:
    """What stands in the ledger, as much of it as this reader reads."""
    found = [one for ask in OWED_BY for one in ask(db, actor, ledger.person.id, since=since)]
    if ledger.reading is Reading.AS_TEAM:
        team = _team_of(db, ledger.person, [one.to_id for one in found if one.to_id])
        found = [one for one in found if one.to_id is None or one.to_id in team or _is_thanks(one)]
    return [_masked(actor, ledger, one) for one in found]


def _masked(actor: Actor, ledger: Ledger, one: Owed) -> Owed:
    """A miss and the advice after it are between two: others read that advice is owed, not to whom or of what."""
    private = one.kind == "advice" or _from_advice(one)
    if not private or actor.person_id in (ledger.person.id, one.to_id):
        return one
    return replace(one, to_id=None, words=None)


def _is_thanks(one: Owed) -> bool:
    """Said before the team, or for an answer to one of its reps: nothing a manager keeps for the region."""
    return one.kind == THANKS


def _from_advice(one: Owed) -> bool:
    return one.origin is not None and one.origin.kind == CommitmentOrigin.ADVICE


def _works_beside(actor: Actor, person: Person) -> bool:
    in_region = actor.role is Role.REGIONAL_MANAGER
    return not in_region and person.team_id is not None and person.team_id == actor.team_id


def _helps(db: Session, actor: Actor, person: Person) -> bool:
    if person.role == Role.MANAGER:
        return True
    pairs = select(col(MentorPair.id)).where(
        col(MentorPair.organisation_id) == actor.organisation_id,
        col(MentorPair.mentor_id) == person.id,
        pair_counts_on(actor.today(db)),
    )
    return db.exec(pairs.limit(1)).first() is not None


def _is_led_by(db: Session, actor: Actor, person: Person) -> bool:
    """A manager of a team in that regional manager's region."""
    if actor.role is not Role.MANAGER or person.role != Role.REGIONAL_MANAGER:
        return False
    team = db.get(Team, (actor.organisation_id, actor.team_id)) if actor.team_id else None
    return team is not None and person.team_id is not None and team.parent_id == person.team_id


def _is_over(db: Session, actor: Actor, person: Person) -> bool:
    """A regional manager over the managers of the region's teams."""
    if actor.role is not Role.REGIONAL_MANAGER or person.role != Role.MANAGER:
        return False
    team = db.get(Team, (actor.organisation_id, person.team_id)) if person.team_id else None
    return team is not None and team.parent_id == actor.team_id


def _team_of(db: Session, person: Person, ids: Sequence[UUID]) -> set[UUID]:
    """Those among `ids` whom somebody helps: reps, of a regional manager the managers."""
    helped = Role.MANAGER if person.role == Role.REGIONAL_MANAGER else Role.REP
    asked = select(col(Person.id)).where(
        col(Person.organisation_id) == person.organisation_id,
        sa.and_(col(Person.id).in_(ids), col(Person.role) == helped),
    )
    return set(db.exec(asked).all())
