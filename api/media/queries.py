"""Reads of recordings. Who may see the record they belong to is asked before."""

import uuid
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col, select

from api.kit.origin import Origin
from api.media.models import Media


def stands_at(organisation_id: Any, kind: str, of_id: Any) -> sa.ColumnElement[bool]:
    """For joining the one recording that stands at each row of another table."""
    return sa.and_(
        col(Media.organisation_id) == organisation_id,
        col(Media.of_kind) == kind,
        col(Media.of_id) == of_id,
        col(Media.removed_at).is_(None),
    )


def standing(db: Session, organisation_id: uuid.UUID, of: Origin) -> Media | None:
    return db.exec(select(Media).where(stands_at(organisation_id, of.kind, of.id))).first()


def belonging(
    db: Session, organisation_id: uuid.UUID, of: Origin, media_id: uuid.UUID
) -> Media | None:
    """The recording of that id at that record, also when it was removed."""
    found = db.get(Media, (organisation_id, media_id))
    return found if found is not None and (found.of_kind, found.of_id) == (of.kind, of.id) else None


def named_files(db: Session) -> set[str]:
    """Every file that a row of any organisation names."""
    return {name for name in db.exec(select(col(Media.file))) if name is not None}
