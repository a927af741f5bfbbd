"""A world in which one of everything is there already: made once per worker, and each test lives in a copy.

async def test_something(full_world: World, records: Records) -> None: ...
"""

import asyncio
import shutil
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest

from api.main import Alongside
from tests.builders.world import Cast, World, living_in
from tests.databases import Databases, copied
from tests.visibility.records import Records, make_records


@dataclass(frozen=True)
class Recorded:
    """What a copy needs: the database and the folder of recordings, who lives there, and since when."""

    url: str
    files: Path
    cast: Cast
    moment: datetime
    records: Records


@pytest.fixture(scope="session")
def recorded(
    app: Alongside,
    databases: Databases,
    world_as_built: tuple[str, Cast],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Recorded]:
    template, cast = world_as_built
    files = tmp_path_factory.mktemp("recorded") / "files"
    with copied(databases, template) as url:
        yield asyncio.run(record(app, url, cast, files))


async def record(app: Alongside, url: str, cast: Cast, files: Path) -> Recorded:
    async with living_in(app, url, cast, files=files) as world:
        records = await make_records(world)
        return Recorded(url, files, world.cast, world.clock(), records)


@pytest.fixture
async def full_world(
    anyio_backend: str, app: Alongside, databases: Databases, recorded: Recorded, tmp_path: Path
) -> AsyncIterator[World]:
    files = tmp_path / "files"
    shutil.copytree(recorded.files, files)
    with copied(databases, recorded.url) as url:
        async with living_in(app, url, recorded.cast, files=files, since=recorded.moment) as made:
            yield made


@pytest.fixture
def records(recorded: Recorded) -> Records:
    return dict(recorded.records)
