"""Reads around somebody's evening: their row, who waits, who sat with whom, what asks to be played."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col, select

from api.drills.evenings.models import DayPart, PersonsEvening
from api.drills.evenings.policy import Candidate, Obligation, Suggested
from api.drills.models import Drill, DrillPerson, Round, RoundLine
from api.kit.rows import beside
from api.people import queries as people
from api.people.models import MentorPair, Person, Role
from api.people.policy import Actor, pair_counts_on
from api.people.queries import PersonRef
from api.visits.models import Visit, VisitState

MOST_NEAR = 60
NEARBY = (Role.REP, Role.MANAGER)


@dataclass(frozen=True)
class PartnerWish:
    offered_by: PersonRef | None


@dataclass(frozen=True)
class Waiting:
    """Somebody who waits for a partner, and who said they will come."""

    person: PersonRef
    offered_by: PersonRef | None


@dataclass(frozen=True)
class MovedHere:
    """An earlier evening that its owner has moved to this day."""

    from_day: date
    part: DayPart


@dataclass(frozen=True)
class EveningView:
    """The actor's own evening."""

    day: date
    opens_at: datetime
    closes_at: datetime
    open: bool
    quiet: bool
    obligations: Sequence[Obligation]
    postponement: PersonsEvening | None
    moved_here: MovedHere | None
    partner_wish: PartnerWish | None
    partner: PersonRef | None
    waiting: Sequence[Waiting]
    suggested: Sequence[Suggested]
    reflection: str | None


def evening_of(
    db: Session, organisation_id: UUID, person_id: UUID, day: date
) -> PersonsEvening | None:
    return db.exec(
        select(PersonsEvening).where(
            col(PersonsEvening.organisation_id) == organisation_id,
            col(PersonsEvening.person_id) == person_id,
            col(PersonsEvening.day) == day,
        )
    ).first()


def moved_to(db: Session, organisation_id: UUID, person_id: UUID, day: date) -> MovedHere | None:
    """The newest evening that somebody has moved to `day`."""
    found = db.exec(
        select(col(PersonsEvening.day), col(PersonsEvening.to_part))
        .where(
            col(PersonsEvening.organisation_id) == organisation_id,
            col(PersonsEvening.person_id) == person_id,
            col(PersonsEvening.to_day) == day,
        )
        .order_by(col(PersonsEvening.day).desc())
        .limit(1)
    ).first()
    return None if found is None or found[1] is None else MovedHere(found[0], DayPart(found[1]))


def evenings_of(
    db: Session, organisation_id: UUID, person_ids: Collection[UUID], day: date
) -> dict[UUID, PersonsEvening]:
    found = db.exec(
        select(PersonsEvening).where(
            col(PersonsEvening.organisation_id) == organisation_id,
            col(PersonsEvening.person_id).in_(sorted(person_ids)),
            col(PersonsEvening.day) == day,
        )
    )
    return {one.person_id: one for one in found}


def near(db: Session, actor: Actor) -> list[Person]:
    """Reps and manager of the actor's team, and those who walk beside the actor; never the actor."""
    paired = sa.select(col(MentorPair.id)).where(
        col(MentorPair.organisation_id) == actor.organisation_id,
        pair_counts_on(actor.today(db)),
        sa.or_(
            sa.and_(
                col(MentorPair.mentor_id) == actor.person_id,
                col(MentorPair.apprentice_id) == col(Person.id),
            ),
            sa.and_(
                col(MentorPair.apprentice_id) == actor.person_id,
                col(MentorPair.mentor_id) == col(Person.id),
            ),
        ),
    )
    team = sa.and_(col(Person.team_id) == actor.team_id, col(Person.role).in_(NEARBY))
    return list(
        db.exec(
            select(Person)
            .where(
                col(Person.organisation_id) == actor.organisation_id,
                col(Person.id) != actor.person_id,
                people.active(),
                sa.or_(team, paired.exists()) if actor.team_id else paired.exists(),
            )
            .order_by(col(Person.latin_name), col(Person.id))
            .limit(MOST_NEAR)
        )
    )


def pairs_among(
    db: Session, organisation_id: UUID, person_ids: Collection[UUID], day: date
) -> list[tuple[UUID, UUID]]:
    """Mentor and apprentice of the pairs in which one of these people stands."""
    named = sorted(person_ids)
    found = db.exec(
        select(col(MentorPair.mentor_id), col(MentorPair.apprentice_id)).where(
            col(MentorPair.organisation_id) == organisation_id,
            pair_counts_on(day),
            sa.or_(col(MentorPair.mentor_id).in_(named), col(MentorPair.apprentice_id).in_(named)),
        )
    ).all()
    return [(mentor_id, apprentice_id) for mentor_id, apprentice_id in found]


def out_today(
    db: Session, organisation_id: UUID, person_ids: Collection[UUID], day: date
) -> set[UUID]:
    """Who of these people has a visit that day, so that they come back to the office in the evening."""
    found = db.exec(
        select(col(Visit.rep_id))
        .where(
            col(Visit.organisation_id) == organisation_id,
            col(Visit.rep_id).in_(sorted(person_ids)),
            col(Visit.day) == day,
            col(Visit.state).not_in([VisitState.CANCELLED, VisitState.MOVED]),
            col(Visit.deleted_at).is_(None),
        )
        .distinct()
    ).all()
    return set(found)


def partners_before(
    db: Session, organisation_id: UUID, person_id: UUID, *, evening: date
) -> set[UUID]:
    """Who sat with somebody on their last evening before this one."""
    last = db.exec(
        select(sa.func.max(col(Drill.day)))
        .join(DrillPerson, _in_drill())
        .where(
            col(Drill.organisation_id) == organisation_id,
            col(DrillPerson.person_id) == person_id,
            col(Drill.day) < evening,
        )
    ).one()
    took_part = sa.select(col(DrillPerson.drill_id)).where(
        col(DrillPerson.organisation_id) == organisation_id, col(DrillPerson.person_id) == person_id
    )
    found = db.exec(
        select(col(DrillPerson.person_id))
        .join(Drill, _in_drill())
        .where(
            col(Drill.organisation_id) == organisation_id,
            col(Drill.day) == last,
            col(Drill.id).in_(took_part),
            col(DrillPerson.person_id) != person_id,
        )
    ).all()
    return set(found)


def sat_together(db: Session, organisation_id: UUID, pair: tuple[UUID, UUID], day: date) -> bool:
    """Whether these two have begun a drill with each other that evening."""
    one, other = (
        sa.select(col(DrillPerson.drill_id)).where(
            col(DrillPerson.organisation_id) == organisation_id,
            col(DrillPerson.person_id) == person_id,
        )
        for person_id in pair
    )
    found = select(col(Drill.id)).where(
        col(Drill.organisation_id) == organisation_id,
        col(Drill.day) == day,
        col(Drill.id).in_(one),
        col(Drill.id).in_(other),
    )
    return db.exec(found.limit(1)).first() is not None


def played_on(
    db: Session, organisation_id: UUID, person_ids: Collection[UUID], day: date
) -> dict[UUID, set[UUID]]:
    """By person, the clients they played that evening, in either seat; absent is who has not played."""
    named = sorted(person_ids)
    found = db.exec(
        select(col(Round.rep_id), col(Round.boss_id), col(Round.client_id))
        .join(Drill, beside(Round, Drill, col(Drill.id) == col(Round.drill_id)))
        .where(
            col(Round.organisation_id) == organisation_id,
            col(Drill.day) == day,
            sa.or_(col(Round.rep_id).in_(named), col(Round.boss_id).in_(named)),
        )
    ).all()
    played: dict[UUID, set[UUID]] = {}
    for rep_id, boss_id, client_id in found:
        for person_id in (rep_id, boss_id):
            played.setdefault(person_id, set()).add(client_id)
    return played


def kinds_played(db: Session, organisation_id: UUID, person_id: UUID, day: date) -> set[str]:
    """Kinds of objection that somebody played that evening in either seat: said by the boss or agreed as a line."""
    rounds = db.exec(
        select(col(Round.id), col(Round.boss_card))
        .join(Drill, beside(Round, Drill, col(Drill.id) == col(Round.drill_id)))
        .where(
            col(Round.organisation_id) == organisation_id,
            col(Drill.day) == day,
            sa.or_(col(Round.rep_id) == person_id, col(Round.boss_id) == person_id),
        )
    ).all()
    agreed = db.exec(
        select(col(RoundLine.type_key)).where(
            col(RoundLine.organisation_id) == organisation_id,
            col(RoundLine.round_id).in_([round_id for round_id, _ in rounds]),
        )
    ).all()
    cards = [card for _, card in rounds if card is not None]
    said = [one["type_key"] for card in cards for one in card["objections"]]
    return {key for key in (*agreed, *said) if key is not None}


def candidates(db: Session, actor: Actor, *, evening: date) -> list[Candidate]:
    """Everybody near, with what a suggestion needs to know of them, in six statements."""
    persons = near(db, actor)
    ids = [one.id for one in persons]
    organisation_id = actor.organisation_id
    rows = evenings_of(db, organisation_id, ids, evening)
    out = out_today(db, organisation_id, ids, evening)
    pairs = pairs_among(db, organisation_id, [*ids, actor.person_id], evening)
    mentors = {mentor_id for mentor_id, _ in pairs}
    before = partners_before(db, organisation_id, actor.person_id, evening=evening)
    return [
        Candidate(
            person=people.ref(one),
            role=Role(one.role),
            newcomer=one.newcomer,
            strong=one.id in mentors,
            here=_is_here(one, rows.get(one.id), out),
            waits=_waits(rows.get(one.id)),
            last_time=one.id in before,
            mentor=(one.id, actor.person_id) in pairs,
            apprentice=(actor.person_id, one.id) in pairs,
        )
        for one in persons
    ]


def waiting(
    db: Session, organisation_id: UUID, person_ids: Collection[UUID], day: date
) -> list[Waiting]:
    """Who of these people waits for a partner that evening, by name."""
    rows = [
        one
        for one in evenings_of(db, organisation_id, person_ids, day).values()
        if one.wants_partner
    ]
    names = people.refs(
        db, organisation_id, {one for row in rows for one in (row.person_id, row.offered_by_id)}
    )
    told = [Waiting(names[row.person_id], _name(names, row.offered_by_id)) for row in rows]
    return sorted(told, key=lambda one: one.person.latin_name)


def _name(names: dict[UUID, PersonRef], person_id: UUID | None) -> PersonRef | None:
    return None if person_id is None else names.get(person_id)


def _is_here(person: Person, evening: PersonsEvening | None, out: Collection[UUID]) -> bool:
    """Who was out today comes back in the evening, and a manager waits there, unless they said otherwise."""
    if evening is not None and evening.postponed:
        return False
    return person.role != Role.REP or person.id in out or _waits(evening)


def _waits(evening: PersonsEvening | None) -> bool:
    return evening is not None and evening.wants_partner and evening.offered_by_id is None


def _in_drill() -> Any:
    return beside(Drill, DrillPerson, col(DrillPerson.drill_id) == col(Drill.id))
