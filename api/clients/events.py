"""What happened to clients; no word a client said is in these."""

import uuid
from dataclasses import dataclass
from typing import ClassVar

from api.kit.events import Event


@dataclass(frozen=True)
class ClientAdded(Event):
    topic: ClassVar[str] = "client.added"
    client_id: uuid.UUID
    owner_id: uuid.UUID


@dataclass(frozen=True)
class ClientChanged(Event):
    """The client's own fields or its contacts changed."""

    topic: ClassVar[str] = "client.changed"
    client_id: uuid.UUID
    owner_id: uuid.UUID


@dataclass(frozen=True)
class ClientSheetWritten(Event):
    """`number` counts the versions of this client's sheet from 1."""

    topic: ClassVar[str] = "client.sheet_written"
    client_id: uuid.UUID
    sheet_id: uuid.UUID
    author_id: uuid.UUID
    number: int


@dataclass(frozen=True)
class ClientsHandedOver(Event):
    topic: ClassVar[str] = "clients.handed_over"
    from_id: uuid.UUID
    to_id: uuid.UUID
    client_ids: tuple[uuid.UUID, ...]
