"""What the team would say afterwards of a goal; no reason, no advice, no word of anybody is in it."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from api.kit.events import Event


@dataclass(frozen=True)
class GoalProposed(Event):
    """One side named a goal, or another amount for an agreed one; it waits for the other side."""

    topic: ClassVar[str] = "goal.proposed"

    goal_id: UUID
    owner_id: UUID
    metric: str
    target: int
    proposed_by_id: UUID


@dataclass(frozen=True)
class GoalAgreed(Event):
    """Both want it now."""

    topic: ClassVar[str] = "goal.agreed"

    goal_id: UUID
    owner_id: UUID
    metric: str
    target: int


@dataclass(frozen=True)
class AdviceGiven(Event):
    """The manager wrote to the rep after a miss."""

    topic: ClassVar[str] = "goal.advice_given"

    goal_id: UUID
    owner_id: UUID
    kind: str


@dataclass(frozen=True)
class AdviceAnswered(Event):
    """The rep answered, and one step has a day: the miss is closed."""

    topic: ClassVar[str] = "goal.advice_answered"

    goal_id: UUID
    owner_id: UUID
    kind: str
    answer: str
    commitment_id: UUID


@dataclass(frozen=True)
class RewardGiven(Event):
    """Somebody was thanked before the team for what was reached."""

    topic: ClassVar[str] = "goal.reward_given"

    goal_id: UUID
    owner_id: UUID
    team_id: UUID
