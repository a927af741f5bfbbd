"""One step at a deal, as a screen and a visit take it; a step loads nothing and asks nobody's leave."""

import uuid
from collections.abc import Sequence
from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm.attributes import flag_modified
from sqlmodel import Session, col

from api.clients.models import Client
from api.deals import policy, queries
from api.deals.events import DealCollected, DealSigned
from api.deals.models import Deal, DealLine, DealState, Payment
from api.deals.products import queries as products
from api.deals.schemas import (
    DealLineNew,
)
from api.kit.clock import now
from api.kit.events import publish
from api.kit.rows import new_id
from api.kit.wire import MOST_MINOR, Money
from api.people.policy import Actor


def new_deal(db: Session, client: Client, *, amount: Money) -> Deal:
    return Deal(
        organisation_id=client.organisation_id,
        id=new_id(db),
        created_at=now(db),
        updated_at=now(db),
        client_id=client.id,
        owner_id=client.owner_id,
        amount_minor=amount.amount_minor,
        currency=amount.currency,
        state=DealState.OPEN,
    )


def sign(db: Session, actor: Actor, deal: Deal, *, on: date, visit_id: uuid.UUID | None) -> None:
    was_open = deal.state == DealState.OPEN
    deal.state, deal.signed_on = DealState.SIGNED, on
    touch(db, deal)
    if was_open:
        deal.signed_by_visit_id = visit_id
        fact = DealSigned(
            deal_id=deal.id,
            client_id=deal.client_id,
            owner_id=deal.owner_id,
            signed_on=on,
            amount_minor=deal.amount_minor,
            currency=deal.currency,
            visit_id=visit_id,
        )
        publish(db, actor.organisation_id, fact, by=actor.person_id)
    settle(db, actor, deal)


def receive(
    db: Session, deal: Deal, *, on: date, amount: Money, visit_id: uuid.UUID | None
) -> Payment:
    policy.check_currency(deal, amount.currency)
    if queries.collected_minor(db, deal) + amount.amount_minor > MOST_MINOR:
        raise policy.TooMuchMoney
    payment = Payment(
        organisation_id=deal.organisation_id,
        id=new_id(db),
        created_at=now(db),
        updated_at=now(db),
        deal_id=deal.id,
        amount_minor=amount.amount_minor,
        received_on=on,
        visit_id=visit_id,
    )
    db.add(payment)
    touch(db, deal)
    return payment


def settle(db: Session, actor: Actor, deal: Deal) -> None:
    """Signed becomes collected once all its money has arrived, and signed again when its amount grew."""
    db.flush()
    if deal.state not in (DealState.SIGNED, DealState.COLLECTED):
        return
    arrived = queries.collected_minor(db, deal)
    state = DealState.COLLECTED if 0 < deal.amount_minor <= arrived else DealState.SIGNED
    if state == deal.state:
        return
    deal.state = state
    db.flush()
    if state == DealState.COLLECTED:
        fact = DealCollected(deal.id, deal.client_id, deal.owner_id, arrived, deal.currency)
        publish(db, actor.organisation_id, fact, by=actor.person_id)


def touch(db: Session, deal: Deal) -> None:
    """Every step at a deal makes a new version of it, so that two payments at once cannot miss each other."""
    deal.updated_at = now(db)
    flag_modified(deal, "updated_at")


def by_hand(deal: Deal, *, amount: bool) -> None:
    """A corrected check-in will not take back what its owner has worked on; `amount` says whether that too."""
    if amount or deal.opened_by_visit_id is not None:
        deal.amount_before_minor = None
    deal.opened_by_visit_id = None


def set_amount(deal: Deal, amount: Money) -> None:
    policy.check_currency(deal, amount.currency)
    deal.amount_minor = amount.amount_minor


def set_promise(deal: Deal, promise: Money | None) -> None:
    if promise is not None:
        policy.check_currency(deal, promise.currency)
    deal.promise_minor = None if promise is None else promise.amount_minor


def sum_of(lines: Sequence[DealLineNew]) -> Money:
    return Money(
        amount_minor=sum(line.amount.amount_minor for line in lines),
        currency=lines[0].amount.currency,
    )


def set_lines(db: Session, deal: Deal, lines: Sequence[DealLineNew]) -> None:
    for line in lines:
        policy.check_currency(deal, line.amount.currency)
    wanted = [line.product_id for line in lines]
    if len(products.known(db, deal.organisation_id, wanted)) < len(wanted):
        raise policy.ProductUnknown
    db.exec(
        sa.delete(DealLine).where(
            col(DealLine.organisation_id) == deal.organisation_id, col(DealLine.deal_id) == deal.id
        )
    )
    db.add_all(
        DealLine(
            organisation_id=deal.organisation_id,
            id=new_id(db),
            created_at=now(db),
            deal_id=deal.id,
            product_id=line.product_id,
            place=place,
            amount_minor=line.amount.amount_minor,
        )
        for place, line in enumerate(lines)
    )
