"""Whoever reads the facts of deals in order knows every deal as it stands."""

from itertools import count
from typing import Any

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import Session, col, select

from api.kit.events import EventRow
from tests.builders.field import API, add_client, amend, check_in, yuan
from tests.builders.field import hand_over as hand_over_all
from tests.builders.people import an_id
from tests.builders.world import World

pytestmark = pytest.mark.anyio
numbers = count(1)
DAY = "2026-03-24"
Known = dict[str, dict[str, Any]]

sums = st.sampled_from([100, 200, 300])
by_hand = st.tuples(st.sampled_from(["change", "sign", "pay"]), sums)
visits = st.tuples(st.sampled_from(["signed", "paid", "continued"]), sums)
lives = st.lists(by_hand | visits | st.tuples(st.just("lose"), sums), min_size=1, max_size=7)


class Client:
    """A client of 启航, and what is done at it by hand and at one visit."""

    def __init__(self, rep: httpx.AsyncClient, number: int) -> None:
        self.rep, self.number = rep, number
        self.visit: dict[str, Any] | None = None

    async def open(self) -> None:
        self.id = await add_client(self.rep, 200_000 + self.number, contacts=[])
        given = {"client_id": self.id, "amount": yuan(200), "grade": "A1"}
        self.deal = (await self.rep.post(f"{API}/deals", json=given)).json()["id"]

    async def live(self, step: str, whole: int) -> None:
        """One step; the rules of deals may refuse it, and then nothing happened."""
        at, amount = f"{API}/deals/{self.deal}", yuan(whole)
        if step == "change":
            version = {"If-Match": (await self.rep.get(at)).headers["etag"]}
            answer = await self.rep.patch(at, json={"amount": amount}, headers=version)
        elif step == "sign":
            sent = {"signed_on": DAY, "amount": amount}
            answer = await self.rep.put(f"{at}/signature", json=sent)
        elif step == "pay":
            paid = {"amount": amount, "received_on": DAY}
            answer = await self.rep.post(f"{at}/payments", json=paid)
        elif step == "lose":
            lost = {"lost_on": DAY, "reason": "没有预算"}
            answer = await self.rep.put(f"{at}/loss", json=lost)
        else:
            answer = await self.tell(step, amount if step != "continued" else None)
        assert answer.status_code in (200, 201, 409), answer.text

    async def tell(self, outcome: str, amount: Any) -> httpx.Response:
        told = {"outcome": outcome, "amount": amount}
        if self.visit is None:
            answer = await check_in(self.rep, self.id, visit=700_000 + self.number, **told)
        else:
            answer = await amend(self.rep, self.visit, **told)
        if answer.is_success:
            self.visit = answer.json()
        return answer


def read_in_order(facts: list[EventRow]) -> Known:
    """What somebody who has only the facts knows of the deals there are."""
    known: Known = {}
    states = {"deal.signed": "signed", "deal.signature_taken_back": "open", "deal.lost": "lost"}
    states |= {"deal.collected": "collected", "deal.outstanding": "signed"}
    for fact in facts:
        told = fact.payload
        if fact.topic == "deals.handed_over":
            for deal_id in told["deal_ids"]:
                known[deal_id]["owner"] = told["to_id"]
            continue
        if fact.topic == "deal.removed":
            del known[told["deal_id"]]
            continue
        if fact.topic == "deal.opened":
            new = {"owner": told["owner_id"], "state": "open", "collected": 0}
            known[told["deal_id"]] = new
        deal = known[told["deal_id"]]
        deal["state"] = states.get(fact.topic, deal["state"])
        if fact.topic == "deal.payment_received":
            deal["collected"] += told["amount_minor"]
        elif fact.topic == "deal.payment_taken_back":
            deal["collected"] -= told["amount_minor"]
        else:
            deal["amount"] = told.get("amount_minor", deal.get("amount"))
    return known


def facts_of_deals(db: Session) -> list[EventRow]:
    about = select(EventRow).where(col(EventRow.topic).startswith("deal"))
    return list(db.exec(about.order_by(col(EventRow.seq))))


async def as_they_stand(reader: httpx.AsyncClient) -> Known:
    stand: Known = {}
    asked: dict[str, Any] = {"limit": 100}
    while True:
        page = (await reader.get(f"{API}/deals", params=asked)).json()
        for deal in page["items"]:
            stand[deal["id"]] = {
                "owner": deal["owner"]["id"],
                "state": deal["state"],
                "amount": deal["amount"]["amount_minor"],
                "collected": deal["collected"]["amount_minor"],
            }
        if page["next_cursor"] is None:
            return stand
        asked["cursor"] = page["next_cursor"]


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(life=lives)
async def test_the_facts_alone_tell_every_deal_as_it_stands(
    world: World, life: list[tuple[str, int]]
) -> None:
    client = Client(world.as_("qihang"), next(numbers))
    await client.open()
    for step, whole in life:
        await client.live(step, whole)
    known = read_in_order(world.store.read_now(facts_of_deals))
    assert known == await as_they_stand(world.as_("hejing"))


async def test_a_hand_over_tells_which_deals_moved(world: World) -> None:
    client = Client(world.as_("qihang"), next(numbers))
    await client.open()
    await hand_over_all(world.as_("hejing"), leaving=world.id("qihang"), taking=world.id("xiaoman"))
    known = read_in_order(world.store.read_now(facts_of_deals))
    assert known == await as_they_stand(world.as_("hejing"))
    assert known[client.deal]["owner"] == str(world.id("xiaoman"))


async def test_a_signature_told_by_mistake_does_not_stay_the_last_word(world: World) -> None:
    """The deal was gone, and the newest fact of it was that it had been signed."""
    client = await add_client(world.as_("xiaoman"))
    told = await check_in(world.as_("xiaoman"), client, outcome="signed", amount=yuan(300))
    assert (await amend(world.as_("xiaoman"), told.json(), outcome="continued")).is_success
    topics = [fact.topic for fact in world.store.read_now(facts_of_deals)]
    back = ["deal.signature_taken_back", "deal.removed"]
    assert topics == ["deal.opened", "deal.signed", *back]


async def test_a_payment_sent_twice_is_one_fact(world: World) -> None:
    client = Client(world.as_("qihang"), next(numbers))
    await client.open()
    await client.live("sign", 300)
    paid = {"id": str(an_id(88)), "amount": yuan(100), "received_on": DAY}
    for _ in range(2):
        answer = await client.rep.post(f"{API}/deals/{client.deal}/payments", json=paid)
        assert answer.status_code == 201, answer.text
    topics = [fact.topic for fact in world.store.read_now(facts_of_deals)]
    assert topics.count("deal.payment_received") == 1
