"""Facts of deals. They carry amounts and days, and no word a client or a rep said."""

import uuid
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from api.kit.events import Event


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
class DealCollected(Event):
    """All of the deal's money arrived."""

    topic: ClassVar[str] = "deal.collected"

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
