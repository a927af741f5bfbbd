"""SQLite, the embedded default: one process, one writer thread, and check-ins that arrive together share one COMMIT."""

import fcntl
import os
import queue
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any

import sqlalchemy as sa
from sqlalchemy import Connection, event

from api.kit.errors import Refused
from api.kit.unit import Work, run_unit

MOST_TOGETHER = 64
BUSY_MS = 5000


class AlreadyServed(Exception):
    """Another process writes to this file."""

    def __init__(self, file: Path, holder: str) -> None:
        super().__init__(
            f"{file} is already in use by another Alongside process ({holder or 'process unknown'}). "
            "Stop that one first, or give this one its own file with ALONGSIDE_DATABASE_URL. "
            "`alongside backup` and `alongside doctor` work beside a running server."
        )


def sqlite_engine(url: str, *, begin: str) -> sa.Engine:
    """`begin` is what opens a transaction: the driver's own handling would break SAVEPOINT."""
    made = sa.create_engine(
        url,
        hide_parameters=True,
        connect_args={"check_same_thread": False, "cached_statements": 256},
        poolclass=sa.pool.QueuePool,
        pool_size=8,
        max_overflow=8,
    )

    @event.listens_for(made, "connect")
    def _prepare(raw: sqlite3.Connection, _record: Any) -> None:
        raw.isolation_level = None
        for pragma in (
            "journal_mode=WAL",
            "synchronous=FULL",
            "foreign_keys=ON",
            f"busy_timeout={BUSY_MS}",
            "temp_store=MEMORY",
        ):
            raw.execute("PRAGMA " + pragma)

    @event.listens_for(made, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return made


def lock_file(file: Path) -> IO[str]:
    """Takes the writer's place on this database file, or raises AlreadyServed."""
    file.parent.mkdir(parents=True, exist_ok=True)
    held = file.with_name(file.name + ".lock").open("a+", encoding="utf-8")
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as taken:
        held.seek(0)
        holder = held.read().strip()
        held.close()
        raise AlreadyServed(file, holder) from taken
    held.seek(0)
    held.truncate()
    held.write(f"process {os.getpid()}")
    held.flush()
    return held


class SqliteWriter:
    """The writer thread. A refusal that wrote nothing leaves its batch alone; any other fault undoes the
    batch, and its jobs run again one by one, so that one bad job costs only itself.
    """

    def __init__(self, url: str, told: Callable[[Work], None]) -> None:
        self._told = told
        self._lock = lock_file(Path(url.removeprefix("sqlite:///")))
        self.engine = sqlite_engine(url, begin="BEGIN IMMEDIATE")
        self._queue: queue.SimpleQueue[Work | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._serve, name="writer", daemon=True)
        self._thread.start()

    def submit(self, work: Work) -> None:
        if not self._thread.is_alive():
            raise RuntimeError("the writer has been closed")
        self._queue.put(work)

    def close(self) -> None:
        self._queue.put(None)
        self._thread.join()
        self.engine.dispose()
        self._lock.close()

    def _serve(self) -> None:
        while True:
            batch, last = self._next_batch()
            if batch:
                self._serve_batch(batch)
            if last:
                return

    def _next_batch(self) -> tuple[list[Work], bool]:
        """Everything that waits, up to a bound; the flag says that the writer is asked to end after it."""
        batch: list[Work] = []
        waiting = self._queue.get()
        while waiting is not None:
            if waiting.future.set_running_or_notify_cancel():
                batch.append(waiting)
            if len(batch) >= MOST_TOGETHER:
                return batch, False
            try:
                waiting = self._queue.get_nowait()
            except queue.Empty:
                return batch, False
        return batch, True

    def _serve_batch(self, batch: list[Work]) -> None:
        try:
            answers = self._together(batch)
        except Exception as fault:  # noqa: BLE001  # it goes to the one who waits for the answer
            if len(batch) == 1:
                batch[0].future.set_exception(fault)
                return
            for work in batch:
                self._serve_batch([work])
            return
        for work, (result, refusal) in zip(batch, answers, strict=True):
            if refusal is not None:
                work.future.set_exception(refusal)
                continue
            self._told(work)
            work.future.set_result(result)

    def _together(self, batch: list[Work]) -> list[tuple[Any, Refused | None]]:
        """Runs the batch in one transaction and commits it; raises when the whole must be undone."""
        answers: list[tuple[Any, Refused | None]] = []
        with self.engine.connect() as connection, connection.begin():
            raw: sqlite3.Connection = connection.connection.driver_connection  # type: ignore[assignment]  # SQLAlchemy types it Any | None
            for work in batch:
                written = raw.total_changes
                try:
                    result = run_unit(connection, work, is_open=lambda: raw.in_transaction)
                    answers.append((result, None))
                except Refused as refusal:
                    if len(batch) == 1 or raw.total_changes != written or not raw.in_transaction:
                        raise
                    answers.append((None, refusal))
        return answers
