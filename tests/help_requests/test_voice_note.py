"""The voice note of a request: said instead of typed, heard by whoever may read the request."""

from typing import Any

import httpx
import pytest

from tests.builders.people import an_id
from tests.builders.recordings import a_webm
from tests.builders.world import World
from tests.help_requests.asked import ONE, ask, listed, read, sights

pytestmark = pytest.mark.anyio
NOTE = f"{ONE}/voice-notes/{an_id(600)}"
ANOTHER = f"{ONE}/voice-notes/{an_id(601)}"
SOUND = a_webm("陈总想分两次付")


async def say(world: World, name: str = "xiaoman", **other: Any) -> httpx.Response:
    sent = {"url": NOTE, "params": {"seconds": "12"}, "content": SOUND} | other
    return await world.as_(name).put(**sent)


def on_disk(world: World) -> int:
    return len(world.app.state.files.names())


async def test_what_was_said_is_heard_by_the_helper_in_parts(world: World) -> None:
    await ask(world, words=None)
    assert (await say(world)).json() == {"id": str(an_id(600)), "seconds": 12}
    heard = await world.as_("hejing").get(NOTE)
    assert (heard.status_code, heard.content) == (200, SOUND)
    part = await world.as_("hejing").get(NOTE, headers={"range": "bytes=0-9"})
    assert (part.status_code, part.content) == (206, SOUND[:10])
    shown = {"id": str(an_id(600)), "seconds": 12}
    assert (await read(world, "hejing"))["voice_note"] == shown
    assert await listed(world, "hejing") == [str(an_id(1))]


async def test_nobody_keeps_or_hears_one_without_signing_in(world: World) -> None:
    await ask(world)
    answer = await world.anonymous.put(NOTE, params={"seconds": "12"}, content=SOUND)
    assert (answer.status_code, on_disk(world)) == (401, 0)


@pytest.mark.parametrize("name", ["dinglei", "zhaohui", "liqun", "stranger_admin"])
async def test_another_persons_recording_is_not_found(world: World, name: str) -> None:
    await ask(world)
    await say(world)
    assert (await say(world, name)).status_code == 404
    assert (await world.as_(name).get(NOTE)).status_code == 404
    assert (await world.as_(name).delete(NOTE)).status_code == 404
    assert on_disk(world) == 1


async def test_the_helper_keeps_and_removes_none(world: World) -> None:
    await ask(world)
    await say(world)
    kept, removed = await say(world, "hejing"), await world.as_("hejing").delete(NOTE)
    assert [one.json()["code"] for one in (kept, removed)] == ["help_not_asked_by_you"] * 2


async def test_a_note_of_a_visit_is_not_heard_through_a_request(world: World) -> None:
    await ask(world)
    await ask(world, number=2)
    await say(world)
    elsewhere = NOTE.replace(str(an_id(1)), str(an_id(2)))
    assert (await world.as_("hejing").get(elsewhere)).status_code == 404


async def test_a_second_one_takes_its_place_and_a_removed_one_is_gone(world: World) -> None:
    await ask(world)
    await say(world)
    assert (await say(world, url=ANOTHER, content=a_webm("再说一遍"))).is_success
    assert (await world.as_("hejing").get(NOTE)).status_code == 404
    assert (await world.as_("xiaoman").delete(ANOTHER)).status_code == 204
    assert (await read(world, "xiaoman"))["voice_note"] is None
    assert on_disk(world) == 0


async def test_hearing_is_listed_where_reading_is(world: World) -> None:
    await ask(world)
    await say(world)
    await world.as_("hejing").get(NOTE)
    await world.as_("hanxue").get(NOTE)
    assert await sights(world, "xiaoman") == [("Han Xue", "help_requests")]
