"""PostgreSQL 15 or newer: the same functions on a pool of connections, several processes side by side."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm.exc import StaleDataError

from api.kit.unit import Work, run_unit

WRITERS = 6
TRIES = 5
PATIENCE = 10
"""Seconds a write waits for a row that another write holds."""
AGAIN = {"40001", "40P01", "23505"}
"""Serialization failure, deadlock, and a key that another transaction just took (a replay arriving twice)."""


def postgres_engine(url: str) -> sa.Engine:
    driver = url.replace("postgresql://", "postgresql+psycopg://", 1).replace(
        "postgres://", "postgresql+psycopg://", 1
    )
    return sa.create_engine(
        driver, hide_parameters=True, pool_size=12, max_overflow=0, pool_pre_ping=True
    )


class PostgresWriter:
    """Each job in its own transaction; those the database asks to repeat are repeated, with a bound."""

    def __init__(self, engine: sa.Engine, told: Callable[[Work], None]) -> None:
        self._engine = engine
        self._told = told
        self._pool = ThreadPoolExecutor(WRITERS, thread_name_prefix="write")

    def submit(self, work: Work) -> None:
        self._pool.submit(self._serve, work)

    def close(self) -> None:
        self._pool.shutdown(wait=True)

    def _serve(self, work: Work) -> None:
        if not work.future.set_running_or_notify_cancel():
            return
        try:
            result = self._repeat(work)
        except Exception as fault:  # noqa: BLE001  # it goes to the one who waits for the answer
            work.future.set_exception(fault)
            return
        self._told(work)
        work.future.set_result(result)

    def _repeat(self, work: Work) -> Any:
        for left in reversed(range(TRIES)):
            try:
                return self._once(work)
            except (DBAPIError, StaleDataError) as fault:
                if left == 0 or not _worth_repeating(fault):
                    raise
        raise AssertionError("unreachable: the last try returns or raises")

    def _once(self, work: Work) -> Any:
        with self._engine.connect() as connection, connection.begin():
            # Opens the transaction before the work, so that one that ended under it can be told.
            connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{PATIENCE}s'")
            raw: Any = connection.connection.driver_connection
            return run_unit(connection, work, is_open=lambda: _is_open(raw))


def _is_open(raw: Any) -> bool:
    """The connection lives and its transaction is neither ended nor failed (psycopg's INTRANS is 2)."""
    return not raw.closed and raw.info.transaction_status == 2


def _worth_repeating(fault: Exception) -> bool:
    if isinstance(fault, StaleDataError):
        return True
    return getattr(getattr(fault, "orig", None), "sqlstate", None) in AGAIN
