"""The runner of jobs on both databases: an errand is carried once under its key, and a fault costs one look."""

import asyncio
import threading
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa
from dbos import DBOS
from structlog.testing import capture_logs

from api.kit import jobs
from api.kit.clock import system_clock
from api.kit.jobs import Errand, Jobs, forget_done, jobs_file
from tests.migrations.test_steps import engine_of

FEW = 3


class Messenger:
    """Has the same errands at each look; `faults` looks fail first."""

    name = "messenger"

    def __init__(self, *, faults: int = 0) -> None:
        self.faults = faults
        self.looks = 0
        self.carried: list[str] = []
        self.settled: list[tuple[str, str]] = []
        self.changed = threading.Condition()

    def due(self) -> Sequence[Errand]:
        with self.changed:
            self.looks += 1
            self.changed.notify_all()
        if self.looks <= self.faults:
            raise RuntimeError("what the boss said")
        return [Errand(f"errand-{number}", (str(number),)) for number in range(FEW)]

    def carry(self, *given: str) -> str:
        self.carried.append(given[0])
        return f"brought {given[0]}"

    def settle(self, outcome: str, *given: str) -> None:
        with self.changed:
            self.settled.append((given[0], outcome))
            self.changed.notify_all()

    def wait(self, *, looks: int) -> None:
        with self.changed:
            done = self.changed.wait_for(
                lambda: self.looks >= looks and len(self.settled) >= FEW, timeout=60
            )
        assert done, (self.looks, self.settled)


@pytest.fixture(autouse=True)
def often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "EACH", 0.05)


def test_an_errand_is_carried_once_and_settled_with_its_outcome(database_url: str) -> None:
    messenger = Messenger()
    with Jobs(database_url, [messenger]):
        messenger.wait(looks=4)
    numbers = [str(number) for number in range(FEW)]
    assert sorted(messenger.carried) == numbers
    assert sorted(messenger.settled) == [(number, f"brought {number}") for number in numbers]


def test_who_comes_after_does_not_carry_it_again(database_url: str) -> None:
    first, second = Messenger(), Messenger()
    with Jobs(database_url, [first]):
        first.wait(looks=1)
    with Jobs(database_url, [second]), second.changed:
        assert second.changed.wait_for(lambda: second.looks >= 4, timeout=60)
    assert second.carried == []


def test_a_look_that_fails_is_logged_without_its_words_and_looked_again(database_url: str) -> None:
    messenger = Messenger(faults=2)
    with capture_logs() as lines, Jobs(database_url, [messenger]):
        messenger.wait(looks=3)
    told = [(line["event"], line["of"], line["error"]) for line in lines]
    assert told == [("jobs.fault", "messenger", "RuntimeError")] * 2


def test_it_starts_where_an_event_loop_runs_as_in_a_server(database_url: str) -> None:
    messenger = Messenger()

    async def serve() -> None:
        with Jobs(database_url, [messenger]):
            await asyncio.to_thread(messenger.wait, looks=1)

    asyncio.run(serve())
    assert len(messenger.settled) == FEW


def test_what_was_done_long_ago_is_forgotten_and_the_rest_is_not(database_url: str) -> None:
    messenger = Messenger()
    with Jobs(database_url, [messenger]):
        messenger.wait(looks=1)
        messenger.faults = 1_000_000
        messenger.wait(looks=messenger.looks + 2)
        for key in (f"errand-{number}" for number in range(FEW)):
            DBOS.retrieve_workflow(key).get_result()
        forget_done(before=system_clock() - timedelta(days=1))
        kept = DBOS.list_workflows(status=["SUCCESS"])
        forget_done(before=system_clock() + timedelta(days=1))
        left = DBOS.list_workflows(status=["SUCCESS"])
    assert (len(kept), len(left)) == (FEW, 0)


def test_its_tables_stand_apart_from_ours(database_url: str) -> None:
    """Beside an SQLite file, and on PostgreSQL in a schema of their own: Alembic never sees them."""
    messenger = Messenger()
    with Jobs(database_url, [messenger]):
        messenger.wait(looks=1)
    engine = engine_of(database_url)
    names = sa.inspect(engine).get_table_names()
    engine.dispose()
    assert "reminders" in names
    assert [name for name in names if "workflow" in name] == []
    if database_url.startswith("sqlite"):
        assert jobs_file(Path(database_url.removeprefix("sqlite:///"))).exists()
