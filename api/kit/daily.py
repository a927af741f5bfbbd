"""What a server does for itself when it starts and once a day after; it needs no job runner."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import structlog

log = structlog.get_logger()
A_DAY = 24 * 60 * 60
Work = Callable[[], Awaitable[None]]


@asynccontextmanager
async def daily(work: Work) -> AsyncIterator[None]:
    """Runs the work now, and each day until the server ends. A fault is logged; the next day tries again."""
    await _once(work)
    days = asyncio.create_task(_each_day(work))
    try:
        yield
    finally:
        days.cancel()


async def _each_day(work: Work) -> None:
    while True:
        await asyncio.sleep(A_DAY)
        await _once(work)


async def _once(work: Work) -> None:
    try:
        await work()
    except Exception as fault:  # noqa: BLE001  # housekeeping must not keep anybody from working
        log.error("daily.fault", error=type(fault).__name__)
