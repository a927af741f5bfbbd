"""A ledger on the wire."""

from datetime import date, datetime
from typing import Annotated
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
    to: PersonRef | None = Field(description="Null where it is private to whom.")
    due: date | None = Field(description="Null for what was simply given, such as a ride.")
    due_at: datetime | None = Field(description="Where the promise has a time of day.")
    done_at: datetime | None
    late: bool
    words: str | None = Field(description="Null where the words are private.")
    outcome: CommitmentOutcome | None
    origin: OwedOrigin | None


class LedgerCounts(ReadModel):
    late: int
    open: int = Field(description="Open and not late.")
    done: int = Field(description="Since the first day of this month.")


class LedgerRead(ReadModel):
    person: PersonRef
    since: date = Field(description="From this day on what is done is shown.")
    counts: LedgerCounts
    owed: list[OwedRead] = Field(
        description="Late ones first, then open ones by their day, then what was done, the latest first. Empty for a "
        "region, which reads the counts."
    )
