"""Goals on the wire."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field, model_validator

from api.clients.schemas import ClientRef
from api.commitments.models import Correction
from api.goals.advice.schemas import AdviceRead
from api.goals.figures.policy import Factor, GoalState
from api.goals.models import GoalKind, Metric, Period
from api.goals.rewards.schemas import RewardOfGoal
from api.kit.wire import (
    AN_ID,
    ANOTHER_ID,
    MOST_MINOR,
    Day,
    InputModel,
    Line,
    Money,
    ReadModel,
    Text,
    example,
)
from api.kit.wording import Unfit
from api.people.schemas import PersonRef

Amount = Annotated[
    int,
    Field(ge=1, le=MOST_MINOR, description="A count; for money, the currency's smallest unit."),
]


class _Proposed(InputModel):
    target: Amount
    stretch: Amount | None = Field(
        default=None, description="More than the target, if it goes well."
    )
    quality: Line | None = Field(
        default=None, description="What must hold beside the number: paid, no refund, renewed."
    )

    @model_validator(mode="after")
    def _stretches(self) -> "_Proposed":
        if self.stretch is not None and self.stretch <= self.target:
            raise Unfit("A stretch is more than the target.", "冲刺目标要高于目标。")
        return self


class GoalNew(_Proposed):
    model_config = example(
        id=AN_ID,
        owner_id=ANOTHER_ID,
        period="week",
        day="2026-11-23",
        metric="effective_visits",
        target=12,
        stretch=15,
        quality="每家都约好下一步",
    )

    id: UUID | None = Field(
        default=None, description="A UUIDv7 born on the phone; sent twice, stored once."
    )
    owner_id: UUID
    period: Period
    day: Day = Field(description="Any day of the month or week.")
    metric: Metric
    within_id: UUID | None = Field(
        default=None, description="The goal of the longer period this one is a step of."
    )


class GoalVersionNew(_Proposed):
    """Another amount; an agreed one needs the reason."""

    model_config = example(id=AN_ID, target=10, why="周三周四展会，去掉两天")

    id: UUID | None = Field(
        default=None, description="A UUIDv7 born on the phone; sent twice, stored once."
    )
    why: Text | None = None


class GoalAgreementNew(InputModel):
    model_config = example(version_id=ANOTHER_ID)

    version_id: UUID = Field(
        description="The proposal you saw, so that nobody agrees to a newer one."
    )


class GoalVersionBrief(ReadModel):
    id: UUID
    target: int
    stretch: int | None
    quality: str | None
    proposed_by_id: UUID


class GoalVersionRead(GoalVersionBrief):
    number: int
    why: str | None
    proposed_by: PersonRef
    proposed_at: datetime
    agreed_by: PersonRef | None = Field(
        description="Null: it waits, or a newer one took its place."
    )
    agreed_at: datetime | None


class ReachedRead(ReadModel):
    value: int = Field(description="In the unit of the target.")
    n: int = Field(description="The rows it is made of, see `/goals/{id}/rows`.")


class ElapsedRead(ReadModel):
    worked: int = Field(description="Working days of the period that are over.")
    of: int


class WhatHelpsRead(ReadModel):
    factor: Factor | None = Field(
        description="The factor furthest below the own period before; null where none fell, and below 20 cases in "
        "either period (for visits 3 working days)."
    )
    n: int | None = Field(
        description="Cases behind it now: working days for visits. Without a factor those of the one that is too thin "
        "to judge; null where none is."
    )
    n_before: int | None
    correction: Correction = Field(description="The kind of help that answers it.")


class GoalRead(ReadModel):
    id: UUID
    owner: PersonRef
    period: Period
    first: date
    last: date
    kind: GoalKind
    metric: Metric
    currency: str | None = Field(description="For money; the unit of `target` is its smallest.")
    within_id: UUID | None
    state: GoalState = Field(
        description="Computed: `proposed` until both agree, `agreed` while it is too early to say, `met` as soon as "
        "the target is reached, `closed` with its reward or with the answer to its advice."
    )
    agreed: GoalVersionBrief | None = Field(description="What is in force.")
    proposed: GoalVersionBrief | None = Field(description="What waits for the other side.")
    reached: ReachedRead
    elapsed: ElapsedRead
    what_helps: WhatHelpsRead | None = Field(
        description="Only while it drifts, is off or was missed."
    )
    advice_due: date | None = Field(
        description="Until when the manager owes advice after a miss; null once it is given."
    )
    version: int


class FactorRead(ReadModel):
    factor: Factor
    now: float | None = Field(description="Null without a case.")
    n: int
    before: float | None = Field(description="The same in the own period before.")
    n_before: int


class GoalDetailRead(GoalRead):
    within: GoalRead | None = Field(description="The goal of the longer period it is a step of.")
    steps: list[GoalRead] = Field(description="Goals of shorter periods within it, by their days.")
    factors: list[FactorRead] = Field(
        description="Result ≈ visits × effective rate × close rate × order size."
    )
    history: list[GoalVersionRead] = Field(description="Every proposal, the latest first.")
    advice: AdviceRead | None = Field(description="Between owner and manager; null for others.")
    reward: RewardOfGoal | None


class GoalsAwaitingRead(ReadModel):
    """By exception: what needs you, and nothing that goes well."""

    advice: list[GoalRead] = Field(description="Missed, and no advice yet: the earliest due first.")
    answer: list[GoalRead] = Field(description="Your own: advice that waits for your answer.")
    off_track: list[GoalRead]
    drifting: list[GoalRead]
    agreement: list[GoalRead] = Field(description="Proposed by the other side.")
    reward: list[GoalRead] = Field(description="Met, and nobody has said thanks yet.")


class FigureRowRead(ReadModel):
    id: UUID
    kind: Annotated[
        str,
        Field(examples=["visit"], description="visit, deal, payment, round, rung or help_solved."),
    ]
    day: date
    client: ClientRef | None
    amount: Money | None
    opens_id: UUID = Field(
        description="What to open: the visit, the deal (also of a payment), the round, the move on the ladder, or the "
        "request that was answered."
    )
