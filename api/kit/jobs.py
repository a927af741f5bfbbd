"""Work that leaves the machine: found each minute, carried by DBOS, and taken up again after a crash.

The only file that knows DBOS (docs/decisions/0014-reminders.md). What is to be done stands in our own tables; DBOS
remembers how far an errand is, so that one interrupted between its two steps goes on with the second.
"""

import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any, Protocol, Self

import sqlalchemy as sa
import structlog
from dbos import DBOS, DBOSConfig, SetWorkflowID

from api.kit.clock import system_clock

log = structlog.get_logger()
EACH = 60.0
"""Seconds between two looks at what is due."""
TOGETHER = 16
REMEMBERED = timedelta(days=2)
MOST_FORGOTTEN = 1000
QUEUE = "errands"
BY_NAME: dict[str, "Carrier"] = {}
"""Who carries what in this process; an errand taken up after a crash finds its carrier here."""


@dataclass(frozen=True)
class Errand:
    """Carried once under its `key`; `given` is plain ids and numbers, since DBOS writes it down."""

    key: str
    given: tuple[str, ...]


class Carrier(Protocol):
    """`carry` leaves the machine and may be repeated after a crash; `settle` writes down how it went."""

    @property
    def name(self) -> str: ...
    def due(self) -> Sequence[Errand]: ...
    def carry(self, *given: str) -> str: ...
    def settle(self, outcome: str, *given: str) -> None: ...


@DBOS.step(name="carry")
def _carry(name: str, given: list[str]) -> str:
    return BY_NAME[name].carry(*given)


@DBOS.step(name="settle")
def _settle(name: str, given: list[str], outcome: str) -> None:
    BY_NAME[name].settle(outcome, *given)


@DBOS.workflow(name="errand")
def _errand(name: str, given: list[str]) -> None:
    _settle(name, given, _carry(name, given))


class Jobs:
    """`with Jobs(url, carriers):` looks at once and each minute until it ends; one process per database."""

    def __init__(self, database_url: str, carriers: Iterable[Carrier]) -> None:
        self._config = _config(database_url)
        self._carriers = tuple(carriers)
        self._ending = threading.Event()
        self._watch = threading.Thread(target=self._look_each_minute, name="jobs", daemon=True)

    def __enter__(self) -> Self:
        BY_NAME.update({carrier.name: carrier for carrier in self._carriers})
        _elsewhere(self._launch)
        self._watch.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ending.set()
        self._watch.join()
        _elsewhere(lambda: DBOS.destroy(workflow_completion_timeout_sec=5))
        BY_NAME.clear()

    def _launch(self) -> None:
        DBOS(config=self._config)
        DBOS.launch()
        DBOS.register_queue(QUEUE, worker_concurrency=TOGETHER)

    def _look_each_minute(self) -> None:
        forgotten = datetime.min.replace(tzinfo=UTC)
        while not self._ending.is_set():
            for carrier in self._carriers:
                _guarded(partial(_look, carrier), carrier.name)
            if system_clock() - forgotten > timedelta(days=1):
                forgotten = system_clock()
                _guarded(partial(forget_done, before=forgotten - REMEMBERED), "forgetting")
            self._ending.wait(EACH)


def forget_done(*, before: datetime) -> None:
    """What was carried long ago needs no memory: the ledger of whoever sent it has the outcome."""
    done: Mapping[str, Any] = {"status": ["SUCCESS", "ERROR"], "limit": MOST_FORGOTTEN}
    old = DBOS.list_workflows(
        end_time=before.isoformat(), load_input=False, load_output=False, **done
    )
    if old:
        DBOS.delete_workflows([one.workflow_id for one in old])


def _look(carrier: Carrier) -> None:
    for errand in carrier.due():
        with SetWorkflowID(errand.key):
            DBOS.enqueue_workflow(QUEUE, _errand, carrier.name, list(errand.given))


def _guarded(act: Callable[[], None], name: str) -> None:
    try:
        act()
    except Exception as fault:  # noqa: BLE001  # the next minute looks again
        log.error("jobs.fault", of=name, error=type(fault).__name__)


def _elsewhere(act: Callable[[], None]) -> None:
    """On a thread of its own: DBOS refuses its blocking calls where an event loop runs, as in a starting server."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(act).result()


def jobs_file(file: Path) -> Path:
    """Where DBOS keeps its tables beside an SQLite database."""
    return file.with_name(file.stem + ".jobs.db")


def _config(database_url: str) -> DBOSConfig:
    """One executor and one version for ever: whoever starts next takes up what the one before left."""
    url = sa.make_url(database_url)
    if url.get_backend_name() == "sqlite":
        beside = f"sqlite:///{jobs_file(Path(url.database or ''))}"
    else:
        beside = url.set(drivername="postgresql").render_as_string(hide_password=False)
    return {
        "name": "alongside",
        "system_database_url": beside,
        "executor_id": "alongside",
        "application_version": "1",
        "log_level": "ERROR",
    }
