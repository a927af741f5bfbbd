"""The one road to the database: what is answered is stored, and what is not stored is not answered."""

import asyncio
import threading
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

import pytest
import sqlalchemy as sa
from sqlmodel import Session, select

from api.kit.clock import now
from api.kit.errors import Conflict
from api.kit.events import Event, EventRow, FlowFault, forget, on, publish
from api.kit.job import Job
from api.kit.rows import new_id
from api.kit.sqlite import AlreadyServed, SqliteWriter
from api.kit.store import Store
from api.kit.unit import TransactionEnded, Work
from api.people.models import CalendarDay
from tests.kit.conftest import MOMENT, ORGANISATION


class Refusal(Conflict):
    code = "refusal_of_this_test"


@dataclass(frozen=True)
class DayNoted(Event):
    topic: ClassVar[str] = "test.day_noted"
    number: int


def note(db: Session, number: int, *, refuse: str = "") -> uuid.UUID:
    """Writes one day; `refuse` says when it refuses, before or after writing."""
    if refuse == "before":
        raise Refusal
    day = CalendarDay(
        organisation_id=ORGANISATION,
        id=new_id(db),
        created_at=now(db),
        day=MOMENT.date().replace(day=1 + number % 28, month=1 + number // 28),
        working=True,
        name=f"day {number}",
    )
    db.add(day)
    db.flush()
    publish(db, ORGANISATION, DayNoted(number))
    if refuse == "after":
        raise Refusal
    return day.id


def names(db: Session) -> list[str]:
    return sorted(row.name for row in db.exec(select(CalendarDay)).all())


def numbers(db: Session) -> list[tuple[int, int]]:
    rows = db.exec(select(EventRow).order_by(sa.column("seq"))).all()
    return [(row.seq, row.payload["number"]) for row in rows]


def faults(db: Session) -> list[FlowFault]:
    return list(db.exec(select(FlowFault)).all())


def test_what_was_written_is_there_with_its_fact(store: Store) -> None:
    stored = store.write_now(note, 1)
    assert stored.version == 7
    assert store.read_now(names) == ["day 1"]
    assert store.read_now(numbers) == [(1, 1)]


def test_a_failing_commit_stores_nothing(store: Store) -> None:
    engine = getattr(store._writer, "engine", store.engine)

    def fail(_connection: sa.Connection) -> None:
        raise sa.exc.OperationalError("COMMIT", {}, Exception("disk I/O error"))

    sa.event.listen(engine, "commit", fail)
    with pytest.raises(sa.exc.OperationalError):
        store.write_now(note, 1)
    sa.event.remove(engine, "commit", fail)
    assert store.read_now(names) == []
    store.write_now(note, 2)
    assert store.read_now(names) == ["day 2"]


def together(store: Store, jobs: list[tuple[int, str]]) -> list[object]:
    """Sends all jobs at once, so that they meet in one batch where the engine has batches."""

    async def send() -> list[object]:
        sent = [store.write(note, number, refuse=refuse) for number, refuse in jobs]
        return list(await asyncio.gather(*sent, return_exceptions=True))

    return asyncio.run(send())


@pytest.mark.parametrize("refuse", ["before", "after"])
def test_one_refusal_does_not_disturb_the_others(store: Store, refuse: str) -> None:
    answers = together(store, [(n, refuse if n == 7 else "") for n in range(16)])
    assert [type(answer).__name__ for answer in answers].count("Refusal") == 1
    assert isinstance(answers[7], Refusal)
    assert store.read_now(names) == sorted(f"day {n}" for n in range(16) if n != 7)


def test_facts_are_numbered_without_gaps_whatever_was_refused(store: Store) -> None:
    together(store, [(n, ["", "before", "after"][n % 3]) for n in range(30)])
    counted = store.read_now(numbers)
    assert [seq for seq, _ in counted] == list(range(1, 11))
    assert sorted(number for _, number in counted) == [n for n in range(30) if n % 3 == 0]


@pytest.mark.only_on("sqlite")
def test_a_replayed_job_has_the_same_id_and_the_same_moment(store: Store) -> None:
    seen: list[tuple[uuid.UUID, object]] = []

    def remember(db: Session) -> None:
        seen.append((new_id(db), now(db)))

    async def send() -> None:
        await asyncio.gather(
            store.write(remember), store.write(note, 1, refuse="after"), return_exceptions=True
        )

    asyncio.run(send())
    assert len(set(seen)) == 1


@pytest.fixture
def flow() -> Iterator[Callable[[Callable[[Session, DayNoted, uuid.UUID], None]], None]]:
    """Registers a flow for one test."""
    registered: list[Callable[[Session, DayNoted, uuid.UUID], None]] = []

    def register(handler: Callable[[Session, DayNoted, uuid.UUID], None]) -> None:
        registered.append(on(DayNoted)(handler))

    yield register
    for handler in registered:
        forget(handler)


def test_a_failing_flow_leaves_the_work_and_none_of_its_own_rows(
    store: Store, flow: Callable[..., None]
) -> None:
    def half_written(db: Session, event: DayNoted, organisation_id: uuid.UUID) -> None:
        note_again(db, event.number + 100, organisation_id)
        raise LookupError("what a client said must not be kept here")

    flow(half_written)
    store.write_now(note, 1)
    assert store.read_now(names) == ["day 1"]
    assert store.read_now(numbers) == [(1, 1)]
    [fault] = store.read_now(faults)
    assert (fault.error, fault.tries, fault.payload) == ("LookupError", 1, {"number": 1})


def note_again(db: Session, number: int, organisation_id: uuid.UUID) -> None:
    db.add(
        CalendarDay(
            organisation_id=organisation_id,
            id=new_id(db),
            created_at=now(db),
            day=MOMENT.date().replace(year=2027, day=1 + number % 28),
            working=False,
            name=f"day {number}",
        )
    )
    db.flush()


def test_a_good_flow_runs_in_the_same_transaction(store: Store, flow: Callable[..., None]) -> None:
    def follow(db: Session, event: DayNoted, organisation_id: uuid.UUID) -> None:
        note_again(db, event.number + 100, organisation_id)

    flow(follow)
    store.write_now(note, 1)
    with pytest.raises(Refusal):
        store.write_now(note, 2, refuse="after")
    assert store.read_now(names) == ["day 1", "day 101"]


def test_a_job_may_publish_many_facts_but_flows_may_not_answer_one_another_for_ever(
    store: Store, flow: Callable[..., None]
) -> None:
    def publish_many(db: Session) -> None:
        for number in range(500):
            publish(db, ORGANISATION, DayNoted(number))

    store.write_now(publish_many)
    assert len(store.read_now(numbers)) == 500

    def answer(db: Session, event: DayNoted, organisation_id: uuid.UUID) -> None:
        publish(db, organisation_id, DayNoted(event.number + 1))

    flow(answer)
    with pytest.raises(RuntimeError, match="flows keep answering"):
        store.write_now(note, 1)
    assert store.read_now(names) == []


@pytest.mark.only_on("sqlite")
def test_a_full_disk_inside_a_flow_acknowledges_nothing_that_is_not_stored(
    store: Store, flow: Callable[..., None]
) -> None:
    """A full disk inside a SAVEPOINT silently ends the transaction; later jobs were once acknowledged and lost."""
    filled: list[int] = []

    def fill_the_disk(db: Session, event: DayNoted, organisation_id: uuid.UUID) -> None:
        if event.number != 3:
            return
        filled.append(event.number)
        pages = db.connection().exec_driver_sql("PRAGMA page_count").scalar_one()
        db.connection().exec_driver_sql(f"PRAGMA max_page_count={pages}")
        try:
            for _ in range(400):
                db.connection().execute(
                    sa.insert(FlowFault),
                    [
                        {
                            "organisation_id": organisation_id,
                            "id": new_id(db),
                            "created_at": now(db),
                            "topic": "t" * 60,
                            "payload": {"filler": "x" * 4000},
                            "flow": "f",
                            "error": "e",
                            "tries": 1,
                        }
                    ],
                )
        finally:
            db.connection().exec_driver_sql("PRAGMA max_page_count=1073741823")

    flow(fill_the_disk)
    answers = together(store, [(n, "") for n in range(8)])
    assert filled, "the flow was never reached"
    acknowledged = [f"day {n}" for n, answer in enumerate(answers) if isinstance(answer, uuid.UUID)]
    assert store.read_now(names) == sorted(acknowledged)
    assert isinstance(answers[3], TransactionEnded | sa.exc.OperationalError)
    assert len(acknowledged) == 7


@pytest.mark.only_on("sqlite")
def test_a_second_server_on_the_same_file_is_refused_with_a_sentence(
    store: Store, database_url: str
) -> None:
    with pytest.raises(AlreadyServed, match="already in use by another Alongside process"):
        Store(database_url)
    assert store.write_now(note, 1)


@pytest.mark.only_on("sqlite")
def test_check_ins_that_arrive_together_share_one_commit(store: Store) -> None:
    commits: list[int] = []
    everybody_waits = threading.Event()
    assert isinstance(store._writer, SqliteWriter)
    sa.event.listen(store._writer.engine, "commit", lambda _connection: commits.append(1))
    first = Work(Job(MOMENT), lambda _db: everybody_waits.wait(10))
    others = [Work(Job(MOMENT), partial(note, number=n)) for n in range(48)]
    for work in (first, *others):
        store._writer.submit(work)
    everybody_waits.set()
    assert len({work.future.result() for work in others}) == 48
    assert len(commits) <= 2


def test_the_listener_hears_only_what_was_committed(store: Store) -> None:
    heard: list[int] = []
    store.after_commit(
        lambda facts: heard.extend(getattr(event, "number", 0) for _, _, event in facts)
    )
    together(store, [(1, ""), (2, "before"), (3, "after"), (4, "")])
    assert sorted(heard) == [1, 4]
