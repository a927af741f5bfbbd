"""Who may see and change a deal, and what a deal's state allows."""

import uuid

import sqlalchemy as sa
from sqlmodel import col

from api.clients.service import GradeUnknown
from api.deals.models import Deal, DealState
from api.kit.errors import Conflict, Forbidden
from api.people.models import Role
from api.people.policy import Actor, personal


class OnlyTheOwner(Forbidden):
    code = "only_the_owner"
    en = "Only the owner of this client works on its deals. Ask them, or ask for a hand-over."
    zh = "只有这家客户的负责人能改商机，请找对方，或申请客户交接。"


class DealNotSigned(Conflict):
    code = "deal_not_signed"
    en = "Sign this deal first, then record the money."
    zh = "先把这个商机记为已签，再记到账。"


class DealIsClosed(Conflict):
    code = "deal_is_closed"
    en = "This deal is closed. Open a new one for this client."
    zh = "这个商机已经结束，请为这家客户新建一个。"


class DealHasPayments(Conflict):
    code = "deal_has_payments"
    en = "Money has already arrived for this deal, so its signature stays. Correct the deal itself."
    zh = "这个商机已有到账，签单不能撤回，请直接改商机。"


class OneCurrency(Conflict):
    code = "one_currency"
    en = "All money of one deal is in one currency, here {currency}."
    zh = "同一个商机只用一种货币，这里是 {currency}。"


class TooMuchMoney(Conflict):
    code = "too_much_money"
    en = "This sum is larger than can be stored. Check the amount."
    zh = "金额太大，存不下，请核对。"


class ProductUnknown(Conflict):
    code = "product_unknown"
    en = "One of these products is not in your list. Choose it again."
    zh = "有个产品不在你们的产品表里，请重新选择。"


class ProductKeyTaken(Conflict):
    code = "product_key_taken"
    en = "Another product already uses this key. Choose another one."
    zh = "这个产品代号已被使用，请换一个。"


def visible_to(actor: Actor) -> sa.ColumnElement[bool]:
    """Deals the actor may see: the own ones, the apprentices', the own team's."""
    return sa.and_(
        col(Deal.organisation_id) == actor.organisation_id,
        col(Deal.deleted_at).is_(None),
        personal(actor, col(Deal.owner_id)),
    )


def check_owns(actor: Actor, owner_id: uuid.UUID) -> None:
    if owner_id != actor.person_id:
        raise OnlyTheOwner


def check_products(actor: Actor) -> None:
    """The product list is the admin's."""
    actor.needs(Role.ADMIN)


def check_grade(actor: Actor, grade: str | None) -> None:
    """A grade is one of the keys the organisation has chosen."""
    grades = [known["key"] for known in actor.settings.grades]
    if grade is not None and grade not in grades:
        raise GradeUnknown(grade=grade, grades=", ".join(grades))


def check_currency(deal: Deal, currency: str) -> None:
    if currency != deal.currency:
        raise OneCurrency(currency=deal.currency)


def can_be_signed(deal: Deal) -> bool:
    return deal.state in (DealState.OPEN, DealState.SIGNED)
