"""The one road to the database: reads on a small pool, writes in one transaction committed before the answer.

A piece of work is a plain function `work(db, …)`. It is a function of its arguments, `now(db)` and `new_id(db)`,
so the store may run it again; nothing leaves the process before COMMIT. Nobody else writes `commit`.
"""

import asyncio
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Protocol, TypeVar

import sqlalchemy as sa
from sqlmodel import Session

from api.kit.clock import system_clock
from api.kit.job import Job, Sight
from api.kit.postgres import PostgresWriter, postgres_engine
from api.kit.sqlite import SqliteWriter, sqlite_engine
from api.kit.unit import Listener, Work

T = TypeVar("T")
READS_AT_LEAST = 2


class Writer(Protocol):
    """Runs work in a transaction and resolves its future only after the COMMIT."""

    def submit(self, work: Work) -> None: ...
    def close(self) -> None: ...


class Store:
    """Reads and writes of one database; `on_sights` records who opened whose record, before the answer."""

    def __init__(
        self,
        url: str,
        *,
        read_threads: int = 4,
        clock: Callable[[], Any] = system_clock,
        on_sights: Callable[[Session, Iterable[Sight]], None] | None = None,
    ) -> None:
        self.clock = clock
        self.on_sights = on_sights
        self._listeners: list[Listener] = []
        self._reads = ThreadPoolExecutor(
            max(READS_AT_LEAST, read_threads), thread_name_prefix="read"
        )
        self.engine: sa.Engine
        self._writer: Writer
        if url.startswith("sqlite"):
            self.engine = sqlite_engine(url, begin="BEGIN")
            self._writer = SqliteWriter(url, self._told)
        else:
            self.engine = postgres_engine(url)
            self._writer = PostgresWriter(self.engine, self._told)

    async def read(self, work: Callable[..., T], *args: Any, **named: Any) -> T:
        """Runs `work(db, *args, **named)` without changing anything; its sights are stored before it answers."""
        job = Job(self.clock())
        loop = asyncio.get_running_loop()
        result = await loop.run_in_executor(self._reads, self._read, job, work, args, named)
        if job.sights and self.on_sights is not None:
            await self.write(self.on_sights, frozenset(job.sights))
        return result

    async def write(self, work: Callable[..., T], *args: Any, **named: Any) -> T:
        """Runs `work(db, *args, **named)` in one transaction; returns after its COMMIT, or raises."""
        unit = self._unit(work, args, named)
        self._writer.submit(unit)
        return await asyncio.wrap_future(unit.future)

    def read_now(self, work: Callable[..., T], *args: Any, **named: Any) -> T:
        """`read` for the command line."""
        return self._read(Job(self.clock()), work, args, named)

    def write_now(self, work: Callable[..., T], *args: Any, **named: Any) -> T:
        """`write` for the command line."""
        unit = self._unit(work, args, named)
        self._writer.submit(unit)
        result: T = unit.future.result()
        return result

    def after_commit(self, listener: Listener) -> None:
        """`listener(facts)` is called with what was just committed; it must be quick and must not raise."""
        self._listeners.append(listener)

    def close(self) -> None:
        """Finishes the work in hand and lets go of the database."""
        self._reads.shutdown(wait=True)
        self._writer.close()
        self.engine.dispose()

    def _unit(self, work: Callable[..., T], args: tuple[Any, ...], named: dict[str, Any]) -> Work:
        return Work(Job(self.clock()), lambda db: work(db, *args, **named), self.on_sights)

    def _read(
        self, job: Job, work: Callable[..., T], args: tuple[Any, ...], named: dict[str, Any]
    ) -> T:
        with Session(self.engine, expire_on_commit=False, autoflush=False, info={"job": job}) as db:
            result = work(db, *args, **named)
            db.expunge_all()
            return result

    def _told(self, work: Work) -> None:
        for act in work.job.afterwards:
            act()
        for listener in self._listeners:
            listener(tuple(work.job.facts))
