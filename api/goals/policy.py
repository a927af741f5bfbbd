"""Who reads a goal: its owner, the owner's mentor and manager; the two who agree on it are owner and manager.

Advice after a miss is between owner and manager alone; a reward is told to the team (rewards/policy.py).
"""

from datetime import date
from typing import Protocol
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col

from api.goals.models import Goal
from api.kit.errors import Conflict, Forbidden
from api.people.models import Person, Role
from api.people.policy import Actor, personal


class NotYourGoal(Forbidden):
    code = "goal_not_yours"
    en = "A goal is agreed between the rep and the manager. Talk it over with one of them."
    zh = "目标由本人和主管一起定，找其中一位商量。"


class NotForReps(Conflict):
    code = "goal_not_for_reps"
    en = "Goals are agreed with reps so far. Choose a rep of the team."
    zh = "目前只和销售员定目标，请选团队里的一位销售员。"


class GoalThereAlready(Conflict):
    code = "goal_there_already"
    en = "There is a goal for this already. Open it and propose another amount there."
    zh = "这个周期已经有这项目标了，打开它再提新的数。"


class PeriodOver(Conflict):
    code = "period_over"
    en = "This period is over. Choose the one that runs now, or the next."
    zh = "这个周期已经结束，请选正在进行的，或下一个。"


class NotWithin(Conflict):
    code = "goal_not_within"
    en = "The larger goal is another person's, or its period does not hold this one. Choose again."
    zh = "上一级目标不是同一个人的，或周期不包含这一段，请重新选。"


class ReasonNeeded(Conflict):
    code = "goal_reason_needed"
    en = "Both of you agreed on this goal. Say why it should change; the old one stays in its history."
    zh = "这个目标你们俩都同意过。写一句为什么改，原来的会留在记录里。"


class OtherSideAgrees(Conflict):
    code = "other_side_agrees"
    en = "You proposed this. It counts once the other one agrees."
    zh = "这是你提的，对方同意了才算数。"


class ProposalChanged(Conflict):
    code = "proposal_changed"
    en = "There is a newer proposal than the one you saw. Open the goal and look again."
    zh = "你看到之后又有了新的提议，打开目标再看一眼。"


class Sides(Protocol):
    """Whoever proposed; the other side is the one of the two who did not."""

    proposed_by_id: UUID


def visible_to(actor: Actor) -> sa.ColumnElement[bool]:
    """The one condition of every list and get of goals."""
    return sa.and_(
        col(Goal.organisation_id) == actor.organisation_id,
        col(Goal.deleted_at).is_(None),
        personal(actor, col(Goal.owner_id)),
    )


def check_is_side(actor: Actor, owner: Person) -> None:
    """The owner and the manager of the owner's team."""
    if actor.person_id != owner.id and not actor.leads(owner):
        raise NotYourGoal


def check_is_manager(actor: Actor, owner: Person) -> None:
    if actor.person_id == owner.id or not actor.leads(owner):
        raise NotYourGoal


def check_has_goals(owner: Person) -> None:
    if owner.role != Role.REP:
        raise NotForReps


def check_runs(last: date, *, today: date) -> None:
    if last < today:
        raise PeriodOver


def check_other_side(actor: Actor, owner: Person, proposed: Sides) -> None:
    """What the owner proposed the manager agrees to, and the other way round."""
    by_owner = proposed.proposed_by_id == owner.id
    if by_owner == (actor.person_id == owner.id):
        raise OtherSideAgrees


def shares_advice(actor: Actor, owner: Person) -> bool:
    """Advice is private: the mentor reads the goal and not the advice."""
    return actor.person_id == owner.id or actor.leads(owner)
