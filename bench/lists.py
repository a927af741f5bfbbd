"""Reads the lists and homes of a company with a million visits, and counts what each costs."""

import asyncio
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import httpx
from rich.console import Console
from rich.table import Table

from api.kit.logs import set_up_logs
from api.kit.migrations import migrate_to
from api.kit.settings import Settings
from api.kit.store import Store
from api.main import create_app
from bench.million import Company, build
from tests import postgres
from tests.builders.world import World, living_in
from tests.contract.filling import FILLINGS
from tests.contract.live import route
from tests.databases import Databases, PostgresDatabases, SqliteDatabases
from tests.today.statements import statements

MOST_STATEMENTS, MOST_BYTES, TRIES = 6, 20_000, 3


class Asked(NamedTuple):
    """An operation, who reads, and what stands in the address."""

    operation: str
    reader: str
    more: str = ""


ASKED = (
    Asked("visits.list", "rep"),
    Asked("visits.list", "manager"),
    Asked("visits.list", "manager", "?client={client}"),
    Asked("visits.list", "rep", "?from={today}"),
    Asked("clients.list", "rep"),
    Asked("clients.list", "manager", "?q=灯"),
    Asked("deals.list", "manager"),
    Asked("people.list", "admin"),
    Asked("goals.list", "manager"),
    Asked("drills.list", "rep"),
    Asked("commitments.list", "manager"),
    Asked("help_requests.list", "manager"),
    Asked("reviews.list", "manager"),
    Asked("ride_alongs.list", "manager"),
    Asked("sessions.list", "manager"),
    Asked("shares.list", "rep"),
    Asked("cases.list", "rep"),
    Asked("people.promises", "manager"),
    Asked("today.get", "rep"),
    Asked("today.team", "manager"),
    Asked("today.team_evening", "manager"),
    Asked("today.region", "region"),
    Asked("today.field", "trainer"),
    Asked("today.kick_off", "manager"),
    Asked("people.loops", "manager"),
    Asked("people.growth", "manager"),
    Asked("people.coverage", "manager"),
)
"""Lists are held to their limits; homes and files of one person are told."""


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
        store = Store(url, clock=lambda: datetime.now(UTC))
        company = store.write_now(build, visits=visits)
        store.close()
        console.print(f"{engine}: {visits:,} visits in {time.monotonic() - began:.0f} s")
        costs = asyncio.run(_costs(url, company, Path(folder) / "files"))
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


async def _costs(url: str, company: Company, files: Path) -> list[Cost]:
    app = create_app(Settings(demo=True))
    now = datetime.now(UTC)
    async with living_in(app, url, company.cast, files=files, since=now) as world:
        rep = world.as_("rep")
        first = (await rep.get("/api/v1/clients")).json()["items"][0]["id"]
        known = {
            "client": first,
            "today": company.today.isoformat(),
            "person_id": str(world.id("rep")),
        }
        return [await _cost(world, asked, known) for asked in ASKED]


async def _cost(world: World, asked: Asked, known: dict[str, str]) -> Cost:
    path = (route(asked.operation).path + asked.more).format(**known)
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
