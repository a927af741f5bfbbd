"""Keeping, hearing and taking away what the asker said. It is no part of the request's version."""

from dataclasses import dataclass
from uuid import UUID

from sqlmodel import Session

from api.help_requests import policy, queries
from api.help_requests import service as help_requests
from api.help_requests.events import HelpSpoken, HelpUnspoken
from api.help_requests.models import HelpRequest
from api.help_requests.voice_notes.queries import HelpVoiceNote, belonging_to
from api.kit.errors import NotFound
from api.kit.events import Event, publish
from api.kit.files import Files, name_of
from api.kit.sound import Recording
from api.media import queries as recordings
from api.media import service as media
from api.media.models import Media
from api.people.policy import Actor


@dataclass(frozen=True)
class HelpVoiceNoteNew:
    id: UUID
    heard: Recording
    seconds: int

    def file_of(self, actor: Actor) -> str:
        return name_of(actor.organisation_id, self.id, self.heard.digest)


def check_may_keep(db: Session, actor: Actor, *, request_id: UUID) -> None:
    """Asked before a byte is on the disk; raises NotFound or NotTheAsker."""
    _own(db, actor, request_id)


def keep(
    db: Session, actor: Actor, *, request_id: UUID, given: HelpVoiceNoteNew, files: Files
) -> HelpVoiceNote:
    """A second one takes the place of the first; an equal replay answers the stored one."""
    request = _own(db, actor, request_id)
    kept = media.keep(
        db,
        actor,
        media_id=given.id,
        of=belonging_to(request),
        heard=given.heard,
        seconds=given.seconds,
        files=files,
    )
    if not kept.again:
        _tell(db, actor, HelpSpoken(request.id, kept.media.id))
    return HelpVoiceNote(kept.media.id, kept.media.seconds)


def hear(db: Session, actor: Actor, *, request_id: UUID, note_id: UUID) -> Media:
    """For whoever may read the request; hearing it is listed as reading is."""
    request = queries.find(db, actor, request_id)
    note = recordings.belonging(db, actor.organisation_id, belonging_to(request), note_id)
    if note is None or note.removed_at is not None:
        raise NotFound
    help_requests.note_reading(db, actor, [queries.line(db, request)])
    return note


def remove(db: Session, actor: Actor, *, request_id: UUID, note_id: UUID, files: Files) -> None:
    """By the asker alone; it is gone for good."""
    request = _own(db, actor, request_id)
    note = recordings.belonging(db, actor.organisation_id, belonging_to(request), note_id)
    if note is None:
        raise NotFound
    if note.removed_at is None:
        media.remove(db, note, files=files)
        _tell(db, actor, HelpUnspoken(request.id, note.id))


def _tell(db: Session, actor: Actor, fact: Event) -> None:
    publish(db, actor.organisation_id, fact, by=actor.person_id)


def _own(db: Session, actor: Actor, request_id: UUID) -> HelpRequest:
    request = queries.find(db, actor, request_id)
    policy.check_is_asker(actor, request)
    return request
