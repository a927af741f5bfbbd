"""Reads of deals and money over several days, in one statement each; the caller answers for who may ask."""

import uuid
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col, select

from api.clients.models import Client
from api.clients.queries import ClientRef
from api.deals.models import Deal, Payment
from api.kit.wire import Money


@dataclass(frozen=True)
class DealOfPeriod:
    """A deal, or money that arrived for one, with its day."""

    id: uuid.UUID
    client: ClientRef
    amount: Money
    on: date


def signed_between(
    db: Session,
    organisation_id: uuid.UUID,
    owner_ids: Collection[uuid.UUID],
    *,
    since: date,
    until: date,
) -> list[DealOfPeriod]:
    """What these people's clients signed, both days included, the newest first."""
    on = col(Deal.signed_on)
    return _deals(db, organisation_id, owner_ids, on, since=since, until=until)


def lost_between(
    db: Session,
    organisation_id: uuid.UUID,
    owner_ids: Collection[uuid.UUID],
    *,
    since: date,
    until: date,
) -> list[DealOfPeriod]:
    on = col(Deal.lost_on)
    return _deals(db, organisation_id, owner_ids, on, since=since, until=until)


def payments_between(
    db: Session,
    organisation_id: uuid.UUID,
    owner_ids: Collection[uuid.UUID],
    *,
    since: date,
    until: date,
) -> list[DealOfPeriod]:
    """Money that arrived (到账), each with the deal it is for."""
    paid = sa.and_(
        col(Payment.organisation_id) == col(Deal.organisation_id),
        col(Payment.deal_id) == col(Deal.id),
        col(Payment.deleted_at).is_(None),
    )
    on = col(Payment.received_on)
    asked = select(Deal, col(Client.name), on, col(Payment.amount_minor))
    asked = _of_owners(asked, organisation_id, owner_ids).join(Payment, paid)
    found = db.exec(asked.where(on.between(since, until)).order_by(on.desc(), col(Payment.id)))
    return [
        DealOfPeriod(deal.id, _client(deal, name), _money(deal, minor), day)
        for deal, name, day, minor in found
    ]


def _deals(
    db: Session,
    organisation_id: uuid.UUID,
    owner_ids: Collection[uuid.UUID],
    on: Any,
    *,
    since: date,
    until: date,
) -> list[DealOfPeriod]:
    asked = _of_owners(select(Deal, col(Client.name), on), organisation_id, owner_ids)
    found = db.exec(asked.where(on.between(since, until)).order_by(on.desc(), col(Deal.id)))
    return [
        DealOfPeriod(deal.id, _client(deal, name), deal.amount, day) for deal, name, day in found
    ]


def _of_owners(asked: Any, organisation_id: uuid.UUID, owner_ids: Collection[uuid.UUID]) -> Any:
    client = sa.and_(
        col(Client.organisation_id) == col(Deal.organisation_id),
        col(Client.id) == col(Deal.client_id),
    )
    return (
        asked.select_from(Deal)
        .join(Client, client)
        .where(
            col(Deal.organisation_id) == organisation_id,
            col(Deal.owner_id).in_(sorted(owner_ids)),
            col(Deal.deleted_at).is_(None),
        )
    )


def _client(deal: Deal, name: str) -> ClientRef:
    return ClientRef(deal.client_id, name)


def _money(deal: Deal, minor: int) -> Money:
    return Money(amount_minor=minor, currency=deal.currency)
