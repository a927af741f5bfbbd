"""Wire shapes of deals and products."""

import uuid
from datetime import date
from typing import Annotated

from pydantic import Field, model_validator

from api.clients.schemas import ClientRef
from api.deals.models import DealState
from api.kit.wire import (
    AN_ID,
    ANOTHER_ID,
    MOST_MINOR,
    Bilingual,
    Day,
    InputModel,
    Money,
    ReadModel,
    Text,
    Word,
    example,
    unsent,
)
from api.kit.wording import Unfit
from api.people.schemas import PersonRef

MOST_LINES = 20
Grade = Annotated[
    Word,
    Field(max_length=20, description="A key of the organisation's grades.", examples=["A1"]),
]
Key = Annotated[str, Field(pattern="^[a-z0-9][a-z0-9_-]{0,39}$", examples=["voyage"])]


class ProductNew(InputModel):
    """A product to sell."""

    model_config = example(
        key="voyage",
        name={"zh": "远航版", "en": "Voyage"},
        price={"amount_minor": 2980000, "currency": "CNY"},
    )

    id: uuid.UUID | None = Field(default=None, description="Made here when you send none.")
    key: Key
    name: Bilingual
    price: Money = Field(description="The list price.")


class ProductChange(InputModel):
    """What is sent is changed, the rest stays."""

    model_config = example(price={"amount_minor": 3280000, "currency": "CNY"})

    name: Bilingual = Field(default_factory=unsent)
    price: Money = Field(default_factory=unsent)
    retired: bool = Field(
        default_factory=unsent,
        description="A retired product stays on deals and is offered no more.",
    )


class ProductRead(ReadModel):
    """A product of the organisation."""

    id: uuid.UUID
    key: str
    name: Bilingual
    price: Money
    retired: bool
    version: int


class DealLineNew(InputModel):
    """One product at the amount you ask for it."""

    product_id: uuid.UUID
    amount: Money


class DealNew(InputModel):
    """A deal you work on; you become its owner. Say its lines, its amount, or both."""

    model_config = example(
        client_id=AN_ID,
        lines=[
            {
                "product_id": ANOTHER_ID,
                "amount": {"amount_minor": 2980000, "currency": "CNY"},
            }
        ],
        grade="A1",
        expected_on="2026-11-30",
    )

    id: uuid.UUID | None = Field(default=None, description="Made here when you send none.")
    client_id: uuid.UUID
    lines: list[DealLineNew] = Field(default_factory=list, max_length=MOST_LINES)
    amount: Money | None = Field(default=None, description="The sum of the lines when left out.")
    grade: Grade | None = None
    expected_on: Day | None = Field(default=None, description="When you expect the signature.")
    promise: Money | None = Field(
        default=None, description="What you yourself promise to bring in."
    )
    quality_note: Text | None = None

    @model_validator(mode="after")
    def _has_an_amount(self) -> "DealNew":
        if self.amount is None and not self.lines:
            raise Unfit(
                "Say the amount of the deal, or the lines it is made of.",
                "请写商机金额，或写清由哪些产品组成。",
            )
        check_lines(self.lines)
        return self


class DealChange(InputModel):
    """What is sent is changed, the rest stays; null clears. New lines replace the old ones."""

    model_config = example(grade="A0", promise={"amount_minor": 1000000, "currency": "CNY"})

    lines: list[DealLineNew] = Field(default_factory=list, max_length=MOST_LINES)
    amount: Money = Field(default_factory=unsent)
    grade: Grade | None = None
    expected_on: Day | None = None
    promise: Money | None = None
    quality_note: Text | None = None

    @model_validator(mode="after")
    def _lines_add_up(self) -> "DealChange":
        check_lines(self.lines)
        return self


class SignatureNew(InputModel):
    """The client signed."""

    model_config = example(signed_on="2026-11-24")

    signed_on: Day
    amount: Money | None = Field(
        default=None, description="The amount signed; else the deal's own."
    )


class LossNew(InputModel):
    """The client decided against it."""

    model_config = example(
        lost_on="2026-11-24", reason="He renewed with a fair organiser for two years."
    )

    lost_on: Day
    reason: Text = Field(examples=["He renewed with a fair organiser for two years."])


class PaymentNew(InputModel):
    """Money that arrived (到账)."""

    model_config = example(
        amount={"amount_minor": 1000000, "currency": "CNY"}, received_on="2026-11-24"
    )

    id: uuid.UUID | None = Field(default=None, description="Made here when you send none.")
    amount: Money
    received_on: Day

    @model_validator(mode="after")
    def _is_more_than_nothing(self) -> "PaymentNew":
        if self.amount.amount_minor == 0:
            raise Unfit("A payment is more than nothing.", "到账金额要大于零。")
        return self


class DealLineRead(ReadModel):
    """One product of a deal."""

    product_id: uuid.UUID
    name: Bilingual
    amount: Money


class PaymentRead(ReadModel):
    """Money that arrived."""

    id: uuid.UUID
    amount: Money
    received_on: date


class DealRead(ReadModel):
    """A deal with its lines and its money."""

    id: uuid.UUID
    client: ClientRef
    owner: PersonRef
    lines: list[DealLineRead]
    amount: Money
    grade: str | None
    expected_on: date | None
    promise: Money | None
    state: DealState
    signed_on: date | None
    lost_on: date | None
    lost_reason: str | None
    payments: list[PaymentRead]
    collected: Money
    quality_note: str | None
    version: int


def check_lines(lines: list[DealLineNew]) -> None:
    """Raises ValueError unless every product stands once and the lines add up in one currency."""
    if len({line.product_id for line in lines}) < len(lines):
        raise Unfit("Each product stands once in a deal.", "同一个产品在一个商机里只出现一次。")
    if len({line.amount.currency for line in lines}) > 1:
        raise Unfit("All lines of a deal are in one currency.", "同一个商机的各行用同一种货币。")
    if sum(line.amount.amount_minor for line in lines) > MOST_MINOR:
        raise Unfit("The lines add up to more than can be stored.", "各行合计太大，存不下。")
