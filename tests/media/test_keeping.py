"""How long recordings are kept, and what a server tidies when it starts."""

import os
from datetime import timedelta
from pathlib import Path
from typing import Any

import anyio
import httpx
import pytest
from sqlmodel import Session, select

from api.kit.files import Files, name_of
from api.kit.settings import Settings
from api.main import Alongside, create_app
from api.media import service as media
from api.media.models import Media
from api.media.queries import named_files
from tests.builders.field import API, add_client, check_in
from tests.builders.people import an_id
from tests.builders.recordings import a_webm, note_of, say
from tests.builders.world import World

pytestmark = pytest.mark.anyio
NOTE = an_id(600)


@pytest.fixture
async def rep(world: World) -> httpx.AsyncClient:
    """小满, who has said something after her visit today."""
    device = world.as_("xiaoman")
    assert (await check_in(device, await add_client(device))).status_code == 200
    assert (await say(device, an_id(1), a_webm("said"), note=NOTE)).status_code == 200
    return device


def rows(world: World) -> list[Media]:
    def all_of_them(db: Session) -> list[Media]:
        return list(db.exec(select(Media)).all())

    return world.store.read_now(all_of_them)


@pytest.mark.parametrize(("days", "gone"), [(364, 0), (366, 1)])
async def test_a_recording_is_kept_as_long_as_the_installation_says(
    world: World, rep: httpx.AsyncClient, days: int, gone: int
) -> None:
    world.clock.let_pass(days=days)
    files: Files = world.app.state.files
    assert world.store.write_now(media.forget_older, days=365, files=files) == gone
    assert len(files.names()) == 1 - gone


async def test_what_is_past_its_time_is_no_longer_told_of_and_does_not_come_back(
    world: World, rep: httpx.AsyncClient
) -> None:
    world.clock.let_pass(days=400)
    world.store.write_now(media.forget_older, days=365, files=world.app.state.files)
    device = world.as_("xiaoman")
    assert (await device.get(note_of(an_id(1), NOTE))).status_code == 404
    visit: dict[str, Any] = (await device.get(f"{API}/visits/{an_id(1)}")).json()
    assert visit["check_in"]["voice_note"] is None
    assert (await say(device, an_id(1), a_webm("said"), note=NOTE)).status_code == 200
    assert world.app.state.files.names() == set()


async def test_a_commit_that_fails_takes_no_file_away(world: World, rep: httpx.AsyncClient) -> None:
    """The row still names it."""

    def fail_after(db: Session) -> None:
        media.forget_older(db, days=1, files=world.app.state.files)
        raise RuntimeError

    world.clock.let_pass(days=400)
    with pytest.raises(RuntimeError):
        world.store.write_now(fail_after)
    assert world.app.state.files.names() == world.store.read_now(named_files)
    assert [row.file is not None for row in rows(world)] == [True]


def start_once(app: Alongside) -> None:
    async def start_and_end() -> None:
        async with app.router.lifespan_context(app):
            """Nobody asks anything."""

    anyio.run(start_and_end)


def test_a_starting_server_sweeps_what_a_crash_left_and_touches_nothing_younger(
    database_url: str, tmp_path: Path
) -> None:
    app = create_app(Settings(demo=True, database_url=database_url, files=str(tmp_path / "files")))
    files = Files(tmp_path / "files")
    old, young = (name_of(an_id(1), an_id(2), bytes([number]) * 32) for number in (1, 2))
    for name in (old, young):
        files.path(name).parent.mkdir(parents=True, exist_ok=True)
        files.path(name).write_bytes(b"sound")
    two_days_ago = (app.state.clock() - timedelta(days=2)).timestamp()
    os.utime(files.path(old), (two_days_ago, two_days_ago))
    start_once(app)
    assert files.names() == {young}


def test_a_server_on_an_older_schema_starts_all_the_same(
    empty_database: str, tmp_path: Path
) -> None:
    """`alongside migrate` may come after it; then the first tidying is tomorrow's."""
    app = create_app(Settings(demo=True, database_url=empty_database, files=str(tmp_path)))
    start_once(app)
    assert list(tmp_path.iterdir()) == []
