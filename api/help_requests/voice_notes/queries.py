"""The voice note that stands at a request, for whoever shows the request."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col

from api.help_requests.models import HelpRequest
from api.kit.origin import Origin
from api.media.models import Media
from api.media.queries import stands_at

KIND = "help_request"


@dataclass(frozen=True)
class HelpVoiceNote:
    id: UUID
    seconds: int


def belonging_to(request: HelpRequest) -> Origin:
    """What a recording says of itself when it is the voice note of this request."""
    return Origin(KIND, request.id)


def at_each_request() -> sa.ColumnElement[bool]:
    """For joining `Media` to requests; there is one at most."""
    of_request: Any = (col(HelpRequest.organisation_id), KIND, col(HelpRequest.id))
    return stands_at(*of_request)


def view(note: Media | None) -> HelpVoiceNote | None:
    return None if note is None else HelpVoiceNote(note.id, note.seconds)
