"""Products, and what came of selling them: open deals, signatures told by check-ins, and money that arrived."""

import random
from collections import defaultdict
from datetime import datetime, timedelta
from uuid import UUID

from api.clients.models import Client
from api.deals.models import Deal, DealLine, DealState, Payment, Product
from api.demo.clients import Known
from api.demo.ledger import Ledger, born_as, seeded
from api.demo.month import TODAY, TOMORROW, Month
from api.demo.schedule import Stop
from api.demo.visits import Told, minor

PRODUCTS = (
    ("starter", "启程版", "Starter", 29_800),
    ("voyage", "远航版", "Voyage", 59_800),
    ("flagship", "旗舰版", "Flagship", 98_000),
    ("promotion_20", "推广包 2 万", "Promotion 20k", 20_000),
    ("promotion_30", "推广包 3 万", "Promotion 30k", 30_000),
    ("promotion_100", "推广包 10 万", "Promotion 100k", 100_000),
)
LINES = {
    45_000: {"promotion_20": 20_000, "promotion_30": 25_000},
    49_800: {"starter": 29_800, "promotion_20": 20_000},
    79_800: {"voyage": 59_800, "promotion_20": 20_000},
    128_000: {"flagship": 98_000, "promotion_30": 30_000},
    198_000: {"flagship": 98_000, "promotion_100": 100_000},
}
BY_TRANSFER = 0.5
"""Share of the money nobody collected at a visit that came by bank transfer a few days later."""
MONEY_IS_LATE = {"鸿岳轴承", "溪石厨具"}
LOST_REASONS = (
    "选了环贸网，价格一半",
    "合伙人不同意",
    "厂里资金紧，今年不做",
    "觉得以前没效果，不想再试",
)


class Selling:
    """The deals of a month, grown out of its visits."""

    def __init__(self, ledger: Ledger, month: Month) -> None:
        self.ledger = ledger
        self.month = month
        self.chance = seeded("deals")
        self.products = _products(ledger, month)

    def follow(self, told: list[Told]) -> None:
        by_client: dict[str, list[Told]] = defaultdict(list)
        for one in told:
            by_client[one.stop.known.client.name].append(one)
        for visits in by_client.values():
            known = visits[0].stop.known
            if known.old_order is not None:
                self._old_order(known, known.old_order, visits)
            signing = next((one for one in visits if one.stop.outcome == "signed"), None)
            if signing is not None:
                self._signed(signing, visits)
            elif known.old_order is None:
                self._open_or_lost(visits)
            _grade(known.client, visits, self.chance)

    def _signed(self, signing: Told, visits: list[Told]) -> None:
        before = [
            one for one in visits if one.visit.happened_at and one.stop.day < signing.stop.day
        ]
        opened_at = (before[-1] if before else signing).visit.updated_at
        deal = self._deal(signing.stop.known.client, opened_at, signing.stop.amount or 0)
        deal.owner_id = signing.visit.rep_id
        deal.opened_by_visit_id = None if before else signing.visit.id
        deal.signed_by_visit_id = signing.visit.id
        self._sign(deal, signing.visit.updated_at, signing.stop.day)
        self._collect(deal, visits, late=signing.stop.known.client.name in MONEY_IS_LATE)

    def _old_order(self, known: Known, amount: int, visits: list[Told]) -> None:
        """Signed in the weeks before the month."""
        signed_on = self.month.worked_before(self.chance.randint(3, 21))
        moment = self.month.calendar.moment(signed_on, "16:30")
        deal = self._deal(known.client, moment - timedelta(days=6), amount)
        deal.state, deal.signed_on = DealState.SIGNED, signed_on
        deal.updated_at, deal.version, deal.grade = moment, 2, "A0"
        self._collect(deal, visits, late=False)

    def _sign(self, deal: Deal, moment: datetime, day: int) -> None:
        deal.state, deal.signed_on = DealState.SIGNED, self.month.days[day]
        deal.updated_at, deal.version, deal.grade = moment, 2, "A0"

    def _collect(self, deal: Deal, visits: list[Told], *, late: bool) -> None:
        """At a visit that said paid; else often by bank transfer, unless the story says it is late."""
        paid = next((one for one in visits if one.stop.outcome == "paid"), None)
        if paid is not None:
            self._receive(deal, paid.visit.updated_at, visit_id=paid.visit.id)
            return
        transfer = deal.updated_at + timedelta(days=self.chance.randint(3, 6))
        if (
            not late
            and transfer < self.month.at(TODAY, "00:00")
            and self.chance.random() < BY_TRANSFER
        ):
            self._receive(deal, transfer, visit_id=None)

    def _receive(self, deal: Deal, moment: datetime, *, visit_id: UUID | None) -> None:
        self.ledger.add(
            Payment,
            moment,
            deal_id=deal.id,
            amount_minor=deal.amount_minor,
            received_on=self.month.calendar.today(moment),
            visit_id=visit_id,
        )
        deal.state, deal.updated_at = DealState.COLLECTED, moment
        deal.version, deal.grade = deal.version + 1, None

    def _open_or_lost(self, visits: list[Told]) -> None:
        """Once closing has been planned there is a deal; a client who is lost takes it along."""
        done = [one for one in visits if one.stop.done]
        lost = next((one for one in done if one.stop.outcome == "lost"), None)
        hoped = [one for one in visits if one.stop.expected and (lost or _closing(one.stop))]
        if not hoped or not done:
            return
        newest = hoped[-1].stop
        opened_at = min(hoped[0].visit.created_at, done[-1].visit.created_at)
        deal = self._deal(newest.known.client, opened_at, newest.expected or 0)
        if lost is not None:
            deal.state, deal.lost_on = DealState.LOST, lost.visit.day
            deal.lost_reason = self.chance.choice(LOST_REASONS)
            deal.updated_at, deal.version = lost.visit.updated_at, 2
        else:
            self._promise(deal, newest)

    def _promise(self, deal: Deal, newest: Stop) -> None:
        """Tomorrow's closings are likely this week, and the rep promises their money."""
        deal.grade = "A1" if newest.day == TOMORROW else self.chance.choice(("A", "A", "B"))
        deal.expected_on = self.month.days[max(newest.day, TODAY) + self.chance.randint(0, 6)]
        if deal.grade == "A1":
            deal.promise_minor = deal.amount_minor

    def _deal(self, client: Client, moment: datetime, yuan: int) -> Deal:
        deal = self.ledger.add(
            Deal,
            moment,
            client_id=client.id,
            owner_id=client.owner_id,
            amount_minor=minor(yuan),
            currency="CNY",
            state=DealState.OPEN,
        )
        deal.birth_digest = born_as(deal.id)
        for place, (key, amount) in enumerate(self._lines(yuan).items()):
            self.ledger.add(
                DealLine,
                moment,
                deal_id=deal.id,
                product_id=self.products[key].id,
                place=place,
                amount_minor=minor(amount),
            )
        return deal

    def _lines(self, yuan: int) -> dict[str, int]:
        listed = {price: key for key, _, _, price in PRODUCTS}
        return {listed[yuan]: yuan} if yuan in listed else LINES[yuan]


def _closing(stop: Stop) -> bool:
    return stop.planned and stop.purpose == "close"


def _products(ledger: Ledger, month: Month) -> dict[str, Product]:
    moment = month.calendar.moment(month.before(695), "10:00")
    return {
        key: ledger.add(
            Product,
            moment,
            key=key,
            name={"zh": zh, "en": en},
            price_minor=minor(price),
            currency="CNY",
        )
        for key, zh, en, price in PRODUCTS
    }


def _grade(client: Client, visits: list[Told], chance: random.Random) -> None:
    """A0 and A1 by what is known; the rest as reps guess."""
    outcomes = {one.stop.outcome for one in visits}
    if "signed" in outcomes and "paid" not in outcomes:
        client.grade = "A0"
    elif any(one.stop.day == TOMORROW and one.stop.purpose == "close" for one in visits):
        client.grade = "A1"
    elif "lost" in outcomes:
        client.grade = "C"
    else:
        client.grade = chance.choice(("A", "B", "B", "C", "C", None))
