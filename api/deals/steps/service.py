"""One step at a deal, as a screen and a visit take it; a step loads nothing and asks nobody's leave."""

import uuid
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm.attributes import flag_modified
from sqlmodel import Session, col

from api.clients.models import Client
from api.deals import policy, queries
from api.deals.events import (
    DealChanged,
    DealCollected,
    DealOpened,
    DealOutstanding,
    DealSigned,
    PaymentReceived,
)
from api.deals.models import Deal, DealLine, DealState, Payment
from api.deals.products import queries as products
from api.deals.schemas import (
    DealLineNew,
)
from api.kit.clock import now
from api.kit.events import Event, publish
from api.kit.rows import new_id
from api.kit.wire import MOST_MINOR, Money
from api.people.policy import Actor

Terms = dict[str, Any]
COLUMNS = {
    "amount": "amount_minor",
    "promise": "promise_minor",
    "grade": "grade",
    "expected_on": "expected_on",
    "quality_note": "quality_note",
    "signed_on": "signed_on",
    "lost_on": "lost_on",
    "lost_reason": "lost_reason",
}
"""The terms of a deal by their names in the API, with the column that holds each."""


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


def opened(db: Session, actor: Actor, deal: Deal) -> None:
    """Stores a new deal and says so."""
    db.add(deal)
    db.flush()
    say(db, actor, deal, DealOpened, **worth(deal), visit_id=deal.opened_by_visit_id)


def terms(deal: Deal) -> Terms:
    """What of a deal is agreed, by the names of the API."""
    return {name: getattr(deal, column) for name, column in COLUMNS.items()}


def changed(db: Session, actor: Actor, deal: Deal, before: Terms, *, lines: bool = False) -> None:
    """A new version, and the fact of it when one of its terms, or a line, is another than before."""
    touch(db, deal)
    after = terms(deal)
    fields = {name for name in after if after[name] != before[name]} | (
        {"lines"} if lines else set()
    )
    if fields:
        days = {
            "expected_on": deal.expected_on,
            "signed_on": deal.signed_on,
            "lost_on": deal.lost_on,
        }
        told = {"fields": tuple(sorted(fields)), "grade": deal.grade, **worth(deal), **days}
        say(db, actor, deal, DealChanged, **told)


def sign(
    db: Session,
    actor: Actor,
    deal: Deal,
    *,
    on: date,
    amount: Money | None,
    visit_id: uuid.UUID | None,
) -> None:
    """Signed, at another amount when one is given; of a deal that is signed already it corrects day and amount."""
    before = terms(deal)
    if amount is not None:
        set_amount(deal, amount)
    deal.signed_on = on
    if deal.state == DealState.OPEN:
        deal.state, deal.signed_by_visit_id = DealState.SIGNED, visit_id
        touch(db, deal)
        say(db, actor, deal, DealSigned, signed_on=on, **worth(deal), visit_id=visit_id)
    else:
        changed(db, actor, deal, before)
    settle(db, actor, deal)


def receive(
    db: Session,
    actor: Actor,
    deal: Deal,
    *,
    on: date,
    amount: Money,
    visit_id: uuid.UUID | None = None,
    payment_id: uuid.UUID | None = None,
) -> Payment:
    policy.check_currency(deal, amount.currency)
    if queries.collected_minor(db, deal) + amount.amount_minor > MOST_MINOR:
        raise policy.TooMuchMoney
    payment = Payment(
        organisation_id=deal.organisation_id,
        id=payment_id or new_id(db),
        created_at=now(db),
        updated_at=now(db),
        deal_id=deal.id,
        amount_minor=amount.amount_minor,
        received_on=on,
        visit_id=visit_id,
    )
    db.add(payment)
    touch(db, deal)
    arrived = {"payment_id": payment.id, "received_on": on, "visit_id": visit_id}
    say(db, actor, deal, PaymentReceived, **arrived, **amount.model_dump())
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
    kind = DealCollected if state == DealState.COLLECTED else DealOutstanding
    say(db, actor, deal, kind, collected_minor=arrived, currency=deal.currency)


def say(db: Session, actor: Actor, deal: Deal, kind: Callable[..., Event], **told: Any) -> None:
    """A fact of this deal; it carries no word, only ids, days and amounts."""
    of_it = {"deal_id": deal.id, "client_id": deal.client_id, "owner_id": deal.owner_id}
    publish(db, actor.organisation_id, kind(**of_it, **told), by=actor.person_id)


def worth(deal: Deal) -> dict[str, Any]:
    return {"amount_minor": deal.amount_minor, "currency": deal.currency}


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
