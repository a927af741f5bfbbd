"""An answer that was found at a client does not carry its name before the whole company."""

from typing import Any

import httpx
import pytest

from tests.builders.people import an_id
from tests.builders.world import World
from tests.drills.evening import API, Evening, made
from tests.drills.the_day_after import hear
from tests.playbook.said import an_answer

pytestmark = pytest.mark.anyio
ANSWERS = f"{API}/playbook/answers"


async def add(world: World, text: Any, *, kind: str, origin: Any) -> httpx.Response:
    told = an_answer(text=text, origin={"kind": kind, "id": str(origin)})
    return await world.as_("xiaoman").post(ANSWERS, json=told)


async def test_a_line_of_a_round_that_names_the_client_is_refused_with_a_way_out(
    world: World,
) -> None:
    evening = await Evening(world).begin()
    await made(await evening.play(evening.new_round()))
    name = evening.client["name"]
    for text in (f"先问{name}第一封信", {"zh": "先问第一封信", "en": f"Ask {name} first"}):
        refused = await add(world, text, kind="round", origin=an_id(10))
        assert (refused.status_code, refused.json()["code"]) == (409, "answer_names_client")
    assert (await add(world, "先问这家客户第一封信", kind="round", origin=an_id(10))).is_success


async def test_the_people_of_a_visited_client_are_not_named_either(world: World) -> None:
    visit = await hear(world)
    rep = world.as_("xiaoman")
    person = {"id": str(an_id(4100)), "name": "吴建平", "title": "总经理", "role": "boss"}
    address = f"{API}/clients/{visit['client']['id']}/contacts"
    await made(await rep.post(address, json=person))
    refused = await add(world, "等吴建平说完再答", kind="visit", origin=visit["id"])
    assert (refused.status_code, refused.json()["code"]) == (409, "answer_names_client")
    assert (await add(world, "等他说完再答", kind="visit", origin=visit["id"])).is_success


async def test_what_was_added_before_is_answered_when_it_is_sent_again(world: World) -> None:
    """The client may be called so only since; a replay meets what is stored, not today's rule."""
    visit = await hear(world)
    added = await made(await add(world, "等他说完再答", kind="visit", origin=visit["id"]))
    rep = world.as_("xiaoman")
    client = f"{API}/clients/{visit['client']['id']}"
    version = {"If-Match": (await rep.get(client)).headers["etag"]}
    await made(await rep.patch(client, json={"name": "等他说完"}, headers=version))
    again = await made(await add(world, "等他说完再答", kind="visit", origin=visit["id"]))
    assert again["id"] == added["id"]
