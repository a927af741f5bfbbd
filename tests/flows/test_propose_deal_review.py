"""复盘: a big win or a painful loss proposes a review; either side takes it or leaves it with a reason."""

from typing import Any

import pytest

from tests.builders.field import yuan
from tests.builders.people import an_id
from tests.builders.world import World
from tests.drills.evening import API, Json, add_client, made
from tests.reviews.talking import REVIEWS, Talk, code

pytestmark = pytest.mark.anyio
BIG, SMALL = 100_000, 99_999


async def a_deal(world: World, whole: int, name: str = "qihang") -> Json:
    rep = world.as_(name)
    client = await add_client(rep)
    given = {"client_id": client["id"], "amount": yuan(whole)}
    return await made(await rep.post(f"{API}/deals", json=given))


async def sign(world: World, deal: Json, name: str = "qihang") -> None:
    told = {"signed_on": "2026-03-24"}
    await made(await world.as_(name).put(f"{API}/deals/{deal['id']}/signature", json=told))


async def lose(world: World, deal: Json, name: str = "qihang") -> None:
    told = {"lost_on": "2026-03-24", "reason": "选了环贸网"}
    await made(await world.as_(name).put(f"{API}/deals/{deal['id']}/loss", json=told))


async def proposed(world: World, name: str = "qihang") -> list[Json]:
    found = await made(await world.as_(name).get(REVIEWS, params={"kind": "deal"}))
    return list(found["items"])


async def test_a_signature_at_the_threshold_proposes_a_review_to_rep_and_manager(
    world: World,
) -> None:
    deal = await a_deal(world, BIG)
    await sign(world, deal)
    [review] = await proposed(world)
    assert [review] == await proposed(world, "hejing")
    assert (review["state"], review["day"], review["late"]) == ("proposed", "2026-03-26", False)
    assert (review["host"]["latin_name"], review["person"]["latin_name"]) == (
        "He Jing",
        "Zhou Qihang",
    )
    assert review["deal"]["id"] == deal["id"]
    assert review["deal"]["client"]["name"] == "暖屿灯饰"


async def test_a_painful_loss_proposes_one_too(world: World) -> None:
    await lose(world, await a_deal(world, BIG))
    assert [one["deal"]["state"] for one in await proposed(world)] == ["lost"]


async def test_below_the_threshold_nothing_is_proposed(world: World) -> None:
    await sign(world, await a_deal(world, SMALL))
    await lose(world, await a_deal(world, SMALL))
    assert await proposed(world) == []


@pytest.mark.parametrize("name", ["qihang", "hejing"])
async def test_either_side_takes_it_with_a_day(world: World, name: str) -> None:
    await sign(world, await a_deal(world, BIG))
    talk = await of_the_deal(world)
    assert code(await talk.put("session", {"started_at": "2026-03-24T02:00:00Z"})) == (
        409,
        "take_review_first",
    )
    told = {"taken": True, "day": "2026-03-27", "starts": "17:30"}
    taken, again = [await made(await talk.put("proposal", told, by=name)) for _ in range(2)]
    assert taken == again
    assert (taken["state"], taken["day"], taken["starts"]) == ("scheduled", "2026-03-27", "17:30")
    other = told | {"starts": "18:00"}
    assert code(await talk.put("proposal", other)) == (409, "review_not_proposed")


async def of_the_deal(world: World) -> Talk:
    talk = Talk(world)
    talk.id = (await proposed(world))[0]["id"]
    return talk


async def test_it_is_left_with_a_reason_that_both_see(world: World) -> None:
    await sign(world, await a_deal(world, BIG))
    talk = await of_the_deal(world)
    told = {"taken": False, "reason": "上周已经聊过"}
    left, again = [await made(await talk.put("proposal", told, by="qihang")) for _ in range(2)]
    assert left == again
    assert (left["state"], left["called_off"]["reason"]) == ("left", "上周已经聊过")
    assert (await talk.read("hejing"))["called_off"]["by"]["latin_name"] == "Zhou Qihang"


@pytest.mark.parametrize(
    "told", [{"taken": True}, {"taken": False}, {"taken": True, "starts": "17:30"}]
)
async def test_an_answer_says_when_or_why(world: World, told: dict[str, Any]) -> None:
    await sign(world, await a_deal(world, BIG))
    talk = await of_the_deal(world)
    assert (await talk.put("proposal", told)).status_code == 422


async def test_it_asks_goal_result_cause_and_rule_and_its_facts_are_the_deals(
    world: World,
) -> None:
    await sign(world, await a_deal(world, BIG))
    talk = await of_the_deal(world)
    await made(await talk.put("proposal", {"taken": True, "day": "2026-03-27", "starts": "17:30"}))
    await talk.open()
    review = await talk.read()
    assert [one["part"] for one in review["questions"]] == ["goal", "result", "cause", "rule"]
    assert review["snapshot"]["facts"][0]["key"] == "deal_signed"
    assert review["snapshot"]["facts"][0]["money"] == yuan(BIG)


async def test_a_deal_has_one_review(world: World) -> None:
    deal = await a_deal(world, SMALL)
    given = {"kind": "deal", "deal_id": deal["id"], "day": "2026-03-26", "starts": "17:00"}
    await made(await world.as_("hejing").post(REVIEWS, json=given))
    again = await world.as_("hejing").post(REVIEWS, json=given | {"id": str(an_id(2))})
    assert code(again) == (409, "deal_review_stands")
    other = await a_deal(world, SMALL, "dinglei")
    foreign = await world.as_("hejing").post(REVIEWS, json=given | {"deal_id": other["id"]})
    assert foreign.status_code == 404
