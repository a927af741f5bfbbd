"""What becomes of a solved request: a card tonight, or a wish for a case or a topic."""

from typing import Any

import httpx
import pytest

from tests.builders.field import a_check_in
from tests.builders.people import an_id
from tests.builders.world import World
from tests.drills.evening import API, Json, add_client, made, plan_visit
from tests.help_requests.asked import ONE, answer, ask, close, facts, read

pytestmark = pytest.mark.anyio
LINE = "先付一半可以，第二笔写进合同。"


async def harvest(world: World, name: str, **told: Any) -> httpx.Response:
    given = {"kind": "case", "words": LINE} | told
    return await world.as_(name).put(f"{ONE}/harvest", json=given)


async def solved(world: World, **asked: Any) -> None:
    await ask(world, **asked)
    await answer(world)
    await close(world)


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


async def test_anonymous_is_asked_to_sign_in(world: World) -> None:
    assert (await world.anonymous.put(f"{ONE}/harvest", json={})).status_code == 401


@pytest.mark.parametrize("name", ["xiaoman", "hejing"])
async def test_asker_and_helper_say_what_became_of_it(world: World, name: str) -> None:
    await solved(world)
    kept = await made(await harvest(world, name))
    told = kept["harvest"]
    assert (told["kind"], told["words"]) == ("case", LINE)
    assert told["by"]["id"] == str(world.id(name))
    assert (await read(world, "hanxue"))["harvest"] == told


async def test_the_mentor_beside_them_does_not_and_a_stranger_finds_nothing(world: World) -> None:
    await solved(world)
    refused = await harvest(world, "hanxue")
    assert (refused.status_code, refused.json()["code"]) == (403, "harvest_not_yours")
    for name in ("dinglei", "qihang", "stranger_manager"):
        assert (await harvest(world, name)).status_code == 404


async def test_nothing_becomes_of_it_before_it_is_closed(world: World) -> None:
    await ask(world)
    await answer(world)
    refused = await harvest(world, "xiaoman")
    assert (refused.status_code, refused.json()["code"]) == (409, "help_not_solved_yet")


async def test_what_is_personal_stays_between_the_two(world: World) -> None:
    await solved(world, kind="personal")
    refused = await harvest(world, "xiaoman")
    assert (refused.status_code, refused.json()["code"]) == (409, "personal_is_not_harvested")


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


async def test_said_again_it_is_said_once_and_the_fact_holds_no_word(world: World) -> None:
    await solved(world)
    for _ in range(2):
        await made(await harvest(world, "xiaoman"))
    told = [one for one in world.store.read_now(facts) if one[0] == "help.harvested"]
    fact = {"request_id": str(an_id(1)), "asker_id": str(world.id("xiaoman")), "kind": "case"}
    assert told == [("help.harvested", fact)]
