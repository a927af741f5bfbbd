"""What came of it: the newest answered advice of each kind, a line that held, a goal that was met, help that rises.

The flows themselves lay it down once all rows of the month stand, as they would have; those whose evening or day is
told elsewhere as a story of its own are left alone.
"""

from collections.abc import Iterator
from uuid import UUID

from sqlmodel import Session, col, select

from api.commitments.models import Commitment
from api.drills.models import Drill, Round
from api.flows import answer_rising_help, ask_how_it_was_met, route_correction, tell_what_worked
from api.goals.events import AdviceAnswered, RewardGiven
from api.goals.models import Advice, Goal, Reward
from api.people.models import Person
from api.people.policy import Actor
from api.visits.models import Visit

TOLD_ELSEWHERE = ("lin.xiaoman", "zhou.qihang", "han.xue")
LOOKED_THROUGH = 200
"""Of the newest visits that moved, one was rehearsed the evening before."""


def lead_on(db: Session, organisation_id: UUID) -> None:
    left_alone = select(col(Person.id)).where(
        col(Person.organisation_id) == organisation_id, col(Person.login).in_(TOLD_ELSEWHERE)
    )
    spared = set(db.exec(left_alone))
    for fact in _newest_answers(db, organisation_id, spared):
        route_correction.route_correction(db, fact, organisation_id)
    _thanked(db, organisation_id, spared)
    _line_that_held(db, organisation_id, spared)
    answer_rising_help.look(db, Actor.method(db, organisation_id))
    db.flush()


def _newest_answers(
    db: Session, organisation_id: UUID, spared: set[UUID]
) -> Iterator[AdviceAnswered]:
    """One of each correction."""
    asked = (
        select(Advice, col(Goal.owner_id), col(Commitment.correction))
        .join(Goal, col(Goal.id) == col(Advice.goal_id))
        .join(Commitment, col(Commitment.id) == col(Advice.commitment_id))
        .where(
            col(Advice.organisation_id) == organisation_id,
            col(Goal.organisation_id) == organisation_id,
            col(Commitment.organisation_id) == organisation_id,
        )
        .order_by(col(Advice.answered_at).desc(), col(Advice.id))
    )
    seen: set[str] = set()
    for advice, owner_id, correction in db.exec(asked).all():
        promise_id = advice.commitment_id
        if owner_id in spared or promise_id is None or correction in {None, *seen}:
            continue
        seen.add(str(correction))
        kind, answer = str(advice.kind), str(advice.answer)
        yield AdviceAnswered(advice.goal_id, owner_id, kind, answer, promise_id)


def _thanked(db: Session, organisation_id: UUID, spared: set[UUID]) -> None:
    newest = select(Reward).where(
        col(Reward.organisation_id) == organisation_id, col(Reward.owner_id).not_in(spared)
    )
    reward = db.exec(newest.order_by(col(Reward.created_at).desc(), col(Reward.id))).first()
    if reward is not None:
        fact = RewardGiven(reward.goal_id, reward.owner_id, reward.team_id)
        ask_how_it_was_met.ask_for_a_share(db, fact, organisation_id)


def _line_that_held(db: Session, organisation_id: UUID, spared: set[UUID]) -> None:
    """The newest visit that moved after something was kept at that client."""
    kept = (
        select(Visit)
        .join(Round, col(Round.client_id) == col(Visit.client_id))
        .join(Drill, col(Drill.id) == col(Round.drill_id))
        .where(
            col(Visit.organisation_id) == organisation_id,
            col(Round.organisation_id) == organisation_id,
            col(Drill.organisation_id) == organisation_id,
            col(Round.rep_id) == col(Visit.rep_id),
            col(Round.keep).is_not(None),
            col(Visit.outcome).in_(tell_what_worked.MOVED),
            col(Visit.rep_id).not_in(spared),
            col(Drill.day) < col(Visit.day),
        )
        .order_by(col(Visit.day).desc(), col(Drill.day).desc(), col(Visit.id))
        .limit(LOOKED_THROUGH)
    )
    for visit in db.exec(kept).all():
        if tell_what_worked.offer(db, organisation_id, visit.id):
            return
