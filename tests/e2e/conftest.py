"""The demo company built once, a server of its own for each test, and devices to hold."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from playwright.sync_api import Playwright, expect

from api.demo import company
from api.kit.migrations import migrate_to
from api.kit.settings import Settings
from tests.e2e.phone import Phone, in_hand
from tests.e2e.scenery import Scenery, arrange
from tests.e2e.stage import Stage
from tests.e2e.zone import ZONE
from tests.served import Proxy, Server, served

# A busy machine is not a fault of the code.
expect.set_options(timeout=15_000)

Hold = Callable[..., Phone]
Ask = Callable[..., list[tuple[Any, ...]]]


@pytest.fixture(scope="session")
def demo_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo company of today, where it is morning now, in a file nobody serves from."""
    file = tmp_path_factory.mktemp("demo") / "demo.db"
    chosen = Settings(demo=True, database_url=f"sqlite:///{file}")
    migrate_to(chosen.database_url, "head")
    company.prepare(chosen, zone=ZONE)
    with sqlite3.connect(file) as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return file


@pytest.fixture
def server(demo_file: Path, tmp_path: Path) -> Iterator[Server]:
    with served(demo_file, tmp_path) as running:
        yield running


@pytest.fixture(scope="session")
def open_house(
    demo_file: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Server, Scenery]]:
    """One server for the tests that only look, with something to see behind every address."""
    with served(demo_file, tmp_path_factory.mktemp("open-house")) as running:
        with closing(Stage(running)) as made:
            scenery = arrange(made)
        yield running, scenery


@pytest.fixture
def proxy(server: Server) -> Iterator[Proxy]:
    between = Proxy(server)
    yield between
    between.close()


@pytest.fixture
def stage(server: Server) -> Iterator[Stage]:
    with closing(Stage(server)) as made:
        yield made


@pytest.fixture
def hold(
    playwright: Playwright, chromium_program: Path, server: Server, tmp_path: Path
) -> Iterator[Hold]:
    """`hold("xiaoman")` is a phone; give `viewport=TABLET`, `url=proxy.url`, `locale="en-GB"` as needed."""
    with ExitStack() as hands:

        def take(name: str, *, url: str | None = None, **options: Any) -> Phone:
            options.setdefault("executable_path", str(chromium_program))
            profile = tmp_path / f"phone-{name}"
            return hands.enter_context(in_hand(playwright, profile, url or server.url, **options))

        yield take


@pytest.fixture
def ask(server: Server) -> Ask:
    """Reads the server's database beside it: `ask("SELECT count(*) FROM visits WHERE id = ?", visit)`."""

    def rows(question: str, *values: Any) -> list[tuple[Any, ...]]:
        file = f"file:{server.database}?mode=ro"
        stored = [value.bytes if isinstance(value, UUID) else value for value in values]
        with closing(sqlite3.connect(file, uri=True)) as database:
            return database.execute(question, stored).fetchall()

    return rows
