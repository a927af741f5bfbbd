"""Reads the lists and homes of a company with a million visits, and counts what each costs."""

import asyncio
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import httpx
from rich.console import Console
from rich.table import Table

from api.kit.logs import set_up_logs
from api.kit.migrations import migrate_to
from api.kit.settings import Settings
from api.kit.store import Store
from api.main import Alongside, create_app
from bench.million import build
from tests import postgres
from tests.builders.world import TUESDAY, Cast, HeldClock, World, living_in
from tests.contract.filling import FILLINGS, where
from tests.contract.live import route
from tests.databases import Databases, PostgresDatabases, SqliteDatabases, copied
from tests.today.statements import statements

MOST_STATEMENTS, MOST_BYTES, TRIES = 6, 20_000, 3
ROWS = 60
"""More than a page of any list."""


class Asked(NamedTuple):
    """An operation, who reads, and what stands in the address."""

    operation: str
    reader: str
    more: str = ""


HOMES = (
    Asked("visits.list", "rep"),
    Asked("visits.list", "manager"),
    Asked("visits.list", "manager", "?client={client}"),
    Asked("visits.list", "rep", "?from={today}"),
    Asked("clients.list", "rep"),
    Asked("clients.list", "manager", "?q=灯"),
    Asked("today.get", "rep"),
    Asked("today.team", "manager"),
    Asked("today.team_evening", "manager"),
    Asked("today.region", "region"),
    Asked("today.field", "sumin"),
    Asked("today.kick_off", "manager"),
    Asked("people.loops", "manager"),
    Asked("people.growth", "manager"),
    Asked("people.coverage", "manager"),
)
"""What is read of the million itself: its lists are held to their limits, homes and files of one person are told."""


class Company(NamedTuple):
    """Where the million lies."""

    databases: Databases
    url: str
    cast: Cast
    files: Path


class Cost(NamedTuple):
    asked: Asked
    statements: int
    size: int
    ms: float


def prove(engine: str, *, visits: int) -> list[str]:
    """What a list broke, as sentences; a table of all of it goes to the terminal."""
    console = Console()
    set_up_logs(level="warning", form="console")
    with tempfile.TemporaryDirectory() as folder, _databases(engine, Path(folder)) as databases:
        url = databases.empty()
        migrate_to(url, "head")
        began = time.monotonic()
        store = Store(url, clock=HeldClock(TUESDAY))
        cast = store.write_now(build, visits=visits)
        store.close()
        console.print(f"{engine}: {visits:,} visits in {time.monotonic() - began:.0f} s")
        costs = asyncio.run(_costs(Company(databases, url, cast, Path(folder) / "files")))
        databases.drop(url)
    console.print(_table_of(costs))
    return [f"{engine}: {fault}" for cost in costs for fault in _faults(cost)]


@contextmanager
def _databases(engine: str, folder: Path) -> Iterator[Databases]:
    if engine == "sqlite":
        yield SqliteDatabases(folder)
        return
    with postgres.running_postgres() as url:
        yield PostgresDatabases(url)


async def _costs(company: Company) -> list[Cost]:
    """First of the million, then of every list of the API, filled in a copy of its own."""
    app = create_app(Settings(demo=True))
    async with living_in(app, company.url, company.cast, files=company.files) as world:
        first = (await world.as_("rep").get("/api/v1/clients")).json()["items"][0]["id"]
        known = {
            "client": first,
            "today": world.today.isoformat(),
            "person_id": str(world.id("rep")),
        }
        costs = [
            await _cost(world, asked, (route(asked.operation).path + asked.more).format(**known))
            for asked in HOMES
        ]
    return costs + [await _filled(app, company, name) for name in sorted(FILLINGS)]


async def _filled(app: Alongside, company: Company, operation: str) -> Cost:
    filling = FILLINGS[operation]
    with copied(company.databases, company.url) as url:
        async with living_in(app, url, company.cast, files=company.files) as world:
            await filling.add(world, range(ROWS))
            place = where(world, route(operation).path, filling, "items")
            asked = Asked(operation, filling.reader, ", filled")
            return await _cost(world, asked, str(httpx.URL(place.path, params=place.asked)))


async def _cost(world: World, asked: Asked, path: str) -> Cost:
    tries = [await _once(world.as_(asked.reader), world, path) for _try in range(TRIES)]
    return Cost(asked, tries[-1][0], tries[-1][1], min(ms for _ran, _size, ms in tries))


async def _once(reader: httpx.AsyncClient, world: World, path: str) -> tuple[int, int, float]:
    """Statements, bytes and milliseconds of one answer."""
    with statements(world) as ran:
        began = time.perf_counter()
        answer = await reader.get(path)
        spent = (time.perf_counter() - began) * 1000
        if answer.status_code != 200:
            raise RuntimeError(f"{path} answered {answer.status_code}: {answer.text[:200]}")
        return len(ran), len(answer.content), spent


def _faults(cost: Cost) -> Iterator[str]:
    if cost.asked.operation not in FILLINGS:
        return
    name = f"{cost.asked.operation}{cost.asked.more} read by a {cost.asked.reader}"
    if cost.statements > MOST_STATEMENTS:
        yield f"{name} takes {cost.statements} statements."
    if cost.size > MOST_BYTES:
        yield f"{name} weighs {cost.size:,} bytes."


def _table_of(costs: list[Cost]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("operation")
    table.add_column("reader")
    for heading in ("statements", "bytes", "ms"):
        table.add_column(heading, justify="right")
    for asked, ran, size, ms in costs:
        name = f"{asked.operation}{asked.more}"
        table.add_row(name, asked.reader, str(ran), f"{size:,}", f"{ms:.0f}")
    return table
