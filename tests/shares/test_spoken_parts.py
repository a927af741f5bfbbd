"""A part of a share is a line or a voice note: kept by its author, heard by the team, gone with the share."""

import uuid
from typing import Any

import httpx
import pytest
from sqlmodel import col, select

from api.erasure.service import erase
from api.kit.events import EventRow
from tests.builders.people import an_id
from tests.builders.recordings import a_webm
from tests.builders.world import World
from tests.drills.evening import made
from tests.shares.telling import API, SHARES, begun, parts, sign, tell_deal

pytestmark = pytest.mark.anyio
SOUND = a_webm("是隔壁厂的吴总带我过去的")
NOTE, ANOTHER = an_id(620), an_id(621)
SHOWN = {"id": str(NOTE), "seconds": 12}
ALOUD = [{"key": "found", "spoken": True}]
Json = dict[str, Any]


async def told_aloud(world: World) -> Json:
    """A deal share whose only part is said: told first, and its sound after it, as the phone sends them."""
    await sign(world)
    [prompted] = await begun(world)
    path = f"{SHARES}/{prompted['id']}/publication"
    share = await made(await world.as_("xiaoman").put(path, json={"words": "", "parts": ALOUD}))
    assert (await say(world, share)).is_success
    return share


async def say(
    world: World,
    share: Json,
    *,
    name: str = "xiaoman",
    note: uuid.UUID = NOTE,
    part: str = "found",
    sound: bytes = SOUND,
) -> httpx.Response:
    asked = {"part": part, "seconds": "12"}
    return await world.as_(name).put(note_at(share, note), params=asked, content=sound)


def note_at(share: Json, note: uuid.UUID = NOTE) -> str:
    return f"{SHARES}/{share['id']}/voice-notes/{note}"


async def read(world: World, share: Json, name: str = "qihang") -> Json:
    return await made(await world.as_(name).get(f"{SHARES}/{share['id']}"))


async def parts_read(world: World, share: Json) -> dict[str, tuple[str, Json | None]]:
    return {
        part["key"]: (part["words"], part["voice_note"])
        for part in (await read(world, share))["parts"]
    }


def facts(world: World) -> list[str]:
    return world.store.read_now(lambda db: list(db.exec(select(col(EventRow.topic)))))


def on_disk(world: World) -> int:
    return len(world.app.state.files.names())


async def test_a_share_with_one_spoken_part_is_told_and_heard_by_the_team(world: World) -> None:
    share = await told_aloud(world)
    assert share["parts"] == [{"key": "found", "words": "", "voice_note": None}]
    assert await parts_read(world, share) == {"found": ("", SHOWN)}
    heard = await world.as_("qihang").get(note_at(share))
    assert (heard.status_code, heard.content) == (200, SOUND)
    part = await world.as_("hejing").get(note_at(share), headers={"range": "bytes=0-9"})
    assert (part.status_code, part.content) == (206, SOUND[:10])


async def test_a_part_may_have_its_line_and_its_voice_note(world: World) -> None:
    share = await tell_deal(world)
    await say(world, share)
    words, note = (await parts_read(world, share))["found"]
    assert (words.startswith("隔壁厂"), note) == (True, SHOWN)
    assert (await world.as_("xiaoman").delete(note_at(share))).status_code == 204
    assert (await parts_read(world, share))["found"] == (words, None)


@pytest.mark.parametrize("part", [{"key": "found"}, {"key": "found", "words": " "}])
async def test_a_part_that_is_neither_written_nor_said_is_refused(world: World, part: Json) -> None:
    deal = await sign(world)
    sent = {"kind": "deal", "deal_id": deal, "parts": [part]}
    assert (await world.as_("xiaoman").post(SHARES, json=sent)).status_code == 422


async def test_what_is_said_to_a_part_of_another_kind_is_refused(world: World) -> None:
    share = await tell_deal(world)
    refused = await say(world, share, part="why")
    assert (refused.status_code, refused.json()["code"]) == (409, "share_has_other_parts")
    assert on_disk(world) == 0


@pytest.mark.parametrize("name", ["dinglei", "zhaohui", "liqun", "sumin", "stranger_admin"])
async def test_whoever_may_not_read_the_share_finds_no_recording(world: World, name: str) -> None:
    share = await told_aloud(world)
    assert (await world.as_(name).get(note_at(share))).status_code == 404
    assert (await say(world, share, name=name)).status_code == 404
    assert (await world.as_(name).delete(note_at(share))).status_code == 404
    assert on_disk(world) == 1


async def test_the_team_hears_it_and_keeps_and_removes_none(world: World) -> None:
    share = await told_aloud(world)
    kept = await say(world, share, name="hejing", note=ANOTHER)
    removed = await world.as_("qihang").delete(note_at(share))
    assert [one.json()["code"] for one in (kept, removed)] == ["share_not_yours"] * 2
    assert on_disk(world) == 1


async def test_before_it_is_told_its_author_alone_hears_it_and_it_stays_the_authors(
    world: World,
) -> None:
    deal = await sign(world)
    [prompted] = await begun(world)
    await say(world, prompted)
    assert (await world.as_("xiaoman").get(note_at(prompted))).status_code == 200
    assert (await world.as_("hejing").get(note_at(prompted))).status_code == 404
    [drafted] = await begun(world)
    assert (drafted["state"], drafted["deal"]["id"]) == ("draft", deal)
    assert "share.spoken" not in facts(world)


async def test_a_second_one_takes_its_place_and_parts_have_one_each(world: World) -> None:
    share = await told_aloud(world)
    await say(world, share, note=ANOTHER, sound=a_webm("再说一遍"))
    assert (await world.as_("qihang").get(note_at(share))).status_code == 404
    await say(world, share, note=an_id(622), part="signed")
    notes = await parts_read(world, share)
    assert [note and note["id"] for _words, note in notes.values()] == [
        str(ANOTHER),
        str(an_id(622)),
    ]
    assert on_disk(world) == 2


async def test_sent_twice_it_is_kept_once_and_told_once(world: World) -> None:
    share = await told_aloud(world)
    assert (await say(world, share)).json() == SHOWN
    assert (on_disk(world), facts(world).count("share.spoken")) == (1, 1)
    other = await say(world, share, part="signed")
    assert other.status_code == 409


async def test_putting_words_right_takes_no_recording_away(world: World) -> None:
    share = await told_aloud(world)
    version = {"If-Match": f'"{(await read(world, share))["version"]}"'}
    sent = {"parts": parts(signed="29,800 当天签。")}
    path = f"{SHARES}/{share['id']}"
    await made(await world.as_("xiaoman").patch(path, json=sent, headers=version))
    assert await parts_read(world, share) == {
        "found": ("", SHOWN),
        "signed": ("29,800 当天签。", None),
    }


async def test_told_again_alike_it_stands_with_its_recording(world: World) -> None:
    share = await told_aloud(world)
    path = f"{SHARES}/{share['id']}/publication"
    again = await made(await world.as_("xiaoman").put(path, json={"words": "", "parts": ALOUD}))
    assert again["parts"] == [{"key": "found", "words": "", "voice_note": SHOWN}]


async def test_the_only_thing_a_told_share_says_is_not_taken_away(world: World) -> None:
    share = await told_aloud(world)
    refused = await world.as_("xiaoman").delete(note_at(share))
    assert (refused.status_code, refused.json()["code"]) == (409, "share_only_part")
    assert (await world.as_("qihang").get(note_at(share))).status_code == 200
    await say(world, share, note=ANOTHER, part="signed")
    assert (await world.as_("xiaoman").delete(note_at(share))).status_code == 204
    assert list(await parts_read(world, share)) == ["signed"]
    assert (on_disk(world), facts(world).count("share.unspoken")) == (1, 1)


async def test_with_the_share_its_sound_is_gone(world: World) -> None:
    share = await told_aloud(world)
    assert (await world.as_("xiaoman").delete(f"{SHARES}/{share['id']}")).status_code == 204
    assert (await world.as_("xiaoman").get(note_at(share))).status_code == 404
    assert on_disk(world) == 0


async def test_what_is_told_anew_lets_the_sound_of_the_draft_go(world: World) -> None:
    deal = await sign(world)
    [prompted] = await begun(world)
    await say(world, prompted)
    anew = {"kind": "deal", "deal_id": deal, "parts": parts(found="吴总带我去的")}
    await made(await world.as_("xiaoman").post(SHARES, json=anew))
    assert on_disk(world) == 0


async def test_with_its_author_the_sound_is_erased(world: World) -> None:
    share = await told_aloud(world)
    moved = {"from_id": str(world.id("xiaoman")), "to_id": str(world.id("qihang"))}
    await made(await world.as_("hejing").post(f"{API}/clients/hand-over", json=moved))
    login = world.person("xiaoman").login
    files = world.app.state.files
    told = world.store.write_now(erase, world.organisation, login=login, files=files)
    assert (told.recordings, on_disk(world)) == (1, 0)
    assert (await world.as_("qihang").get(note_at(share))).status_code == 404


async def test_a_case_takes_written_words_alone_and_says_which_part_was_only_said(
    world: World,
) -> None:
    share = await told_aloud(world)
    await say(world, share, note=ANOTHER, part="signed")
    version = {"If-Match": f'"{(await read(world, share))["version"]}"'}
    sent = {"parts": parts(signed="当天签。")}
    path = f"{SHARES}/{share['id']}"
    await made(await world.as_("xiaoman").patch(path, json=sent, headers=version))
    draft = await made(await world.as_("hejing").get(f"{path}/case-draft"))
    assert [part["key"] for part in draft["parts"]] == ["signed"]
    assert draft["only_said"] == ["found"]


async def test_the_card_begins_with_the_first_written_part(world: World) -> None:
    share = await told_aloud(world)
    [listed] = (await made(await world.as_("qihang").get(SHARES)))["items"]
    assert listed["excerpt"] == ""
    version = {"If-Match": f'"{(await read(world, share))["version"]}"'}
    sent = {"parts": parts(signed="当天签。")}
    await made(
        await world.as_("xiaoman").patch(f"{SHARES}/{share['id']}", json=sent, headers=version)
    )
    [listed] = (await made(await world.as_("qihang").get(SHARES)))["items"]
    assert listed["excerpt"] == "当天签。"
