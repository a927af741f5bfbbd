"""Who reads who came and what was practised, and who may say that they saw it.

Reading: the learner, their mentor and manager, whoever was with them there, and whoever gives the class.
Confirming: mentor, manager or that partner, never the learner (domain.md §2.2). A manager who learns is confirmed by
the regional manager, the trainer, or the rep with whom they tried it.
"""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col

from api.kit.errors import Conflict, Forbidden
from api.people.models import Person, Role, Team
from api.people.policy import Actor, personal
from api.training.models import PracticeKind, Track, TrainingSession
from api.training.practice.models import (
    COACHED,
    EvidenceOrigin,
    SessionAttendance,
    SessionEvidence,
)


class NotALearner(Conflict):
    code = "not_a_learner"
    en = "This session was for others. Show what you tried where you were in the class yourself."
    zh = "这次培训不是给你上的，请在自己上过的那次里写。"


class NotYoursToConfirm(Forbidden):
    code = "practice_not_yours_to_confirm"
    en = "Mentor, manager, or whoever played the round confirms it. Ask one of them."
    zh = "由师傅、主管或一起演练的人确认，请找其中一位。"


class TriedElsewhere(Conflict):
    code = "practice_not_yours"
    en = "This was somebody else's, or has not been held yet. Choose one of your own."
    zh = "这不是你的，或者还没有做完，请选自己做完的一次。"


class OnlyForManagers(Conflict):
    code = "practice_of_managers"
    en = "Ride-alongs and reviews are practice of the management track. Choose a visit or a drill."
    zh = "陪访和Review是管理培训的实操，这里请选一次拜访或一次演练。"


class PracticeMissing(Conflict):
    """Says how many, and never who."""

    code = "practice_missing"
    en = "{missing} of {of} have no confirmed practice yet. Close it when they have tried it."
    zh = "{of} 人里还有 {missing} 人的实操没有确认，等大家练过再结束。"


class NobodyCame(Conflict):
    code = "nobody_marked"
    en = "Nobody is marked as having come. Mark who was there first."
    zh = "还没有记下谁到了课，先记到课。"


class PracticeNeeded(Conflict):
    code = "practice_needed"
    en = "Give something to practise first: a drill or a try at a client's."
    zh = "先布置训后实操：一次演练，或一次现场尝试。"


Played = tuple[UUID, ...]
SeatsOf = Callable[[Session, UUID, UUID], Played | None]
_seats_of: dict[EvidenceOrigin, SeatsOf] = {}


def knows_seats(kind: EvidenceOrigin) -> Callable[[SeatsOf], SeatsOf]:
    """Registers who knows the seats of an origin, the one who tried it first: a mechanism knows no other's rounds."""

    def register(seats_of: SeatsOf) -> SeatsOf:
        _seats_of[kind] = seats_of
        return seats_of

    return register


def check_origin(session: TrainingSession, kind: EvidenceOrigin) -> None:
    if kind in COACHED and session.track != Track.MANAGEMENT:
        raise OnlyForManagers


def check_kind(session: TrainingSession, kind: PracticeKind) -> None:
    if kind is PracticeKind.COACHING and session.track != Track.MANAGEMENT:
        raise OnlyForManagers


def partner_in(db: Session, actor: Actor, *, kind: EvidenceOrigin, origin_id: UUID) -> UUID | None:
    """Who was with the actor there; raises TriedElsewhere when it was not the actor's own."""
    seats = _seats_of[kind](db, actor.organisation_id, origin_id)
    if seats is None or seats[0] != actor.person_id:
        raise TriedElsewhere
    return seats[1] if len(seats) > 1 else None


def visible_to(actor: Actor) -> sa.ColumnElement[bool]:
    """The one condition of every reading of evidence."""
    return sa.and_(
        col(SessionEvidence.organisation_id) == actor.organisation_id,
        col(SessionEvidence.deleted_at).is_(None),
        sa.or_(
            personal(actor, col(SessionEvidence.person_id)),
            col(SessionEvidence.partner_id) == actor.person_id,
            _gives(actor, col(SessionEvidence.session_id)),
            _learning_manager(actor, col(SessionEvidence.person_id)),
        ),
    )


def attendance_visible_to(actor: Actor) -> sa.ColumnElement[bool]:
    """The one condition of every reading of attendance: also the trainer, who marks it."""
    return sa.and_(
        col(SessionAttendance.organisation_id) == actor.organisation_id,
        col(SessionAttendance.deleted_at).is_(None),
        sa.or_(
            personal(actor, col(SessionAttendance.person_id)),
            _gives(actor, col(SessionAttendance.session_id)),
            sa.true() if actor.role is Role.TRAINER else sa.false(),
        ),
    )


def is_learner(actor: Actor, session: TrainingSession) -> bool:
    if session.track == Track.MANAGEMENT:
        return actor.role is Role.MANAGER
    return actor.role is Role.REP and actor.team_id == session.team_id


def may_confirm(db: Session, actor: Actor, evidence: SessionEvidence) -> bool:
    if actor.person_id == evidence.person_id:
        return False
    if actor.person_id == evidence.partner_id or evidence.person_id in actor.apprentice_ids:
        return True
    learner = db.get_one(Person, (evidence.organisation_id, evidence.person_id))
    return actor.leads(learner) or _guides_manager(db, actor, learner)


def _guides_manager(db: Session, actor: Actor, learner: Person) -> bool:
    if learner.role != Role.MANAGER or learner.team_id is None:
        return False
    if actor.role is not Role.REGIONAL_MANAGER:
        return actor.role is Role.TRAINER
    team = db.get_one(Team, (learner.organisation_id, learner.team_id))
    return team.parent_id == actor.team_id


def _gives(actor: Actor, session_id: Any) -> sa.ColumnElement[bool]:
    given = sa.select(col(TrainingSession.id)).where(
        col(TrainingSession.organisation_id) == actor.organisation_id,
        col(TrainingSession.trainer_id) == actor.person_id,
    )
    found: sa.ColumnElement[bool] = session_id.in_(given)
    return found


def _learning_manager(actor: Actor, person_id: Any) -> sa.ColumnElement[bool]:
    """A manager as a learner: of the actor's region, and any for the trainer."""
    if actor.role not in (Role.REGIONAL_MANAGER, Role.TRAINER):
        return sa.false()
    in_reach = sa.true() if actor.role is Role.TRAINER else col(Team.parent_id) == actor.team_id
    below = (
        sa.select(col(Person.id))
        .join(
            Team,
            sa.and_(
                col(Team.organisation_id) == col(Person.organisation_id),
                col(Team.id) == col(Person.team_id),
            ),
        )
        .where(
            col(Person.organisation_id) == actor.organisation_id,
            col(Person.role) == Role.MANAGER,
            in_reach,
        )
    )
    found: sa.ColumnElement[bool] = person_id.in_(below)
    return found
