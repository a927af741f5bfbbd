"""复盘: after a win at or above the threshold, or a painful loss, the two sit down over the deal (domain.md §2.6)."""

from uuid import UUID

from sqlmodel import Session

from api.deals import queries as deals
from api.deals.events import DealLost, DealSigned
from api.kit.events import on
from api.people.policy import Actor
from api.reviews import service as reviews


@on(DealSigned)
def after_a_win(db: Session, fact: DealSigned, organisation_id: UUID) -> None:
    _propose_if_big(db, organisation_id, fact.deal_id)


@on(DealLost)
def after_a_loss(db: Session, fact: DealLost, organisation_id: UUID) -> None:
    _propose_if_big(db, organisation_id, fact.deal_id)


def _propose_if_big(db: Session, organisation_id: UUID, deal_id: UUID) -> None:
    actor = Actor.method(db, organisation_id)
    amount, big = deals.one(db, organisation_id, deal_id).amount, actor.settings.big_order
    if amount.currency == big.currency and amount.amount_minor >= big.amount_minor:
        reviews.propose(db, actor, deal_id=deal_id)
