"""Series of reviews on the wire."""

from datetime import date
from typing import Literal, Self
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
from api.people.schemas import PersonRef, Weekday
from api.reviews.schemas import Minutes, TeamOfReview

SeriesKind = Literal["weekly", "manager", "team", "month"]


class SeriesNew(InputModel):
    """The same weekday again and again, hosted by you. A month's series takes the last such weekday of a month."""

    model_config = example(
        id=AN_ID,
        kind="weekly",
        person_id=ANOTHER_ID,
        weekday=4,
        starts="16:30",
        starts_on="2026-11-26",
    )

    id: UUID | None = Field(
        default=None, description="Born on the device; sent twice, stored once."
    )
    kind: SeriesKind
    person_id: UUID | None = Field(default=None, description="With whom; left out for your team.")
    weekday: Weekday = Field(description="1 is Monday.")
    starts: WallTime
    every_weeks: int | None = Field(
        default=None, ge=1, le=8, description="1, and 2 for a manager's, when left out."
    )
    minutes: Minutes | None = None
    starts_on: Day

    @model_validator(mode="after")
    def _says_with_whom(self) -> Self:
        if (self.kind == "team") != (self.person_id is None):
            raise Unfit(
                "A team's series names no person, any other names one.",
                "团队的系列不写人，其他的要写一位。",
            )
        return self


class SeriesChange(InputModel):
    """What is absent stays as it is. Reviews that nobody has touched are laid anew; an end needs its reason."""

    model_config = example(weekday=3, starts="17:00")

    weekday: Weekday = Field(default_factory=unsent)
    starts: WallTime = Field(default_factory=unsent)
    every_weeks: int = Field(default_factory=unsent, ge=1, le=8)
    minutes: Minutes = Field(default_factory=unsent)
    ends_on: Day = Field(default_factory=unsent, description="The last day it may lie on.")
    end_reason: Text = Field(default_factory=unsent)

    @model_validator(mode="after")
    def _ends_with_a_reason(self) -> Self:
        sent = self.model_fields_set
        if ("ends_on" in sent) != ("end_reason" in sent):
            raise Unfit("An end needs ends_on and end_reason.", "结束要有日期和原因。")
        return self


class SeriesRead(ReadModel):
    id: UUID
    kind: SeriesKind
    host: PersonRef
    person: PersonRef | None
    team: TeamOfReview | None
    weekday: int
    starts: WallTime
    every_weeks: int
    minutes: int
    starts_on: date
    ends_on: date | None
    end_reason: str | None
    next_on: date | None = Field(description="The next review of it that is still to come.")
    version: int
