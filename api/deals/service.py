"""What a team does with a deal from a screen: open it, change it, sign it, lose it, record the money; and its hand-over."""

import uuid
from collections.abc import Sequence

import sqlalchemy as sa
from sqlmodel import Session, col

from api.clients import service as clients
from api.deals import policy, queries
from api.deals.events import DealLost, DealsHandedOver
from api.deals.models import Deal, DealState, Payment
from api.deals.queries import DealView, Wanted
from api.deals.schemas import (
    DealChange,
    DealNew,
    LossNew,
    PaymentNew,
    SignatureNew,
)
from api.deals.steps import service as steps
from api.kit.changes import changes, check_version, same_birth
from api.kit.clock import now
from api.kit.errors import BornDifferently
from api.kit.events import publish
from api.kit.paging import PageAsked, Paged
from api.people.models import SightKind
from api.people.policy import Actor
from api.people.service import seen


def page(db: Session, actor: Actor, *, asked: PageAsked, wanted: Wanted) -> Paged[DealView]:
    """Deals the actor may see; those of others are noted for their owners."""
    found = queries.page(db, actor, asked=asked, wanted=wanted)
    for owner_id in {deal.owner.id for deal in found.items}:
        seen(db, actor, owner_id, SightKind.DEALS)
    return found


def get(db: Session, actor: Actor, *, deal_id: uuid.UUID) -> DealView:
    deal = queries.find(db, actor, deal_id)
    seen(db, actor, deal.owner_id, SightKind.DEALS)
    return queries.view(db, deal)


def open_deal(db: Session, actor: Actor, *, given: DealNew, birth: bytes) -> DealView:
    """A deal at one of the actor's own clients; a replay answers the stored one."""
    stored = _stored(db, actor, given.id)
    if stored is not None:
        same_birth(stored.birth_digest, birth)
        return get(db, actor, deal_id=stored.id)
    client = clients.for_writing(db, actor, given.client_id)
    policy.check_owns(actor, client.owner_id)
    policy.check_grade(actor, given.grade)
    amount = given.amount or steps.sum_of(given.lines)
    deal = steps.new_deal(db, client, amount=amount)
    deal.id = given.id or deal.id
    deal.birth_digest = birth
    deal.grade, deal.expected_on = given.grade, given.expected_on
    deal.quality_note = given.quality_note
    steps.set_promise(deal, given.promise)
    steps.opened(db, actor, deal)
    steps.set_lines(db, deal, given.lines)
    return queries.view(db, deal)


def change_deal(
    db: Session, actor: Actor, *, deal_id: uuid.UUID, given: DealChange, version: int
) -> DealView:
    deal = _own(db, actor, deal_id)
    sent = changes(given)
    check_version(deal, version, current=queries.view(db, deal))
    policy.check_grade(actor, given.grade)
    before = steps.terms(deal)
    for name in {"grade", "expected_on", "quality_note"} & sent.keys():
        setattr(deal, name, sent[name])
    if "amount" in sent:
        steps.set_amount(deal, given.amount)
    if "promise" in sent:
        steps.set_promise(deal, given.promise)
    if "lines" in sent:
        steps.set_lines(db, deal, given.lines)
        if "amount" not in sent and given.lines:
            steps.set_amount(deal, steps.sum_of(given.lines))
    steps.by_hand(deal, amount=bool(sent.keys() & {"amount", "lines"}))
    steps.changed(db, actor, deal, before, lines="lines" in sent)
    steps.settle(db, actor, deal)
    return queries.view(db, deal)


def sign(db: Session, actor: Actor, *, deal_id: uuid.UUID, given: SignatureNew) -> DealView:
    """Signed; said again of a signed deal it corrects the day or the amount."""
    deal = _own(db, actor, deal_id)
    if not policy.can_be_signed(deal):
        raise policy.DealIsClosed
    steps.by_hand(deal, amount=given.amount is not None)
    steps.sign(db, actor, deal, on=given.signed_on, amount=given.amount, visit_id=None)
    return queries.view(db, deal)


def lose(db: Session, actor: Actor, *, deal_id: uuid.UUID, given: LossNew) -> DealView:
    deal = _own(db, actor, deal_id)
    if deal.state == DealState.COLLECTED:
        raise policy.DealIsClosed
    if queries.collected_minor(db, deal):
        raise policy.DealHasPayments
    was_lost, before = deal.state == DealState.LOST, steps.terms(deal)
    deal.state, deal.signed_on, deal.signed_by_visit_id = DealState.LOST, None, None
    deal.lost_on, deal.lost_reason = given.lost_on, given.reason
    if was_lost:
        steps.changed(db, actor, deal, before)
    else:
        steps.touch(db, deal)
        steps.say(db, actor, deal, DealLost, lost_on=given.lost_on)
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
    payment = steps.receive(
        db, actor, deal, on=given.received_on, amount=given.amount, payment_id=given.id
    )
    payment.birth_digest = birth
    steps.settle(db, actor, deal)
    return queries.view(db, deal)


def hand_over(
    db: Session,
    actor: Actor,
    *,
    from_id: uuid.UUID,
    to_id: uuid.UUID,
    client_ids: Sequence[uuid.UUID],
) -> int:
    """Open work moves with the client: deals not signed yet or not paid yet. Answers how many."""
    open_work = (
        sa.update(Deal)
        .where(
            col(Deal.organisation_id) == actor.organisation_id,
            col(Deal.owner_id) == from_id,
            col(Deal.client_id).in_(client_ids),
            col(Deal.state).in_([DealState.OPEN, DealState.SIGNED]),
            col(Deal.deleted_at).is_(None),
        )
        .values(owner_id=to_id, updated_at=now(db), version=col(Deal.version) + 1)
        .returning(col(Deal.id))
    )
    moved = tuple(sorted(db.connection().execute(open_work).scalars()))
    if moved:
        fact = DealsHandedOver(from_id, to_id, moved)
        publish(db, actor.organisation_id, fact, by=actor.person_id)
    return len(moved)


def _own(db: Session, actor: Actor, deal_id: uuid.UUID) -> Deal:
    deal = queries.hold(db, actor, deal_id)
    policy.check_owns(actor, deal.owner_id)
    return deal


def _stored(db: Session, actor: Actor, deal_id: uuid.UUID | None) -> Deal | None:
    """A deal that arrived before; NotFound when its id belongs to what the actor may not see."""
    stored = None if deal_id is None else db.get(Deal, (actor.organisation_id, deal_id))
    return None if stored is None else queries.find(db, actor, stored.id)
