"""Reads of the ladder: where somebody stands in each skill, what speaks for the next rung, and every move."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col, select

from api.clients.models import Client
from api.clients.queries import ClientRef
from api.kit.errors import NotFound
from api.people import queries as people
from api.people.models import Person
from api.people.policy import Actor
from api.people.queries import PersonRef
from api.playbook.models import BilingualText, Skill
from api.ride_alongs.ladder.models import RungEvidence, RungMove, Standing
from api.ride_alongs.ladder.policy import order_of, rung_below
from api.ride_alongs.models import RideAlong, RideVisit, Rung, RungChoice
from api.visits.models import Visit, VisitState

MOST_MOVES = 40


@dataclass(frozen=True)
class SeenAtView:
    visit_id: UUID
    ride_along_id: UUID
    day: date
    client: ClientRef


@dataclass(frozen=True)
class RungMoveView:
    id: UUID
    skill_key: str
    from_rung: Rung
    to_rung: Rung
    proposed_by: PersonRef
    proposed_at: datetime
    why: str | None
    evidence: Sequence[UUID]
    seen_at: Sequence[SeenAtView]
    agrees: bool | None
    answered_by: PersonRef | None
    day: date | None
    version: int


@dataclass(frozen=True)
class SkillRungView:
    """`visits` are those at the present rung since it was reached."""

    skill_key: str
    name: BilingualText
    rung: Rung
    since: date | None
    visits: Sequence[UUID]
    seen_at: Sequence[SeenAtView]
    open_move: RungMoveView | None


@dataclass(frozen=True)
class LadderView:
    person: PersonRef
    order: Sequence[Rung]
    skills: Sequence[SkillRungView]
    moves: Sequence[RungMoveView]


@dataclass(frozen=True)
class StepBack:
    skill_key: str
    to_rung: Rung


def person(db: Session, actor: Actor, person_id: UUID) -> Person:
    """Whose ladder the actor may see: their own, their apprentices', their team's. Raises NotFound."""
    found = db.get(Person, (actor.organisation_id, person_id))
    if found is None or found.deleted_at is not None or not actor.may_see(found):
        raise NotFound
    return found


def ladder(db: Session, actor: Actor, whose: Person) -> LadderView:
    """Every skill of the playbook; one without a row is on the first rung."""
    db.flush()
    order = order_of(actor)
    standings = standings_of(db, whose)
    moves = _moves(db, whose)
    open_moves = {one.skill_key: one for one in moves if one.agrees is None}
    skills = _skills(db, whose.organisation_id)
    at_rung = {
        skill.key: visits_at(db, whose, skill.key, _where(standings.get(skill.key), order[0]))
        for skill in skills
    }
    seen = _seen_at(db, whose, {one for visits in at_rung.values() for one in visits})
    return LadderView(
        person=people.ref(whose),
        order=order,
        skills=[
            SkillRungView(
                skill_key=skill.key,
                name=skill.name,
                rung=Rung(row.rung) if row else order[0],
                since=row.since if row else None,
                visits=at_rung[skill.key],
                seen_at=[seen[one] for one in at_rung[skill.key] if one in seen],
                open_move=open_moves.get(skill.key),
            )
            for skill in skills
            for row in [standings.get(skill.key)]
        ],
        moves=moves,
    )


def standings_of(db: Session, whose: Person) -> dict[str, Standing]:
    rows = db.exec(
        select(Standing).where(
            col(Standing.organisation_id) == whose.organisation_id,
            col(Standing.person_id) == whose.id,
        )
    )
    return {row.skill_key: row for row in rows}


def visits_at(
    db: Session, whose: Person, skill_key: str, at: tuple[Rung, date | None]
) -> list[UUID]:
    """Visits that took place at a rung, on ride-alongs with this focus skill, since a day; the latest choice counts."""
    rung, since = at
    found = db.exec(
        select(col(RideVisit.visit_id), col(RungChoice.rung))
        .join(RideAlong, _beside(RideVisit, RideAlong, RideVisit.ride_along_id))
        .join(Visit, _beside(RideVisit, Visit, RideVisit.visit_id))
        .join(
            RungChoice,
            sa.and_(
                col(RungChoice.organisation_id) == col(RideVisit.organisation_id),
                col(RungChoice.ride_visit_id) == col(RideVisit.id),
            ),
        )
        .where(
            col(RideVisit.organisation_id) == whose.organisation_id,
            col(RideAlong.apprentice_id) == whose.id,
            col(RideAlong.focus_skill_key) == skill_key,
            col(RideAlong.day) >= (since or date.min),
            col(Visit.state) == VisitState.DONE,
        )
        .order_by(col(RideAlong.day), col(RungChoice.at), col(RungChoice.id))
    ).all()
    latest = dict(found)
    return [visit_id for visit_id, chosen in latest.items() if chosen == rung]


def moved_on(db: Session, whose: Person, skill_key: str, day: date) -> bool:
    asked = select(col(RungMove.id)).where(*_of(whose, skill_key), col(RungMove.day) == day)
    return db.exec(asked).first() is not None


def open_move(db: Session, whose: Person, skill_key: str) -> RungMove | None:
    asked = select(RungMove).where(*_of(whose, skill_key), col(RungMove.agrees).is_(None))
    return db.exec(asked).first()


def steps_back(
    db: Session, actor: Actor, person_id: UUID, skill_keys: Collection[str]
) -> list[StepBack]:
    """One rung down in each of these skills, where there is one and no move of it is open."""
    whose = db.get_one(Person, (actor.organisation_id, person_id))
    order, standings = order_of(actor), standings_of(db, whose)
    found = []
    for key in sorted(skill_keys):
        row = standings.get(key)
        below = rung_below(order, Rung(row.rung)) if row is not None else None
        if below is not None and open_move(db, whose, key) is None:
            found.append(StepBack(key, below))
    return found


def _where(row: Standing | None, first: Rung) -> tuple[Rung, date | None]:
    return (first, None) if row is None else (Rung(row.rung), row.since)


def _skills(db: Session, organisation_id: UUID) -> Sequence[Skill]:
    mine = col(Skill.organisation_id) == organisation_id
    return db.exec(select(Skill).where(mine).order_by(col(Skill.position), col(Skill.id))).all()


def _moves(db: Session, whose: Person) -> list[RungMoveView]:
    """The newest first."""
    rows = db.exec(
        select(RungMove)
        .where(
            col(RungMove.organisation_id) == whose.organisation_id,
            col(RungMove.person_id) == whose.id,
        )
        .order_by(col(RungMove.created_at).desc(), col(RungMove.id).desc())
        .limit(MOST_MOVES)
    ).all()
    evidence = _evidence(db, whose.organisation_id, [row.id for row in rows])
    seen = _seen_at(db, whose, {one for visits in evidence.values() for one in visits})
    named = {one for row in rows for one in (row.proposed_by_id, row.answered_by_id)}
    names = people.refs(db, whose.organisation_id, named)
    return [
        RungMoveView(
            id=row.id,
            skill_key=row.skill_key,
            from_rung=row.from_rung,
            to_rung=row.to_rung,
            proposed_by=names[row.proposed_by_id],
            proposed_at=row.created_at,
            why=row.why,
            evidence=evidence[row.id],
            seen_at=[seen[one] for one in evidence[row.id] if one in seen],
            agrees=row.agrees,
            answered_by=names[row.answered_by_id] if row.answered_by_id else None,
            day=row.day,
            version=row.version,
        )
        for row in rows
    ]


def _evidence(
    db: Session, organisation_id: UUID, move_ids: Sequence[UUID]
) -> dict[UUID, list[UUID]]:
    found: dict[UUID, list[UUID]] = defaultdict(list)
    for one in db.exec(
        select(RungEvidence)
        .where(
            col(RungEvidence.organisation_id) == organisation_id,
            col(RungEvidence.move_id).in_(move_ids),
        )
        .order_by(col(RungEvidence.id))
    ):
        found[one.move_id].append(one.visit_id)
    return found


def _seen_at(db: Session, whose: Person, visit_ids: Collection[UUID]) -> dict[UUID, SeenAtView]:
    """By visit, where and on which day the two rode there."""
    found = db.exec(
        select(RideVisit, col(RideAlong.day), col(Client.id), col(Client.name))
        .join(RideAlong, _beside(RideVisit, RideAlong, RideVisit.ride_along_id))
        .join(Visit, _beside(RideVisit, Visit, RideVisit.visit_id))
        .join(Client, _beside(Visit, Client, Visit.client_id))
        .where(
            col(RideVisit.organisation_id) == whose.organisation_id,
            col(RideAlong.apprentice_id) == whose.id,
            col(RideVisit.visit_id).in_(sorted(visit_ids)),
        )
    )
    return {
        row.visit_id: SeenAtView(row.visit_id, row.ride_along_id, day, ClientRef(client_id, name))
        for row, day, client_id, name in found
    }


def _of(whose: Person, skill_key: str) -> tuple[Any, ...]:
    return (
        col(RungMove.organisation_id) == whose.organisation_id,
        col(RungMove.person_id) == whose.id,
        col(RungMove.skill_key) == skill_key,
    )


def _beside(left: Any, right: Any, column: Any) -> Any:
    """A join by id that stays inside the organisation."""
    return sa.and_(right.organisation_id == left.organisation_id, right.id == column)
