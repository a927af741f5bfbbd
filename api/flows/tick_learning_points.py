"""学了就要练: for seven days what a class taught is ticked in the rounds of those who were there (domain.md §4)."""

from datetime import timedelta
from uuid import UUID

from sqlmodel import Session

from api.drills.points import service as points
from api.drills.points.service import Learned
from api.kit.events import on
from api.people.policy import Actor
from api.training import queries as training
from api.training.events import AttendanceMarked
from api.training.practice import queries as practice
from api.training.practice.models import AttendanceMark

DAYS = timedelta(days=7)


@on(AttendanceMarked)
def offer_to_whoever_was_there(db: Session, fact: AttendanceMarked, organisation_id: UUID) -> None:
    """From the class on, also for whoever catches up within the seven days; taken back from whoever missed it."""
    actor = Actor.method(db, organisation_id)
    if fact.mark == AttendanceMark.MISSED:
        points.take_back(db, actor, rep_id=fact.person_id, within_id=fact.session_id)
        return
    session = training.one(db, organisation_id, fact.session_id)
    learned = [Learned(one.id, one.if_, one.then) for one in practice.points_of(db, session)]
    points.offer(
        db,
        actor,
        rep_id=fact.person_id,
        within_id=session.id,
        learned=learned,
        days=(session.day, session.day + DAYS),
    )
