"""Reads of what is tried: the own wishes, those of others about what one told, and those of a day's clients."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col, select

from api.clients import queries as clients
from api.clients.queries import ClientRef
from api.kit.errors import NotFound
from api.kit.paging import Key, PageAsked, Paged, page_of
from api.people import queries as people
from api.people.policy import Actor
from api.people.queries import PersonRef
from api.playbook.models import UseResult
from api.shares.cases.models import Case
from api.shares.models import Share, ShareKind
from api.shares.tries.models import Try
from api.shares.tries.policy import told_by, visible_to
from api.visits.models import Outcome, VisitState
from api.visits.queries import VisitView

TITLE = 80


@dataclass(frozen=True)
class IdeaView:
    share_id: UUID | None
    case_id: UUID | None
    kind: ShareKind
    title: str


@dataclass(frozen=True)
class TryView:
    id: UUID
    of: IdeaView
    author: PersonRef
    client: ClientRef | None
    wished_at: datetime
    result: UseResult | None
    day: date | None


@dataclass(frozen=True)
class TriedView:
    id: UUID
    of: IdeaView
    by: PersonRef
    wished_at: datetime
    result: UseResult | None
    day: date | None


@dataclass(frozen=True)
class OpenTry:
    """A wish that waits for its client's next visit."""

    id: UUID
    of: IdeaView
    author: PersonRef
    wished_at: datetime
    asked_at_id: UUID | None


def mine(db: Session, actor: Actor, *, asked: PageAsked) -> Paged[TryView]:
    """The latest wish first; what was withdrawn by its author since then is not among them."""
    found = page_of(db, _told().where(visible_to(actor)), keys=NEWEST, asked=asked)
    return Paged(_views(db, actor, found.items), found.next_cursor)


def of_mine(db: Session, actor: Actor, *, asked: PageAsked) -> Paged[TriedView]:
    """What others try of what the actor told, the latest wish first."""
    found = page_of(db, _told().where(told_by(actor)), keys=NEWEST, asked=asked)
    who = people.refs(db, actor.organisation_id, [row[0].by_id for row in found.items])
    views = [
        TriedView(one.id, _idea(one, share, case), who[one.by_id], *_came(one))
        for one, share, case in found.items
    ]
    return Paged(views, found.next_cursor)


def find(db: Session, actor: Actor, try_id: UUID) -> Try:
    """One of the actor's own that was not taken back; raises NotFound."""
    asked = select(Try).where(visible_to(actor), col(Try.id) == try_id)
    found = db.exec(asked.with_for_update(of=Try)).first()
    if found is None:
        raise NotFound
    return found


def view(db: Session, actor: Actor, one: Try) -> TryView:
    """As it stands after everything flushed so far; raises NotFound once its author has withdrawn it."""
    it = (col(Try.organisation_id) == one.organisation_id, col(Try.id) == one.id)
    row = db.exec(_told().where(*it)).first()
    if row is None:
        raise NotFound
    return _views(db, actor, [row])[0]


def is_open(db: Session, actor: Actor, *, share_id: UUID | None, case_id: UUID | None) -> bool:
    """Whether the actor wants to try the same already."""
    same = col(Try.share_id) == share_id if share_id else col(Try.case_id) == case_id
    asked = select(col(Try.id)).where(visible_to(actor), same, col(Try.result).is_(None))
    return db.exec(asked).first() is not None


def open_at(db: Session, actor: Actor, client_ids: Collection[UUID]) -> dict[UUID, list[OpenTry]]:
    """By client, the oldest wish first, whose author still tells it; two statements."""
    waits = (col(Try.client_id).in_(sorted(client_ids)), col(Try.result).is_(None))
    rows = db.exec(
        _told().where(visible_to(actor), *waits).order_by(col(Try.wished_at), col(Try.id))
    ).all()
    names = people.refs(db, actor.organisation_id, [_author(row) for row in rows])
    by_client: dict[UUID, list[OpenTry]] = defaultdict(list)
    for row in rows:
        one, share, case = row
        told = OpenTry(
            one.id,
            _idea(one, share, case),
            names[_author(row)],
            one.wished_at,
            one.asked_at_id,
        )
        by_client[one.client_id].append(told)
    return by_client


def waiting_at(visit: VisitView, wishes: Sequence[OpenTry]) -> list[OpenTry]:
    """Before a visit all of its client's; once somebody was met, those wished before and not asked about at this visit."""
    if visit.check_in is None:
        return list(wishes) if visit.state == VisitState.PLANNED else []
    if visit.check_in.outcome == Outcome.NOBODY_MET:
        return []
    at = visit.check_in.happened_at
    return [one for one in wishes if one.asked_at_id != visit.id and one.wished_at <= at]


NEWEST = [Key(col(Try.wished_at), "desc"), Key(col(Try.id), "desc")]


def _told() -> Any:
    """A wish beside what it is about, as long as that is told."""

    def there(table: type[Share] | type[Case], column: Any) -> Any:
        return sa.and_(
            col(table.organisation_id) == col(Try.organisation_id),
            col(table.id) == column,
            col(table.deleted_at).is_(None),
        )

    return (
        select(Try, Share, Case)
        .outerjoin(Share, there(Share, col(Try.share_id)))
        .outerjoin(Case, there(Case, col(Try.case_id)))
        .where(sa.or_(col(Share.id).is_not(None), col(Case.id).is_not(None)))
    )


def _views(db: Session, actor: Actor, rows: Sequence[Any]) -> list[TryView]:
    names = people.refs(db, actor.organisation_id, [_author(row) for row in rows])
    at = {row[0].client_id for row in rows if row[0].client_id}
    known = clients.refs(db, actor.organisation_id, at) if at else {}
    return [
        TryView(
            one.id,
            _idea(one, share, case),
            names[(share or case).author_id],
            known.get(one.client_id),
            *_came(one),
        )
        for one, share, case in rows
    ]


def _author(row: Any) -> UUID:
    _, share, case = row
    author: UUID = (share or case).author_id
    return author


def _idea(one: Try, share: Share | None, case: Case | None) -> IdeaView:
    told = share.words if share else case.title if case else ""
    kind = share.kind if share else case.kind if case else ShareKind.TIP
    return IdeaView(one.share_id, one.case_id, ShareKind(kind), told[:TITLE])


def _came(one: Try) -> tuple[datetime, UseResult | None, date | None]:
    return one.wished_at, one.result, one.day
