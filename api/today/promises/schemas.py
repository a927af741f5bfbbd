"""A ledger on the wire."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from api.commitments.models import CommitmentOutcome
from api.kit.wire import ReadModel
from api.people.schemas import PersonRef


class OwedOrigin(ReadModel):
    kind: Annotated[str, Field(examples=["review"])]
    id: UUID


class OwedRead(ReadModel):
    kind: str = Field(description="commitment, advice, help_request, ride_along, review or thanks.")
    id: UUID = Field(
        description="Of the promise, or of the record it stands for (advice: the goal)."
    )
    to: PersonRef | None = Field(
        description="To whom; of thanks, from whom. Null where that is private."
    )
    due: date | None = Field(description="Null for what was simply given, such as a ride.")
    due_at: datetime | None = Field(description="Where the promise has a time of day.")
    done_at: datetime | None
    late: bool = Field(
        description="Past its time; of what is done: it was done late. Settling a promise is not doing it, so one that "
        "was settled is never late."
    )
    late_from: datetime | None = Field(
        description="From this moment on it is late: the time promised, or the end of the day in the organisation's zone."
    )
    words: str | None = Field(description="Null where the words are private.")
    outcome: CommitmentOutcome | None
    origin: OwedOrigin | None
    ending: Literal["handed_over", "never_answered", "called_off"] | None = Field(
        description="Of what was not done by whoever owed it: how it ended for them after its time, at `done_at`."
    )
    first_due: date | None = Field(description="The day promised first, where it moved since.")
    moved_late: bool = Field(description="A day of it was over before it moved.")
    seen_differently: bool = Field(
        description="The side whose word the outcome is not has said how it sees it; the words stay with the promise."
    )


class LedgerCounts(ReadModel):
    late: int = Field(description="Open and past its time.")
    open: int = Field(description="Open and not late.")
    done: int = Field(
        description="Since the first day of this month, late ones as well; thanks are not counted."
    )
    missed: int = Field(
        description="Past its time and then handed over, never answered, called off or moved to another day."
    )


class LedgerRead(ReadModel):
    person: PersonRef
    since: date = Field(description="From this day on what is done is shown.")
    reading: Literal["all", "as_team", "counts"] = Field(
        description="How much of it this reader reads: all, what is owed to the team, or the counts alone."
    )
    counts: LedgerCounts
    owed: list[OwedRead] = Field(
        description="Late ones first, then open ones by their day, then what was done, the latest first. Empty for a "
        "region, which reads the counts."
    )
    next_cursor: str | None = Field(
        description="For the next lines; the counts are of the whole ledger on every page."
    )
