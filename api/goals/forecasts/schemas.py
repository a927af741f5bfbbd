"""A forecast on the wire."""

from datetime import date
from uuid import UUID

from pydantic import Field

from api.clients.schemas import ClientRef
from api.kit.wire import Money, ReadModel
from api.people.schemas import PersonRef


class ForecastDeal(ReadModel):
    id: UUID
    client: ClientRef
    amount: Money
    grade: str | None
    probability: int = Field(description="Per cent, of the grade; without a grade it is 0.")
    promise: Money | None
    expected_on: date | None


class ForecastRead(ReadModel):
    person: PersonRef
    month: date = Field(description="Its first day.")
    expected: Money = Field(description="Σ amount × probability of the grade.")
    promised: Money = Field(description="Σ of the rep's own promises.")
    without_promise: int = Field(description="Deals of the month the rep has promised nothing for.")
    deals: list[ForecastDeal] = Field(description="At most 200, the expected day first.")
