"""What the team would say afterwards of a promise; its words are not in it."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from api.kit.events import Event


@dataclass(frozen=True)
class CommitmentMade(Event):
    """Somebody promised somebody something."""

    topic: ClassVar[str] = "commitment.made"

    commitment_id: UUID
    owner_id: UUID
    to_id: UUID
    due: date
    correction: str | None
    skill_key: str | None
    client_id: UUID | None
    origin_kind: str
    origin_id: UUID


@dataclass(frozen=True)
class CommitmentChanged(Event):
    """Its owner put it right; `fields` names what, and the words stay in the promise."""

    topic: ClassVar[str] = "commitment.changed"

    commitment_id: UUID
    owner_id: UUID
    to_id: UUID
    fields: tuple[str, ...]


@dataclass(frozen=True)
class CommitmentSettled(Event):
    """Either side said how it ended."""

    topic: ClassVar[str] = "commitment.settled"

    commitment_id: UUID
    owner_id: UUID
    to_id: UUID
    outcome: str
    origin_kind: str
    origin_id: UUID


@dataclass(frozen=True)
class CommitmentMoved(Event):
    """Its day is another one now."""

    topic: ClassVar[str] = "commitment.moved"

    commitment_id: UUID
    owner_id: UUID
    to_id: UUID
    from_day: date
    to_day: date


@dataclass(frozen=True)
class CommitmentSeenDifferently(Event):
    """The side that did not settle it said how it sees it; what was settled stays."""

    topic: ClassVar[str] = "commitment.seen_differently"

    commitment_id: UUID
    owner_id: UUID
    to_id: UUID
    by_id: UUID
