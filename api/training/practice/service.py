"""Who came, what to practise, what was tried, and who saw it."""

from uuid import UUID

from sqlmodel import Session

from api.kit.changes import same_birth
from api.kit.clock import now
from api.kit.errors import NotFound
from api.kit.events import publish
from api.kit.rows import new_id
from api.people.policy import Actor
from api.playbook.service import check_skills, check_types
from api.training import queries
from api.training.events import (
    AttendanceMarked,
    PracticeConfirmed,
    PracticeShown,
    SessionChanged,
)
from api.training.models import TrainingSession
from api.training.policy import check_day, check_held, check_open, check_runs
from api.training.practice import queries as practice
from api.training.practice.models import AttendanceMark, SessionAttendance, SessionEvidence
from api.training.practice.policy import (
    NotALearner,
    NotYoursToConfirm,
    check_kind,
    check_origin,
    is_learner,
    may_confirm,
    partner_in,
)
from api.training.practice.schemas import AttendanceGiven, EvidenceNew, PracticeGiven
from api.training.records.queries import SessionView, whole


def mark(
    db: Session, actor: Actor, *, session_id: UUID, person_id: UUID, given: AttendanceGiven
) -> SessionView:
    """Whether somebody was there; who caught up keeps the reason and the day of before."""
    found = queries.find(db, actor, session_id)
    check_runs(actor, found)
    stored = practice.mark_of(db, found, person_id)
    if stored is None and person_id not in practice.learner_ids(db, found):
        raise NotFound
    if stored is not None and _said_so(stored, given):
        return whole(db, actor, found)
    check_held(found)
    if given.make_up_day is not None:
        check_day(given.make_up_day, today=found.day)
    _mark(db, actor, found, stored, person_id, given)
    fact = AttendanceMarked(found.id, person_id, str(given.mark))
    publish(db, actor.organisation_id, fact, by=actor.person_id)
    return whole(db, actor, found)


def assign(db: Session, actor: Actor, *, session_id: UUID, given: PracticeGiven) -> SessionView:
    """What to try, and until when; it may be said before the class."""
    found = queries.find(db, actor, session_id)
    check_runs(actor, found)
    check_open(found)
    check_kind(found, given.kind)
    check_types(db, actor.organisation_id, [given.type_key])
    check_skills(db, actor.organisation_id, [given.skill_key])
    check_day(given.due, today=found.day)
    for name, value in given.model_dump().items():
        setattr(found, f"practice_{name}", value)
    found.updated_at = now(db)
    publish(db, actor.organisation_id, SessionChanged(found.id, ("practice",)), by=actor.person_id)
    return whole(db, actor, found)


def show(
    db: Session, actor: Actor, *, session_id: UUID, given: EvidenceNew, birth: bytes
) -> SessionView:
    """The learner says where they tried it: in a round or at a visit of their own, or with a rep whom they coach."""
    found = queries.find(db, actor, session_id)
    stored = db.get(SessionEvidence, (actor.organisation_id, given.id)) if given.id else None
    if stored is not None:
        practice.find(db, actor, found, stored.id)
        same_birth(stored.birth_digest, birth)
        return whole(db, actor, found)
    if not is_learner(actor, found) and practice.mark_of(db, found, actor.person_id) is None:
        raise NotALearner
    check_held(found)
    origin = given.origin
    check_origin(found, origin.kind)
    partner_id = partner_in(db, actor, kind=origin.kind, origin_id=origin.id)
    _add_evidence(db, actor, found, given, partner_id=partner_id, birth=birth)
    publish(
        db,
        actor.organisation_id,
        PracticeShown(found.id, actor.person_id),
        by=actor.person_id,
    )
    return whole(db, actor, found)


def confirm(db: Session, actor: Actor, *, session_id: UUID, evidence_id: UUID) -> SessionView:
    """Whoever saw it says so; confirmed twice it stays with the first."""
    found = queries.find(db, actor, session_id)
    shown = practice.find(db, actor, found, evidence_id)
    if not may_confirm(db, actor, shown):
        raise NotYoursToConfirm
    if shown.confirmed_at is None:
        shown.confirmed_at, shown.confirmed_by_id = now(db), actor.person_id
        shown.updated_at = now(db)
        fact = PracticeConfirmed(found.id, shown.person_id)
        publish(db, actor.organisation_id, fact, by=actor.person_id)
    return whole(db, actor, found)


def _said_so(stored: SessionAttendance, given: AttendanceGiven) -> bool:
    if stored.mark != given.mark:
        return False
    missed = (stored.reason, stored.make_up_day) == (given.reason, given.make_up_day)
    return missed or given.mark is not AttendanceMark.MISSED


def _mark(
    db: Session,
    actor: Actor,
    found: TrainingSession,
    stored: SessionAttendance | None,
    person_id: UUID,
    given: AttendanceGiven,
) -> None:
    told = stored or SessionAttendance(
        organisation_id=actor.organisation_id,
        id=new_id(db),
        created_at=now(db),
        updated_at=now(db),
        session_id=found.id,
        person_id=person_id,
        by_id=actor.person_id,
        mark=given.mark,
    )
    told.mark, told.by_id, told.updated_at = given.mark, actor.person_id, now(db)
    if given.mark is not AttendanceMark.CAUGHT_UP:
        told.reason, told.make_up_day = given.reason, given.make_up_day
    db.add(told)


def _add_evidence(
    db: Session,
    actor: Actor,
    found: TrainingSession,
    given: EvidenceNew,
    *,
    partner_id: UUID | None,
    birth: bytes,
) -> None:
    db.add(
        SessionEvidence(
            organisation_id=actor.organisation_id,
            id=given.id or new_id(db),
            created_at=now(db),
            updated_at=now(db),
            session_id=found.id,
            person_id=actor.person_id,
            origin_kind=given.origin.kind,
            origin_id=given.origin.id,
            partner_id=partner_id,
            words=given.words,
            birth_digest=birth,
        )
    )
