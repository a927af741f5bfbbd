"""Reads of advice."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlmodel import Session, col, select

from api.commitments import queries as commitments
from api.commitments.queries import CommitmentView
from api.goals.models import Advice, AdviceAnswer, AdviceKind, AdviceLead, Goal
from api.people import queries as people
from api.people.queries import PersonRef


@dataclass(frozen=True)
class AdviceView:
    id: UUID
    kind: AdviceKind
    words: str
    step: str
    how_seen: str
    step_due: date
    by: PersonRef
    given_at: datetime
    answer: AdviceAnswer | None
    answer_words: str | None
    answered_at: datetime | None
    commitment_id: UUID | None
    promise: CommitmentView | None
    leads: Sequence[AdviceLead]


def given_for(db: Session, goal: Goal) -> Advice | None:
    it = (
        col(Advice.organisation_id) == goal.organisation_id,
        col(Advice.goal_id) == goal.id,
    )
    return db.exec(select(Advice).where(*it)).first()


def of_goal(db: Session, goal: Goal) -> AdviceView | None:
    found = given_for(db, goal)
    if found is None:
        return None
    names = people.refs(db, goal.organisation_id, [found.by_id])
    made = [found.commitment_id] if found.commitment_id else []
    promises = commitments.by_ids(db, goal.organisation_id, made) if made else {}
    return AdviceView(
        id=found.id,
        kind=found.kind,
        words=found.words,
        step=found.step,
        how_seen=found.how_seen,
        step_due=found.step_due,
        by=names[found.by_id],
        given_at=found.created_at,
        answer=found.answer,
        answer_words=found.answer_words,
        answered_at=found.answered_at,
        commitment_id=found.commitment_id,
        promise=promises.get(found.commitment_id) if found.commitment_id else None,
        leads=leads_of(db, goal) if found.answer else [],
    )


def leads_of(db: Session, goal: Goal) -> list[AdviceLead]:
    """What came of it, in the order it was laid out."""
    its = (
        col(AdviceLead.organisation_id) == goal.organisation_id,
        col(AdviceLead.goal_id) == goal.id,
    )
    return list(db.exec(select(AdviceLead).where(*its).order_by(col(AdviceLead.id))))


def one(db: Session, organisation_id: UUID, goal_id: UUID) -> Advice:
    """The advice on a goal, for a flow."""
    its = (col(Advice.organisation_id) == organisation_id, col(Advice.goal_id) == goal_id)
    return db.exec(select(Advice).where(*its)).one()
