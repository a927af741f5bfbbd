"""Reads of the evening across people: who has not played lately and why, who sat with whom."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from api.drills.evenings.models import PersonsEvening
from api.drills.models import Drill, DrillPerson, Round
from api.help_requests.models import HelpAnswer, HelpKind, HelpRequest
from api.kit.origin import Origin
from api.kit.rows import beside
from api.people import queries as people
from api.people.models import Person, Role
from api.people.policy import Actor, personal
from api.people.queries import PersonRef
from api.visits.models import Visit, VisitObjection

HELPERS = (Role.MANAGER, Role.REGIONAL_MANAGER)


@dataclass(frozen=True)
class Helped:
    """Somebody who played with their mentor or manager today, or was answered; and which drill or request it was."""

    person: PersonRef
    by: PersonRef
    origin: Origin


def looked_after(db: Session, actor: Actor) -> list[Person]:
    """Active reps of the team the actor leads, and the actor's apprentices, by name."""
    return list(
        db.exec(
            select(Person)
            .where(
                col(Person.organisation_id) == actor.organisation_id,
                col(Person.id) != actor.person_id,
                col(Person.role) == Role.REP,
                personal(actor, col(Person.id)),
                people.active(),
            )
            .order_by(col(Person.latin_name), col(Person.id))
        )
    )


def evenings_since(
    db: Session, organisation_id: UUID, person_ids: Collection[UUID], *, since: date
) -> dict[tuple[UUID, date], PersonsEvening]:
    """What was said of these people's evenings, by person and day; also of those still to come."""
    found = db.exec(
        select(PersonsEvening).where(
            col(PersonsEvening.organisation_id) == organisation_id,
            col(PersonsEvening.person_id).in_(sorted(person_ids)),
            col(PersonsEvening.day) >= since,
        )
    )
    return {(one.person_id, one.day): one for one in found}


def days_played(
    db: Session, organisation_id: UUID, person_ids: Collection[UUID], *, since: date, until: date
) -> dict[UUID, set[date]]:
    """By person, the evenings on which they played a round in either seat."""
    named = sorted(person_ids)
    found = db.exec(
        select(col(Round.rep_id), col(Round.boss_id), col(Drill.day))
        .join(Drill, beside(Round, Drill, col(Drill.id) == col(Round.drill_id)))
        .where(
            col(Round.organisation_id) == organisation_id,
            col(Drill.day).between(since, until),
            sa.or_(col(Round.rep_id).in_(named), col(Round.boss_id).in_(named)),
        )
        .distinct()
    ).all()
    days: dict[UUID, set[date]] = defaultdict(set)
    for rep_id, boss_id, day in found:
        days[rep_id].add(day)
        days[boss_id].add(day)
    return days


def helped_on(
    db: Session,
    organisation_id: UUID,
    person_ids: Collection[UUID],
    day: date,
    *,
    mentors: Collection[tuple[UUID, UUID]],
) -> list[Helped]:
    """Who of these people sat tonight with their mentor or a manager; `mentors` are pairs of mentor and apprentice."""
    named = sorted(person_ids)
    has_them = sa.select(col(DrillPerson.drill_id)).where(
        col(DrillPerson.organisation_id) == organisation_id, col(DrillPerson.person_id).in_(named)
    )
    found = db.exec(
        select(col(Drill.id), Person)
        .join(DrillPerson, beside(Drill, DrillPerson, col(DrillPerson.drill_id) == col(Drill.id)))
        .join(Person, beside(Drill, Person, col(Person.id) == col(DrillPerson.person_id)))
        .where(
            col(Drill.organisation_id) == organisation_id,
            col(Drill.day) == day,
            col(Drill.id).in_(has_them),
        )
        .order_by(col(Drill.id), col(DrillPerson.id))
    ).all()
    together: dict[UUID, list[Person]] = defaultdict(list)
    for drill_id, person in found:
        together[drill_id].append(person)
    return [
        Helped(people.ref(one), people.ref(other), Origin("drill", drill_id))
        for drill_id, persons in together.items()
        for one in persons
        for other in persons
        if one.id in set(named) and _helps(other, one, mentors)
    ]


def answered_on(
    db: Session,
    organisation_id: UUID,
    person_ids: Collection[UUID],
    moments: tuple[datetime, datetime],
) -> list[Helped]:
    """Whose help request was answered between two moments, and by whom; what is personal is left out."""
    asker, by = aliased(Person), aliased(Person)
    found = db.exec(
        select(HelpRequest.id, asker, by)
        .join(HelpAnswer, beside(HelpRequest, HelpAnswer, HelpAnswer.request_id == HelpRequest.id))
        .join(asker, beside(HelpRequest, asker, asker.id == HelpRequest.asker_id))
        .join(by, beside(HelpAnswer, by, by.id == HelpAnswer.by_id))
        .where(
            col(HelpRequest.organisation_id) == organisation_id,
            col(HelpRequest.deleted_at).is_(None),
            col(HelpRequest.kind) != HelpKind.PERSONAL,
            col(HelpRequest.asker_id).in_(sorted(person_ids)),
            col(HelpAnswer.by_id) != col(HelpRequest.asker_id),
            col(HelpAnswer.created_at).between(*moments),
        )
        .order_by(col(HelpAnswer.created_at), col(HelpAnswer.id))
    ).all()
    told = {
        (request_id, helper.id): Helped(
            people.ref(person), people.ref(helper), Origin("help_request", request_id)
        )
        for request_id, person, helper in found
    }
    return list(told.values())


def heard_words(db: Session, actor: Actor, day: date) -> tuple[int, int]:
    """Visits the actor has checked in on a day, and sentences of clients noted at them."""
    mine = (
        col(Visit.organisation_id) == actor.organisation_id,
        col(Visit.rep_id) == actor.person_id,
        col(Visit.day) == day,
        col(Visit.outcome).is_not(None),
        col(Visit.deleted_at).is_(None),
    )
    of_visit = beside(Visit, VisitObjection, col(VisitObjection.visit_id) == col(Visit.id))
    made, said = db.exec(
        select(
            sa.func.count(sa.distinct(col(Visit.id))),
            sa.func.count(col(VisitObjection.id)),
        )
        .select_from(Visit)
        .outerjoin(VisitObjection, of_visit)
        .where(*mine)
    ).one()
    return made, said


def rounds_since(db: Session, actor: Actor, *, since: date, until: date) -> int:
    """Rounds fired (子弹数) by the actor on these evenings, in either seat."""
    counted = (
        select(sa.func.count())
        .select_from(Round)
        .join(Drill, beside(Round, Drill, col(Drill.id) == col(Round.drill_id)))
        .where(
            col(Round.organisation_id) == actor.organisation_id,
            col(Drill.day).between(since, until),
            sa.or_(col(Round.rep_id) == actor.person_id, col(Round.boss_id) == actor.person_id),
        )
    )
    return db.exec(counted).one()


def _helps(helper: Person, person: Person, mentors: Collection[tuple[UUID, UUID]]) -> bool:
    return (helper.id, person.id) in mentors or Role(helper.role) in HELPERS
