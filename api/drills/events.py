"""What the team would say afterwards of a drill; no words, no ticks, no verdict."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from api.kit.events import Event


@dataclass(frozen=True)
class DrillStarted(Event):
    """Two or three people sat down together."""

    topic: ClassVar[str] = "drill.started"

    drill_id: UUID
    people_ids: tuple[UUID, ...]


@dataclass(frozen=True)
class RoundPlayed(Event):
    """One bullet was fired at one client."""

    topic: ClassVar[str] = "drill.round_played"

    drill_id: UUID
    round_id: UUID
    client_id: UUID
    visit_id: UUID | None
    rep_id: UUID
    boss_id: UUID


@dataclass(frozen=True)
class DrillWrapped(Event):
    """The evening is done."""

    topic: ClassVar[str] = "drill.wrapped"

    drill_id: UUID
    rounds: int
