"""Advice after a miss: the manager gives it, the rep answers, and one step becomes a promise."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlmodel import Session

from api.commitments.models import CommitmentOrigin, Correction
from api.commitments.policy import check_due
from api.commitments.service import Promised, promise
from api.goals import queries as goals
from api.goals.advice import queries
from api.goals.advice.policy import (
    SKILL_OF,
    AnsweredAlready,
    NoAdviceYet,
    check_answer,
    check_missed,
)
from api.goals.advice.schemas import AdviceAnswerNew, AdviceNew
from api.goals.events import AdviceAnswered, AdviceGiven
from api.goals.models import (
    Advice,
    AdviceAnswer,
    AdviceKind,
    AdviceLead,
    Goal,
    LeadKind,
    Metric,
)
from api.goals.policy import NotYourGoal, check_is_manager
from api.goals.service import DetailView, detail
from api.kit.clock import now
from api.kit.events import publish
from api.kit.origin import Origin
from api.kit.rows import new_id
from api.people.policy import Actor
from api.playbook.queries import known_skills


def advise(
    db: Session, actor: Actor, *, goal_id: UUID, given: AdviceNew, birth: bytes
) -> DetailView:
    """Given by the manager after a miss, and put right until it is answered."""
    goal, owner = goals.find(db, actor, goal_id)
    check_is_manager(actor, owner)
    stored = queries.given_for(db, goal)
    if stored is not None and stored.birth_digest == birth:
        return detail(db, actor, goal, owner)
    if stored is not None and stored.answer is not None:
        raise AnsweredAlready
    check_missed(goals.view(db, actor, goal.id))
    check_due(given.due, today=actor.today(db))
    advice = _written(db, actor, goal, given, birth, stored)
    db.add(advice)
    db.flush()
    fact = AdviceGiven(goal.id, goal.owner_id, str(given.kind))
    publish(db, actor.organisation_id, fact, by=actor.person_id)
    return detail(db, actor, goal, owner)


def answer(
    db: Session, actor: Actor, *, goal_id: UUID, given: AdviceAnswerNew, birth: bytes
) -> DetailView:
    """The rep agrees, or names another cause with an own step; either way a promise closes the miss."""
    goal, owner = goals.find(db, actor, goal_id)
    if actor.person_id != goal.owner_id:
        raise NotYourGoal
    advice = queries.given_for(db, goal)
    if advice is None:
        raise NoAdviceYet
    if advice.answer is not None:
        if advice.answer_digest != birth:
            raise AnsweredAlready
        return detail(db, actor, goal, owner)
    check_answer(given)
    skill = skill_of(db, goal)
    made = promise(db, actor, given=_step(advice, goal, given, skill))
    advice.answer, advice.answer_words, advice.answer_digest = given.answer, given.words, birth
    advice.answered_at = advice.updated_at = goal.updated_at = now(db)
    advice.commitment_id = made.id
    db.flush()
    fact = AdviceAnswered(goal.id, goal.owner_id, str(advice.kind), str(given.answer), made.id)
    publish(db, actor.organisation_id, fact, by=actor.person_id)
    return detail(db, actor, goal, owner)


def skill_of(db: Session, goal: Goal) -> str | None:
    """Which skill of the organisation's own list this goal asks for, if one does."""
    key = SKILL_OF.get(Metric(goal.metric))
    return key if key and known_skills(db, goal.organisation_id, [key]) else None


def lead(db: Session, goal: Goal, kind: LeadKind, record_id: UUID | None = None) -> None:
    """Notes what the method laid out for the rep; the same again changes nothing."""
    if any(one.kind == kind for one in queries.leads_of(db, goal)):
        return
    db.add(
        AdviceLead(
            organisation_id=goal.organisation_id,
            id=new_id(db),
            created_at=now(db),
            goal_id=goal.id,
            kind=kind,
            record_id=record_id,
        )
    )
    db.flush()


def _written(
    db: Session, actor: Actor, goal: Goal, given: AdviceNew, birth: bytes, stored: Advice | None
) -> Advice:
    """New, or in the place of what stood there unanswered."""
    content: dict[str, Any] = {
        "kind": given.kind,
        "words": given.words,
        "step": given.step,
        "how_seen": given.how_seen,
        "step_due": given.due,
        "by_id": actor.person_id,
        "birth_digest": birth,
        "updated_at": now(db),
    }
    if stored is not None:
        for name, value in content.items():
            setattr(stored, name, value)
        return stored
    born: dict[str, Any] = {
        "organisation_id": actor.organisation_id,
        "id": new_id(db),
        "created_at": now(db),
        "goal_id": goal.id,
    }
    return Advice(**born, **content)


def _step(advice: Advice, goal: Goal, given: AdviceAnswerNew, skill: str | None) -> Promised:
    """The advised step, or the rep's own; what is missing is brought by the manager, who promises it then."""
    origin, due = Origin(CommitmentOrigin.ADVICE, advice.id), given.due or advice.step_due
    if given.answer is AdviceAnswer.OTHER_CAUSE:
        return _promised(advice, goal, given, origin, due, skill)
    lent = advice.kind == AdviceKind.RESOURCE
    return Promised(
        owner_id=advice.by_id if lent else goal.owner_id,
        to_id=goal.owner_id if lent else advice.by_id,
        words=advice.step,
        how_seen=advice.how_seen,
        due=due,
        origin=origin,
        correction=None if lent else Correction(advice.kind),
        skill_key=skill if advice.kind == AdviceKind.SKILL else None,
    )


def _promised(
    advice: Advice,
    goal: Goal,
    given: AdviceAnswerNew,
    origin: Origin,
    due: date,
    skill: str | None,
) -> Promised:
    return Promised(
        owner_id=goal.owner_id,
        to_id=advice.by_id,
        words=given.step or "",
        how_seen=given.how_seen or "",
        due=due,
        origin=origin,
        correction=given.correction,
        skill_key=skill if given.correction is Correction.SKILL else None,
    )
