"""What the team would say afterwards of a ride-along; no word of what was noted, and no rescue."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from api.kit.events import Event


@dataclass(frozen=True)
class RideAsked(Event):
    """Somebody asked for a day beside another, or for another day."""

    topic: ClassVar[str] = "ride_along.asked"

    ride_along_id: UUID
    mentor_id: UUID
    apprentice_id: UUID
    by_id: UUID
    day: date


@dataclass(frozen=True)
class RideAccepted(Event):
    topic: ClassVar[str] = "ride_along.accepted"

    ride_along_id: UUID
    mentor_id: UUID
    apprentice_id: UUID
    day: date


@dataclass(frozen=True)
class RideMoved(Event):
    topic: ClassVar[str] = "ride_along.moved"

    ride_along_id: UUID
    mentor_id: UUID
    apprentice_id: UUID
    day: date
    to_day: date


@dataclass(frozen=True)
class RideAgreed(Event):
    """Both agreed on the debrief; `correction` is direction, method, knowledge or skill."""

    topic: ClassVar[str] = "ride_along.agreed"

    ride_along_id: UUID
    mentor_id: UUID
    apprentice_id: UUID
    day: date
    correction: str
    skill_key: str | None


@dataclass(frozen=True)
class ReplayAsked(Event):
    """A moment or a rescue is to be played again tonight; what was said stays with the ride-along."""

    topic: ClassVar[str] = "ride_along.replay_asked"

    ride_along_id: UUID
    of_kind: str
    of_id: UUID
    apprentice_id: UUID


@dataclass(frozen=True)
class RungMoved(Event):
    """Both agreed that somebody is one rung up, or down, in one skill."""

    topic: ClassVar[str] = "ladder.moved"

    move_id: UUID
    person_id: UUID
    skill_key: str
    from_rung: str
    to_rung: str
    day: date
