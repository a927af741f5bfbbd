"""GET /me/export: the own record, whole; nothing that its person could not have read."""

import io
import json
import zipfile
from typing import Any

import pytest

from api.tables import metadata
from api.today.export.policy import LEFT_OUT, MINE, is_told
from api.today.export.queries import columns_of_people
from tests.builders.field import API, add_client, check_in
from tests.builders.people import an_id
from tests.builders.recordings import a_webm, say
from tests.builders.world import World
from tests.visibility.records import OWNERS, Records
from tests.visibility.shared import USED_BY
from tests.visibility.table import READERS, STRANGERS, rows

pytestmark = pytest.mark.anyio
SIGN_IN_WITH = ("password", "digest", "secret", "keys_issue", "p256dh")
NOT_KEPT_AS_A_ROW = {"login", "voice", "asking", "said", "aloud", "reading", "off", "use", "filed"}
"""Words of the table that mark a form of the API's answers, or a sound; no row is known by them."""
OF_THE_TEAM = {"plan", "training_series", "material"}
OF_OTHERS = {"tried"}
"""What others want to try of what one told is a row of theirs."""


async def taken(world: World, name: str) -> tuple[dict[str, Any], zipfile.ZipFile]:
    answer = await world.as_(name).get(f"{API}/me/export")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/zip")
    assert answer.headers["cache-control"] == "no-store"
    archive = zipfile.ZipFile(io.BytesIO(answer.content))
    return json.loads(archive.read("record.json")), archive


def ids(document: dict[str, Any]) -> set[str]:
    return {row["id"] for found in document["rows"].values() for row in found}


def test_every_table_is_taken_along_or_left_out_with_a_reason() -> None:
    assert MINE.keys() | LEFT_OUT.keys() == metadata.tables.keys()
    assert MINE.keys().isdisjoint(LEFT_OUT)
    assert all(LEFT_OUT.values())


def test_a_row_is_mine_by_a_column_that_names_a_person_or_leads_to_a_row_of_mine() -> None:
    for name, own in MINE.items():
        known = {"id"} if name == "people" else set(columns_of_people(name))
        assert set(own.people) <= known, name
        leads = {
            (column.name, key.referred_table.name)
            for key in metadata.tables[name].foreign_key_constraints
            for column in key.columns
        }
        assert set(own.within) <= leads, name
        assert {parent for _column, parent in own.within} <= MINE.keys(), name


def test_no_column_that_somebody_could_sign_in_with_is_told() -> None:
    told = {column.name for name in MINE for column in metadata.tables[name].columns}
    assert [
        name for name in told if is_told(name) and any(part in name for part in SIGN_IN_WITH)
    ] == []


async def test_nobody_takes_anything_without_signing_in(world: World) -> None:
    assert (await world.anonymous.get(f"{API}/me/export")).status_code == 401


async def test_it_holds_what_its_person_may_read_and_nothing_else(
    full_world: World, records: Records
) -> None:
    told = {name: (await taken(full_world, name))[0] for name in (*READERS, *STRANGERS)}
    red = [
        f"{word} of {owner} is in what {reader} takes along"
        for reader, document in told.items()
        for (owner, word), mark in records.items()
        if is_in(document, mark) and not may_read(reader, owner, word)
    ]
    assert red == [], "\n".join(red)
    own = {row.word for row in rows() if "own" in row.seen_by} - NOT_KEPT_AS_A_ROW
    own -= OF_THE_TEAM | OF_OTHERS
    missing = [
        (owner, word)
        for owner in OWNERS
        for word in sorted(own)
        if not is_in(told[owner], records[owner, word])
    ]
    assert missing == [], missing


def is_in(document: dict[str, Any], mark: str) -> bool:
    """As a row of its own, or as words; that another row names its id does not count."""
    if len(mark) == len(str(an_id(1))) and mark.count("-") == 4:
        return mark in ids(document)
    return mark in json.dumps(document, ensure_ascii=False)


def may_read(reader: str, owner: str, word: str) -> bool:
    """One of the routes shows it; what is no word of the table marks nothing of its own."""
    told = [row for row in rows() if row.word == word and word not in NOT_KEPT_AS_A_ROW]
    own_goal = word == "asked" and reader == owner
    own_wish = word == "tried" and reader == USED_BY[owner]
    return not told or own_goal or own_wish or any(row.is_seen(reader, owner) for row in told)


async def test_a_recording_comes_with_it(world: World) -> None:
    device, sound = world.as_("xiaoman"), a_webm("他说一年没有一个单")
    await check_in(device, await add_client(device))
    await say(device, an_id(1), sound, note=an_id(600))
    document, archive = await taken(world, "xiaoman")
    [media] = document["rows"]["media"]
    assert media["recording"] == f"recordings/{an_id(600)}.webm"
    assert archive.read(media["recording"]) == sound
    assert (await taken(world, "hejing"))[0]["rows"]["media"] == []


async def test_people_are_named_beside_the_rows_that_name_them(
    full_world: World, records: Records
) -> None:
    document, _archive = await taken(full_world, "xiaoman")
    played = next(
        row for row in document["rows"]["rounds"] if row["id"] == records["xiaoman", "round"]
    )
    assert document["people"][played["boss_id"]] == "周启航"
    assert document["people"][str(full_world.id("xiaoman"))] == "林小满"
