"""What a server does for itself: at once when it starts, again each day, and never at anybody's cost."""

import asyncio

import pytest
from structlog.testing import capture_logs

from api.kit import daily


def test_it_is_done_before_the_first_request_and_again_each_day(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(daily, "A_DAY", 0)
    done: list[int] = []
    again = asyncio.Event()

    async def tidy() -> None:
        done.append(1)
        if len(done) == 3:
            again.set()

    async def serve() -> None:
        async with daily.daily(tidy):
            assert done == [1]
            await again.wait()

    asyncio.run(serve())
    assert len(done) == 3


def test_a_fault_is_logged_and_keeps_nobody_from_working() -> None:
    async def break_down() -> None:
        raise RuntimeError("what the boss said")

    async def serve() -> None:
        async with daily.daily(break_down):
            """The server serves."""

    with capture_logs() as lines:
        asyncio.run(serve())
    assert [(line["event"], line["error"]) for line in lines] == [("daily.fault", "RuntimeError")]
    assert "boss" not in str(lines)
