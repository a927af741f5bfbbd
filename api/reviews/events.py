"""What the team would say afterwards of a review; nothing that was said or written in it."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from api.kit.events import Event


@dataclass(frozen=True)
class ReviewPlanned(Event):
    """A review stands in the calendar, or was proposed for a deal."""

    topic: ClassVar[str] = "review.planned"

    review_id: UUID
    kind: str
    host_id: UUID
    person_id: UUID | None
    team_id: UUID | None
    deal_id: UUID | None
    day: date
    proposed: bool


@dataclass(frozen=True)
class ReviewMoved(Event):
    """It takes place on another day."""

    topic: ClassVar[str] = "review.moved"

    review_id: UUID
    from_day: date
    to_day: date


@dataclass(frozen=True)
class ReviewCalledOff(Event):
    """It was skipped, or the proposal was left; the reason stays with the review."""

    topic: ClassVar[str] = "review.called_off"

    review_id: UUID
    proposed: bool


@dataclass(frozen=True)
class ReviewOpened(Event):
    """Somebody looks, prepares or begins to talk: its facts are taken now."""

    topic: ClassVar[str] = "review.opened"

    review_id: UUID


@dataclass(frozen=True)
class ReviewStarted(Event):
    """They sit down."""

    topic: ClassVar[str] = "review.started"

    review_id: UUID


@dataclass(frozen=True)
class ReviewAgreed(Event):
    """Both sides tapped agree; the promises are commitments now."""

    topic: ClassVar[str] = "review.agreed"

    review_id: UUID
    kind: str
    host_id: UUID
    person_id: UUID | None
    commitment_ids: tuple[UUID, ...]


@dataclass(frozen=True)
class ReviewWithdrawn(Event):
    """Its series lies on other days now, or has ended, and nobody had touched this one."""

    topic: ClassVar[str] = "review.withdrawn"

    review_id: UUID
