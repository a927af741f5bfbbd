"""Reads of who stands around somebody today, and on which days they work."""

import uuid
from dataclasses import dataclass
from datetime import date, timedelta
from types import SimpleNamespace

import sqlalchemy as sa
from sqlmodel import Session, col, select

from api.people.models import MentorPair, Organisation, Person, Role, Team
from api.people.policy import Actor, pair_counts_on
from api.people.queries import PersonRef, active, laid_flat, managers, ref, same_company

DAYS_AHEAD = 21
"""As far as a phone without a network counts working days; the longest holidays last nine."""


@dataclass(frozen=True)
class Beside:
    """Who walks beside somebody today."""

    manager: PersonRef | None
    mentor: PersonRef | None


def me(db: Session, actor: Actor) -> SimpleNamespace:
    """The person signed in with the organisation, team, manager, mentor and apprentices, in four statements."""
    own_team = sa.and_(
        col(Team.organisation_id) == col(Person.organisation_id),
        col(Team.id) == col(Person.team_id),
    )
    found, company, team = db.exec(
        select(Person, Organisation, Team)
        .join(Organisation, col(Organisation.id) == col(Person.organisation_id))
        .outerjoin(Team, own_team)
        .where(
            col(Person.organisation_id) == actor.organisation_id, col(Person.id) == actor.person_id
        )
    ).one()
    mentor, apprentices = _paired_with(db, actor)
    shown = ("organisation_id", "login", "role", "team_id", "language", "newcomer", "joined_on")
    states = ("invitation_accepted", "disabled", "version")
    return SimpleNamespace(
        **{name: getattr(found, name) for name in (*shown, *states)},
        **vars(ref(found)),
        organisation=laid_flat(company),
        team=team,
        manager=_manager_above(db, found, team),
        mentor=mentor,
        apprentices=apprentices,
        teammates=teammates(db, found),
        working_days=_working_days(actor, actor.today(db)),
    )


def beside(db: Session, found: Person, *, today: date) -> Beside:
    """The manager above somebody and today's mentor, in three statements."""
    team = db.get(Team, (found.organisation_id, found.team_id)) if found.team_id else None
    mentor = db.exec(
        select(Person)
        .join(MentorPair, sa.and_(same_company, col(MentorPair.mentor_id) == col(Person.id)))
        .where(
            col(MentorPair.organisation_id) == found.organisation_id,
            col(MentorPair.apprentice_id) == found.id,
            pair_counts_on(today),
            active(),
        )
        .order_by(col(MentorPair.starts_on), col(MentorPair.id))
    ).first()
    return Beside(_manager_above(db, found, team), None if mentor is None else ref(mentor))


def teammates(db: Session, found: Person) -> int:
    """How many others a word to the whole team reaches; of a region those are the managers of its teams."""
    if found.team_id is None:
        return 0
    of_region = sa.select(col(Team.id)).where(
        col(Team.organisation_id) == found.organisation_id,
        col(Team.parent_id) == found.team_id,
        col(Team.deleted_at).is_(None),
    )
    leads_there = sa.and_(col(Person.role) == Role.MANAGER, col(Person.team_id).in_(of_region))
    reached = select(sa.func.count(col(Person.id))).where(
        col(Person.organisation_id) == found.organisation_id,
        col(Person.id) != found.id,
        sa.or_(col(Person.team_id) == found.team_id, leads_there),
        active(),
    )
    return db.exec(reached).one()


def _manager_above(db: Session, found: Person, team: Team | None) -> PersonRef | None:
    """A rep's manager, a manager's regional manager; a trainer's regional manager where there is one alone."""
    if found.role == Role.TRAINER:
        return _only_regional_manager(db, found.organisation_id)
    above = {
        Role.REP: (Role.MANAGER, team.id if team else None),
        Role.MANAGER: (Role.REGIONAL_MANAGER, team.parent_id if team else None),
    }
    leader, team_id = above.get(Role(found.role), (None, None))
    if team is None or leader is None or team_id is None:
        return None
    return managers(db, team.organisation_id, [team_id], roles=[leader]).get(team_id)


def _only_regional_manager(db: Session, organisation_id: uuid.UUID) -> PersonRef | None:
    """A trainer belongs to no region; of two regional managers nobody knows whose the trainer is."""
    regional = select(Person).where(
        col(Person.organisation_id) == organisation_id,
        col(Person.role) == Role.REGIONAL_MANAGER,
        active(),
    )
    found = db.exec(regional.limit(2)).all()
    return ref(found[0]) if len(found) == 1 else None


def _working_days(actor: Actor, today: date) -> list[date]:
    ahead = (today + timedelta(days=count) for count in range(DAYS_AHEAD))
    return [day for day in ahead if actor.calendar.is_working(day)]


def _paired_with(db: Session, actor: Actor) -> tuple[PersonRef | None, list[PersonRef]]:
    other = sa.or_(
        sa.and_(
            col(MentorPair.mentor_id) == actor.person_id,
            col(Person.id) == col(MentorPair.apprentice_id),
        ),
        sa.and_(
            col(MentorPair.apprentice_id) == actor.person_id,
            col(Person.id) == col(MentorPair.mentor_id),
        ),
    )
    found = db.exec(
        select(MentorPair, Person)
        .join(Person, sa.and_(same_company, other))
        .where(
            col(MentorPair.organisation_id) == actor.organisation_id,
            pair_counts_on(actor.today(db)),
            active(),
        )
        .order_by(col(MentorPair.starts_on), col(MentorPair.id))
    ).all()
    mentors = [ref(one) for pair, one in found if pair.apprentice_id == actor.person_id]
    apprentices = [ref(one) for pair, one in found if pair.mentor_id == actor.person_id]
    return (mentors[0] if mentors else None), apprentices
