"""Who opens whose ledger, and what of it they read."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col, select

from api.commitments.models import CommitmentOrigin
from api.commitments.owed import queries as commitments
from api.commitments.owed.queries import THANKS, Owed, Source
from api.goals.owed import queries as goals
from api.help_requests.owed import queries as help_requests
from api.kit.errors import NotFound
from api.people.models import MentorPair, Person, Role, Team
from api.people.policy import Actor, pair_counts_on
from api.reviews.owed import queries as reviews
from api.ride_alongs.owed import queries as ride_alongs

SOURCES: tuple[Source, ...] = (
    commitments.SOURCE,
    goals.SOURCE,
    help_requests.SOURCE,
    reviews.SOURCE,
    ride_alongs.SOURCE,
)
"""Every mechanism in which somebody promises somebody something; a new one adds its line here."""


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
    """In one statement; raises NotFound for whoever has no part in it.

    All of it: oneself, mentor and manager. The team reads what its manager and its mentors owe, and the managers of a
    region what their regional manager owes; a region counts what its managers owe.
    """
    asked: Any = select(
        Person, _mentors(actor.today(db)), _leads_mine(actor), _under_me(actor)
    ).where(col(Person.organisation_id) == actor.organisation_id, col(Person.id) == person_id)
    found = db.exec(asked).first()
    if found is None:
        raise NotFound
    person, mentors, leads_mine, under_me = found
    if (actor.may_see(person) and person.role != Role.MANAGER) or actor.person_id == person.id:
        return Ledger(person, Reading.ALL)
    helps = mentors or person.role == Role.MANAGER
    if (_works_beside(actor, person) and helps) or leads_mine:
        return Ledger(person, Reading.AS_TEAM)
    if under_me:
        return Ledger(person, Reading.COUNTS)
    raise NotFound


def owed(db: Session, actor: Actor, ledger: Ledger, *, since: date) -> list[Owed]:
    """What stands in the ledger, as much of it as this reader reads."""
    found = commitments.read(db, actor, SOURCES, ledger.person.id, since=since)
    if ledger.reading is Reading.AS_TEAM:
        found = [one for one in found if _is_the_teams(ledger.person, one)]
    return [_masked(actor, ledger, one) for one in found]


def _masked(actor: Actor, ledger: Ledger, one: Owed) -> Owed:
    """A miss and the advice after it are between two: others read that advice is owed, not to whom or of what."""
    private = one.kind == "advice" or _from_advice(one)
    if not private or actor.person_id in (ledger.person.id, one.to_id):
        return one
    return replace(one, to=None, words=None)


def _is_the_teams(person: Person, one: Owed) -> bool:
    """Owed to those whom somebody helps: reps, of a regional manager the managers.

    Thanks are said before the team, or for an answer to one of its reps: nothing a manager keeps for the region.
    """
    helped = Role.MANAGER if person.role == Role.REGIONAL_MANAGER else Role.REP
    return one.to is None or one.to_role is helped or one.kind == THANKS


def _from_advice(one: Owed) -> bool:
    return one.origin is not None and one.origin.kind == CommitmentOrigin.ADVICE


def _works_beside(actor: Actor, person: Person) -> bool:
    in_region = actor.role is Role.REGIONAL_MANAGER
    return not in_region and person.team_id is not None and person.team_id == actor.team_id


def _mentors(today: date) -> sa.ColumnElement[bool]:
    """Somebody learns from that person now."""
    return sa.exists().where(
        col(MentorPair.organisation_id) == col(Person.organisation_id),
        col(MentorPair.mentor_id) == col(Person.id),
        pair_counts_on(today),
    )


def _leads_mine(actor: Actor) -> sa.ColumnElement[bool]:
    """Of a manager: that person leads the region of the own team."""
    mine = (col(Team.id) == actor.team_id, col(Team.parent_id) == col(Person.team_id))
    led = col(Person.role) == Role.REGIONAL_MANAGER
    return sa.and_(
        sa.literal(actor.role is Role.MANAGER), led, _a_team(actor.organisation_id, *mine)
    )


def _under_me(actor: Actor) -> sa.ColumnElement[bool]:
    """Of a regional manager: that person manages a team of the region."""
    theirs = (col(Team.id) == col(Person.team_id), col(Team.parent_id) == actor.team_id)
    manages = col(Person.role) == Role.MANAGER
    return sa.and_(
        sa.literal(actor.role is Role.REGIONAL_MANAGER),
        manages,
        _a_team(actor.organisation_id, *theirs),
    )


def _a_team(organisation_id: UUID, *which: sa.ColumnElement[bool]) -> sa.ColumnElement[bool]:
    return sa.exists().where(col(Team.organisation_id) == organisation_id, *which)
