"""What may be said of a PK afterwards: that one was settled. Who it was between stays between them."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from api.kit.events import Event


@dataclass(frozen=True)
class RivalrySettled(Event):
    """Its days are over, and the facts of both sides are frozen."""

    topic: ClassVar[str] = "rivalry.settled"

    rivalry_id: UUID
