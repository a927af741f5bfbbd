"""PKs on the wire."""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import Field, model_validator

from api.goals.models import Metric
from api.kit.wire import (
    AN_ID,
    ANOTHER_ID,
    MOST_MINOR,
    Day,
    InputModel,
    Line,
    ReadModel,
    example,
)
from api.kit.wording import Unfit
from api.people.schemas import PersonRef
from api.shares.rivals.models import RivalryState, Stake
from api.shares.rivals.policy import PkOutcome

MOST_METRICS = 3
Learn = Annotated[Line, Field(description="What I want to learn from the other: a friendly word.")]


class RivalryTermNew(InputModel):
    model_config = example(metric="effective_visits", handicap=3, handicap_for_id=ANOTHER_ID)

    metric: Metric
    handicap: int = Field(
        default=0,
        ge=0,
        le=MOST_MINOR,
        description="Added to one side: a count, or money in its smallest unit.",
    )
    handicap_for_id: UUID | None = Field(default=None, description="To whom it is added.")

    @model_validator(mode="after")
    def _is_for_somebody(self) -> "RivalryTermNew":
        if (self.handicap == 0) is not (self.handicap_for_id is None):
            raise Unfit("A handicap is for one of the two.", "让分要写明加给谁。")
        return self


class RivalryNew(InputModel):
    """Without `rival_id` the rival is the own last month: no stake and no handicap then."""

    model_config = example(
        id=AN_ID,
        rival_id=ANOTHER_ID,
        first_day="2026-11-24",
        last_day="2026-12-04",
        terms=[
            {"metric": "effective_visits"},
            {"metric": "rounds_fired", "handicap": 2, "handicap_for_id": ANOTHER_ID},
        ],
        stake="tea",
        learn="怎么一进门就见到老板",
    )

    id: UUID | None = Field(
        default=None, description="A UUIDv7 born on the phone; sent twice, stored once."
    )
    rival_id: UUID | None = Field(default=None, description="Null: my own last month.")
    first_day: Day
    last_day: Day
    terms: list[RivalryTermNew] = Field(min_length=1, max_length=MOST_METRICS)
    stake: Stake | None = None
    learn: Learn

    @model_validator(mode="after")
    def _fits_together(self) -> "RivalryNew":
        if self.last_day < self.first_day:
            raise Unfit("The last day comes after the first.", "结束的日子要在开始之后。")
        if len({one.metric for one in self.terms}) < len(self.terms):
            raise Unfit("Each metric once.", "每个指标只选一次。")
        if (self.stake is None) is not (self.rival_id is None):
            raise Unfit("A stake is between two people.", "彩头是两个人之间的。")
        if self.rival_id is None and any(one.handicap for one in self.terms):
            raise Unfit("Against yourself there is no handicap.", "和自己比没有让分。")
        return self


class RivalryAcceptance(InputModel):
    model_config = example(learn="怎么把异议接住再往下谈")

    learn: Learn


class RivalryAnnouncement(InputModel):
    model_config = example(told=True)

    told: bool = Field(
        description="Whether the team may know that you have a PK; it shows once all of its people say so."
    )


class RivalryFactRead(ReadModel):
    value: int = Field(description="Without the handicap; money in its smallest unit.")
    n: int = Field(description="The rows it is made of.")


class RivalryTermRead(ReadModel):
    metric: Metric
    handicap: int
    handicap_for_id: UUID | None
    mine: RivalryFactRead | None = Field(description="Null until the PK runs.")
    theirs: RivalryFactRead | None = Field(
        description="The rival's, or my own of the days before; null until the PK runs."
    )


class RivalryRead(ReadModel):
    id: UUID
    proposed_by: PersonRef
    rival: PersonRef | None = Field(description="Null: the own last month.")
    first_day: date
    last_day: date
    before_first: date | None = Field(
        description="With oneself: as many working days, just before; these are compared."
    )
    before_last: date | None
    state: RivalryState
    stake: Stake | None
    version: int


class RivalryDetailRead(RivalryRead):
    currency: str = Field(description="Of money among the metrics.")
    terms: list[RivalryTermRead] = Field(description="As they were agreed on.")
    my_learn: str | None
    their_learn: str | None
    i_tell: bool = Field(description="I said that the team may know of it.")
    they_tell: bool
    outcome: PkOutcome | None = Field(
        description="For whoever reads, once it is settled: in more metrics more, as many, or fewer."
    )


class RivalryOnTheWall(ReadModel):
    """That there is a PK, and until when; no metric, no figure, no stake."""

    id: UUID
    people: list[PersonRef] = Field(description="One of them alone has it with the own last month.")
    last_day: date
