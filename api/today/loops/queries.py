"""Reads the steps of one rep's loops in three statements: the skills, what was taught, and the visits."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col, select

from api.drills.models import Drill, Round, RoundTick
from api.kit.rows import beside
from api.people.models import Person
from api.playbook.models import Behaviour, Skill
from api.ride_alongs.models import RideAlong
from api.today.loops.policy import CALLED_FOR, OBJECTIONS, Happened, Stage, Visited
from api.training.models import LearningPoint, TrainingSession
from api.training.practice.models import AttendanceMark, SessionAttendance
from api.visits.models import Outcome, Purpose, Visit, VisitObjection

MOVED = (Outcome.ADVANCED, Outcome.SIGNED, Outcome.PAID)
MOST = 2_000
"""Twenty visits a day for ninety days; nobody makes more."""
Taught = dict[str, dict[Stage, list[Happened]]]
Days = tuple[date, date]


def skills(db: Session, organisation_id: Any) -> Sequence[tuple[str, dict[str, str]]]:
    """In the order of the playbook."""
    asked = select(col(Skill.key), col(Skill.name)).where(
        col(Skill.organisation_id) == organisation_id
    )
    return db.exec(asked.order_by(col(Skill.position), col(Skill.id))).all()


def taught(db: Session, whose: Person, days: Days) -> Taught:
    """Classes attended, evenings on which a behaviour of the skill was looked at, days ridden with it as the focus."""
    asked = sa.union_all(_lessons(whose, days), _drills(whose, days), _rides(whose, days))
    found: Taught = defaultdict(lambda: defaultdict(list))
    for stage, skill_key, day, record_id in db.connection().execute(asked):
        found[skill_key][Stage(stage)].append(Happened(day, record_id))
    return found


def visited(db: Session, whose: Person, days: Days) -> dict[str, list[Visited]]:
    """Visits that were made, by the skill they asked for."""
    said = (
        sa.select(col(VisitObjection.id))
        .where(beside(Visit, VisitObjection, col(VisitObjection.visit_id) == col(Visit.id)))
        .exists()
    )
    asked = (
        sa.select(col(Visit.id), col(Visit.day), col(Visit.purpose), col(Visit.outcome), said)
        .where(
            col(Visit.organisation_id) == whose.organisation_id,
            col(Visit.rep_id) == whose.id,
            col(Visit.day).between(*days),
            col(Visit.outcome).is_not(None),
            col(Visit.deleted_at).is_(None),
        )
        .order_by(col(Visit.day).desc(), col(Visit.id).desc())
        .limit(MOST)
    )
    found: dict[str, list[Visited]] = defaultdict(list)
    for visit_id, day, purpose, outcome, heard in db.connection().execute(asked):
        told = Visited(day, visit_id, outcome in MOVED)
        keys = (*CALLED_FOR.get(Purpose(purpose), ()), *((OBJECTIONS,) if heard else ()))
        for key in keys:
            found[key].append(told)
    return found


def _lessons(whose: Person, days: Days) -> Any:
    """A class is about the skill of its practice, and of each of its points."""
    about = sa.func.coalesce(col(LearningPoint.skill_key), col(TrainingSession.practice_skill_key))
    return (
        sa.select(
            sa.literal(str(Stage.LESSON)), about, col(TrainingSession.day), col(TrainingSession.id)
        )
        .join(
            SessionAttendance,
            beside(
                TrainingSession,
                SessionAttendance,
                col(SessionAttendance.session_id) == col(TrainingSession.id),
            ),
        )
        .outerjoin(
            LearningPoint,
            beside(
                TrainingSession,
                LearningPoint,
                col(LearningPoint.session_id) == col(TrainingSession.id),
            ),
        )
        .where(
            col(SessionAttendance.organisation_id) == whose.organisation_id,
            col(SessionAttendance.person_id) == whose.id,
            col(SessionAttendance.mark) != AttendanceMark.MISSED,
            col(TrainingSession.held_at).is_not(None),
            col(TrainingSession.day).between(*days),
            about.is_not(None),
        )
        .distinct()
    )


def _drills(whose: Person, days: Days) -> Any:
    return (
        sa.select(sa.literal(str(Stage.DRILL)), col(Skill.key), col(Drill.day), col(Drill.id))
        .join(Round, beside(Drill, Round, col(Round.drill_id) == col(Drill.id)))
        .join(RoundTick, beside(Round, RoundTick, col(RoundTick.round_id) == col(Round.id)))
        .join(
            Behaviour,
            beside(RoundTick, Behaviour, col(Behaviour.id) == col(RoundTick.behaviour_id)),
        )
        .join(Skill, beside(Behaviour, Skill, col(Skill.id) == col(Behaviour.skill_id)))
        .where(
            col(Drill.organisation_id) == whose.organisation_id,
            col(Round.rep_id) == whose.id,
            col(Drill.day).between(*days),
        )
        .distinct()
    )


def _rides(whose: Person, days: Days) -> Any:
    return sa.select(
        sa.literal(str(Stage.RIDE_ALONG)),
        col(RideAlong.focus_skill_key),
        col(RideAlong.day),
        col(RideAlong.id),
    ).where(
        col(RideAlong.organisation_id) == whose.organisation_id,
        col(RideAlong.apprentice_id) == whose.id,
        col(RideAlong.focus_skill_key).is_not(None),
        col(RideAlong.debriefed_at).is_not(None),
        col(RideAlong.day).between(*days),
        col(RideAlong.deleted_at).is_(None),
    )
