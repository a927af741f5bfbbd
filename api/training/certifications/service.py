"""Planning a certification, marking it, and what follows once both have marked."""

from uuid import UUID

from sqlmodel import Session

from api.kit.changes import check_version, same_birth
from api.kit.clock import now
from api.kit.errors import NotFound
from api.kit.events import publish
from api.kit.paging import PageAsked, Paged
from api.kit.rows import new_id
from api.people.models import Person, SightKind
from api.people.policy import Actor
from api.people.service import seen
from api.training.certification_template.queries import template
from api.training.certifications import policy, queries
from api.training.certifications.models import Certification, CertificationSeat
from api.training.certifications.queries import CardView, CertificationView
from api.training.certifications.schemas import CertificationMove, CertificationNew, MarksGiven
from api.training.events import (
    CertificationMarked,
    CertificationMoved,
    CertificationNotYet,
    CertificationPassed,
    CertificationPlanned,
    CertificationWithdrawn,
)

LINES = {"strong", "next"}


def certifications(db: Session, actor: Actor, *, asked: PageAsked) -> Paged[CardView]:
    found = queries.page(db, actor, asked=asked)
    for person_id in {one.person.id for one in found.items}:
        seen(db, actor, person_id, SightKind.TRAINING)
    return found


def certification(db: Session, actor: Actor, *, certification_id: UUID) -> CertificationView:
    found = queries.find(db, actor, certification_id)
    seen(db, actor, found.person_id, SightKind.TRAINING)
    return queries.view(db, actor, found)


def plan(db: Session, actor: Actor, *, given: CertificationNew, birth: bytes) -> CertificationView:
    """By mentor, manager or trainer; a replay answers the stored one."""
    stored = db.get(Certification, (actor.organisation_id, given.id)) if given.id else None
    if stored is not None:
        found = queries.find(db, actor, stored.id)
        same_birth(found.birth_digest, birth)
        return queries.view(db, actor, found)
    person = db.get(Person, (actor.organisation_id, given.person_id))
    if person is None or person.deleted_at is not None:
        raise NotFound
    policy.check_plan(actor, person)
    _check_assessors(db, actor, person, given)
    if queries.open_of(db, actor.organisation_id, person.id) is not None:
        raise policy.CertificationOpen
    wording = template(db, actor.organisation_id)
    planned = Certification(
        organisation_id=actor.organisation_id,
        id=given.id or new_id(db),
        created_at=now(db),
        updated_at=now(db),
        person_id=person.id,
        planned_by_id=actor.person_id,
        day=given.day,
        must_pass=given.must_pass or wording.must_pass,
        anchors=wording.anchors,
        birth_digest=birth,
    )
    db.add(planned)
    db.flush()
    _seat(db, planned, given.assessor_ids)
    fact = CertificationPlanned(planned.id, person.id, planned.day)
    publish(db, actor.organisation_id, fact, by=actor.person_id)
    return queries.view(db, actor, planned)


def mark(
    db: Session, actor: Actor, *, certification_id: UUID, given: MarksGiven
) -> CertificationView:
    """By one of the two, who may correct it until the other one has marked; then it is settled."""
    found = queries.find(db, actor, certification_id)
    seats = queries.seats_of(db, actor.organisation_id, [found.id])[found.id]
    mine = next((seat for seat in seats if seat.assessor_id == actor.person_id), None)
    if mine is None:
        raise policy.NotYoursToMark
    told = given.model_dump(exclude=LINES), given.strong, given.next
    if (mine.marks, mine.strong, mine.next) == told:
        return queries.view(db, actor, found)
    if found.settled_at is not None:
        raise policy.CertificationSettled
    policy.check_day(found, today=actor.today(db))
    mine.marks, mine.strong, mine.next = told
    mine.marked_at = mine.updated_at = found.updated_at = now(db)
    fact = CertificationMarked(found.id, actor.person_id)
    publish(db, actor.organisation_id, fact, by=actor.person_id)
    _settle(db, actor, found, seats)
    return queries.view(db, actor, found)


def move(
    db: Session,
    actor: Actor,
    *,
    certification_id: UUID,
    given: CertificationMove,
    version: int,
) -> CertificationView:
    """To another day, by whoever could have planned it, until one has marked."""
    found = _to_plan(db, actor, certification_id)
    check_version(found, version, current=queries.view(db, actor, found))
    if found.day != given.day:
        found.day, found.updated_at = given.day, now(db)
        fact = CertificationMoved(found.id, found.day)
        publish(db, actor.organisation_id, fact, by=actor.person_id)
    return queries.view(db, actor, found)


def withdraw(db: Session, actor: Actor, *, certification_id: UUID) -> None:
    """Until one has marked."""
    found = _to_plan(db, actor, certification_id)
    found.deleted_at = found.updated_at = now(db)
    fact = CertificationWithdrawn(found.id)
    publish(db, actor.organisation_id, fact, by=actor.person_id)


def _check_assessors(db: Session, actor: Actor, person: Person, given: CertificationNew) -> None:
    found = queries.colleagues(db, actor.organisation_id, given.assessor_ids)
    mentors = queries.mentors_of(db, actor.organisation_id, person.id, on=given.day)
    policy.check_assessors(person.id, found, mentor_ids=mentors)


def _seat(db: Session, planned: Certification, assessor_ids: list[UUID]) -> None:
    for assessor_id in assessor_ids:
        db.add(
            CertificationSeat(
                organisation_id=planned.organisation_id,
                id=new_id(db),
                created_at=now(db),
                updated_at=now(db),
                certification_id=planned.id,
                assessor_id=assessor_id,
            )
        )


def _settle(
    db: Session, actor: Actor, found: Certification, seats: list[CertificationSeat]
) -> None:
    marks = [seat.marks for seat in seats if seat.marks is not None]
    if len(marks) < policy.ASSESSORS:
        return
    found.passed, found.settled_at = policy.passes(marks, found.must_pass), now(db)
    fact = CertificationPassed if found.passed else CertificationNotYet
    publish(db, actor.organisation_id, fact(found.id, found.person_id), by=actor.person_id)


def _to_plan(db: Session, actor: Actor, certification_id: UUID) -> Certification:
    """One that nobody has marked, for whoever could have planned it."""
    found = queries.find(db, actor, certification_id)
    person = db.get_one(Person, (found.organisation_id, found.person_id))
    if not policy.may_plan(actor, person):
        raise policy.NotYoursToCertify
    if found.settled_at is not None:
        raise policy.CertificationSettled
    seats = queries.seats_of(db, actor.organisation_id, [found.id])[found.id]
    if any(seat.marks is not None for seat in seats):
        raise policy.CertificationBegun
    return found
