"""What one unit of work carries with it, so that the store may run it twice and get the same rows."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any, cast

from sqlmodel import Session

if TYPE_CHECKING:
    from api.kit.events import Event


@dataclass(frozen=True)
class Sight:
    """Somebody opened a personal record that is not their own."""

    organisation_id: uuid.UUID
    reader_id: uuid.UUID
    owner_id: uuid.UUID
    kind: str


@dataclass
class Job:
    """The clock and the ids of a job are fixed at its first run; facts, sights and acts begin anew at each."""

    now: datetime
    ids: list[uuid.UUID] = field(default_factory=list)
    taken: int = 0
    facts: list[tuple[uuid.UUID, uuid.UUID | None, "Event"]] = field(default_factory=list)
    sights: set[Sight] = field(default_factory=set)
    afterwards: list[Callable[[], None]] = field(default_factory=list)

    def begin(self) -> None:
        self.taken = 0
        self.facts.clear()
        self.sights.clear()
        self.afterwards.clear()

    def next_id(self, make: Callable[[], uuid.UUID]) -> uuid.UUID:
        if self.taken == len(self.ids):
            self.ids.append(make())
        self.taken += 1
        return self.ids[self.taken - 1]


def job_of(db: Session) -> Job:
    return cast(Job, cast(dict[str, Any], db.info)["job"])


def once_committed(db: Session, act: Callable[[], None]) -> None:
    """`act` runs after the COMMIT of this work, and not without one; it must be quick and must not raise."""
    job_of(db).afterwards.append(act)
