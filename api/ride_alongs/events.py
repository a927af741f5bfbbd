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
class RidePrepared(Event):
    """The apprentice answered the two questions, or put them right."""

    topic: ClassVar[str] = "ride_along.prepared"

    ride_along_id: UUID
    skill_key: str


@dataclass(frozen=True)
class VisitAccompanied(Event):
    """They go to this visit together, or no longer, because the day moves."""

    topic: ClassVar[str] = "ride_along.visit_accompanied"

    ride_along_id: UUID
    visit_id: UUID
    together: bool


@dataclass(frozen=True)
class RungChosen(Event):
    """Before the door; each choice is kept, and the latest counts."""

    topic: ClassVar[str] = "ride_along.rung_chosen"

    ride_visit_id: UUID
    rung: str
    leads: str


@dataclass(frozen=True)
class RideMoved(Event):
    topic: ClassVar[str] = "ride_along.moved"

    ride_along_id: UUID
    mentor_id: UUID
    apprentice_id: UUID
    day: date
    to_day: date


@dataclass(frozen=True)
class RideWithdrawn(Event):
    """Whoever asked took it back before it was accepted; the reason stays with the two."""

    topic: ClassVar[str] = "ride_along.withdrawn"

    ride_along_id: UUID
    mentor_id: UUID
    apprentice_id: UUID
    day: date


@dataclass(frozen=True)
class RideShared(Event):
    """The region may read the debrief, or no longer."""

    topic: ClassVar[str] = "ride_along.shared"

    ride_along_id: UUID
    shared: bool


@dataclass(frozen=True)
class DebriefWritten(Event):
    """One of the two wrote a version."""

    topic: ClassVar[str] = "ride_along.debrief_written"

    ride_along_id: UUID
    debrief_id: UUID


@dataclass(frozen=True)
class DebriefSeenDifferently(Event):
    """The apprentice has not agreed to what the mentor wrote; the words stay with the debrief."""

    topic: ClassVar[str] = "ride_along.seen_differently"

    ride_along_id: UUID
    debrief_id: UUID


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
class RungProposed(Event):
    topic: ClassVar[str] = "ladder.proposed"

    move_id: UUID
    person_id: UUID
    skill_key: str
    to_rung: str


@dataclass(frozen=True)
class RungKept(Event):
    """What was proposed is not for now, or was taken back."""

    topic: ClassVar[str] = "ladder.kept"

    move_id: UUID
    person_id: UUID
    skill_key: str


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
