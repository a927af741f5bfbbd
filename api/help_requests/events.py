"""Facts of help requests: ids and times. Neither what was asked nor whether it is personal is in them."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from api.kit.events import Event


@dataclass(frozen=True)
class HelpRaised(Event):
    """Somebody asked; `helper_id` is None while the whole team is asked."""

    topic: ClassVar[str] = "help.raised"

    request_id: UUID
    asker_id: UUID
    helper_id: UUID | None
    due_at: datetime


@dataclass(frozen=True)
class HelpSeen(Event):
    """A helper has opened it."""

    topic: ClassVar[str] = "help.seen"

    request_id: UUID
    by_id: UUID


@dataclass(frozen=True)
class HelpAnswered(Event):
    """A helper has answered; `offers` is none, ride_along or drill."""

    topic: ClassVar[str] = "help.answered"

    request_id: UUID
    asker_id: UUID
    by_id: UUID
    offers: str


@dataclass(frozen=True)
class TogetherOffered(Event):
    """A helper offered to ride along or to drill together on a day."""

    topic: ClassVar[str] = "help.together_offered"

    request_id: UUID
    answer_id: UUID
    asker_id: UUID
    by_id: UUID
    offers: str
    on_day: date


@dataclass(frozen=True)
class HelpHandedOver(Event):
    """Somebody else answers from now on."""

    topic: ClassVar[str] = "help.handed_over"

    request_id: UUID
    from_id: UUID | None
    to_id: UUID


@dataclass(frozen=True)
class HelpSolved(Event):
    """The asker closed it: helped yes, partly or no."""

    topic: ClassVar[str] = "help.solved"

    request_id: UUID
    asker_id: UUID
    helped: str


@dataclass(frozen=True)
class HelpStillNeeded(Event):
    """The asker is still stuck; the helper has promised another answer by `due_at`."""

    topic: ClassVar[str] = "help.still_needed"

    request_id: UUID
    asker_id: UUID
    helper_id: UUID | None
    due_at: datetime


@dataclass(frozen=True)
class HelpWithdrawn(Event):
    """The check-in no longer asks for help, and nobody had answered."""

    topic: ClassVar[str] = "help.withdrawn"

    request_id: UUID


@dataclass(frozen=True)
class HelpTried(Event):
    """The asker tried what was answered."""

    topic: ClassVar[str] = "help.tried"

    request_id: UUID
    asker_id: UUID


@dataclass(frozen=True)
class HelpSpoken(Event):
    """The asker said it in the own voice; the sound stays with the request."""

    topic: ClassVar[str] = "help.spoken"

    request_id: UUID
    voice_note_id: UUID


@dataclass(frozen=True)
class HelpUnspoken(Event):
    """The asker took the voice note away."""

    topic: ClassVar[str] = "help.unspoken"

    request_id: UUID
    voice_note_id: UUID


@dataclass(frozen=True)
class HelpHarvested(Event):
    """Something became of a solved request: a drill, a case or a topic; what it says stays with the request."""

    topic: ClassVar[str] = "help.harvested"

    request_id: UUID
    asker_id: UUID
    kind: str
