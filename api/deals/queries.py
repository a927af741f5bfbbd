"""Reads of deals and products: a page costs three statements whatever its size."""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from api.clients.models import Client
from api.deals.models import Deal, DealLine, DealState, Payment, Product
from api.deals.policy import visible_to
from api.kit.errors import NotFound
from api.kit.paging import Key, PageAsked, Paged, page_of
from api.kit.wire import Money
from api.people.models import Person
from api.people.policy import Actor
from api.people.queries import PersonRef, ref


@dataclass(frozen=True)
class LineView:
    product_id: uuid.UUID
    name: dict[str, str]
    amount: Money


@dataclass(frozen=True)
class PaymentView:
    id: uuid.UUID
    amount: Money
    received_on: date


@dataclass(frozen=True)
class DealView:
    """A deal with its client, its owner, its lines and its money."""

    id: uuid.UUID
    client: Client
    owner: PersonRef
    lines: Sequence[LineView]
    amount: Money
    grade: str | None
    expected_on: date | None
    promise: Money | None
    state: DealState
    signed_on: date | None
    lost_on: date | None
    lost_reason: str | None
    payments: Sequence[PaymentView]
    collected: Money
    quality_note: str | None
    version: int


@dataclass(frozen=True)
class Wanted:
    """What a list of deals is narrowed by."""

    client_id: uuid.UUID | None
    state: str | None
    owner_id: uuid.UUID | None


def page(db: Session, actor: Actor, *, asked: PageAsked, wanted: Wanted) -> Paged[DealView]:
    """The deals the actor may see, newest first."""
    statement = _with_names().where(visible_to(actor))
    for column, value in (
        (col(Deal.client_id), wanted.client_id),
        (col(Deal.state), wanted.state),
        (col(Deal.owner_id), wanted.owner_id),
    ):
        if value is not None:
            statement = statement.where(column == value)
    found = page_of(db, statement, keys=[Key(col(Deal.id), "desc")], asked=asked)
    return Paged(_views(db, found.items), found.next_cursor)


def view(db: Session, deal: Deal) -> DealView:
    """One deal as it stands after everything flushed so far."""
    db.flush()
    of_it = (
        col(Deal.organisation_id) == deal.organisation_id,
        col(Deal.id) == deal.id,
    )
    return _views(db, db.exec(_with_names().where(*of_it)).all())[0]


def one(db: Session, organisation_id: uuid.UUID, deal_id: uuid.UUID) -> Deal:
    """Any deal of the organisation; the caller answers for who may ask."""
    return db.get_one(Deal, (organisation_id, deal_id))


def find(db: Session, actor: Actor, deal_id: uuid.UUID) -> Deal:
    """A deal the actor may see; raises NotFound."""
    return _found(db, _visible(actor, deal_id))


def hold(db: Session, actor: Actor, deal_id: uuid.UUID) -> Deal:
    """`find`, held until the end of the transaction, so that two payments at once wait for each other."""
    return _found(db, _visible(actor, deal_id).with_for_update(of=Deal))


def newest_open(db: Session, actor: Actor, *, client_id: uuid.UUID, currency: str) -> Deal | None:
    """What a signature at this client signs."""
    statement = _of_client(actor, client_id, currency).where(col(Deal.state) == DealState.OPEN)
    return db.exec(statement.order_by(col(Deal.created_at).desc(), col(Deal.id).desc())).first()


def oldest_signed(db: Session, actor: Actor, *, client_id: uuid.UUID, currency: str) -> Deal | None:
    """What money from this client pays first."""
    statement = _of_client(actor, client_id, currency).where(col(Deal.state) == DealState.SIGNED)
    return db.exec(statement.order_by(col(Deal.signed_on), col(Deal.id))).first()


def signed_at(db: Session, actor: Actor, visit_id: uuid.UUID) -> Sequence[Deal]:
    return db.exec(
        select(Deal).where(
            col(Deal.organisation_id) == actor.organisation_id,
            col(Deal.signed_by_visit_id) == visit_id,
            col(Deal.deleted_at).is_(None),
        )
    ).all()


def paid_at(db: Session, actor: Actor, visit_id: uuid.UUID) -> Sequence[tuple[Payment, Deal]]:
    same = sa.and_(
        col(Deal.organisation_id) == col(Payment.organisation_id),
        col(Deal.id) == col(Payment.deal_id),
    )
    return db.exec(
        select(Payment, Deal)
        .join(Deal, same)
        .where(
            col(Payment.organisation_id) == actor.organisation_id,
            col(Payment.visit_id) == visit_id,
            col(Payment.deleted_at).is_(None),
        )
    ).all()


def collected_minor(db: Session, deal: Deal) -> int:
    """What has arrived for a deal so far, in the smallest unit of its currency."""
    arrived = db.exec(
        select(sa.func.coalesce(sa.func.sum(col(Payment.amount_minor)), 0)).where(
            col(Payment.organisation_id) == deal.organisation_id,
            col(Payment.deal_id) == deal.id,
            col(Payment.deleted_at).is_(None),
        )
    ).one()
    return int(arrived)


def _visible(actor: Actor, deal_id: uuid.UUID) -> SelectOfScalar[Deal]:
    return select(Deal).where(visible_to(actor), col(Deal.id) == deal_id)


def _found(db: Session, statement: SelectOfScalar[Deal]) -> Deal:
    deal = db.exec(statement).first()
    if deal is None:
        raise NotFound
    return deal


def _of_client(actor: Actor, client_id: uuid.UUID, currency: str) -> SelectOfScalar[Deal]:
    return select(Deal).where(
        visible_to(actor),
        col(Deal.client_id) == client_id,
        col(Deal.currency) == currency,
    )


def _with_names() -> Any:
    same = col(Deal.organisation_id)
    return (
        select(Deal, Client, Person)
        .join(
            Client,
            sa.and_(col(Client.organisation_id) == same, col(Client.id) == col(Deal.client_id)),
        )
        .join(
            Person,
            sa.and_(col(Person.organisation_id) == same, col(Person.id) == col(Deal.owner_id)),
        )
    )


def _views(db: Session, found: Iterable[Any]) -> list[DealView]:
    rows = list(found)
    if not rows:
        return []
    organisation_id = rows[0][0].organisation_id
    ids = [deal.id for deal, _, _ in rows]
    lines = _lines(db, organisation_id, ids)
    payments = _payments(db, organisation_id, ids)
    return [
        _view(deal, client, owner, lines[deal.id], payments[deal.id])
        for deal, client, owner in rows
    ]


def _view(
    deal: Deal,
    client: Client,
    owner: Person,
    lines: Sequence[tuple[DealLine, Product]],
    payments: Sequence[Payment],
) -> DealView:
    def money(minor: int) -> Money:
        return Money(amount_minor=minor, currency=deal.currency)

    return DealView(
        id=deal.id,
        client=client,
        owner=ref(owner),
        lines=[
            LineView(line.product_id, item.name, money(line.amount_minor)) for line, item in lines
        ],
        amount=deal.amount,
        grade=deal.grade,
        expected_on=deal.expected_on,
        promise=deal.promise,
        state=deal.state,
        signed_on=deal.signed_on,
        lost_on=deal.lost_on,
        lost_reason=deal.lost_reason,
        payments=[
            PaymentView(paid.id, money(paid.amount_minor), paid.received_on) for paid in payments
        ],
        collected=money(sum(paid.amount_minor for paid in payments)),
        quality_note=deal.quality_note,
        version=deal.version,
    )


def _lines(
    db: Session, organisation_id: uuid.UUID, deal_ids: Sequence[uuid.UUID]
) -> dict[uuid.UUID, list[tuple[DealLine, Product]]]:
    found = db.exec(
        select(DealLine, Product)
        .join(
            Product,
            sa.and_(
                col(Product.organisation_id) == col(DealLine.organisation_id),
                col(Product.id) == col(DealLine.product_id),
            ),
        )
        .where(
            col(DealLine.organisation_id) == organisation_id, col(DealLine.deal_id).in_(deal_ids)
        )
        .order_by(col(DealLine.place))
    )
    by_deal: dict[uuid.UUID, list[tuple[DealLine, Product]]] = defaultdict(list)
    for line, item in found:
        by_deal[line.deal_id].append((line, item))
    return by_deal


def _payments(
    db: Session, organisation_id: uuid.UUID, deal_ids: Sequence[uuid.UUID]
) -> dict[uuid.UUID, list[Payment]]:
    found = db.exec(
        select(Payment)
        .where(
            col(Payment.organisation_id) == organisation_id,
            col(Payment.deal_id).in_(deal_ids),
            col(Payment.deleted_at).is_(None),
        )
        .order_by(col(Payment.received_on), col(Payment.id))
    )
    by_deal: dict[uuid.UUID, list[Payment]] = defaultdict(list)
    for paid in found:
        by_deal[paid.deal_id].append(paid)
    return by_deal
