"""A flow that broke is run again with the fact it broke on, and goes once it works."""

import json
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, ClassVar

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import Session, select

import api.main  # noqa: F401  # reads every fact of the product
from api.kit.clock import now
from api.kit.events import Event, EventRow, FlowFault, forget, on, plain, publish, rebuilt
from api.kit.retry import Retried, retry_faults
from api.kit.rows import new_id
from api.kit.store import Store
from api.people.models import CalendarDay
from tests.kit.conftest import MOMENT, ORGANISATION


@dataclass(frozen=True)
class PlanMade(Event):
    """A value of each kind a fact may carry."""

    topic: ClassVar[str] = "test.plan_made"
    plan_id: uuid.UUID
    day: date
    at: datetime
    people_ids: tuple[uuid.UUID, ...]
    keys: tuple[str, ...]
    visit_id: uuid.UUID | None
    next_on: date | None
    number: int
    big: bool


PLAN = PlanMade(
    plan_id=uuid.UUID(int=1),
    day=date(2026, 3, 26),
    at=datetime(2026, 3, 26, 10, 5, tzinfo=UTC),
    people_ids=(uuid.UUID(int=2), uuid.UUID(int=3)),
    keys=("price",),
    visit_id=None,
    next_on=date(2026, 3, 27),
    number=3,
    big=True,
)


class Weather:
    """Decides whether flows work, and remembers the facts they were given."""

    def __init__(self) -> None:
        self.fair = False
        self.given: list[PlanMade] = []

    def follow(self, db: Session, event: PlanMade, organisation_id: uuid.UUID) -> None:
        self.given.append(event)
        note(db, organisation_id, event.day)
        if not self.fair:
            raise LookupError("what a client said must not be kept here")


def note(db: Session, organisation_id: uuid.UUID, day: date) -> None:
    noted: dict[str, Any] = {
        "organisation_id": organisation_id,
        "id": new_id(db),
        "created_at": now(db),
    }
    db.add(CalendarDay(**noted, day=day, working=True, name="followed"))
    db.flush()


@pytest.fixture
def weather() -> Iterator[Weather]:
    made = Weather()
    follow = made.follow
    registered = on(PlanMade)(follow)
    yield made
    forget(registered)


def plan(db: Session, event: PlanMade = PLAN) -> None:
    publish(db, ORGANISATION, event)


def faults(db: Session) -> list[tuple[str, int]]:
    return [(fault.error, fault.tries) for fault in db.exec(select(FlowFault)).all()]


def followed(db: Session) -> list[date]:
    return sorted(row.day for row in db.exec(select(CalendarDay)).all())


def test_a_flow_that_failed_once_follows_at_the_second_try(store: Store, weather: Weather) -> None:
    store.write_now(plan)
    assert (store.read_now(faults), store.read_now(followed)) == ([("LookupError", 1)], [])
    weather.fair = True
    [told] = retry_faults(store)
    assert (told.topic, told.error) == ("test.plan_made", None)
    assert (store.read_now(faults), store.read_now(followed)) == ([], [PLAN.day])


def test_it_is_given_the_same_fact_again(store: Store, weather: Weather) -> None:
    store.write_now(plan)
    weather.fair = True
    retry_faults(store)
    assert weather.given == [PLAN, PLAN]


def test_a_flow_that_breaks_again_leaves_nothing_and_counts_the_try(
    store: Store, weather: Weather
) -> None:
    store.write_now(plan)
    for tries in (2, 3):
        assert [told.error for told in retry_faults(store)] == ["LookupError"]
        assert store.read_now(faults) == [("LookupError", tries)]
    assert store.read_now(followed) == []


def test_one_that_breaks_again_does_not_hold_up_the_others(store: Store, weather: Weather) -> None:
    for day in (26, 27, 28):
        store.write_now(plan, PlanMade(**{**vars(PLAN), "day": date(2026, 3, day)}))
    weather.fair = True
    store.write_now(note, ORGANISATION, date(2026, 3, 27))  # a day is noted once
    assert [told.error for told in retry_faults(store)] == [None, "IntegrityError", None]
    assert [day.day for day in store.read_now(followed)] == [26, 27, 28]
    assert store.read_now(faults) == [("IntegrityError", 2)]


def test_what_a_flow_says_at_the_second_try_is_a_fact_like_any_other(store: Store) -> None:
    tries: list[int] = []

    def answer(db: Session, event: PlanMade, organisation_id: uuid.UUID) -> None:
        tries.append(event.number)
        if len(tries) == 1:
            raise LookupError
        if event.number == PLAN.number:
            publish(db, organisation_id, PlanMade(**{**vars(event), "number": 4}))

    registered = on(PlanMade)(answer)
    try:
        store.write_now(plan)
        retry_faults(store)
    finally:
        forget(registered)
    assert tries == [3, 3, 4]
    assert store.read_now(numbers) == [3, 4]


def numbers(db: Session) -> list[int]:
    rows = db.exec(select(EventRow).order_by(sa.column("seq"))).all()
    return [row.payload["number"] for row in rows]


@pytest.mark.parametrize(
    ("topic", "flow", "error"),
    [("test.plan_made", "a.flow.of_before", "FlowGone"), ("test.unheard_of", "any", "LookupError")],
)
def test_a_fault_of_a_flow_or_a_fact_that_is_gone_stays_to_be_looked_at(
    store: Store, topic: str, flow: str, error: str
) -> None:
    def left_behind(db: Session) -> None:
        kept: dict[str, Any] = {"topic": topic, "payload": plain(PLAN), "flow": flow}
        kept |= {"organisation_id": ORGANISATION, "id": new_id(db), "created_at": MOMENT}
        db.add(FlowFault(**kept, error="KeyError"))

    store.write_now(left_behind)
    assert retry_faults(store) == [Retried(flow, topic, error)]
    assert store.read_now(faults) == [(error, 2)]


@pytest.mark.only_on("sqlite")
def test_a_fault_of_the_machine_is_nobodys_try(store: Store) -> None:
    def on_a_full_disk(_db: Session, _event: PlanMade, _organisation_id: uuid.UUID) -> None:
        raise sa.exc.OperationalError("INSERT", {}, Exception("database or disk is full"))

    def break_first(_db: Session, _event: PlanMade, _organisation_id: uuid.UUID) -> None:
        raise LookupError

    break_first.__qualname__ = on_a_full_disk.__qualname__
    registered = on(PlanMade)(break_first)
    store.write_now(plan)
    forget(registered)
    registered = on(PlanMade)(on_a_full_disk)
    try:
        with pytest.raises(sa.exc.OperationalError):
            retry_faults(store)
    finally:
        forget(registered)
    assert store.read_now(faults) == [("LookupError", 1)]


def facts_of_the_product() -> list[type[Event]]:
    return [kind for kind in Event.__subclasses__() if kind.__module__.startswith("api.")]


@given(data=st.data())
@pytest.mark.parametrize("kind", facts_of_the_product(), ids=lambda kind: kind.topic)
def test_every_fact_of_the_product_can_be_built_again(data: st.DataObject, kind: Any) -> None:
    fact = data.draw(st.builds(kind))
    assert rebuilt(kind.topic, json.loads(json.dumps(plain(fact)))) == fact


def test_no_two_facts_share_a_topic() -> None:
    topics = [kind.topic for kind in facts_of_the_product()]
    assert len(topics) > 15
    assert len(set(topics)) == len(topics)
