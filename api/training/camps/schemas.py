"""A camp on the wire."""

from datetime import date, datetime
from typing import Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, model_validator

from api.kit.wire import (
    AN_ID,
    ANOTHER_ID,
    Bilingual,
    Day,
    InputModel,
    Moment,
    ReadModel,
    Text,
    example,
)
from api.kit.wording import Unfit
from api.people.schemas import PersonRef, TeamRef
from api.training.camp_template.models import CampDimension
from api.training.camps.models import CampDayState, CampLinkKind


class CampNew(InputModel):
    """For somebody who joined before there were camps; a newcomer's begins by itself on the join date."""

    model_config = example(id=AN_ID, person_id=ANOTHER_ID, begins_on="2026-11-24")

    id: UUID | None = Field(
        default=None, description="Born on the device; sent twice, stored once."
    )
    person_id: UUID
    begins_on: Day | None = Field(
        default=None, description="Its first day, or the working day after; today when left out."
    )


class CampLinkGiven(BaseModel):
    """A visit, ride-along, drill, share or case that you may open."""

    model_config = ConfigDict(extra="forbid", from_attributes=True, frozen=True)

    kind: CampLinkKind
    id: UUID


class CampDayGiven(InputModel):
    """What a day asks for: a few words, something to open, or both. Sent again it replaces what was there."""

    model_config = example(
        words="老板说：你们的人懂我的行业。",
        link={"kind": "drill", "id": AN_ID},
        happened_at="2026-11-24T10:15:00Z",
    )

    words: Text | None = None
    link: CampLinkGiven | None = None
    happened_at: Moment = Field(description="When it was written, on the device.")

    @model_validator(mode="after")
    def _holds_something(self) -> Self:
        if self.words is None and self.link is None:
            raise Unfit(
                "Write a few words, or attach something you did.",
                "写几句话，或附上做过的一件事。",
            )
        return self


class CampShowGiven(InputModel):
    """Ten minutes before the team."""

    model_config = example(day="2026-11-27", about="我看到的三家工厂，和我为什么相信")

    day: Day
    about: Text


class CampDayLine(ReadModel):
    """One of the five as a line in a list."""

    dimension: CampDimension
    day: date
    state: CampDayState = Field(
        description="`open` waits for its output, on its day or any time after; a missed day keeps its date."
    )


class CampShowRead(ReadModel):
    day: date
    about: str
    held_at: datetime | None
    held_by: PersonRef | None


class CampLinkRead(ReadModel):
    kind: CampLinkKind
    id: UUID


class CampDayRead(CampDayLine):
    title: Bilingual
    task: Bilingual
    asked: Bilingual
    case_id: UUID | None = Field(
        description="A case of the library to read or play that day, where the trainer chose one."
    )
    words: str | None
    link: CampLinkRead | None
    done_at: datetime | None


class CampCard(ReadModel):
    """Who is in camp, and which day is open."""

    id: UUID
    person: PersonRef
    team: TeamRef | None
    mentor: PersonRef | None = Field(description="Today's; null while nobody was chosen.")
    begins_on: date
    finished_at: datetime | None
    show_day: date | None
    days: list[CampDayLine]


class CampRead(ReadModel):
    """A camp with what the newcomer has handed in."""

    id: UUID
    person: PersonRef
    mentor: PersonRef | None = Field(description="Today's; null while nobody was chosen.")
    manager: PersonRef | None
    begins_on: date
    days: list[CampDayRead]
    show: CampShowRead | None
    newcomer_hand_at: datetime | None
    mentor_hand_at: datetime | None
    finished_at: datetime | None
    mine: bool = Field(description="It is your own camp.")
    may_say_held: bool = Field(description="You are mentor or manager.")
    may_shake: bool = Field(description="One of the two hands is yours, and not given yet.")
    version: int


class MyCampRead(ReadModel):
    """Of whoever asks."""

    camp: CampRead | None
