"""Keeping a recording at a record, and taking it away again. Who may do so was asked by the record's own folder."""

import uuid
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Protocol

import sqlalchemy as sa
from sqlmodel import Session, col, select

from api.kit.changes import same_birth
from api.kit.clock import now
from api.kit.errors import BornDifferently
from api.kit.files import Files
from api.kit.job import once_committed
from api.kit.origin import Origin
from api.media import queries
from api.media.models import Media
from api.people.policy import Actor


class Arrived(Protocol):
    """Bytes that were told by their content."""

    @property
    def content(self) -> bytes: ...

    @property
    def form(self) -> str: ...

    @property
    def digest(self) -> bytes: ...


@dataclass(frozen=True)
class Kept:
    """`again` when it was here already; `instead_of` is the recording that it took the place of."""

    media: Media
    again: bool
    instead_of: Media | None = None


def keep(
    db: Session,
    actor: Actor,
    *,
    media_id: uuid.UUID,
    of: Origin,
    heard: Arrived,
    seconds: int,
    files: Files,
) -> Kept:
    """Its file lies on the disk already (`Files.keeping`). The recording that stood there goes.

    Equal content under the same id answers the stored row; a recording that was removed does not come back.
    """
    # In this order: a copy of this very recording may be committed in between, and is found then.
    before = queries.standing(db, actor.organisation_id, of)
    stored = db.get(Media, (actor.organisation_id, media_id))
    if stored is not None:
        return Kept(_again(db, stored, of, heard, files), again=True)
    if before is not None:
        remove(db, before, files=files)
    media = Media(
        organisation_id=actor.organisation_id,
        id=media_id,
        created_at=now(db),
        owner_id=actor.person_id,
        of_kind=of.kind,
        of_id=of.id,
        form=heard.form,
        size=len(heard.content),
        seconds=seconds,
        digest=heard.digest,
    )
    media.file = media.name
    db.add(media)
    db.flush()
    return Kept(media, again=False, instead_of=before)


def remove(db: Session, media: Media, *, files: Files) -> None:
    """The row stays without its file, which goes with the commit."""
    media.file, media.removed_at = None, now(db)
    db.flush()
    once_committed(db, partial(files.discard, media.name))


def forget_older(db: Session, *, days: int, files: Files) -> int:
    """Recordings of every organisation that are older than the installation keeps them; answers how many."""
    before = now(db) - timedelta(days=days)
    recorded = (col(Media.file).is_not(None), col(Media.seconds) > 0)
    old = (*recorded, col(Media.created_at) < before)
    names = db.exec(select(col(Media.file)).where(*old)).all()
    gone = sa.update(Media).where(*old).values(file=None, removed_at=now(db))
    if names:
        db.connection().execute(gone)
    for name in names:
        once_committed(db, partial(files.discard, str(name)))
    return len(names)


def _again(db: Session, stored: Media, of: Origin, heard: Arrived, files: Files) -> Media:
    if (stored.of_kind, stored.of_id) != (of.kind, of.id):
        raise BornDifferently
    same_birth(stored.digest, heard.digest)
    if stored.file is None:
        once_committed(db, partial(files.discard, stored.name))
    return stored
