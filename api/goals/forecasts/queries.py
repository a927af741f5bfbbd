"""The open deals a forecast is made of."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col, select

from api.clients.models import Client
from api.clients.queries import ClientRef
from api.deals.models import Deal, DealState
from api.deals.policy import visible_to
from api.goals.figures.policy import days_of
from api.goals.models import Period
from api.kit.wire import Money
from api.people.models import Person
from api.people.policy import Actor
from api.people.queries import PersonRef, ref

MOST = 200


@dataclass(frozen=True)
class ForecastDeal:
    id: UUID
    client: ClientRef
    amount: Money
    grade: str | None
    probability: int
    promise: Money | None
    expected_on: date | None


@dataclass(frozen=True)
class ForecastView:
    person: PersonRef
    month: date
    expected: Money
    promised: Money
    without_promise: int
    deals: list[ForecastDeal]


def forecast(db: Session, actor: Actor, person: Person, *, month: date) -> ForecastView:
    """Of the organisation's currency; deals without a day belong to the month that runs."""
    currency = actor.settings.big_order.currency
    first, last = days_of(Period.MONTH, month)
    undated = first <= actor.today(db) <= last
    likely = {grade["key"]: int(grade["probability"]) for grade in actor.settings.grades}
    deals = [
        _deal(deal, client, likely)
        for deal, client in db.exec(_open(actor, person.id, currency, first, last, undated=undated))
    ]
    weighted = sum(one.amount.amount_minor * one.probability for one in deals)
    promised = [one.promise.amount_minor for one in deals if one.promise is not None]
    return ForecastView(
        person=ref(person),
        month=first,
        expected=Money(amount_minor=round(weighted / 100), currency=currency),
        promised=Money(amount_minor=sum(promised), currency=currency),
        without_promise=len(deals) - len(promised),
        deals=deals,
    )


def _open(
    actor: Actor, owner_id: UUID, currency: str, first: date, last: date, *, undated: bool
) -> Any:
    expected = col(Deal.expected_on)
    falls = expected.between(first, last)
    client = sa.and_(
        col(Client.organisation_id) == col(Deal.organisation_id),
        col(Client.id) == col(Deal.client_id),
    )
    return (
        select(Deal, Client)
        .join(Client, client)
        .where(
            visible_to(actor),
            col(Deal.owner_id) == owner_id,
            col(Deal.state) == DealState.OPEN,
            col(Deal.currency) == currency,
            sa.or_(falls, expected.is_(None)) if undated else falls,
        )
        .order_by(expected.is_(None), expected, col(Deal.id))
        .limit(MOST)
    )


def _deal(deal: Deal, client: Client, likely: Mapping[str, int]) -> ForecastDeal:
    return ForecastDeal(
        id=deal.id,
        client=ClientRef(client.id, client.name),
        amount=deal.amount,
        grade=deal.grade,
        probability=likely.get(deal.grade or "", 0),
        promise=deal.promise,
        expected_on=deal.expected_on,
    )
