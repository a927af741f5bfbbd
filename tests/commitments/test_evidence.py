"""A promise is settled with a record: one of its owner, which both sides may open."""

from typing import Any

import pytest

from tests.builders.field import API, add_client, check_in, yuan
from tests.builders.people import an_id
from tests.builders.world import World
from tests.commitments.promising import at, give, read, settle
from tests.drills.evening import Evening, made
from tests.ride_alongs.the_day import Day
from tests.shares.telling import tell_deal

pytestmark = pytest.mark.anyio


async def a_visit(world: World, name: str = "xiaoman", number: int = 1) -> dict[str, str]:
    device = world.as_(name)
    client = await add_client(device, number)
    made_one = await made(await check_in(device, client, visit=number))
    return {"kind": "visit", "id": made_one["id"]}


async def fitting(world: World, name: str, number: int = 1) -> Any:
    return await made(await world.as_(name).get(at(number, "/evidence")))


def shown(told: Any) -> list[tuple[str, str]]:
    return [(one["kind"], one["id"]) for one in told["fitting"]]


@pytest.mark.parametrize("name", ["xiaoman", "hejing"])
async def test_either_side_chooses_a_visit_of_the_owner(world: World, name: str) -> None:
    give(world)
    visit = await a_visit(world)
    assert shown(await fitting(world, name)) == [("visit", visit["id"])]
    settled = await made(await settle(world, name, evidence=visit))
    assert settled["evidence"] == visit
    told = await fitting(world, "hanxue")
    assert (told["chosen"]["id"], told["chosen"]["client"]["name"]) == (visit["id"], "暖屿灯饰1")


async def test_a_round_is_chosen_and_opens_its_drill(world: World) -> None:
    give(world)
    evening = await Evening(world).begin()
    played = await made(await evening.play(evening.new_round()))
    evidence = {"kind": "round", "id": played["id"]}
    told = await made(await settle(world, "hejing", evidence=evidence))
    assert told["evidence"] == evidence
    assert (await fitting(world, "hejing"))["chosen"]["opens_id"] == evening.drill["id"]


async def test_an_order_its_money_and_what_was_shared_of_it_are_chosen(world: World) -> None:
    """For 启航, who shares a team with 小满 and leads nobody, only the share is there to see."""
    give(world)
    give(world, 2, owner="xiaoman", to="qihang")
    share = await tell_deal(world)
    deal = share["deal"]["id"]
    paid = {"amount": yuan(500), "received_on": "2026-03-24"}
    money = await world.as_("xiaoman").post(f"{API}/deals/{deal}/payments", json=paid)
    [payment] = (await made(money))["payments"]
    told = {one["kind"]: one for one in (await fitting(world, "hejing"))["fitting"]}
    assert told.keys() == {"visit", "deal", "payment", "share"}
    assert (told["deal"]["id"], told["payment"]["id"]) == (deal, payment["id"])
    assert told["payment"]["opens_id"] == deal
    assert (told["share"]["id"], told["share"]["client"]) == (share["id"], None)
    assert shown(await fitting(world, "qihang", 2)) == [("share", share["id"])]
    for kind in ("deal", "payment", "share"):
        evidence = {"kind": kind, "id": told[kind]["id"]}
        assert (await made(await settle(world, "hejing", evidence=evidence)))[
            "evidence"
        ] == evidence
    log = (await world.as_("xiaoman").get("/api/v1/me/access-log")).json()["items"]
    assert {one["kind"] for one in log} == {"visits", "deals"}


async def test_none_is_needed(world: World) -> None:
    give(world)
    assert (await made(await settle(world, "hejing")))["evidence"] is None


async def test_what_is_not_the_owners_or_not_there_is_refused(world: World) -> None:
    give(world)
    others = await a_visit(world, "qihang")
    strangers = {"kind": "visit", "id": str(an_id(987))}
    unknown = {"kind": "payment", "id": others["id"]}
    for evidence in (others, strangers, unknown, {"kind": "round", "id": others["id"]}):
        answer = await settle(world, "hejing", evidence=evidence)
        assert (answer.status_code, answer.json()["code"]) == (409, "evidence_unfit")
    assert (await read(world, "xiaoman"))["outcome"] is None
    assert shown(await fitting(world, "hejing")) == []


async def test_what_the_other_side_may_not_open_is_not_offered(world: World) -> None:
    """启航 leads nobody: of 小满's visits he may open none, so none can show him anything."""
    give(world, owner="xiaoman", to="qihang")
    visit = await a_visit(world)
    for name in ("xiaoman", "qihang"):
        assert shown(await fitting(world, name)) == []
        answer = await settle(world, name, evidence=visit)
        assert answer.json()["code"] == "evidence_unfit"


async def test_what_was_before_the_promise_shows_nothing_of_it(world: World) -> None:
    visit = await a_visit(world)
    world.clock.let_pass(days=1)
    give(world)
    assert shown(await fitting(world, "hejing")) == []
    answer = await settle(world, "hejing", evidence=visit)
    assert answer.json()["code"] == "evidence_unfit"


async def test_a_look_at_the_records_is_listed_to_the_owner(world: World) -> None:
    give(world)
    await a_visit(world)
    await fitting(world, "hejing")
    log = (await world.as_("xiaoman").get("/api/v1/me/access-log")).json()["items"]
    assert [(one["reader"]["given_name"], one["kind"]) for one in log] == [("静", "visits")]


async def test_a_day_ridden_is_shown_once_it_was_debriefed(world: World) -> None:
    give(world, owner="hanxue", to="xiaoman")
    day = await Day(world).begin()
    assert shown(await fitting(world, "xiaoman")) == []
    await day.sum_up()
    assert ("ride_along", day.ride["id"]) in shown(await fitting(world, "xiaoman"))
