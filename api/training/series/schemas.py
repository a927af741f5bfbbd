"""Series of training on the wire."""

from datetime import date
from typing import Annotated, Self
from uuid import UUID

from pydantic import Field, model_validator

from api.kit.wire import (
    AN_ID,
    ANOTHER_ID,
    Day,
    InputModel,
    ReadModel,
    Text,
    WallTime,
    example,
    unsent,
)
from api.kit.wording import Unfit
from api.people.schemas import PersonRef
from api.training.models import Track
from api.training.schemas import Minutes, OtherDay, TeamOfSession

Weekday = Annotated[int, Field(ge=1, le=7)]
EveryWeeks = Annotated[int, Field(ge=1, le=8)]


class TrainingSeriesNew(InputModel):
    """The same weekday again and again."""

    model_config = example(
        id=AN_ID,
        track="professional",
        team_id=ANOTHER_ID,
        weekday=3,
        starts="17:00",
        starts_on="2026-11-25",
    )

    id: UUID | None = Field(
        default=None, description="Born on the device; sent twice, stored once."
    )
    track: Track
    team_id: UUID | None = Field(
        default=None, description="Your own when left out; none for the management track."
    )
    trainer_id: UUID | None = Field(default=None, description="Who gives it: you, when left out.")
    weekday: Weekday = Field(description="1 is Monday.")
    starts: WallTime
    every_weeks: EveryWeeks | None = Field(
        default=None, description="1, and 4 for the management track, when left out."
    )
    minutes: Minutes | None = Field(default=None, description="75 when left out.")
    starts_on: Day

    @model_validator(mode="after")
    def _says_for_whom(self) -> Self:
        if self.track is Track.MANAGEMENT and self.team_id is not None:
            raise Unfit("The management track has no team.", "管理培训不分团队。")
        return self


class TrainingSeriesChange(InputModel):
    """What is absent stays as it is. Sessions that nobody has touched are laid anew; an end needs its reason."""

    model_config = example(weekday=4, starts="17:30")

    weekday: Weekday = Field(default_factory=unsent)
    starts: WallTime = Field(default_factory=unsent)
    every_weeks: EveryWeeks = Field(default_factory=unsent)
    minutes: Minutes = Field(default_factory=unsent)
    trainer_id: UUID = Field(default_factory=unsent)
    ends_on: Day = Field(default_factory=unsent, description="The last day it may lie on.")
    end_reason: Text = Field(default_factory=unsent)

    @model_validator(mode="after")
    def _ends_with_a_reason(self) -> Self:
        sent = self.model_fields_set
        if ("ends_on" in sent) != ("end_reason" in sent):
            raise Unfit("An end needs ends_on and end_reason.", "结束要有日期和原因。")
        return self


class DateOfSeries(ReadModel):
    """A date to come. Four weeks ahead it is a session; later it is only the day on which it will lie."""

    day: date
    session_id: UUID | None
    topic: str | None = Field(description="As planned for its week; null while it is open.")
    announced: bool
    skip_reason: str | None = Field(description="Why it does not take place.")
    made_up_by: OtherDay | None


class TrainingSeriesRead(ReadModel):
    id: UUID
    track: Track
    team: TeamOfSession | None
    trainer: PersonRef
    weekday: int
    starts: WallTime
    every_weeks: int
    minutes: int
    starts_on: date
    ends_on: date | None
    end_reason: str | None
    next_on: date | None = Field(description="Its next session that is still to come.")
    coming: list[DateOfSeries] = Field(
        description="The next four dates, and those skipped among them with their reason."
    )
    version: int
