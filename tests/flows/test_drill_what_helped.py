"""What helped somebody is played the same night."""

import pytest

from tests.builders.field import a_check_in
from tests.builders.world import World
from tests.drills.evening import API, Json, add_client, made, plan_visit
from tests.help_requests.asked import LINE, harvest, solved

pytestmark = pytest.mark.anyio


async def visited(world: World) -> Json:
    phone = world.as_("xiaoman")
    client = await add_client(phone)
    visit = await plan_visit(phone, client, day=world.today.isoformat())
    at = f"{API}/visits/{visit['id']}/check-in"
    await made(await phone.put(at, json=a_check_in(client["id"], objections=[])))
    return {"client": client["id"], "visit": visit["id"]}


async def replays(world: World, name: str = "xiaoman") -> list[tuple[str, str]]:
    deck = await made(await world.as_(name).get(f"{API}/drills/deck"))
    reasons = [why for card in deck["items"] for why in card["reasons"]]
    return [(why["words"], why["origin"]["kind"]) for why in reasons if why["kind"] == "replay"]


async def test_a_drill_lies_in_the_askers_deck_tonight_once(world: World) -> None:
    at = await visited(world)
    await solved(world, about={"kind": "visit", "id": at["visit"]})
    for _ in range(2):
        await made(await harvest(world, "hejing", kind="drill"))
    assert await replays(world) == [(LINE, "help_request")]
    assert await replays(world, "hejing") == []


async def test_about_a_client_the_last_visit_there_is_what_is_played(world: World) -> None:
    at = await visited(world)
    await solved(world, about={"kind": "client", "id": at["client"]})
    await made(await harvest(world, "xiaoman", kind="drill"))
    assert await replays(world) == [(LINE, "help_request")]


async def test_without_a_client_there_is_no_card_and_the_way_out_is_named(world: World) -> None:
    await solved(world)
    refused = await harvest(world, "xiaoman", kind="drill")
    assert (refused.status_code, refused.json()["code"]) == (409, "harvest_without_a_visit")
    assert (await harvest(world, "xiaoman", kind="topic")).is_success
