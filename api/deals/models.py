"""Tables of deals: products, deals, their product lines, and the payments received for them."""

import uuid
from datetime import date
from enum import StrEnum

import sqlalchemy as sa
from sqlmodel import Field

from api.kit.rows import ChangingRow, Document, Minor, RecordId, Row, belongs, refers
from api.kit.wire import Money


class DealState(StrEnum):
    """open → signed → collected, or lost."""

    OPEN = "open"
    SIGNED = "signed"
    COLLECTED = "collected"
    LOST = "lost"


class Product(ChangingRow, table=True):
    """Something the organisation sells; `price` is what the list says, a deal line has its own amount."""

    __tablename__ = "products"
    __table_args__ = (
        belongs(),
        sa.UniqueConstraint("organisation_id", "key"),
        sa.CheckConstraint("price_minor >= 0", name="price"),
    )

    key: str = Field(max_length=40)
    name: dict[str, str] = Field(sa_type=Document)
    price_minor: int = Field(sa_type=Minor)
    currency: str = Field(max_length=3)
    retired: bool = Field(default=False)

    @property
    def price(self) -> Money:
        return Money(amount_minor=self.price_minor, currency=self.currency)


class Deal(ChangingRow, table=True):
    """One order in the making. All its money is in one currency.

    `opened_by_visit_id` and `signed_by_visit_id` name the check-in that opened or signed it, so that a
    corrected check-in takes back its own step and no other. Visits stand above deals: no foreign key.
    `amount_before_minor` is the amount a signing check-in overwrote. What the owner has changed by hand since
    is the owner's: `steps.by_hand` forgets the amount before, and which check-in opened the deal.
    """

    __tablename__ = "deals"
    __table_args__ = (
        belongs(),
        refers("client_id", "clients"),
        refers("owner_id", "people"),
        sa.CheckConstraint("state IN ('open', 'signed', 'collected', 'lost')", name="state"),
        sa.CheckConstraint("amount_minor >= 0", name="amount"),
        sa.CheckConstraint("amount_before_minor >= 0", name="amount_before"),
        sa.CheckConstraint(
            "(state IN ('signed', 'collected')) = (signed_on IS NOT NULL)", name="signed_on"
        ),
        sa.CheckConstraint("(state = 'lost') = (lost_on IS NOT NULL)", name="lost_on"),
        sa.Index(None, "organisation_id", "client_id", "state"),
        sa.Index(None, "organisation_id", "owner_id", "id"),
    )

    client_id: uuid.UUID = Field(sa_type=RecordId)
    owner_id: uuid.UUID = Field(sa_type=RecordId)
    amount_minor: int = Field(sa_type=Minor)
    currency: str = Field(max_length=3)
    grade: str | None = Field(default=None, max_length=20)
    expected_on: date | None = Field(default=None)
    promise_minor: int | None = Field(default=None, sa_type=Minor)
    state: DealState = Field(sa_type=sa.String(20))
    signed_on: date | None = Field(default=None)
    lost_on: date | None = Field(default=None)
    lost_reason: str | None = Field(default=None, max_length=2000)
    quality_note: str | None = Field(default=None, max_length=2000)
    opened_by_visit_id: uuid.UUID | None = Field(default=None, sa_type=RecordId)
    signed_by_visit_id: uuid.UUID | None = Field(default=None, sa_type=RecordId)
    amount_before_minor: int | None = Field(default=None, sa_type=Minor)
    birth_digest: bytes | None = Field(default=None, sa_type=sa.LargeBinary(32))

    @property
    def amount(self) -> Money:
        return Money(amount_minor=self.amount_minor, currency=self.currency)

    @property
    def promise(self) -> Money | None:
        if self.promise_minor is None:
            return None
        return Money(amount_minor=self.promise_minor, currency=self.currency)


class DealLine(Row, table=True):
    """One product of a deal at the amount asked for it; the lines are replaced as a whole."""

    __tablename__ = "deal_lines"
    __table_args__ = (
        belongs(),
        refers("deal_id", "deals", on_delete="CASCADE"),
        refers("product_id", "products"),
        sa.UniqueConstraint("organisation_id", "deal_id", "product_id"),
        sa.CheckConstraint("amount_minor >= 0", name="amount"),
    )

    deal_id: uuid.UUID = Field(sa_type=RecordId)
    product_id: uuid.UUID = Field(sa_type=RecordId)
    place: int
    amount_minor: int = Field(sa_type=Minor)


class Payment(ChangingRow, table=True):
    """Money that arrived (到账). One that a corrected check-in took back stays as a tombstone."""

    __tablename__ = "payments"
    __table_args__ = (
        belongs(),
        refers("deal_id", "deals", on_delete="CASCADE"),
        sa.CheckConstraint("amount_minor > 0", name="amount"),
        sa.Index(None, "organisation_id", "deal_id", "received_on"),
        sa.Index(None, "organisation_id", "visit_id"),
    )

    deal_id: uuid.UUID = Field(sa_type=RecordId)
    amount_minor: int = Field(sa_type=Minor)
    received_on: date
    visit_id: uuid.UUID | None = Field(default=None, sa_type=RecordId)
    birth_digest: bytes | None = Field(default=None, sa_type=sa.LargeBinary(32))
