"""The pulse on the wire: answers go in, and only counts of a team come out."""

from datetime import date
from uuid import UUID

from pydantic import Field

from api.kit.wire import Bilingual, InputModel, ReadModel, example
from api.pulse.models import PulseAnswer


class PulseAnswers(InputModel):
    """Each may be left out; with neither, the month is skipped."""

    model_config = example(useful="yes", in_time="partly")

    useful: PulseAnswer | None = Field(default=None, description="Was the advice useful?")
    in_time: PulseAnswer | None = Field(default=None, description="Was help there in time?")


class PulseCountsRead(ReadModel):
    answers: int
    yes: int
    partly: int
    no: int


class PulseMonthRead(ReadModel):
    """A month of a team; `null` in the place of counts is "fewer than five answers"."""

    month: str = Field(examples=["2026-11"])
    team_id: UUID
    name: Bilingual
    useful: PulseCountsRead | None
    in_time: PulseCountsRead | None


class PulseRead(ReadModel):
    asked: str | None = Field(
        description="The month that waits for your answer; null outside its last three working days, after your turn, "
        "and for whoever is not asked.",
        examples=["2026-11"],
    )
    until: date | None = Field(description="The last day on which it can be answered.")
    answered: bool = Field(
        description="Whether you have had your turn this month; what you said, nobody knows."
    )
    months: list[PulseMonthRead] = Field(
        description="Months that are over, the latest first, three at most; teams by name."
    )
