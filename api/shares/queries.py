"""Reads of shares: three statements for a page of any size."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, select

from api.kit.errors import NotFound
from api.kit.origin import Origin
from api.kit.paging import Key, PageAsked, Paged, page_of
from api.people import queries as people
from api.people.policy import Actor
from api.people.queries import PersonRef
from api.shares.models import Share, ShareKind
from api.shares.policy import visible_to


@dataclass(frozen=True)
class ShareView:
    id: UUID
    kind: ShareKind
    author: PersonRef
    team_id: UUID
    words: str
    type_key: str | None
    origin: Origin | None
    published_at: datetime
    version: int


def page(
    db: Session,
    actor: Actor,
    *,
    kind: ShareKind | None,
    author_id: UUID | None,
    origins: Collection[UUID] | None,
    asked: PageAsked,
) -> Paged[ShareView]:
    """Shares the actor may read, the newest first."""
    statement: Any = select(Share).where(visible_to(actor))
    if kind is not None:
        statement = statement.where(col(Share.kind) == kind)
    if author_id is not None:
        statement = statement.where(col(Share.author_id) == author_id)
    if origins is not None:
        statement = statement.where(col(Share.origin_id).in_(sorted(origins)))
    keys = [Key(col(Share.created_at), "desc"), Key(col(Share.id), "desc")]
    found = page_of(db, statement, keys=keys, asked=asked)
    return Paged(views(db, actor, found.items), found.next_cursor)


def find(db: Session, actor: Actor, share_id: UUID) -> Share:
    """A share the actor may read; raises NotFound."""
    found = db.exec(select(Share).where(visible_to(actor), col(Share.id) == share_id)).first()
    if found is None:
        raise NotFound
    return found


def views(db: Session, actor: Actor, shares: Sequence[Share]) -> list[ShareView]:
    authors = people.refs(db, actor.organisation_id, {share.author_id for share in shares})
    return [
        ShareView(
            id=share.id,
            kind=share.kind,
            author=authors[share.author_id],
            team_id=share.team_id,
            words=share.words,
            type_key=share.type_key,
            origin=share.origin,
            published_at=share.created_at,
            version=share.version,
        )
        for share in shares
    ]
