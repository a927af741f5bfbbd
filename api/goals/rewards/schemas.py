"""Rewards on the wire."""

from datetime import date, datetime
from uuid import UUID

from pydantic import Field

from api.goals.models import Metric, Period
from api.kit.wire import InputModel, ReadModel, Text, example
from api.people.schemas import PersonRef


class RewardNew(InputModel):
    model_config = example(why="每一家都约好了下一步，后面的人照着做就行。")

    why: Text = Field(description="What helped, so that others may try it. The team reads it.")


class RewardOfGoal(ReadModel):
    id: UUID
    by: PersonRef
    why: str
    given_at: datetime


class RewardedGoal(ReadModel):
    """Which goal it was; how much was agreed stays between the two."""

    id: UUID
    metric: Metric
    period: Period
    first: date
    last: date


class RewardRead(RewardOfGoal):
    owner: PersonRef
    team_id: UUID = Field(description="The team it was told to.")
    goal: RewardedGoal
