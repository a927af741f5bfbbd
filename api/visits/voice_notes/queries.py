"""The voice note that stands at a check-in, for whoever shows the check-in."""

import uuid
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlmodel import col

from api.kit.origin import Origin
from api.media.models import Media
from api.media.queries import stands_at
from api.visits.models import Visit

KIND = "visit"


@dataclass(frozen=True)
class VoiceNoteView:
    id: uuid.UUID
    seconds: int


def belonging_to(visit: Visit) -> Origin:
    """What a recording says of itself when it is the voice note of this visit."""
    return Origin(KIND, visit.id)


def at_each_visit() -> sa.ColumnElement[bool]:
    """For joining `Media` to visits; there is one at most."""
    of_visit: Any = (col(Visit.organisation_id), KIND, col(Visit.id))
    return stands_at(*of_visit)


def view(note: Media | None) -> VoiceNoteView | None:
    return None if note is None else VoiceNoteView(id=note.id, seconds=note.seconds)
