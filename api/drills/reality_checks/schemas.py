"""Wire shapes of the reality check, the hit rate of sheets and one's own calibration."""

from datetime import date, datetime
from typing import Self
from uuid import UUID

from pydantic import Field, model_validator

from api.clients.schemas import ClientRef
from api.drills.reality_checks.models import Expected, Result
from api.kit.wire import AN_ID, ANOTHER_ID, InputModel, Line, Moment, ReadModel, example
from api.kit.wording import Unfit

MOST_ITEMS = 12


class RealityItemNew(InputModel):
    """One objection that was rehearsed, or one that came unexpected."""

    id: UUID | None = None
    expected: Expected = Field(
        description="`line`: agreed in a drill; `sheet`: on the client sheet; `nowhere`: nobody expected it."
    )
    expected_id: UUID | None = Field(
        default=None, description="The agreed line or the sheet's objection."
    )
    objection_id: UUID | None = Field(
        default=None, description="The objection of the check-in, when it came."
    )
    type_key: str | None = Field(default=None, max_length=40, examples=["noresult"])
    words: Line | None = Field(default=None, examples=["做过一年，一个单都没有。"])
    answer_id: UUID | None = Field(
        default=None, description="The playbook's answer that was used; its counts follow."
    )
    result: Result

    @model_validator(mode="after")
    def says_something(self) -> Self:
        if self.type_key is None and self.words is None:
            raise Unfit(
                "Name the type of the objection or write the words.", "请选异议类型，或写下原话。"
            )
        if self.expected is Expected.NOWHERE and self.result is Result.NOT_RAISED:
            raise Unfit(
                "What nobody expected and nobody said is no objection.",
                "没人料到、也没人说过的，不算异议。",
            )
        if (self.result is Result.NOT_RAISED) != (self.objection_id is None):
            raise Unfit(
                "Name the objection of the check-in exactly when it came.",
                "真的出现过的异议，才写打卡里的那一条。",
            )
        return self


class RealityCheckNew(InputModel):
    """All of a visit's; it replaces what was told before, and an empty list takes it back."""

    model_config = example(
        told_at="2026-03-24T02:12:00Z",
        items=[
            {
                "expected": "line",
                "expected_id": AN_ID,
                "objection_id": ANOTHER_ID,
                "type_key": "noresult",
                "words": "做过一年，一个单都没有。",
                "result": "answered",
            }
        ],
    )

    told_at: Moment
    items: list[RealityItemNew] = Field(max_length=MOST_ITEMS)


class RealityItemRead(ReadModel):
    id: UUID
    expected: Expected
    expected_id: UUID | None
    objection_id: UUID | None
    type_key: str | None
    words: str | None
    answer_id: UUID | None
    result: Result
    returns_on: list[date] = Field(
        description="Evenings on which it comes back, in working days after the visit; empty when it was answered."
    )


class RealityCheckRead(ReadModel):
    visit_id: UUID
    client: ClientRef
    day: date
    told_at: datetime
    items: list[RealityItemRead]
    version: int


class HitsOfTypeRead(ReadModel):
    type_key: str | None
    expected: int
    came: int
    unexpected: int


class HitRateRead(ReadModel):
    """Which expected objections came. It scores what a team knows of its clients, never a rep."""

    team_id: UUID
    since: date
    until: date
    visits: int = Field(description="Visits the reps looked back on: the n of everything here.")
    expected: int
    came: int
    unexpected: int = Field(description="Said by clients and expected by no sheet.")
    rate: float | None = Field(
        description="came / expected, from 0 to 1; null under twenty visits, since it would be chance."
    )
    by_type: list[HitsOfTypeRead]


class SureRead(ReadModel):
    confidence: int = Field(description="1 unsure, 2 half, 3 sure; said before the visit.")
    visits: int
    moved_on: int = Field(description="Of these, advanced, signed or paid.")
    raised: int = Field(description="Objections that came at these visits.")
    answered: int


class CalibrationRead(ReadModel):
    """How sure the caller went and what came of it. Nobody else can read it."""

    since: date
    until: date
    items: list[SureRead]
