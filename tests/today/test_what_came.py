"""GET /today: what of the rehearsed really came stands on the card of its visit."""

import pytest

from tests.builders.people import an_id
from tests.builders.world import World
from tests.drills.evening import API, Evening, Json, made

pytestmark = pytest.mark.anyio
HEARD = {"id": str(an_id(500)), "type_key": "noresult", "words": "一年一单都没有"}


async def checked_in(world: World) -> Evening:
    """The morning after an evening: the rehearsed objection came."""
    evening = await Evening(world).begin()
    await evening.play(evening.new_round())
    world.clock.at("10:20", day=world.tomorrow)
    evening.xiaoman = world.as_("xiaoman")
    told = {
        "client_id": evening.client["id"],
        "purpose": "follow_up",
        "happened_at": "2026-03-25T02:00:00Z",
        "outcome": "continued",
        "objections": [HEARD],
    }
    await made(await evening.xiaoman.put(f"{API}/visits/{evening.visit['id']}/check-in", json=told))
    return evening


async def tell(evening: Evening, *items: Json) -> Json:
    told = {"told_at": "2026-03-25T02:12:00Z", "items": list(items)}
    address = f"{API}/drills/reality-checks/{evening.visit['id']}"
    return await made(await evening.xiaoman.put(address, json=told))


async def card(evening: Evening) -> Json:
    [shown] = (await made(await evening.xiaoman.get(f"{API}/today")))["visits"]
    found: Json = shown
    return found


async def test_nothing_stands_there_until_it_is_told(world: World) -> None:
    assert (await card(await checked_in(world)))["reality"] == []


async def test_what_was_not_answered_says_when_it_comes_back(world: World) -> None:
    evening = await checked_in(world)
    [line] = (await card(evening))["prep"]["agreed"]
    came = {"expected": "line", "expected_id": line["id"], "objection_id": HEARD["id"]}
    await tell(evening, {**came, "type_key": "noresult", "result": "not_answered"})
    [item] = (await card(evening))["reality"]
    assert (item["expected_id"], item["result"]) == (line["id"], "not_answered")
    assert item["returns_on"] == ["2026-03-30", "2026-04-02", "2026-04-08"]


async def test_what_was_told_can_be_taken_back(world: World) -> None:
    evening = await checked_in(world)
    came = {"expected": "nowhere", "objection_id": HEARD["id"], "type_key": "noresult"}
    await tell(evening, {**came, "result": "not_answered"})
    assert (await tell(evening))["items"] == []
    assert (await card(evening))["reality"] == []
    rates = await made(await evening.xiaoman.get(f"{API}/drills/hit-rate"))
    assert (rates["visits"], rates["unexpected"]) == (0, 0)
