"""Reads of who stands around somebody today, and on which days they work."""

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
    peer: PersonRef | None
    """Who is asked in a manager's place by those who have none above them."""


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
    manager, peer = _above(db, found, team)
    shown = ("organisation_id", "login", "role", "team_id", "language", "newcomer", "joined_on")
    states = ("invitation_accepted", "disabled", "version")
    return SimpleNamespace(
        **{name: getattr(found, name) for name in (*shown, *states)},
        **vars(ref(found)),
        organisation=laid_flat(company),
        team=team,
        manager=manager,
        mentor=mentor,
        peer=peer,
        apprentices=apprentices,
        teammates=teammates(db, found),
        working_days=_working_days(actor, actor.today(db)),
    )


def beside(db: Session, found: Person, *, today: date) -> Beside:
    """The manager above somebody or the peer in that place, and today's mentor, in three statements."""
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
    manager, peer = _above(db, found, team)
    return Beside(manager, None if mentor is None else ref(mentor), peer)


def teammates(db: Session, found: Person) -> int:
    """How many others a word to the whole team reaches.

    Of a region those are the managers of its teams; of a trainer, whose classes lie in all regions, the regional managers.
    """
    if found.team_id is None and found.role != Role.TRAINER:
        return 0
    reached = select(sa.func.count(col(Person.id))).where(
        col(Person.organisation_id) == found.organisation_id,
        col(Person.id) != found.id,
        _of_regions() if found.role == Role.TRAINER else _of_team(found),
        active(),
    )
    counted = db.exec(reached).one()
    # The only regional manager there is stands above the trainer and is asked by name.
    return 0 if found.role == Role.TRAINER and counted == 1 else counted


def _of_regions() -> sa.ColumnElement[bool]:
    return col(Person.role) == Role.REGIONAL_MANAGER


def _of_team(found: Person) -> sa.ColumnElement[bool]:
    of_region = sa.select(col(Team.id)).where(
        col(Team.organisation_id) == found.organisation_id,
        col(Team.parent_id) == found.team_id,
        col(Team.deleted_at).is_(None),
    )
    leads_there = sa.and_(col(Person.role) == Role.MANAGER, col(Person.team_id).in_(of_region))
    return sa.or_(col(Person.team_id) == found.team_id, leads_there)


def _above(
    db: Session, found: Person, team: Team | None
) -> tuple[PersonRef | None, PersonRef | None]:
    """A rep's manager or a manager's regional manager; else the peer of those whom nobody leads."""
    if found.role in (Role.REGIONAL_MANAGER, Role.TRAINER):
        return _among_peers(db, found)
    above = {
        Role.REP: (Role.MANAGER, team.id if team else None),
        Role.MANAGER: (Role.REGIONAL_MANAGER, team.parent_id if team else None),
    }
    leader, team_id = above.get(Role(found.role), (None, None))
    if team is None or leader is None or team_id is None:
        return None, None
    return managers(db, team.organisation_id, [team_id], roles=[leader]).get(team_id), None


def _among_peers(db: Session, found: Person) -> tuple[PersonRef | None, PersonRef | None]:
    """Regional managers and trainers: the own kind first, and who joined first.

    A trainer belongs to no region: the only regional manager there is leads the trainer, of two nobody knows which.
    """
    asked = select(Person).where(
        col(Person.organisation_id) == found.organisation_id,
        col(Person.role).in_([Role.REGIONAL_MANAGER, Role.TRAINER]),
        col(Person.id) != found.id,
        active(),
    )
    others = db.exec(asked.order_by(col(Person.joined_on), col(Person.id))).all()
    regional = [one for one in others if one.role == Role.REGIONAL_MANAGER]
    if found.role == Role.TRAINER and len(regional) == 1:
        return ref(regional[0]), None
    nearest = sorted(others, key=lambda one: one.role != found.role)
    return None, ref(nearest[0]) if nearest else None


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
