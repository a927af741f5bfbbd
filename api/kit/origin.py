"""Where a card, a line or a commitment came from: a kind and an id, shown to people as a link."""

import uuid
from dataclasses import dataclass


@dataclass(frozen=True)
class Origin:
    """A pointer without a foreign key, so that the mechanisms may stay strangers to one another."""

    kind: str
    id: uuid.UUID
