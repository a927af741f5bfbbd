"""What a team does with a deal: open it, sign it, lose it, record the money; from a screen or from a visit."""

import uuid
from collections.abc import Sequence
from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm.attributes import flag_modified
from sqlmodel import Session, col

from api.clients import service as clients
from api.clients.models import Client
from api.deals import policy, queries
from api.deals.events import DealCollected, DealLost, DealSigned
from api.deals.models import Deal, DealLine, DealState, Payment
from api.deals.products import queries as products
from api.deals.queries import DealView
from api.deals.schemas import (
    DealChange,
    DealLineNew,
    DealNew,
    LossNew,
    PaymentNew,
    SignatureNew,
)
from api.kit.changes import changes, check_version, same_birth
from api.kit.clock import now
from api.kit.errors import BornDifferently
from api.kit.events import publish
from api.kit.rows import new_id
from api.kit.wire import MOST_MINOR, Money
from api.people.policy import Actor


def get(db: Session, actor: Actor, *, deal_id: uuid.UUID) -> DealView:
    return queries.view(db, queries.find(db, actor, deal_id))


def open_deal(db: Session, actor: Actor, *, given: DealNew, birth: bytes) -> DealView:
    """A deal at one of the actor's own clients; a replay answers the stored one."""
    stored = _stored(db, actor, given.id)
    if stored is not None:
        same_birth(stored.birth_digest, birth)
        return queries.view(db, stored)
    client = clients.for_writing(db, actor, given.client_id)
    policy.check_owns(actor, client.owner_id)
    policy.check_grade(actor, given.grade)
    amount = given.amount or _sum(given.lines)
    deal = _new_deal(db, client, amount=amount)
    deal.id = given.id or deal.id
    deal.birth_digest = birth
    deal.grade, deal.expected_on = given.grade, given.expected_on
    deal.quality_note = given.quality_note
    _set_promise(deal, given.promise)
    db.add(deal)
    db.flush()
    _set_lines(db, deal, given.lines)
    return queries.view(db, deal)


def change_deal(
    db: Session, actor: Actor, *, deal_id: uuid.UUID, given: DealChange, version: int
) -> DealView:
    deal = _own(db, actor, deal_id)
    sent = changes(given)
    check_version(deal, version, current=queries.view(db, deal))
    policy.check_grade(actor, given.grade)
    for name in {"grade", "expected_on", "quality_note"} & sent.keys():
        setattr(deal, name, sent[name])
    if "amount" in sent:
        _set_amount(deal, given.amount)
    if "promise" in sent:
        _set_promise(deal, given.promise)
    if "lines" in sent:
        _set_lines(db, deal, given.lines)
        if "amount" not in sent and given.lines:
            _set_amount(deal, _sum(given.lines))
    _by_hand(deal, amount=bool(sent.keys() & {"amount", "lines"}))
    _touch(db, deal)
    _settle(db, actor, deal)
    return queries.view(db, deal)


def sign(db: Session, actor: Actor, *, deal_id: uuid.UUID, given: SignatureNew) -> DealView:
    """Signed; said again of a signed deal it corrects the day or the amount."""
    deal = _own(db, actor, deal_id)
    if not policy.can_be_signed(deal):
        raise policy.DealIsClosed
    if given.amount is not None:
        _set_amount(deal, given.amount)
    _by_hand(deal, amount=given.amount is not None)
    _sign(db, actor, deal, on=given.signed_on, visit_id=None)
    return queries.view(db, deal)


def lose(db: Session, actor: Actor, *, deal_id: uuid.UUID, given: LossNew) -> DealView:
    deal = _own(db, actor, deal_id)
    if deal.state == DealState.COLLECTED:
        raise policy.DealIsClosed
    if queries.collected_minor(db, deal):
        raise policy.DealHasPayments
    was_lost = deal.state == DealState.LOST
    deal.state, deal.signed_on, deal.signed_by_visit_id = DealState.LOST, None, None
    deal.lost_on, deal.lost_reason = given.lost_on, given.reason
    _touch(db, deal)
    if not was_lost:
        fact = DealLost(deal.id, deal.client_id, deal.owner_id, given.lost_on)
        publish(db, actor.organisation_id, fact, by=actor.person_id)
    return queries.view(db, deal)


def receive_payment(
    db: Session, actor: Actor, *, deal_id: uuid.UUID, given: PaymentNew, birth: bytes
) -> DealView:
    deal = _own(db, actor, deal_id)
    stored = None if given.id is None else db.get(Payment, (actor.organisation_id, given.id))
    if stored is not None:
        if stored.deal_id != deal.id:
            raise BornDifferently
        same_birth(stored.birth_digest, birth)
        return queries.view(db, deal)
    if deal.state not in (DealState.SIGNED, DealState.COLLECTED):
        raise policy.DealNotSigned
    payment = _receive(db, deal, on=given.received_on, amount=given.amount, visit_id=None)
    payment.id = given.id or payment.id
    payment.birth_digest = birth
    _settle(db, actor, deal)
    return queries.view(db, deal)


def sign_from_visit(
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
    _set_amount(deal, amount)
    _sign(db, actor, deal, on=day, visit_id=visit_id)


def collect_from_visit(
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
        _sign(db, actor, deal, on=day, visit_id=visit_id)
    _receive(db, deal, on=day, amount=amount, visit_id=visit_id)
    _settle(db, actor, deal)


def take_back_from_visit(db: Session, actor: Actor, *, visit_id: uuid.UUID) -> None:
    """A corrected check-in takes back its own payment, its own signature and the deal it opened.

    The deal is then as it was before, but for what was changed by hand since: that stays. Raises
    DealHasPayments when other money has arrived.
    """
    for payment, deal in queries.paid_at(db, actor, visit_id):
        payment.deleted_at = payment.updated_at = now(db)
        _touch(db, deal)
        _settle(db, actor, deal)
    for deal in queries.signed_at(db, actor, visit_id):
        if queries.collected_minor(db, deal):
            raise policy.DealHasPayments
        deal.state, deal.signed_on, deal.signed_by_visit_id = DealState.OPEN, None, None
        if deal.amount_before_minor is not None:
            deal.amount_minor, deal.amount_before_minor = deal.amount_before_minor, None
        if deal.opened_by_visit_id == visit_id:
            deal.deleted_at = now(db)
        _touch(db, deal)
    db.flush()


def hand_over(
    db: Session,
    actor: Actor,
    *,
    from_id: uuid.UUID,
    to_id: uuid.UUID,
    client_ids: Sequence[uuid.UUID],
) -> int:
    """Open work moves with the client: deals not signed yet or not paid yet. Answers how many."""
    moved = db.exec(
        sa.update(Deal)
        .where(
            col(Deal.organisation_id) == actor.organisation_id,
            col(Deal.owner_id) == from_id,
            col(Deal.client_id).in_(client_ids),
            col(Deal.state).in_([DealState.OPEN, DealState.SIGNED]),
            col(Deal.deleted_at).is_(None),
        )
        .values(owner_id=to_id, updated_at=now(db), version=col(Deal.version) + 1)
        .execution_options(synchronize_session=False)
    )
    return int(moved.rowcount)


def _own(db: Session, actor: Actor, deal_id: uuid.UUID) -> Deal:
    deal = queries.hold(db, actor, deal_id)
    policy.check_owns(actor, deal.owner_id)
    return deal


def _stored(db: Session, actor: Actor, deal_id: uuid.UUID | None) -> Deal | None:
    """A deal that arrived before; NotFound when its id belongs to what the actor may not see."""
    stored = None if deal_id is None else db.get(Deal, (actor.organisation_id, deal_id))
    return None if stored is None else queries.find(db, actor, stored.id)


def _new_deal(db: Session, client: Client, *, amount: Money) -> Deal:
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


def _opened_at(
    db: Session, actor: Actor, *, visit_id: uuid.UUID, client_id: uuid.UUID, amount: Money
) -> Deal:
    """A deal of the client's owner, whoever made the visit."""
    deal = _new_deal(db, clients.get(db, actor, client_id), amount=amount)
    deal.opened_by_visit_id = visit_id
    db.add(deal)
    db.flush()
    return deal


def _sign(db: Session, actor: Actor, deal: Deal, *, on: date, visit_id: uuid.UUID | None) -> None:
    was_open = deal.state == DealState.OPEN
    deal.state, deal.signed_on = DealState.SIGNED, on
    _touch(db, deal)
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
    _settle(db, actor, deal)


def _receive(
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
    _touch(db, deal)
    return payment


def _settle(db: Session, actor: Actor, deal: Deal) -> None:
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


def _touch(db: Session, deal: Deal) -> None:
    """Every step at a deal makes a new version of it, so that two payments at once cannot miss each other."""
    deal.updated_at = now(db)
    flag_modified(deal, "updated_at")


def _by_hand(deal: Deal, *, amount: bool) -> None:
    """A corrected check-in will not take back what its owner has worked on; `amount` says whether that too."""
    if amount or deal.opened_by_visit_id is not None:
        deal.amount_before_minor = None
    deal.opened_by_visit_id = None


def _set_amount(deal: Deal, amount: Money) -> None:
    policy.check_currency(deal, amount.currency)
    deal.amount_minor = amount.amount_minor


def _set_promise(deal: Deal, promise: Money | None) -> None:
    if promise is not None:
        policy.check_currency(deal, promise.currency)
    deal.promise_minor = None if promise is None else promise.amount_minor


def _sum(lines: Sequence[DealLineNew]) -> Money:
    return Money(
        amount_minor=sum(line.amount.amount_minor for line in lines),
        currency=lines[0].amount.currency,
    )


def _set_lines(db: Session, deal: Deal, lines: Sequence[DealLineNew]) -> None:
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
