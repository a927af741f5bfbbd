"""Pair interviews on the wire."""

from datetime import date
from uuid import UUID

from pydantic import Field

from api.kit.wire import Bilingual, Day, InputModel, Line, ReadModel, example
from api.people.schemas import PersonRef
from api.shares.interviews.models import InterviewState


class WorksheetNew(InputModel):
    """The four lines."""

    model_config = example(
        went_well="暖屿的老板主动约了下周",
        stuck="一说三万块就沉默",
        tried="先算一单赚多少，他还是要想想",
        would_ask="你是怎么让他先说预算的？",
    )

    went_well: Line
    stuck: Line
    tried: Line
    would_ask: Line


class TakeawayNew(InputModel):
    model_config = example(words="先问他去年谁回询盘，再谈价")

    words: Line


class InterviewDayNew(InputModel):
    model_config = example(day="2026-11-26", reason="周二下午客户来公司")

    day: Day
    reason: Line


class WorksheetRead(ReadModel):
    went_well: str
    stuck: str
    tried: str
    would_ask: str


class InterviewSeatRead(ReadModel):
    person: PersonRef
    filled: bool
    worksheet: WorksheetRead | None = Field(
        description="One's own at any time; the other's once everybody has filled theirs."
    )
    takeaway: str | None = Field(description="One line each, for those who sat together.")


class PairInterviewRead(ReadModel):
    id: UUID
    week: date = Field(description="Its Monday.")
    day: date
    people: list[PersonRef]
    state: InterviewState = Field(
        description="Computed: `ready` once all worksheets are filled, `held` with the first line taken away, `not_held` "
        "when the day is over; it can still be held."
    )
    filled_by_me: bool
    version: int


class PairInterviewDetailRead(PairInterviewRead):
    seats: list[InterviewSeatRead]
    moved_from: date | None
    move_reason: str | None


class InterviewsOfWeekRead(ReadModel):
    week: date
    laid: int
    held: int
    not_held: int = Field(description="Their day is over.")


class InterviewsOfTeamRead(ReadModel):
    team_id: UUID
    name: Bilingual
    weeks: list[InterviewsOfWeekRead] = Field(description="The latest first.")


class InterviewCountsRead(ReadModel):
    """Counts of teams; nothing says who sat in which."""

    since: date
    until: date
    teams: list[InterviewsOfTeamRead]
