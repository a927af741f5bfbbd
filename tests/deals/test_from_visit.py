"""A check-in that says signed or paid changes the client's deal in the same step."""

from typing import Any

import pytest
from sqlmodel import Session, col, select

from api.kit.events import EventRow
from tests.builders.field import API, a_check_in, a_plan, add_client, check_in, check_in_of, yuan
from tests.builders.people import an_id
from tests.builders.world import World

pytestmark = pytest.mark.anyio


async def deals(world: World, name: str = "xiaoman") -> list[dict[str, Any]]:
    """Oldest first."""
    items = (await world.as_(name).get(f"{API}/deals")).json()["items"]
    return sorted(items, key=lambda deal: deal["id"])


async def open_deal(world: World, client: str, number: int, whole: int) -> None:
    given = {"id": str(an_id(number)), "client_id": client, "amount": yuan(whole)}
    assert (await world.as_("xiaoman").post(f"{API}/deals", json=given)).status_code == 201
    world.clock.let_pass(minutes=1)


async def test_signed_without_a_deal_opens_one(world: World) -> None:
    client = await add_client(world.as_("xiaoman"))
    await check_in(world.as_("xiaoman"), client, outcome="signed", amount=yuan(29_800))
    (deal,) = await deals(world)
    assert (deal["state"], deal["signed_on"], deal["amount"]) == (
        "signed",
        "2026-03-24",
        yuan(29_800),
    )


async def test_signed_signs_the_newest_open_deal_of_the_client(world: World) -> None:
    client = await add_client(world.as_("xiaoman"))
    await open_deal(world, client, 1, 30_000)
    await open_deal(world, client, 2, 60_000)
    await check_in(world.as_("xiaoman"), client, outcome="signed", amount=yuan(58_000))
    older, newer = await deals(world)
    assert (older["state"], newer["state"], newer["amount"]) == ("open", "signed", yuan(58_000))


async def test_paid_goes_to_the_oldest_signed_deal(world: World) -> None:
    xiaoman = world.as_("xiaoman")
    client = await add_client(xiaoman)
    for number, day in ((1, "2026-03-20"), (2, "2026-03-10")):
        await open_deal(world, client, number, 1_000)
        await xiaoman.put(f"{API}/deals/{an_id(number)}/signature", json={"signed_on": day})
    await check_in(xiaoman, client, outcome="paid", amount=yuan(1_000))
    newer, older = await deals(world)
    assert (newer["state"], older["state"]) == ("signed", "collected")


async def test_paid_without_a_signed_deal_opens_one_that_is_collected(world: World) -> None:
    client = await add_client(world.as_("xiaoman"))
    await open_deal(world, client, 1, 9_000)
    await check_in(world.as_("xiaoman"), client, outcome="paid", amount=yuan(5_000))
    untouched, opened = await deals(world)
    assert (untouched["state"], opened["state"], opened["collected"]) == (
        "open",
        "collected",
        yuan(5_000),
    )


async def test_another_currency_is_another_deal(world: World) -> None:
    client = await add_client(world.as_("xiaoman"))
    await open_deal(world, client, 1, 9_000)
    dollars = {"amount_minor": 120_000, "currency": "USD"}
    await check_in(world.as_("xiaoman"), client, outcome="signed", amount=dollars)
    untouched, opened = await deals(world)
    assert (untouched["state"], opened["amount"]) == ("open", dollars)


async def test_what_the_manager_signs_at_a_reps_client_is_the_reps_deal(world: World) -> None:
    client = await add_client(world.as_("xiaoman"))
    answer = await check_in(world.as_("hejing"), client, outcome="signed", amount=yuan(100))
    assert answer.json()["rep"]["latin_name"] == "He Jing"
    (deal,) = await deals(world)
    assert deal["owner"]["latin_name"] == "Lin Xiaoman"


async def test_signing_and_collecting_are_facts_without_words(world: World) -> None:
    client = await add_client(world.as_("xiaoman"))
    words: dict[str, Any] = {"note": "太太管账", "help_words": "怎么讲", "wants_help": True}
    await check_in(world.as_("xiaoman"), client, outcome="paid", amount=yuan(100), **words)
    facts = world.store.read_now(facts_of, world.organisation.id)
    topics = [fact.topic for fact in facts if fact.topic.startswith(("visit.", "deal."))]
    of_the_deal = ["deal.opened", "deal.signed", "deal.payment_received", "deal.collected"]
    assert topics == [*of_the_deal, "visit.checked_in"]
    told = " ".join(str(fact.payload) for fact in facts)
    assert not [word for word in ("太太管账", "怎么讲", "吴建平") if word in told]


def facts_of(db: Session, organisation_id: Any) -> list[EventRow]:
    mine = select(EventRow).where(col(EventRow.organisation_id) == organisation_id)
    return list(db.exec(mine.order_by(col(EventRow.seq))))


async def test_a_planned_visit_made_earlier_is_signed_on_the_day_it_took_place(
    world: World,
) -> None:
    rep = world.as_("xiaoman")
    client = await add_client(rep)
    planned = await rep.post(f"{API}/visits", json=a_plan(client, day="2026-03-27"))
    told = a_check_in(client, outcome="signed", amount=yuan(29_800))
    done = await rep.put(check_in_of(planned.json()["id"]), json=told)
    assert done.status_code == 200, done.text
    [deal] = (await rep.get(f"{API}/deals")).json()["items"]
    assert deal["signed_on"] == world.today.isoformat()
