"""Wire shapes of what waits for somebody."""

from datetime import date
from uuid import UUID

from pydantic import Field

from api.goals.models import Metric, Period
from api.kit.wire import ReadModel, WallTime
from api.people.schemas import PersonRef
from api.reviews.models import ReviewKind
from api.today.promises.schemas import OwedRead


class GoalWaitingRead(ReadModel):
    """A goal where the next word is the caller's."""

    id: UUID
    owner: PersonRef
    metric: Metric
    period: Period
    first: date
    last: date
    advice_due: date | None = Field(description="Only where the caller owes advice.")


class ReviewTodayRead(ReadModel):
    id: UUID
    kind: ReviewKind
    starts: WallTime
    minutes: int
    other: PersonRef | None = Field(description="With whom; null with a whole team.")


class RideAskedForRead(ReadModel):
    id: UUID
    day: date
    other: PersonRef = Field(description="Who asked for it.")
    offered: bool = Field(description="They offer to help the caller; else they want to be helped.")


class WaitingForMeRead(ReadModel):
    day: date
    advice_to_answer: list[GoalWaitingRead] = Field(description="Advice to the caller.")
    goals_to_agree: list[GoalWaitingRead] = Field(
        description="Proposed by the other side, or another amount that it proposed."
    )
    advice_to_give: list[GoalWaitingRead] = Field(
        description="Missed goals of the led team, the earliest due first."
    )
    late: list[OwedRead] = Field(
        description="The caller's own promises that are past their time, but for advice and answers to requests, which stand in "
        "other lists; of a regional manager all of them."
    )
    reviews: list[ReviewTodayRead] = Field(description="Of today, by their time.")
    rides: list[RideAskedForRead] = Field(description="Rides that wait for the caller's yes.")
    without_ride: list[PersonRef] = Field(
        description="Newcomers of the led team with whom nobody rides within five working days."
    )
