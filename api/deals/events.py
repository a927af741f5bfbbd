"""Facts of deals and products. They carry amounts and days, and no word a client or a rep said.

Whoever reads them in order knows every deal as it stands: owner, state, amount, what has arrived.
"""

import uuid
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from api.kit.events import Event


@dataclass(frozen=True)
class ProductAdded(Event):
    """The organisation sells something more."""

    topic: ClassVar[str] = "product.added"

    product_id: uuid.UUID
    key: str


@dataclass(frozen=True)
class ProductChanged(Event):
    """Its name or its price changed, or it is sold no longer."""

    topic: ClassVar[str] = "product.changed"

    product_id: uuid.UUID
    key: str
    fields: tuple[str, ...]
    retired: bool


@dataclass(frozen=True)
class DealOpened(Event):
    """`visit_id` is the visit whose check-in opened it, when it was one."""

    topic: ClassVar[str] = "deal.opened"

    deal_id: uuid.UUID
    client_id: uuid.UUID
    owner_id: uuid.UUID
    amount_minor: int
    currency: str
    visit_id: uuid.UUID | None


@dataclass(frozen=True)
class DealChanged(Event):
    """`fields` names what changed, by the names of the API; the rest is the deal as it is now."""

    topic: ClassVar[str] = "deal.changed"

    deal_id: uuid.UUID
    client_id: uuid.UUID
    owner_id: uuid.UUID
    fields: tuple[str, ...]
    amount_minor: int
    currency: str
    grade: str | None
    expected_on: date | None
    signed_on: date | None
    lost_on: date | None


@dataclass(frozen=True)
class DealSigned(Event):
    """The client signed; `visit_id` is the visit at which it happened, when it was one."""

    topic: ClassVar[str] = "deal.signed"

    deal_id: uuid.UUID
    client_id: uuid.UUID
    owner_id: uuid.UUID
    signed_on: date
    amount_minor: int
    currency: str
    visit_id: uuid.UUID | None


@dataclass(frozen=True)
class DealSignatureTakenBack(Event):
    """The check-in was corrected: nothing was signed at that visit, and the deal is open at the amount of before."""

    topic: ClassVar[str] = "deal.signature_taken_back"

    deal_id: uuid.UUID
    client_id: uuid.UUID
    owner_id: uuid.UUID
    amount_minor: int
    currency: str
    visit_id: uuid.UUID


@dataclass(frozen=True)
class DealRemoved(Event):
    """The check-in that opened it was corrected: there is no such deal."""

    topic: ClassVar[str] = "deal.removed"

    deal_id: uuid.UUID
    client_id: uuid.UUID
    owner_id: uuid.UUID
    visit_id: uuid.UUID


@dataclass(frozen=True)
class PaymentReceived(Event):
    """Money arrived; `visit_id` is the visit whose check-in said so, when it was one."""

    topic: ClassVar[str] = "deal.payment_received"

    deal_id: uuid.UUID
    client_id: uuid.UUID
    owner_id: uuid.UUID
    payment_id: uuid.UUID
    amount_minor: int
    currency: str
    received_on: date
    visit_id: uuid.UUID | None


@dataclass(frozen=True)
class PaymentTakenBack(Event):
    """The check-in that told of it was corrected: this money did not arrive."""

    topic: ClassVar[str] = "deal.payment_taken_back"

    deal_id: uuid.UUID
    client_id: uuid.UUID
    owner_id: uuid.UUID
    payment_id: uuid.UUID
    amount_minor: int
    currency: str


@dataclass(frozen=True)
class DealCollected(Event):
    """All of the deal's money arrived."""

    topic: ClassVar[str] = "deal.collected"

    deal_id: uuid.UUID
    client_id: uuid.UUID
    owner_id: uuid.UUID
    collected_minor: int
    currency: str


@dataclass(frozen=True)
class DealOutstanding(Event):
    """It was collected and is signed again: its amount grew, or a payment was taken back."""

    topic: ClassVar[str] = "deal.outstanding"

    deal_id: uuid.UUID
    client_id: uuid.UUID
    owner_id: uuid.UUID
    collected_minor: int
    currency: str


@dataclass(frozen=True)
class DealLost(Event):
    """The client decided against it."""

    topic: ClassVar[str] = "deal.lost"

    deal_id: uuid.UUID
    client_id: uuid.UUID
    owner_id: uuid.UUID
    lost_on: date


@dataclass(frozen=True)
class DealsHandedOver(Event):
    """They moved with their clients."""

    topic: ClassVar[str] = "deals.handed_over"

    from_id: uuid.UUID
    to_id: uuid.UUID
    deal_ids: tuple[uuid.UUID, ...]
