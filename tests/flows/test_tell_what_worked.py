"""What a drill kept, and the client who moved the next day, are a tip its rep may tell; nobody tells it for them."""

import pytest

from tests.builders.field import a_check_in, amend
from tests.builders.world import World
from tests.drills.evening import Evening, Json, made
from tests.shares.telling import SHARES, begun

pytestmark = pytest.mark.anyio
KEPT = "他急的时候我没抢话"


async def told_the_day_after(world: World, outcome: str = "advanced") -> Json:
    evening = await Evening(world).begin()
    await made(await evening.play(evening.new_round()))
    world.clock.at("11:00", day=world.tomorrow)
    told = a_check_in_at(evening, world, outcome)
    path = f"/api/v1/visits/{evening.visit['id']}/check-in"
    return await made(await world.as_("xiaoman").put(path, json=told))


def a_check_in_at(evening: Evening, world: World, outcome: str) -> Json:
    step: Json = {"next_step": "see_enquiries", "next_on": "2026-03-30"}
    happened = {"outcome": outcome, "happened_at": world.clock().isoformat()}
    return a_check_in(evening.client["id"], **(step if outcome == "advanced" else {}), **happened)


async def test_the_line_and_its_proof_are_offered_to_the_rep_alone(world: World) -> None:
    visit = await told_the_day_after(world)
    [tip] = await begun(world)
    assert (tip["kind"], tip["state"], tip["words"]) == ("tip", "prompted", KEPT)
    assert (tip["origin"]["kind"], tip["proof_visit_id"]) == ("round", visit["id"])
    assert [one["person"]["id"] for one in tip["drilled"]["bosses"]] == [str(world.id("qihang"))]
    assert await begun(world, "qihang") == []
    assert (await world.as_("hejing").get(f"{SHARES}/{tip['id']}")).status_code == 404


async def test_told_the_team_reads_it_with_whoever_sat_there_as_the_boss(world: World) -> None:
    await told_the_day_after(world)
    [tip] = await begun(world)
    path = f"{SHARES}/{tip['id']}"
    nothing = await world.as_("xiaoman").put(f"{path}/publication", json={"words": ""})
    assert nothing.status_code == 422
    await made(await world.as_("xiaoman").put(f"{path}/publication", json={"words": KEPT}))
    read = await made(await world.as_("hejing").get(path))
    assert (read["words"], read["drilled"]["bosses"][0]["rounds"]) == (KEPT, 1)


async def test_a_client_who_did_not_move_proves_nothing(world: World) -> None:
    await told_the_day_after(world, "continued")
    assert await begun(world) == []


async def test_put_right_to_no_move_the_offer_goes(world: World) -> None:
    visit = await told_the_day_after(world)
    await made(await amend(world.as_("xiaoman"), visit, outcome="continued"))
    assert await begun(world) == []
