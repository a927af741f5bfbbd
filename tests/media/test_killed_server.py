"""kill -9 while phones send what was said: no row names a file that is not there, and each note is one file."""

import asyncio
import sqlite3
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import pytest
from uuid_utils.compat import uuid7

from api.kit.files import Files
from tests.builders.field import a_check_in
from tests.builders.recordings import a_webm, note_of, say
from tests.served import Server
from tests.visits.test_killed_server import SECRET, a_client, a_signed_in_rep

PHONES = 4
MOST_EACH = 200
KILLS = 2
BEFORE_A_KILL = 25


@dataclass
class Said:
    """What the phones hold: the visit and the sound of each note, and which of them were acknowledged."""

    token: str
    client_id: str
    notes: dict[str, tuple[str, bytes]] = field(default_factory=dict)
    acknowledged: set[str] = field(default_factory=set)
    enough: asyncio.Event = field(default_factory=asyncio.Event)


@pytest.mark.only_on("sqlite")
async def test_rows_and_files_never_part(database_url: str) -> None:
    server = Server(Path(database_url.removeprefix("sqlite:///")), secret=SECRET)
    token = a_signed_in_rep(database_url)
    of_others = on_disk(server)
    try:
        said = Said(token, await a_client(server, token))
        for _kill in range(KILLS):
            await speak_until_killed(server, said)
            assert named(server) <= on_disk(server)
        server.start()
        await send_all_again(server, said)
    finally:
        server.stop()
    assert len(said.notes) > KILLS * BEFORE_A_KILL
    assert len(named(server)) == len(said.notes)
    ours = on_disk(server) - of_others
    assert named(server) == {name for name in ours if "arriving" not in name}


async def speak_until_killed(server: Server, said: Said) -> None:
    server.start()
    said.enough.clear()
    wanted = len(said.acknowledged) + BEFORE_A_KILL
    phones = [asyncio.create_task(phone(server, said, wanted)) for _ in range(PHONES)]
    await asyncio.wait_for(said.enough.wait(), 60)
    server.kill()
    await asyncio.gather(*phones)


async def phone(server: Server, said: Said, wanted: int) -> None:
    """Checks in and says something, again and again until the server is gone."""
    async with device(server, said) as http:
        for number in range(MOST_EACH):
            visit, note = str(uuid7()), str(uuid7())
            said.notes[note] = (visit, a_webm(f"{number} " * 4000))
            if not await sent(http, said, note):
                return
            if len(said.acknowledged) >= wanted:
                said.enough.set()


async def send_all_again(server: Server, said: Said) -> None:
    """As the phones do: what had no answer, and the rest as if its answer were lost."""
    async with device(server, said) as http:
        for note, (visit, sound) in said.notes.items():
            assert await sent(http, said, note)
            heard = await http.get(note_of(visit, note))
            assert heard.content == sound


async def sent(http: httpx.AsyncClient, said: Said, note: str) -> bool:
    visit, sound = said.notes[note]
    told = a_check_in(said.client_id)
    try:
        assert (await http.put(f"/api/v1/visits/{visit}/check-in", json=told)).is_success
        answer = await say(http, visit, sound, note=note)
    except httpx.HTTPError:
        return False
    assert answer.status_code == 200, answer.text
    said.acknowledged.add(note)
    return True


def device(server: Server, said: Said) -> httpx.AsyncClient:
    bearer = {"authorization": f"Bearer {said.token}"}
    return httpx.AsyncClient(base_url=server.url, timeout=30, headers=bearer)


def named(server: Server) -> set[str]:
    with closing(sqlite3.connect(server.database)) as opened:
        return {name for (name,) in opened.execute("SELECT file FROM media")}


def on_disk(server: Server) -> set[str]:
    """In the folder beside the database, which databases of other tests share."""
    return Files(server.database.parent / "files").names()
