"""Questions that wait for a review, on the wire."""

from datetime import date
from uuid import UUID

from pydantic import Field

from api.kit.wire import ReadModel
from api.reviews.asks.models import AskKey


class AskRead(ReadModel):
    """Something that happened elsewhere and is to be talked over here."""

    id: UUID
    key: AskKey
    about: str = Field(
        description="The metric of the goal, or the kind of help.", examples=["signed"]
    )
    times: int | None = Field(
        description="How often this help was asked for in two weeks; null where it is not told."
    )
    asked_on: date
    goal_id: UUID | None = Field(
        description="The goal whose advice asks it; only owner and manager may read what was advised."
    )
