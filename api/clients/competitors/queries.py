"""Reads of competitor notes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col, select

from api.clients.competitors.models import CompetitorNote, key_of
from api.kit.origin import Origin
from api.kit.paging import Key, PageAsked, Paged, page_of


@dataclass(frozen=True)
class NoteView:
    id: UUID
    name: str
    claim: str | None
    learned: str
    day: date
    origin: Origin


def naming(
    db: Session, organisation_id: UUID, names: Sequence[str], *, asked: PageAsked
) -> Paged[NoteView]:
    """Notes about any of these competitors, the latest first.

    Whoever writes 环贸网标准版 means 环贸网 as well: a note is found where its name is part of the written one.
    """
    keys = [key for key in map(key_of, names) if key]
    if not keys:
        return Paged([], None)
    named = [sa.literal(key).contains(col(CompetitorNote.key), autoescape=False) for key in keys]
    mine = col(CompetitorNote.organisation_id) == organisation_id
    statement: Any = select(CompetitorNote).where(mine, sa.or_(*named))
    found = page_of(db, statement, keys=NEWEST, asked=asked)
    return Paged([_view(one) for one in found.items], found.next_cursor)


def of_origin(db: Session, organisation_id: UUID, origin: Origin) -> Sequence[CompetitorNote]:
    return db.exec(
        select(CompetitorNote).where(
            col(CompetitorNote.organisation_id) == organisation_id,
            col(CompetitorNote.origin_kind) == origin.kind,
            col(CompetitorNote.origin_id) == origin.id,
        )
    ).all()


NEWEST = [Key(col(CompetitorNote.day), "desc"), Key(col(CompetitorNote.id), "desc")]


def _view(one: CompetitorNote) -> NoteView:
    return NoteView(one.id, one.name, one.claim, one.learned, one.day, one.origin)
