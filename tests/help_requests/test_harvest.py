"""What becomes of a solved request: a card tonight, or a wish for a case or a topic."""

import pytest

from tests.builders.people import an_id
from tests.builders.world import World
from tests.drills.evening import made
from tests.help_requests.asked import LINE, ONE, answer, ask, facts, harvest, read, solved

pytestmark = pytest.mark.anyio


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


async def test_said_again_it_is_said_once_and_the_fact_holds_no_word(world: World) -> None:
    await solved(world)
    for _ in range(2):
        await made(await harvest(world, "xiaoman"))
    told = [one for one in world.store.read_now(facts) if one[0] == "help.harvested"]
    fact = {"request_id": str(an_id(1)), "asker_id": str(world.id("xiaoman")), "kind": "case"}
    assert told == [("help.harvested", fact)]
