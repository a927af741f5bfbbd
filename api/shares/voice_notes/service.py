"""Keeping, hearing and taking away what an author said to a part. It is no part of the share's version."""

from dataclasses import dataclass
from uuid import UUID

from sqlmodel import Session

from api.kit.clock import now
from api.kit.errors import NotFound
from api.kit.events import Event, publish
from api.kit.files import Files, name_of
from api.kit.rows import new_id
from api.kit.sound import Recording
from api.media import service as media
from api.media.models import Media
from api.people.policy import Actor
from api.shares import queries
from api.shares.events import ShareSpoken, ShareUnspoken
from api.shares.models import PARTS_OF, PartKey, Share, ShareKind, SharePart, ShareState
from api.shares.policy import OnlyPart, OtherParts, check_is_author
from api.shares.voice_notes.queries import (
    KEY_OF,
    PartVoiceNote,
    belonging_to,
    notes_of,
    one_of,
)


@dataclass(frozen=True)
class PartVoiceNoteNew:
    id: UUID
    part: PartKey
    heard: Recording
    seconds: int

    def file_of(self, actor: Actor) -> str:
        return name_of(actor.organisation_id, self.id, self.heard.digest)


def check_may_keep(db: Session, actor: Actor, *, share_id: UUID, part: PartKey) -> None:
    """Asked before a byte is on the disk; raises NotFound, NotYourShare or OtherParts."""
    if part not in PARTS_OF[ShareKind(_own(db, actor, share_id).kind)]:
        raise OtherParts


def keep(
    db: Session, actor: Actor, *, share_id: UUID, given: PartVoiceNoteNew, files: Files
) -> PartVoiceNote:
    """A second one takes the place of the first; an equal replay answers the stored one."""
    share = _own(db, actor, share_id)
    kept = media.keep(
        db,
        actor,
        media_id=given.id,
        of=belonging_to(share, given.part),
        heard=given.heard,
        seconds=given.seconds,
        files=files,
    )
    if not kept.again:
        _said(db, share, given.part)
        _tell(db, actor, share, ShareSpoken(share.id, given.part, kept.media.id))
    return PartVoiceNote(kept.media.id, kept.media.seconds)


def hear(db: Session, actor: Actor, *, share_id: UUID, note_id: UUID) -> Media:
    """For whoever may read the share; like reading it, hearing it is not listed."""
    note = one_of(db, queries.find(db, actor, share_id), note_id)
    if note is None or note.removed_at is not None:
        raise NotFound
    return note


def remove(db: Session, actor: Actor, *, share_id: UUID, note_id: UUID, files: Files) -> None:
    """By the author alone; it is gone for good. A share that is told keeps something to say."""
    share = _own(db, actor, share_id)
    note = one_of(db, share, note_id)
    if note is None:
        raise NotFound
    if note.removed_at is None:
        key = KEY_OF[note.of_kind]
        media.remove(db, note, files=files)
        _unsaid(db, share, key)
        _tell(db, actor, share, ShareUnspoken(share.id, key, note.id))


def remove_all(db: Session, share: Share, *, files: Files) -> None:
    """With the share itself."""
    for note in notes_of(db, share).values():
        media.remove(db, note, files=files)


def _said(db: Session, share: Share, key: PartKey) -> None:
    """The part is told, also without a written word; what was begun for somebody is the author's own from here."""
    if share.state == ShareState.PROMPTED:
        share.state = ShareState.DRAFT
    if all(part.key != key for part in queries.parts_of(db, share)):
        db.add(
            SharePart(
                organisation_id=share.organisation_id,
                id=new_id(db),
                created_at=now(db),
                share_id=share.id,
                key=key,
                place=PARTS_OF[ShareKind(share.kind)].index(key),
                words="",
            )
        )
    db.flush()


def _unsaid(db: Session, share: Share, key: PartKey) -> None:
    """A part that was only said is told no longer."""
    told = queries.parts_of(db, share)
    for part in told:
        if part.key == key and not part.words:
            if share.published and len(told) == 1:
                raise OnlyPart
            db.delete(part)
    db.flush()


def _tell(db: Session, actor: Actor, share: Share, fact: Event) -> None:
    """Of what nobody was told yet, nobody hears."""
    if share.published:
        publish(db, actor.organisation_id, fact, by=actor.person_id)


def _own(db: Session, actor: Actor, share_id: UUID) -> Share:
    share = queries.find(db, actor, share_id)
    check_is_author(actor, share)
    return share
