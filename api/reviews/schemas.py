"""Reviews on the wire."""

from datetime import date, datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import Field, model_validator

from api.clients.schemas import ClientRef
from api.deals.models import DealState
from api.kit.wire import (
    AN_ID,
    ANOTHER_ID,
    Bilingual,
    Day,
    InputModel,
    Money,
    ReadModel,
    Text,
    WallTime,
    example,
)
from api.kit.wording import Unfit
from api.people.schemas import PersonRef
from api.reviews.asks.schemas import AskRead
from api.reviews.models import ReviewKind, ReviewState
from api.reviews.pre_reads.schemas import HostsPartRead, PersonsPartRead, SnapshotRead
from api.reviews.talks.schemas import AgreementRead, LastTimeRead, PromiseRead, QuestionOfReview

Minutes = Annotated[int, Field(ge=10, le=240)]


class ReviewNew(InputModel):
    """A review outside any series, hosted by you: with a person, your team, or about a deal."""

    model_config = example(
        id=AN_ID, kind="weekly", person_id=ANOTHER_ID, day="2026-11-26", starts="16:30"
    )

    id: UUID | None = Field(
        default=None, description="Born on the device; sent twice, stored once."
    )
    kind: ReviewKind
    person_id: UUID | None = Field(
        default=None, description="Whom you review; not for a team or a deal."
    )
    deal_id: UUID | None = Field(default=None, description="For a deal: its owner is reviewed.")
    day: Day
    starts: WallTime
    minutes: Minutes | None = Field(default=None, description="25 for a weekly one when left out.")

    @model_validator(mode="after")
    def _says_with_whom(self) -> Self:
        by_kind = {ReviewKind.TEAM: (False, False), ReviewKind.DEAL: (False, True)}
        given = (self.person_id is not None, self.deal_id is not None)
        if given != by_kind.get(self.kind, (True, False)):
            raise Unfit(
                "A team needs neither, a deal its deal_id, any other kind a person_id.",
                "团队周会两个都不填，单子复盘填 deal_id，其他填 person_id。",
            )
        return self


class DayNew(InputModel):
    """Another time, with a reason that both keep seeing."""

    model_config = example(day="2026-11-27", starts="16:30", reason="客户临时改到周四下午")

    day: Day
    starts: WallTime
    reason: Text


class SkipNew(InputModel):
    """It does not take place; the week stays in sight with this reason."""

    model_config = example(reason="整周都在展会上")

    reason: Text


class ProposalAnswer(InputModel):
    """Take the proposed deal review with a day, or leave it with a reason."""

    model_config = example(taken=True, day="2026-11-27", starts="17:00")

    taken: bool
    day: Day | None = None
    starts: WallTime | None = None
    reason: Text | None = None

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        if self.taken and (self.day is None or self.starts is None):
            raise Unfit("Say on which day and when it starts.", "说好哪一天、几点开始。")
        if not self.taken and self.reason is None:
            raise Unfit("Say why it is left.", "写一句为什么不做。")
        return self


class TeamOfReview(ReadModel):
    id: UUID
    name: Bilingual


class DealOfReview(ReadModel):
    id: UUID
    client: ClientRef
    amount: Money
    state: DealState


class MovedRead(ReadModel):
    """The last time it moved."""

    from_day: date
    reason: str


class CalledOffRead(ReadModel):
    """Why it did not take place."""

    by: PersonRef
    reason: str
    at: datetime


class ReviewCard(ReadModel):
    """A review as a line in a list."""

    id: UUID
    kind: ReviewKind
    state: ReviewState
    late: bool = Field(description="Its day is over, and nobody held it or said why not.")
    day: date
    starts: WallTime
    minutes: int
    host: PersonRef
    person: PersonRef | None = Field(description="Whom it is about; null for a team.")
    mentor: PersonRef | None = Field(description="Joins while the person is a newcomer.")
    team: TeamOfReview | None
    deal: DealOfReview | None
    moved: MovedRead | None
    called_off: CalledOffRead | None
    prepared: bool = Field(description="You have written your part of the pre-read.")
    awaits_you: bool = Field(
        description="Somebody agreed to the promises, and your own tap is still awaited."
    )
    started_at: datetime | None
    agreed_at: datetime | None


class MoveOfReview(ReadModel):
    by: PersonRef
    from_day: date
    to_day: date
    reason: str
    at: datetime


class ReviewRead(ReviewCard):
    """A review with all that both sides see."""

    series_id: UUID | None
    moves: list[MoveOfReview]
    snapshot: SnapshotRead | None = Field(description="Null until somebody begins to prepare.")
    persons_part: PersonsPartRead | None
    hosts_part: HostsPartRead | None
    preparation: str | None = Field(
        description="The host's own notes, for the host alone; gone once the review closes."
    )
    questions: list[QuestionOfReview]
    promises: list[PromiseRead]
    promises_version: int = Field(description="A tap agrees to this version of the list.")
    agreements: list[AgreementRead]
    awaited: list[PersonRef] = Field(description="Whose own tap is still needed.")
    asks: list[AskRead] = Field(
        description="What waits to be talked over here because of what happened elsewhere."
    )
    last_time: LastTimeRead | None
    version: int
