"""Plans of training on the wire."""

from datetime import date
from typing import Annotated, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from api.kit.wire import AN_ID, Day, InputModel, Line, ReadModel, example
from api.kit.wording import Unfit
from api.people.schemas import PersonRef
from api.training.models import SessionState, TopicClass, Track
from api.training.plans.models import PlanPeriod
from api.training.schemas import OtherDay, TeamOfSession

Key = Annotated[str, StringConstraints(pattern="^[a-z][a-z0-9_]{1,39}$")]
MOST_TOPICS, MOST_KEYS = 26, 6
A_TOPIC = {
    "topic": "外贸公司够用了吗？",
    "topic_class": "business",
    "skill_keys": ["objections"],
    "wish_week": "2026-11-23",
}


class PlannedTopicGiven(BaseModel):
    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)

    topic: Line
    topic_class: TopicClass
    skill_keys: list[Key] = Field(
        default_factory=list, max_length=MOST_KEYS, description="Skills of the playbook."
    )
    product_keys: list[Key] = Field(
        default_factory=list, max_length=MOST_KEYS, description="Products of the organisation."
    )
    wish_week: Day | None = Field(default=None, description="The Monday of that week.")

    @model_validator(mode="after")
    def _begins_on_a_monday(self) -> Self:
        if self.wish_week is not None and self.wish_week.weekday() != 0:
            raise Unfit("A week is named by its Monday.", "周要写周一的日期。")
        return self


class TrainingPlanNew(InputModel):
    """What one track is to learn in a quarter or a month."""

    model_config = example(
        id=AN_ID, period="month", starts_on="2026-11-01", track="professional", topics=[A_TOPIC]
    )

    id: UUID | None = Field(
        default=None, description="Born on the device; sent twice, stored once."
    )
    period: PlanPeriod
    starts_on: Day = Field(description="The first day of the quarter or month.")
    track: Track
    team_id: UUID | None = Field(
        default=None,
        description="A manager's own team; the trainer's is for every team when left out.",
    )
    topics: list[PlannedTopicGiven] = Field(max_length=MOST_TOPICS)

    @model_validator(mode="after")
    def _begins_with_its_period(self) -> Self:
        quarterly = self.period is PlanPeriod.QUARTER and self.starts_on.month % 3 != 1
        if self.starts_on.day != 1 or quarterly:
            raise Unfit("It begins on the first day of its period.", "从季度或月份的第一天开始。")
        return self


class TrainingPlanChange(InputModel):
    """All topics; what is not among them goes. Sessions keep the topic they have."""

    model_config = example(topics=[A_TOPIC])

    topics: list[PlannedTopicGiven] = Field(max_length=MOST_TOPICS)


class ClassOfTopic(ReadModel):
    """A class of a planned topic; one that was skipped stands here with its reason and its make-up."""

    id: UUID
    team: TeamOfSession | None = Field(description="Null for the management track.")
    day: date
    state: SessionState
    skip_reason: str | None
    made_up_by: OtherDay | None


class PlannedTopicRead(ReadModel):
    id: UUID
    topic: str
    topic_class: TopicClass
    skill_keys: list[str]
    product_keys: list[str]
    wish_week: date | None
    classes: list[ClassOfTopic] = Field(
        description="What became of it, as far as you see the class: by the words of its topic, in the plan's period."
    )


class TrainingPlanCard(ReadModel):
    """A plan as a line in a list."""

    id: UUID
    period: PlanPeriod
    starts_on: date
    track: Track
    team: TeamOfSession | None = Field(description="Null when it is for every team.")
    by: PersonRef
    version: int


class TrainingPlanRead(TrainingPlanCard):
    topics: list[PlannedTopicRead]
