"""Reads of who came and what was practised, for one session."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col, select

from api.kit.errors import NotFound
from api.kit.origin import Origin
from api.people import queries as people
from api.people.models import Person, Role
from api.people.policy import Actor
from api.people.queries import PersonRef
from api.training.models import LearningPoint, Track, TrainingSession
from api.training.practice.models import AttendanceMark, SessionAttendance, SessionEvidence
from api.training.practice.policy import attendance_visible_to, may_confirm, visible_to


@dataclass(frozen=True)
class AttendanceView:
    """Somebody of the class; without a mark nobody has said yet."""

    person: PersonRef
    mark: AttendanceMark | None
    reason: str | None
    make_up_day: date | None


@dataclass(frozen=True)
class EvidenceView:
    id: UUID
    person: PersonRef
    origin: Origin
    words: str
    confirmed_at: datetime | None
    confirmed_by: PersonRef | None
    may_confirm: bool


@dataclass(frozen=True)
class Practised:
    """Of how many classes the practice was given, and of how many somebody has seen it."""

    seen: int
    given: int

    def __bool__(self) -> bool:
        return self.given > 0


def points_of(db: Session, session: TrainingSession) -> list[LearningPoint]:
    return list(
        db.exec(
            select(LearningPoint)
            .where(
                col(LearningPoint.organisation_id) == session.organisation_id,
                col(LearningPoint.session_id) == session.id,
            )
            .order_by(col(LearningPoint.place), col(LearningPoint.id))
        )
    )


def attendance(
    db: Session, actor: Actor, session: TrainingSession, *, roster: bool
) -> list[AttendanceView]:
    """Who came, as far as the actor reads it; with `roster` also those of whom nobody has said it yet."""
    found = db.exec(
        select(SessionAttendance).where(
            attendance_visible_to(actor), col(SessionAttendance.session_id) == session.id
        )
    ).all()
    marked = {one.person_id: one for one in found}
    expected = set(learner_ids(db, session)) if roster else set()
    names = people.refs(db, actor.organisation_id, expected | marked.keys())
    ordered = sorted(names.values(), key=lambda one: (one.latin_name, one.id))
    return [_attendance(who, marked.get(who.id)) for who in ordered]


def learner_ids(db: Session, session: TrainingSession) -> Sequence[UUID]:
    """Who is to learn: the team's reps, or every manager; who has left learns no more."""
    learners = (
        col(Person.role) == Role.MANAGER
        if session.track == Track.MANAGEMENT
        else sa.and_(col(Person.role) == Role.REP, col(Person.team_id) == session.team_id)
    )
    return db.exec(
        select(col(Person.id)).where(
            col(Person.organisation_id) == session.organisation_id, people.active(), learners
        )
    ).all()


def mark_of(db: Session, session: TrainingSession, person_id: UUID) -> SessionAttendance | None:
    return db.exec(
        select(SessionAttendance).where(
            col(SessionAttendance.organisation_id) == session.organisation_id,
            col(SessionAttendance.session_id) == session.id,
            col(SessionAttendance.person_id) == person_id,
        )
    ).first()


def evidence(db: Session, actor: Actor, session: TrainingSession) -> list[EvidenceView]:
    """What was tried, as far as the actor reads it, in the order it was shown."""
    found = db.exec(
        select(SessionEvidence)
        .where(visible_to(actor), col(SessionEvidence.session_id) == session.id)
        .order_by(col(SessionEvidence.created_at), col(SessionEvidence.id))
    ).all()
    both = {who for one in found for who in (one.person_id, one.confirmed_by_id)}
    names = _people(db, actor, both)
    return [
        EvidenceView(
            id=one.id,
            person=names[one.person_id],
            origin=one.origin,
            words=one.words,
            confirmed_at=one.confirmed_at,
            confirmed_by=names[one.confirmed_by_id] if one.confirmed_by_id else None,
            may_confirm=may_confirm(db, actor, one),
        )
        for one in found
    ]


def find(db: Session, actor: Actor, session: TrainingSession, evidence_id: UUID) -> SessionEvidence:
    """Evidence the actor may read; raises NotFound."""
    found = db.exec(
        select(SessionEvidence).where(
            visible_to(actor),
            col(SessionEvidence.session_id) == session.id,
            col(SessionEvidence.id) == evidence_id,
        )
    ).first()
    if found is None:
        raise NotFound
    return found


def missing(db: Session, session: TrainingSession) -> tuple[int, int]:
    """How many of those who were there, and have not left, have no confirmed practice; and of how many."""
    there = (
        select(col(SessionAttendance.person_id))
        .join(
            Person,
            sa.and_(
                col(Person.organisation_id) == col(SessionAttendance.organisation_id),
                col(Person.id) == col(SessionAttendance.person_id),
            ),
        )
        .where(
            col(SessionAttendance.organisation_id) == session.organisation_id,
            col(SessionAttendance.session_id) == session.id,
            col(SessionAttendance.mark) != AttendanceMark.MISSED,
            people.active(),
        )
    )
    came = set(db.exec(there).all())
    seen = set(
        db.exec(
            select(col(SessionEvidence.person_id)).where(
                col(SessionEvidence.organisation_id) == session.organisation_id,
                col(SessionEvidence.session_id) == session.id,
                col(SessionEvidence.confirmed_at).is_not(None),
            )
        ).all()
    )
    return len(came - seen), len(came)


def practised_between(db: Session, whose: Person, *, since: date, until: date) -> Practised:
    """Of the classes somebody came to, those whose practice was due on these days, both included."""
    came = _of_session(
        SessionAttendance, whose, col(SessionAttendance.mark) != AttendanceMark.MISSED
    )
    seen = _of_session(SessionEvidence, whose, col(SessionEvidence.confirmed_at).is_not(None))
    found = db.exec(
        select(seen).where(
            col(TrainingSession.organisation_id) == whose.organisation_id,
            col(TrainingSession.practice_due).between(since, until),
            col(TrainingSession.held_at).is_not(None),
            came,
        )
    ).all()
    return Practised(sum(found), len(found))


def _of_session(of: Any, whose: Person, *told: Any) -> Any:
    """Whether a row of this person tells it of the session."""
    mine = (
        col(of.organisation_id) == col(TrainingSession.organisation_id),
        col(of.session_id) == col(TrainingSession.id),
        col(of.person_id) == whose.id,
    )
    return sa.exists().where(*mine, *told).correlate(TrainingSession)


def _attendance(who: PersonRef, marked: SessionAttendance | None) -> AttendanceView:
    if marked is None:
        return AttendanceView(who, None, None, None)
    return AttendanceView(who, marked.mark, marked.reason, marked.make_up_day)


def _people(db: Session, actor: Actor, ids: set[UUID | None]) -> dict[UUID, PersonRef]:
    """Whole rows, so that asking who may confirm costs no statement for each."""
    wanted = sorted(one for one in ids if one is not None)
    found = db.exec(
        select(Person).where(
            col(Person.organisation_id) == actor.organisation_id, col(Person.id).in_(wanted)
        )
    )
    return {one.id: people.ref(one) for one in found}
