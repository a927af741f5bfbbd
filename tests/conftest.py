"""What every test may ask for: a clean database of the chosen engine, and a browser."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from api.kit.migrations import migrate_to
from tests import postgres
from tests.chromium import LAUNCH_ARGUMENTS, chromium
from tests.databases import Databases, PostgresDatabases, SqliteDatabases

pytest_plugins = ["tests.builders.world", "tests.visibility.recorded"]

ENGINES = ("sqlite", "postgresql")
ON_A_DATABASE = {"database_url", "empty_database", "databases"}
SERVER = pytest.StashKey[ExitStack]()

# No deadline: a busy machine is not a fault of the code.
settings.register_profile("house", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("house")


def pytest_addoption(parser: pytest.Parser) -> None:
    explained = "engine for the tests that need a database; postgresql runs only those"
    parser.addoption("--database", choices=ENGINES, default="sqlite", help=explained)


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "only_on(engine): what is tested exists on one engine only")
    running = config.stash[SERVER] = ExitStack()
    first_process = not hasattr(config, "workerinput")
    if first_process and config.getoption("--database") == "postgresql":
        # The workers of pytest-xdist are started later and inherit the address.
        os.environ["TEST_DATABASE_URL"] = running.enter_context(postgres.running_postgres())


def pytest_unconfigure(config: pytest.Config) -> None:
    config.stash[SERVER].close()


def pytest_report_header(config: pytest.Config) -> str:
    if config.getoption("--database") == "postgresql":
        return f"database: PostgreSQL {postgres.version(os.environ['TEST_DATABASE_URL'])}"
    return f"database: SQLite {sqlite3.sqlite_version}"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what has nothing to say about the chosen engine."""
    engine = config.getoption("--database")
    kept = [item for item in items if concerns(item, engine)]
    left_out = [item for item in items if not concerns(item, engine)]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = kept


def concerns(item: pytest.Item, engine: str) -> bool:
    only_on = item.get_closest_marker("only_on")
    if only_on and engine not in only_on.args:
        return False
    return engine == "sqlite" or bool(ON_A_DATABASE & set(getattr(item, "fixturenames", ())))


@pytest.fixture(scope="session")
def engine_name(pytestconfig: pytest.Config) -> str:
    """'sqlite' or 'postgresql', for the few tests whose expectation differs."""
    return str(pytestconfig.getoption("--database"))


@pytest.fixture(scope="session")
def databases(engine_name: str, tmp_path_factory: pytest.TempPathFactory) -> Databases:
    if engine_name == "postgresql":
        return PostgresDatabases(os.environ["TEST_DATABASE_URL"])
    return SqliteDatabases(tmp_path_factory.mktemp("databases"))


@pytest.fixture(scope="session")
def migrated_template(databases: Databases) -> Iterator[str]:
    """The schema at head, made once per worker and only ever copied."""
    url = databases.empty()
    migrate_to(url, "head")
    yield url
    databases.drop(url)


@pytest.fixture
def database_url(databases: Databases, migrated_template: str) -> Iterator[str]:
    """The address of a database of this test's own, with every table and no row."""
    url = databases.copy_of(migrated_template)
    yield url
    databases.drop(url)


@pytest.fixture
def empty_database(databases: Databases) -> Iterator[str]:
    """The address of a database of this test's own without a single table."""
    url = databases.empty()
    yield url
    databases.drop(url)


@pytest.fixture(scope="session")
def chromium_program() -> Path:
    return chromium()


@pytest.fixture(scope="session")
def browser_type_launch_args(chromium_program: Path) -> dict[str, Any]:
    """pytest-playwright starts the system's Chromium with flags that suit CI."""
    return {"executable_path": str(chromium_program), "args": list(LAUNCH_ARGUMENTS)}
