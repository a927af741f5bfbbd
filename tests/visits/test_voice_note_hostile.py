"""Whatever is sent as a voice note: a 4xx with a sentence, nothing on the disk, nothing in a log or a fact."""

import asyncio
import json
from collections.abc import AsyncIterator

import httpx
import pytest
import sqlalchemy as sa
from sqlmodel import Session, select
from starlette.types import Message, Scope
from structlog.testing import capture_logs

from api.kit.events import EventRow
from api.kit.sound import MOST_BYTES
from tests.builders.field import API, add_client, check_in
from tests.builders.people import an_id
from tests.builders.recordings import EBML_OF_WEBM, a_webm, note_of, say
from tests.builders.world import World

pytestmark = pytest.mark.anyio
NOTE = an_id(600)
WORDS = "他说一年没有一个单"


@pytest.fixture
async def rep(world: World) -> httpx.AsyncClient:
    device = world.as_("xiaoman")
    assert (await check_in(device, await add_client(device))).status_code == 200
    return device


def files_of(world: World) -> set[str]:
    found: set[str] = world.app.state.files.names()
    return found


@pytest.mark.parametrize(
    "sent",
    [b"", EBML_OF_WEBM, b"<!doctype html><p>OggS", b"\x89PNG\r\n\x1a\n", b"{}", bytes(5000)],
    ids=["nothing", "a cut head", "a page", "a picture", "JSON", "zeroes"],
)
async def test_what_is_no_recording_is_refused_whatever_it_calls_itself(
    world: World, rep: httpx.AsyncClient, sent: bytes
) -> None:
    called = {"content-type": "audio/webm;codecs=opus"}
    asked = {"seconds": "5"}
    answer = await rep.put(note_of(an_id(1), NOTE), params=asked, content=sent, headers=called)
    assert (answer.status_code, answer.json()["code"]) == (415, "not_a_recording")
    assert answer.headers["content-type"] == "application/problem+json"
    assert files_of(world) == set()


async def test_ten_megabytes_are_refused_before_they_are_read(
    world: World, rep: httpx.AsyncClient
) -> None:
    answer = await say(rep, an_id(1), a_webm("x" * 10_000_000), note=NOTE)
    assert (answer.status_code, answer.json()["code"]) == (413, "recording_too_large")
    assert files_of(world) == set()


async def test_a_length_that_is_not_said_is_counted_and_reading_ends_at_the_limit(
    rep: httpx.AsyncClient,
) -> None:
    taken: list[int] = []

    async def endless() -> AsyncIterator[bytes]:
        for number in range(1000):
            taken.append(number)
            yield a_webm() if number == 0 else bytes(100_000)

    asked = {"seconds": "5"}
    answer = await rep.put(note_of(an_id(1), NOTE), params=asked, content=endless())
    assert (answer.status_code, answer.json()["code"]) == (413, "recording_too_large")
    assert len(taken) < 20


async def test_a_phone_that_loses_its_network_while_sending_is_no_fault_of_ours(
    world: World, rep: httpx.AsyncClient
) -> None:
    sent: list[Message] = []
    arriving: list[Message] = [
        {"type": "http.request", "body": a_webm(), "more_body": True},
        {"type": "http.disconnect"},
    ]
    bearer = rep.headers["authorization"].encode()
    scope: Scope = {
        "type": "http",
        "method": "PUT",
        "path": note_of(an_id(1), NOTE),
        "raw_path": b"",
        "query_string": b"seconds=5",
        "headers": [(b"authorization", bearer)],
    }

    async def receive() -> Message:
        return arriving.pop(0)

    async def send(message: Message) -> None:
        sent.append(message)

    with capture_logs() as lines:
        await world.app(scope, receive, send)
    assert [line["event"] for line in lines] == ["request"]
    assert files_of(world) == set()


async def test_the_largest_recording_is_kept(rep: httpx.AsyncClient) -> None:
    sound = a_webm("x" * (MOST_BYTES - len(a_webm())))
    assert (await say(rep, an_id(1), sound, note=NOTE)).status_code == 200
    assert (await say(rep, an_id(1), sound + b"x", note=an_id(601))).status_code == 413


async def test_no_other_address_takes_more_than_before(rep: httpx.AsyncClient) -> None:
    large = json.dumps({"name": "x" * MOST_BYTES}).encode()
    for method, path in (("POST", f"{API}/clients"), ("POST", note_of(an_id(1), NOTE))):
        assert (await rep.request(method, path, content=large)).status_code == 413


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"seconds": "0"},
        {"seconds": "61"},
        {"seconds": "9" * 5000},
        {"seconds": "5", "recorded_at": "yesterday"},
        {"seconds": "5", "recorded_at": "2026-03-24T10:00:00"},
    ],
)
async def test_hostile_queries_are_refused(
    world: World, rep: httpx.AsyncClient, asked: dict[str, str]
) -> None:
    answer = await rep.put(note_of(an_id(1), NOTE), params=asked, content=a_webm())
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid")
    assert files_of(world) == set()


async def test_copies_that_arrive_at_the_same_moment_are_one(
    world: World, rep: httpx.AsyncClient
) -> None:
    sound = a_webm(WORDS)
    answers = await asyncio.gather(*(say(rep, an_id(1), sound, note=NOTE) for _ in range(6)))
    assert {answer.status_code for answer in answers} == {200}
    assert len(files_of(world)) == 1
    assert (await rep.get(note_of(an_id(1), NOTE))).content == sound


async def test_two_notes_that_arrive_at_the_same_moment_leave_one(
    world: World, rep: httpx.AsyncClient
) -> None:
    notes = {an_id(600 + number): a_webm(str(number)) for number in range(4)}
    sent = (say(rep, an_id(1), sound, note=note) for note, sound in notes.items())
    assert {answer.status_code for answer in await asyncio.gather(*sent)} == {200}
    assert len(files_of(world)) == 1
    heard = [(await rep.get(note_of(an_id(1), note))).status_code for note in notes]
    assert sorted(heard) == [200, 404, 404, 404]


async def test_a_full_disk_is_told_as_such_and_the_phone_sends_again(
    world: World, rep: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_file: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr("api.kit.files.os.fsync", full)
        refused = await say(rep, an_id(1), a_webm(), note=NOTE)
    assert (refused.status_code, refused.json()["code"]) == (507, "storage_full")
    assert (await say(rep, an_id(1), a_webm(), note=NOTE)).status_code == 200


async def test_a_row_that_cannot_be_stored_leaves_a_file_that_the_next_try_takes(
    world: World, rep: httpx.AsyncClient
) -> None:
    """A crash between the file and its row; were it never sent again, the file would be swept after a day."""
    engine = getattr(world.store._writer, "engine", world.store.engine)

    def fail(_connection: sa.Connection) -> None:
        raise sa.exc.OperationalError("COMMIT", {}, Exception("disk I/O error"))

    sa.event.listen(engine, "commit", fail)
    refused = await say(rep, an_id(1), a_webm(WORDS), note=NOTE)
    sa.event.remove(engine, "commit", fail)
    assert (refused.status_code, len(files_of(world))) == (500, 1)
    assert (await rep.get(note_of(an_id(1), NOTE))).status_code == 404
    assert (await say(rep, an_id(1), a_webm(WORDS), note=NOTE)).status_code == 200
    assert len(files_of(world)) == 1


async def test_neither_log_nor_fact_holds_what_was_said(
    world: World, rep: httpx.AsyncClient
) -> None:
    with capture_logs() as lines:
        await say(rep, an_id(1), a_webm(WORDS), note=NOTE)
        await rep.get(note_of(an_id(1), NOTE))
    assert {line["path"] for line in lines} == {"/visits/{visit_id}/voice-notes/{note_id}"}

    def facts(db: Session) -> list[EventRow]:
        return list(db.exec(select(EventRow)).all())

    [told] = [fact for fact in world.store.read_now(facts) if "amended" in fact.topic]
    assert told.payload["fields"] == ["voice_note"]
    assert WORDS not in json.dumps([told.payload, lines], ensure_ascii=False, default=str)
