"""Reads of shares: four statements for a page of any size, and two more for one share."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col, select

from api.clients.models import Client
from api.clients.queries import ClientRef
from api.deals.models import Deal
from api.goals.models import Metric
from api.kit.errors import NotFound
from api.kit.origin import Origin
from api.kit.paging import Key, PageAsked, Paged, page_of
from api.kit.wire import Money
from api.people import queries as people
from api.people.policy import Actor
from api.people.queries import PersonRef
from api.shares.models import (
    PartKey,
    Share,
    ShareFigure,
    ShareKind,
    SharePart,
    ShareState,
    ShareTap,
    TapKind,
)
from api.shares.policy import visible_to
from api.shares.voice_notes import queries as voice_notes
from api.shares.voice_notes.queries import PartVoiceNote

EXCERPT = 80


@dataclass(frozen=True)
class DealOfShare:
    id: UUID
    client: ClientRef
    amount: Money
    on: date | None


@dataclass(frozen=True)
class ShareView:
    id: UUID
    kind: ShareKind
    state: ShareState
    author: PersonRef
    team_id: UUID
    words: str
    excerpt: str
    type_key: str | None
    origin: Origin | None
    deal: DealOfShare | None
    week_of: date | None
    published_at: datetime | None
    version: int


@dataclass(frozen=True)
class PartView:
    key: PartKey
    words: str
    voice_note: PartVoiceNote | None


@dataclass(frozen=True)
class FigureView:
    metric: Metric
    target: int
    reached: int
    currency: str | None


@dataclass(frozen=True)
class BossView:
    person: PersonRef
    rounds: int


@dataclass(frozen=True)
class DrilledView:
    rounds: int
    bosses: Sequence[BossView]


@dataclass(frozen=True)
class TapView:
    kind: TapKind
    by: PersonRef


@dataclass(frozen=True)
class DetailView(ShareView):
    parts: Sequence[PartView]
    figures: Sequence[FigureView]
    drilled: DrilledView | None
    taps: Sequence[TapView]
    offered: bool
    case_id: UUID | None
    proof_visit_id: UUID | None


@dataclass(frozen=True)
class Wanted:
    """What a list of shares is narrowed to; without states it is what was published."""

    kind: ShareKind | None = None
    author_id: UUID | None = None
    origins: Collection[UUID] | None = None
    states: Collection[ShareState] | None = None
    since: datetime | None = None

    def conditions(self) -> list[Any]:
        asked: list[Any] = [col(Share.state).in_(sorted(self.states or [ShareState.PUBLISHED]))]
        if self.kind is not None:
            asked.append(col(Share.kind) == self.kind)
        if self.author_id is not None:
            asked.append(col(Share.author_id) == self.author_id)
        if self.origins is not None:
            asked.append(col(Share.origin_id).in_(sorted(self.origins)))
        if self.since is not None:
            asked.append(col(Share.told_at) >= self.since)
        return asked


def page(db: Session, actor: Actor, *, wanted: Wanted, asked: PageAsked) -> Paged[ShareView]:
    """Shares the actor may read, the newest first."""
    statement: Any = select(Share).where(visible_to(actor), *wanted.conditions())
    keys = [Key(col(Share.told_at), "desc"), Key(col(Share.id), "desc")]
    found = page_of(db, statement, keys=keys, asked=asked)
    return Paged(_views(db, actor, found.items), found.next_cursor)


def find(db: Session, actor: Actor, share_id: UUID) -> Share:
    """A share the actor may read; raises NotFound."""
    found = db.exec(select(Share).where(visible_to(actor), col(Share.id) == share_id)).first()
    if found is None:
        raise NotFound
    return found


def one(db: Session, organisation_id: UUID, share_id: UUID) -> Share:
    """Any share of the organisation; the caller answers for who may ask."""
    return db.get_one(Share, (organisation_id, share_id))


def of_deal(
    db: Session, organisation_id: UUID, deal_id: UUID, *, author_id: UUID, kind: ShareKind
) -> Share | None:
    """What somebody told of a deal or was asked to tell, withdrawn ones included; the newest."""
    it = (
        col(Share.organisation_id) == organisation_id,
        col(Share.deal_id) == deal_id,
        col(Share.author_id) == author_id,
        col(Share.kind) == kind,
    )
    newest = (col(Share.deleted_at).is_not(None), col(Share.created_at).desc())
    return db.exec(select(Share).where(*it).order_by(*newest)).first()


def begun_of(
    db: Session, organisation_id: UUID, *, author_id: UUID, origin_id: UUID
) -> Share | None:
    """What somebody told from this origin or was asked to tell, withdrawn ones included."""
    it = (
        col(Share.organisation_id) == organisation_id,
        col(Share.author_id) == author_id,
        col(Share.origin_id) == origin_id,
    )
    return db.exec(select(Share).where(*it)).first()


def proved_by(db: Session, organisation_id: UUID, visit_id: UUID) -> Sequence[Share]:
    it = (
        col(Share.organisation_id) == organisation_id,
        col(Share.proof_visit_id) == visit_id,
        col(Share.deleted_at).is_(None),
    )
    return db.exec(select(Share).where(*it)).all()


def of_week(db: Session, organisation_id: UUID, *, author_id: UUID, week_of: date) -> Share | None:
    return db.exec(
        select(Share).where(
            col(Share.organisation_id) == organisation_id,
            col(Share.author_id) == author_id,
            col(Share.week_of) == week_of,
            col(Share.deleted_at).is_(None),
        )
    ).first()


def parts_of(db: Session, share: Share) -> list[SharePart]:
    """In the order they are asked."""
    return _parts(db, share.organisation_id, [share.id])[share.id]


def detail(db: Session, actor: Actor, share: Share, *, case_id: UUID | None) -> DetailView:
    """One share as it stands after everything flushed so far."""
    shown = _views(db, actor, [share])[0]
    taps = _taps(db, share)
    drilled = share.drilled or {"rounds": 0, "bosses": {}}
    bosses = {UUID(boss): rounds for boss, rounds in drilled["bosses"].items()}
    names = people.refs(db, actor.organisation_id, {*bosses, *(tap.by_id for tap in taps)})
    seats = [BossView(names[boss], rounds) for boss, rounds in bosses.items()]
    return DetailView(
        **vars(shown),
        parts=_said(db, share),
        figures=_figures(db, share),
        drilled=DrilledView(drilled["rounds"], seats) if drilled["rounds"] else None,
        taps=[TapView(tap.kind, names[tap.by_id]) for tap in taps],
        offered=share.offered_at is not None,
        case_id=case_id,
        proof_visit_id=share.proof_visit_id,
    )


def _views(db: Session, actor: Actor, shares: Sequence[Share]) -> list[ShareView]:
    if not shares:
        return []
    authors = people.refs(db, actor.organisation_id, {share.author_id for share in shares})
    deals = _deals(db, actor.organisation_id, {one.deal_id for one in shares if one.deal_id})
    parts = _parts(db, actor.organisation_id, [share.id for share in shares])
    return [
        ShareView(
            id=share.id,
            kind=share.kind,
            state=share.state,
            author=authors[share.author_id],
            team_id=share.team_id,
            words=share.words,
            excerpt=next((part.words for part in parts[share.id] if part.words), "")[:EXCERPT],
            type_key=share.type_key,
            origin=share.origin,
            deal=deals[share.deal_id] if share.deal_id else None,
            week_of=share.week_of,
            published_at=share.told_at if share.published else None,
            version=share.version,
        )
        for share in shares
    ]


def _deals(db: Session, organisation_id: UUID, ids: Collection[UUID]) -> dict[UUID, DealOfShare]:
    client = sa.and_(
        col(Client.organisation_id) == col(Deal.organisation_id),
        col(Client.id) == col(Deal.client_id),
    )
    asked = select(Deal, col(Client.name)).join(Client, client)
    mine = (col(Deal.organisation_id) == organisation_id, col(Deal.id).in_(sorted(ids)))
    return {
        deal.id: DealOfShare(
            deal.id, ClientRef(deal.client_id, name), deal.amount, deal.signed_on or deal.lost_on
        )
        for deal, name in db.exec(asked.where(*mine))
    }


def _parts(
    db: Session, organisation_id: UUID, ids: Collection[UUID]
) -> dict[UUID, list[SharePart]]:
    found = db.exec(
        select(SharePart)
        .where(
            col(SharePart.organisation_id) == organisation_id,
            col(SharePart.share_id).in_(sorted(ids)),
        )
        .order_by(col(SharePart.share_id), col(SharePart.place))
    )
    by_share: dict[UUID, list[SharePart]] = defaultdict(list)
    for part in found:
        by_share[part.share_id].append(part)
    return by_share


def _said(db: Session, share: Share) -> list[PartView]:
    notes = voice_notes.notes_of(db, share)
    return [
        PartView(part.key, part.words, voice_notes.view(notes.get(PartKey(part.key))))
        for part in parts_of(db, share)
    ]


def _figures(db: Session, share: Share) -> list[FigureView]:
    if share.kind != ShareKind.KPI:
        return []
    found = db.exec(
        select(ShareFigure)
        .where(
            col(ShareFigure.organisation_id) == share.organisation_id,
            col(ShareFigure.share_id) == share.id,
        )
        .order_by(col(ShareFigure.place))
    )
    return [FigureView(one.metric, one.target, one.reached, one.currency) for one in found]


def _taps(db: Session, share: Share) -> Sequence[ShareTap]:
    return db.exec(
        select(ShareTap)
        .where(
            col(ShareTap.organisation_id) == share.organisation_id,
            col(ShareTap.share_id) == share.id,
        )
        .order_by(col(ShareTap.created_at), col(ShareTap.id))
    ).all()
