"""Coming to play: for somebody who waits, and unasked for whom one looks after."""

from datetime import date

import httpx
import pytest

from tests.builders.world import World
from tests.drills.evening import API, Json, made

pytestmark = pytest.mark.anyio


def of(world: World, name: str, *, day: date | None = None) -> str:
    return f"{API}/drills/evenings/{day or world.today}/partner-wish/{world.id(name)}/offer"


async def evening(world: World, name: str) -> Json:
    return await made(await world.as_(name).get(f"{API}/drills/evenings/{world.today}"))


async def postpone(world: World, name: str, *, to_day: date) -> httpx.Response:
    told = {"reason": "family", "words": "孩子发烧", "to_day": f"{to_day}", "to_part": "evening"}
    path = f"{API}/drills/evenings/{world.today}/postponement"
    return await world.as_(name).put(path, json=told)


@pytest.mark.parametrize("helper", ["hejing", "hanxue"])  # manager and mentor
async def test_who_looks_after_somebody_may_offer_without_being_asked(
    world: World, helper: str
) -> None:
    assert (await world.as_(helper).put(of(world, "xiaoman"))).status_code == 204
    told = await evening(world, "xiaoman")
    assert told["partner"]["id"] == str(world.id(helper))
    assert told["partner_wish"] is None


async def test_a_team_mate_offers_to_whom_waits(world: World) -> None:
    unasked = await world.as_("qihang").put(of(world, "hanxue"))
    assert (unasked.status_code, unasked.json()["code"]) == (409, "no_partner_wanted")
    await made(await world.as_("hanxue").put(f"{API}/drills/evenings/{world.today}/partner-wish"))
    assert (await world.as_("qihang").put(of(world, "hanxue"))).status_code == 204
    told = await evening(world, "hanxue")
    assert told["partner"] == told["partner_wish"]["offered_by"]
    assert told["partner"]["id"] == str(world.id("qihang"))


@pytest.mark.parametrize("other", ["dinglei", "zhaohui", "liqun", "stranger_manager"])
async def test_nobody_offers_to_whom_they_do_not_see(world: World, other: str) -> None:
    assert (await world.as_(other).put(of(world, "xiaoman"))).status_code == 404


async def test_one_partner_is_enough(world: World) -> None:
    await world.as_("hejing").put(of(world, "xiaoman"))
    second = await world.as_("hanxue").put(of(world, "xiaoman"))
    assert (second.status_code, second.json()["code"]) == (409, "partner_found")
    assert (await world.as_("hejing").put(of(world, "xiaoman"))).status_code == 204


async def test_an_offer_may_lie_on_the_evening_to_which_it_was_moved(world: World) -> None:
    later = world.tomorrow
    await made(await postpone(world, "xiaoman", to_day=later))
    assert (await world.as_("hejing").put(of(world, "xiaoman", day=later))).status_code == 204
    assert (await evening(world, "xiaoman"))["partner"]["id"] == str(world.id("hejing"))
    team = await made(await world.as_("hejing").get(f"{API}/today/team/evening"))
    [newcomer] = team["newcomers"]
    assert newcomer["evenings"][0]["words"] == "孩子发烧"
    assert newcomer["partner"]["id"] == str(world.id("hejing"))


async def test_an_offer_taken_back_is_gone(world: World) -> None:
    helper = world.as_("hejing")
    await helper.put(of(world, "xiaoman"))
    assert (await helper.delete(of(world, "xiaoman"))).status_code == 204
    assert (await evening(world, "xiaoman"))["partner"] is None


async def test_an_evening_long_past_takes_no_offer(world: World) -> None:
    past = await world.as_("hejing").put(of(world, "xiaoman", day=date(2026, 1, 5)))
    assert (past.status_code, past.json()["code"]) == (409, "not_that_evening")
