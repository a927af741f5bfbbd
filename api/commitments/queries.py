"""Reads of promises: five statements for a page of any size, and what the domains above show of them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeVar
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col, select

from api.commitments.models import (
    Commitment,
    CommitmentMove,
    CommitmentOutcome,
    CommitmentReply,
    Correction,
)
from api.commitments.policy import visible_to
from api.kit.errors import NotFound
from api.kit.origin import Origin
from api.kit.paging import Key, PageAsked, Paged, page_of
from api.people import queries as people
from api.people.policy import Actor
from api.people.queries import PersonRef

Told = TypeVar("Told", CommitmentMove, CommitmentReply)


@dataclass(frozen=True)
class MoveView:
    id: UUID
    from_day: date
    to_day: date
    why: str
    by: PersonRef
    at: datetime


@dataclass(frozen=True)
class ReplyView:
    id: UUID
    by: PersonRef
    said_to: CommitmentOutcome
    words: str
    at: datetime


@dataclass(frozen=True)
class CommitmentView:
    id: UUID
    owner: PersonRef
    to: PersonRef
    words: str
    how_seen: str
    due: date
    correction: Correction | None
    skill_key: str | None
    client_id: UUID | None
    origin: Origin
    made_at: datetime
    moves: Sequence[MoveView]
    outcome: CommitmentOutcome | None
    outcome_reason: str | None
    evidence: Origin | None
    settled_at: datetime | None
    settled_by: PersonRef | None
    replies: Sequence[ReplyView]
    version: int


@dataclass(frozen=True)
class Wanted:
    """What a list of promises is narrowed to."""

    owner_id: UUID | None = None
    to_id: UUID | None = None
    open: bool | None = None
    due_before: date | None = None
    origins: Collection[UUID] | None = None


def page(db: Session, actor: Actor, *, wanted: Wanted, asked: PageAsked) -> Paged[CommitmentView]:
    """Open ones by the day they are due; else the latest day first."""
    statement: Any = select(Commitment).where(visible_to(actor), *_narrowed(wanted))
    order: Any = "asc" if wanted.open else "desc"
    keys = [Key(col(Commitment.due), order), Key(col(Commitment.id), order)]
    found = page_of(db, statement, keys=keys, asked=asked)
    return Paged(views(db, actor.organisation_id, found.items), found.next_cursor)


def find(db: Session, actor: Actor, commitment_id: UUID) -> Commitment:
    """A promise the actor may read; raises NotFound."""
    asked = select(Commitment).where(visible_to(actor), col(Commitment.id) == commitment_id)
    found = db.exec(asked).first()
    if found is None:
        raise NotFound
    return found


def of_origin(db: Session, organisation_id: UUID, origin: Origin) -> list[CommitmentView]:
    """What was promised in one talk, in the order it was given."""
    return of_origins(db, organisation_id, [origin])[origin.id]


def of_origins(
    db: Session, organisation_id: UUID, origins: Collection[Origin]
) -> dict[UUID, list[CommitmentView]]:
    """What was promised in each of these talks, by the id of the talk; for a page of them."""
    rows = _standing(db, organisation_id, col(Commitment.origin_id).in_({o.id for o in origins}))
    found: dict[UUID, list[CommitmentView]] = defaultdict(list)
    kinds = {origin.id: origin.kind for origin in origins}
    for view in views(db, organisation_id, rows):
        if view.origin.kind == kinds[view.origin.id]:
            found[view.origin.id].append(view)
    return found


def open_of(db: Session, organisation_id: UUID, person_id: UUID) -> list[CommitmentView]:
    """What somebody has promised and not settled yet, by the day it is due."""
    mine, waits = col(Commitment.owner_id) == person_id, col(Commitment.outcome).is_(None)
    rows = _standing(db, organisation_id, mine, waits)
    return views(db, organisation_id, sorted(rows, key=lambda row: (row.due, row.id)))


def by_ids(db: Session, organisation_id: UUID, ids: Iterable[UUID]) -> dict[UUID, CommitmentView]:
    rows = _standing(db, organisation_id, col(Commitment.id).in_(sorted(set(ids))))
    return {view.id: view for view in views(db, organisation_id, rows)}


def views(db: Session, organisation_id: UUID, rows: Sequence[Commitment]) -> list[CommitmentView]:
    """Rows as they are shown, with names, moves and replies, in three statements."""
    if not rows:
        return []
    ids = [row.id for row in rows]
    moves = _moves(db, organisation_id, ids)
    replies = _of_promises(db, organisation_id, ids, CommitmentReply)
    named = {who for row in rows for who in (row.owner_id, row.to_id, row.settled_by_id)}
    named |= {move.by_id for own in moves.values() for move in own}
    named |= {reply.by_id for own in replies.values() for reply in own}
    names = people.refs(db, organisation_id, named)
    return [_view(row, moves.get(row.id, []), replies.get(row.id, []), names) for row in rows]


def _narrowed(wanted: Wanted) -> list[sa.ColumnElement[bool]]:
    asked: list[sa.ColumnElement[bool]] = []
    if wanted.owner_id is not None:
        asked.append(col(Commitment.owner_id) == wanted.owner_id)
    if wanted.to_id is not None:
        asked.append(col(Commitment.to_id) == wanted.to_id)
    if wanted.open is not None:
        outcome = col(Commitment.outcome)
        asked.append(outcome.is_(None) if wanted.open else outcome.is_not(None))
    if wanted.due_before is not None:
        asked.append(col(Commitment.due) < wanted.due_before)
    if wanted.origins is not None:
        asked.append(col(Commitment.origin_id).in_(sorted(wanted.origins)))
    return asked


def _standing(
    db: Session, organisation_id: UUID, *narrowed: sa.ColumnElement[bool]
) -> Sequence[Commitment]:
    asked = select(Commitment).where(
        col(Commitment.organisation_id) == organisation_id,
        col(Commitment.deleted_at).is_(None),
        *narrowed,
    )
    return db.exec(asked.order_by(col(Commitment.created_at), col(Commitment.id))).all()


def _moves(
    db: Session, organisation_id: UUID, ids: Collection[UUID]
) -> dict[UUID, list[CommitmentMove]]:
    return _of_promises(db, organisation_id, ids, CommitmentMove)


def _of_promises(
    db: Session, organisation_id: UUID, ids: Collection[UUID], kind: type[Told]
) -> dict[UUID, list[Told]]:
    """Moves or replies by promise, in the order they were made."""
    asked = select(kind).where(
        col(kind.organisation_id) == organisation_id, col(kind.commitment_id).in_(ids)
    )
    found: dict[UUID, list[Told]] = defaultdict(list)
    for one in db.exec(asked.order_by(col(kind.created_at), col(kind.id))):
        found[one.commitment_id].append(one)
    return found


def _view(
    row: Commitment,
    moves: Sequence[CommitmentMove],
    replies: Sequence[CommitmentReply],
    names: dict[UUID, PersonRef],
) -> CommitmentView:
    return CommitmentView(
        id=row.id,
        owner=names[row.owner_id],
        to=names[row.to_id],
        words=row.words,
        how_seen=row.how_seen,
        due=row.due,
        correction=row.correction,
        skill_key=row.skill_key,
        client_id=row.client_id,
        origin=row.origin,
        made_at=row.created_at,
        moves=[
            MoveView(one.id, one.from_day, one.to_day, one.why, names[one.by_id], one.created_at)
            for one in moves
        ],
        outcome=row.outcome,
        outcome_reason=row.outcome_reason,
        evidence=row.evidence,
        settled_at=row.settled_at,
        settled_by=names[row.settled_by_id] if row.settled_by_id else None,
        replies=[
            ReplyView(one.id, names[one.by_id], one.said_to, one.words, one.created_at)
            for one in replies
        ],
        version=row.version,
    )
