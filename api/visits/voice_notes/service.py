"""Keeping, hearing and taking away what the rep said after a visit. It is no part of the visit's version."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from api.kit.clock import now
from api.kit.errors import NotFound
from api.kit.files import Files, name_of
from api.kit.sound import Recording
from api.media import queries as recordings
from api.media import service as media
from api.media.models import Media
from api.people.models import SightKind
from api.people.policy import Actor
from api.people.service import seen
from api.visits import queries as all_visits
from api.visits import service as visits
from api.visits.check_ins import service as check_ins
from api.visits.models import Visit
from api.visits.policy import NotCheckedIn
from api.visits.voice_notes.queries import VoiceNoteView, belonging_to

FIELD = "voice_note"


@dataclass(frozen=True)
class VoiceNoteNew:
    """`recorded_at` is the phone's clock."""

    id: uuid.UUID
    heard: Recording
    seconds: int
    recorded_at: datetime | None

    def file_of(self, actor: Actor) -> str:
        return name_of(actor.organisation_id, self.id, self.heard.digest)


def check_may_keep(db: Session, actor: Actor, *, visit_id: uuid.UUID) -> None:
    """Asked before a byte is on the disk; raises NotFound, OnlyTheRep or NotCheckedIn."""
    _own_told(db, actor, visit_id)


def keep(
    db: Session, actor: Actor, *, visit_id: uuid.UUID, given: VoiceNoteNew, files: Files
) -> VoiceNoteView:
    """What was said in the evening's hours belongs to the check-in whenever it arrives; later it is an amendment.

    A second one takes the place of the first. An equal replay answers the stored one before the evening is asked.
    """
    visit = _own_told(db, actor, visit_id)
    kept = media.keep(
        db,
        actor,
        media_id=given.id,
        of=belonging_to(visit),
        heard=given.heard,
        seconds=given.seconds,
        files=files,
    )
    if not kept.again:
        told = min(given.recorded_at or now(db), now(db))
        change = {FIELD: (_length(kept.instead_of), _length(kept.media))}
        check_ins.tell_change(db, actor, visit, change, at=told)
    return VoiceNoteView(id=kept.media.id, seconds=kept.media.seconds)


def hear(db: Session, actor: Actor, *, visit_id: uuid.UUID, note_id: uuid.UUID) -> Media:
    """For whoever may see the visit; hearing it is listed to the rep as reading the visit is."""
    visit = all_visits.find(db, actor, visit_id)
    note = recordings.belonging(db, actor.organisation_id, belonging_to(visit), note_id)
    if note is None or note.removed_at is not None:
        raise NotFound
    seen(db, actor, visit.rep_id, SightKind.VISITS)
    return note


def remove(
    db: Session, actor: Actor, *, visit_id: uuid.UUID, note_id: uuid.UUID, files: Files
) -> None:
    """By the rep alone; it is gone for good, and after the evening an amendment says that it was there."""
    visit = visits.own(db, actor, visit_id)
    note = recordings.belonging(db, actor.organisation_id, belonging_to(visit), note_id)
    if note is None:
        raise NotFound
    if note.removed_at is None:
        media.remove(db, note, files=files)
        check_ins.tell_change(db, actor, visit, {FIELD: (_length(note), None)}, at=now(db))


def _own_told(db: Session, actor: Actor, visit_id: uuid.UUID) -> Visit:
    visit = visits.own(db, actor, visit_id)
    if not visit.checked_in:
        raise NotCheckedIn
    return visit


def _length(note: Media | None) -> str | None:
    return None if note is None else f"{note.seconds} s"
