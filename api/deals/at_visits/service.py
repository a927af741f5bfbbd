"""A check-in said signed or paid, or was corrected and says so no longer."""

import uuid
from datetime import date

from sqlmodel import Session

from api.clients import service as clients
from api.deals import policy, queries
from api.deals.events import DealRemoved, DealSignatureTakenBack, PaymentTakenBack
from api.deals.models import Deal, DealState
from api.deals.steps import service as steps
from api.kit.clock import now
from api.kit.wire import Money
from api.people.policy import Actor


def sign(
    db: Session,
    actor: Actor,
    *,
    visit_id: uuid.UUID,
    client_id: uuid.UUID,
    day: date,
    amount: Money,
) -> None:
    """A check-in said signed: the client's newest open deal is, else one that is opened with it.

    Said again with another amount, it is the deal this visit signed.
    """
    signed_here = queries.signed_at(db, actor, visit_id)
    deal = (
        signed_here[0]
        if signed_here
        else queries.newest_open(db, actor, client_id=client_id, currency=amount.currency)
    )
    if deal is None:
        deal = _opened_at(db, actor, visit_id=visit_id, client_id=client_id, amount=amount)
    if deal.amount_before_minor is None:
        deal.amount_before_minor = deal.amount_minor
    steps.sign(db, actor, deal, on=day, amount=amount, visit_id=visit_id)


def collect(
    db: Session,
    actor: Actor,
    *,
    visit_id: uuid.UUID,
    client_id: uuid.UUID,
    day: date,
    amount: Money,
) -> None:
    """A check-in said paid: the money goes to the client's oldest signed deal, else to one opened with it."""
    deal = queries.oldest_signed(db, actor, client_id=client_id, currency=amount.currency)
    if deal is None:
        deal = _opened_at(db, actor, visit_id=visit_id, client_id=client_id, amount=amount)
        steps.sign(db, actor, deal, on=day, amount=None, visit_id=visit_id)
    steps.receive(db, actor, deal, on=day, amount=amount, visit_id=visit_id)
    steps.settle(db, actor, deal)


def take_back(db: Session, actor: Actor, *, visit_id: uuid.UUID) -> None:
    """A corrected check-in takes back its own payment, its own signature and the deal it opened.

    The deal is then as it was before, but for what was changed by hand since: that stays. Raises
    DealHasPayments when other money has arrived.
    """
    for payment, deal in queries.paid_at(db, actor, visit_id):
        payment.deleted_at = payment.updated_at = now(db)
        steps.touch(db, deal)
        gone = {"payment_id": payment.id, "amount_minor": payment.amount_minor}
        steps.say(db, actor, deal, PaymentTakenBack, **gone, currency=deal.currency)
        steps.settle(db, actor, deal)
    for deal in queries.signed_at(db, actor, visit_id):
        if queries.collected_minor(db, deal):
            raise policy.DealHasPayments
        deal.state, deal.signed_on, deal.signed_by_visit_id = DealState.OPEN, None, None
        if deal.amount_before_minor is not None:
            deal.amount_minor, deal.amount_before_minor = deal.amount_before_minor, None
        steps.touch(db, deal)
        back = steps.worth(deal) | {"visit_id": visit_id}
        steps.say(db, actor, deal, DealSignatureTakenBack, **back)
        if deal.opened_by_visit_id == visit_id:
            deal.deleted_at = now(db)
            steps.say(db, actor, deal, DealRemoved, visit_id=visit_id)
    db.flush()


def _opened_at(
    db: Session, actor: Actor, *, visit_id: uuid.UUID, client_id: uuid.UUID, amount: Money
) -> Deal:
    """A deal of the client's owner, whoever made the visit."""
    deal = steps.new_deal(db, clients.get(db, actor, client_id), amount=amount)
    deal.opened_by_visit_id = visit_id
    steps.opened(db, actor, deal)
    return deal
