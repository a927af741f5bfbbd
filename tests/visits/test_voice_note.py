"""The voice note of a check-in (语音): kept once, heard by whoever sees the visit, and gone when its rep says so."""

from datetime import UTC, datetime
from typing import Any

import httpx
import pytest

from tests.builders.field import API, a_plan, add_client, check_in
from tests.builders.people import an_id
from tests.builders.recordings import a_webm, an_mp4, an_ogg, note_of, say
from tests.builders.world import World

pytestmark = pytest.mark.anyio
NOTE, ANOTHER = an_id(600), an_id(601)
SOUND = a_webm("他说一年没有一个单")
EVENING = datetime(2026, 3, 24, 11, 0, tzinfo=UTC)
"""19:00 in Shanghai; the evening closes at 20:00."""


@pytest.fixture
async def rep(world: World) -> httpx.AsyncClient:
    """小满, who has just checked in at her first visit."""
    device = world.as_("xiaoman")
    client_id = await add_client(device)
    assert (await check_in(device, client_id)).status_code == 200
    return device


async def visit_of(device: httpx.AsyncClient) -> dict[str, Any]:
    found: dict[str, Any] = (await device.get(f"{API}/visits/{an_id(1)}")).json()
    return found


async def note_at(device: httpx.AsyncClient) -> Any:
    return (await visit_of(device))["check_in"]["voice_note"]


def on_disk(world: World) -> list[bytes]:
    files = world.app.state.files
    return [files.content(name) for name in sorted(files.names())]


async def test_nobody_keeps_or_hears_one_without_signing_in(world: World) -> None:
    kept = await say(world.anonymous, an_id(1), SOUND, note=NOTE)
    heard = await world.anonymous.get(note_of(an_id(1), NOTE))
    assert (kept.status_code, heard.status_code) == (401, 401)
    assert on_disk(world) == []


async def test_a_stranger_finds_no_visit_and_writes_nothing_on_our_disk(
    world: World, rep: httpx.AsyncClient
) -> None:
    for name in ("stranger", "dinglei"):
        assert (await say(world.as_(name), an_id(1), SOUND, note=NOTE)).status_code == 404
    assert on_disk(world) == []


@pytest.mark.parametrize(
    ("sound", "form"), [(SOUND, "audio/webm"), (an_ogg("…"), "audio/ogg"), (an_mp4(), "audio/mp4")]
)
async def test_what_was_said_is_heard_again_as_it_was_recorded(
    rep: httpx.AsyncClient, sound: bytes, form: str
) -> None:
    kept = await say(rep, an_id(1), sound, note=NOTE, seconds=32)
    assert (kept.status_code, kept.json()) == (200, {"id": str(NOTE), "seconds": 32})
    heard = await rep.get(note_of(an_id(1), NOTE))
    assert (heard.status_code, heard.content) == (200, sound)
    assert heard.headers["content-type"] == form
    assert await note_at(rep) == {"id": str(NOTE), "seconds": 32}


async def test_it_is_played_inline_never_kept_by_others_and_never_taken_for_a_page(
    rep: httpx.AsyncClient,
) -> None:
    page = a_webm("<!doctype html><script>alert(1)</script>")
    await say(rep, an_id(1), page, note=NOTE)
    heard = await rep.get(note_of(an_id(1), NOTE), headers={"accept-encoding": "gzip"})
    told = {name: heard.headers.get_list(name) for name in ("cache-control", "content-type")}
    assert told == {"cache-control": ["private, no-cache"], "content-type": ["audio/webm"]}
    assert heard.headers["x-content-type-options"] == "nosniff"
    assert heard.headers["content-disposition"] == "inline"
    assert "content-encoding" not in heard.headers


@pytest.mark.parametrize(
    ("asked", "first", "end"),
    [
        ("bytes=0-1", 0, 2),
        ("bytes=4-", 4, None),
        ("bytes=-5", -5, None),
        ("bytes=0-99999", 0, None),
    ],
)
async def test_a_player_gets_the_part_it_asks_for(
    rep: httpx.AsyncClient, asked: str, first: int, end: int | None
) -> None:
    """Safari asks for the first two bytes and plays nothing unless it gets two."""
    await say(rep, an_id(1), SOUND, note=NOTE)
    part = await rep.get(note_of(an_id(1), NOTE), headers={"range": asked})
    assert (part.status_code, part.content) == (206, SOUND[first:end])
    start = range(len(SOUND))[first]
    last = start + len(part.content) - 1
    assert part.headers["content-range"] == f"bytes {start}-{last}/{len(SOUND)}"


@pytest.mark.parametrize("asked", ["bytes=x-", "lines=0-1", "bytes=0-1,3-4", "bytes=-", "é"])
async def test_a_wish_that_is_no_single_range_gets_the_whole(
    rep: httpx.AsyncClient, asked: str
) -> None:
    await say(rep, an_id(1), SOUND, note=NOTE)
    headers = {b"range": asked.encode()}
    whole = await rep.get(note_of(an_id(1), NOTE), headers=headers)
    assert (whole.status_code, whole.content) == (200, SOUND)


@pytest.mark.parametrize("asked", ["bytes=99999-", "bytes=5-4", "bytes=-0"])
async def test_a_part_beyond_the_end_is_refused_with_a_sentence(
    rep: httpx.AsyncClient, asked: str
) -> None:
    await say(rep, an_id(1), SOUND, note=NOTE)
    beyond = await rep.get(note_of(an_id(1), NOTE), headers={"range": asked})
    assert (beyond.status_code, beyond.json()["code"]) == (416, "part_beyond")


async def test_a_part_of_another_recording_is_answered_by_the_whole(rep: httpx.AsyncClient) -> None:
    await say(rep, an_id(1), SOUND, note=NOTE)
    headers = {"range": "bytes=0-1", "if-range": '"another"'}
    assert (await rep.get(note_of(an_id(1), NOTE), headers=headers)).status_code == 200


async def test_an_answer_that_was_lost_costs_nothing(world: World, rep: httpx.AsyncClient) -> None:
    first = await say(rep, an_id(1), SOUND, note=NOTE)
    world.clock.at("21:00")
    again = await say(world.as_("xiaoman"), an_id(1), SOUND, note=NOTE)
    assert (again.status_code, again.json()) == (200, first.json())
    assert on_disk(world) == [SOUND]
    assert (await visit_of(world.as_("xiaoman")))["check_in"]["amendments"] == []


async def test_other_content_under_the_same_id_is_refused_and_the_first_stays(
    world: World, rep: httpx.AsyncClient
) -> None:
    await say(rep, an_id(1), SOUND, note=NOTE)
    other = await say(rep, an_id(1), a_webm("another"), note=NOTE)
    assert (other.status_code, other.json()["code"]) == (409, "born_differently")
    assert (await rep.get(note_of(an_id(1), NOTE))).content == SOUND


async def test_the_id_of_a_note_at_another_visit_is_not_free(rep: httpx.AsyncClient) -> None:
    await say(rep, an_id(1), SOUND, note=NOTE)
    client_id = (await visit_of(rep))["client"]["id"]
    await check_in(rep, client_id, visit=2)
    moved = await say(rep, an_id(2), SOUND, note=NOTE)
    assert (moved.status_code, moved.json()["code"]) == (409, "born_differently")
    assert (await rep.get(note_of(an_id(2), NOTE))).status_code == 404


async def test_there_is_nothing_to_say_about_a_visit_that_is_still_a_plan(
    world: World, rep: httpx.AsyncClient
) -> None:
    client_id = (await visit_of(rep))["client"]["id"]
    plan = a_plan(client_id, id=str(an_id(2)))
    await rep.post(f"{API}/visits", json=plan)
    early = await say(rep, an_id(2), SOUND, note=NOTE)
    assert (early.status_code, early.json()["code"]) == (409, "not_checked_in")
    assert on_disk(world) == []


async def test_the_manager_hears_it_and_the_rep_reads_who_did(
    world: World, rep: httpx.AsyncClient
) -> None:
    await say(rep, an_id(1), SOUND, note=NOTE)
    assert (await world.as_("hejing").get(note_of(an_id(1), NOTE))).content == SOUND
    [line] = (await rep.get(f"{API}/me/access-log")).json()["items"]
    assert (line["kind"], line["reader"]["id"]) == ("visits", str(world.id("hejing")))


async def test_the_manager_may_not_change_what_the_rep_said(
    world: World, rep: httpx.AsyncClient
) -> None:
    await say(rep, an_id(1), SOUND, note=NOTE)
    manager = world.as_("hejing")
    kept = await say(manager, an_id(1), SOUND, note=ANOTHER)
    removed = await manager.delete(note_of(an_id(1), NOTE))
    assert {kept.json()["code"], removed.json()["code"]} == {"only_the_rep"}


async def test_a_second_note_takes_the_place_of_the_first(
    world: World, rep: httpx.AsyncClient
) -> None:
    await say(rep, an_id(1), SOUND, note=NOTE)
    await say(rep, an_id(1), a_webm("better"), note=ANOTHER, seconds=20)
    assert await note_at(rep) == {"id": str(ANOTHER), "seconds": 20}
    assert (await rep.get(note_of(an_id(1), NOTE))).status_code == 404
    assert on_disk(world) == [a_webm("better")]


async def test_a_note_taken_away_is_gone_from_the_disk_and_does_not_come_back(
    world: World, rep: httpx.AsyncClient
) -> None:
    await say(rep, an_id(1), SOUND, note=NOTE)
    for _twice in range(2):
        assert (await rep.delete(note_of(an_id(1), NOTE))).status_code == 204
    assert on_disk(world) == []
    late = await say(rep, an_id(1), SOUND, note=NOTE)
    assert late.status_code == 200
    assert await note_at(rep) is None
    assert on_disk(world) == []


async def test_it_changes_no_version_that_somebody_is_editing(rep: httpx.AsyncClient) -> None:
    """A form opened before the sound arrived would else meet a conflict with itself."""
    before = (await visit_of(rep))["version"]
    await say(rep, an_id(1), SOUND, note=NOTE)
    assert (await visit_of(rep))["version"] == before


async def test_what_was_said_in_the_evening_is_no_amendment_however_late_it_arrives(
    world: World, rep: httpx.AsyncClient
) -> None:
    world.clock.let_pass(days=2)
    device = world.as_("xiaoman")
    assert (await say(device, an_id(1), SOUND, note=NOTE, recorded_at=EVENING)).is_success
    assert (await visit_of(device))["check_in"]["amendments"] == []


async def test_what_is_said_after_the_evening_is_listed(
    world: World, rep: httpx.AsyncClient
) -> None:
    await say(rep, an_id(1), SOUND, note=NOTE, seconds=32)
    world.clock.at("21:00")
    device = world.as_("xiaoman")
    await say(device, an_id(1), a_webm("better"), note=ANOTHER, seconds=20)
    world.clock.let_pass(minutes=1)
    await device.delete(note_of(an_id(1), ANOTHER))
    listed = (await visit_of(device))["check_in"]["amendments"]
    told = [(one["field"], one["before"], one["after"]) for one in listed]
    assert told == [("voice_note", "32 s", "20 s"), ("voice_note", "20 s", None)]


async def test_a_clock_that_runs_ahead_makes_no_amendment(
    world: World, rep: httpx.AsyncClient
) -> None:
    ahead = datetime(2026, 3, 25, tzinfo=UTC)
    await say(rep, an_id(1), SOUND, note=NOTE, recorded_at=ahead)
    assert (await visit_of(rep))["check_in"]["amendments"] == []


async def test_a_recording_that_the_disk_has_lost_is_told_as_such(
    world: World, rep: httpx.AsyncClient
) -> None:
    await say(rep, an_id(1), SOUND, note=NOTE)
    [name] = world.app.state.files.names()
    world.app.state.files.discard(name)
    lost = await rep.get(note_of(an_id(1), NOTE))
    assert (lost.status_code, lost.json()["code"]) == (404, "recording_lost")
