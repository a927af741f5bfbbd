"""What a team would say afterwards about who belongs to it."""

import uuid
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from api.kit.events import Event


@dataclass(frozen=True)
class PersonAdded(Event):
    topic: ClassVar[str] = "person.added"
    person_id: uuid.UUID
    role: str
    team_id: uuid.UUID | None


@dataclass(frozen=True)
class PersonJoined(Event):
    """They took up their invitation and chose a password."""

    topic: ClassVar[str] = "person.joined"
    person_id: uuid.UUID


@dataclass(frozen=True)
class PersonChanged(Event):
    topic: ClassVar[str] = "person.changed"
    person_id: uuid.UUID


@dataclass(frozen=True)
class PersonDisabled(Event):
    topic: ClassVar[str] = "person.disabled"
    person_id: uuid.UUID


@dataclass(frozen=True)
class PersonEnabled(Event):
    topic: ClassVar[str] = "person.enabled"
    person_id: uuid.UUID


@dataclass(frozen=True)
class PersonErased(Event):
    """Name and words are gone; whoever keeps a copy of ours takes them out of it, too."""

    topic: ClassVar[str] = "person.erased"
    person_id: uuid.UUID


@dataclass(frozen=True)
class TeamAdded(Event):
    topic: ClassVar[str] = "team.added"
    team_id: uuid.UUID


@dataclass(frozen=True)
class TeamChanged(Event):
    topic: ClassVar[str] = "team.changed"
    team_id: uuid.UUID


@dataclass(frozen=True)
class MentorPairStarted(Event):
    topic: ClassVar[str] = "mentor_pair.started"
    pair_id: uuid.UUID
    mentor_id: uuid.UUID
    apprentice_id: uuid.UUID
    starts_on: date


@dataclass(frozen=True)
class MentorPairEnded(Event):
    topic: ClassVar[str] = "mentor_pair.ended"
    pair_id: uuid.UUID
    ends_on: date


@dataclass(frozen=True)
class OrganisationChanged(Event):
    """Its name, hours, grades or working calendar."""

    topic: ClassVar[str] = "organisation.changed"
