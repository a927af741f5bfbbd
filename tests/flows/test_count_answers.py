"""After the visit each answer carries how often it worked; told again, a visit counts as it is told now."""

import asyncio
from collections import Counter
from itertools import count
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import Session, col, select

from api.drills.events import RealityChecked
from api.flows.count_answers import HOW_IT_WENT
from api.kit.clock import now
from api.kit.events import EventRow, FlowFault, publish
from api.kit.rows import new_id
from api.people.models import CalendarDay
from tests.builders.people import an_id
from tests.builders.world import World
from tests.playbook.said import an_answer, counts, tell, visits_of

pytestmark = pytest.mark.anyio
ANSWERS = "/api/v1/playbook/answers"
FIRST, SECOND = an_id(6000), an_id(6001)

# The world is shared by the examples of one test; each example tells of visits of its own.
few_in_one_world = settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
VISITS = 3
Told = dict[UUID, str]
numbers = count(0)
of_a_visit = st.dictionaries(st.sampled_from([FIRST, SECOND]), st.sampled_from(sorted(HOW_IT_WENT)))
tellings = st.lists(st.tuples(st.integers(0, VISITS - 1), of_a_visit), max_size=8)


async def two_answers(world: World, *visits: int) -> None:
    for number in range(2):
        answer = await world.as_("xiaoman").post(ANSWERS, json=an_answer(number))
        assert answer.status_code == 201
    await visits_of(world, "xiaoman", *visits)


async def version(world: World) -> int:
    found: int = (await world.as_("dinglei").get("/api/v1/playbook")).json()["version"]
    return found


def faults(db: Session) -> list[tuple[str, str]]:
    return [(fault.flow, fault.error) for fault in db.exec(select(FlowFault))]


def facts(db: Session, topic: str) -> list[Any]:
    found = db.exec(select(EventRow).where(col(EventRow.topic) == topic)).all()
    return [row.payload for row in found]


async def test_each_result_is_counted_under_its_own_name(world: World) -> None:
    await two_answers(world, 1, 2, 3)
    tell(world, "xiaoman", 1, {FIRST: "answered", SECOND: "not_answered"})
    tell(world, "xiaoman", 2, {FIRST: "answered"})
    tell(world, "xiaoman", 3, {FIRST: "partly"})
    assert await counts(world, FIRST) == (2, 1, 0)
    assert await counts(world, SECOND) == (0, 0, 1)
    assert world.store.read_now(faults) == []


async def test_the_answer_that_works_is_offered_first_from_then_on(world: World) -> None:
    await two_answers(world, 1)
    tell(world, "xiaoman", 1, {SECOND: "answered"})
    playbook = (await world.as_("dinglei").get("/api/v1/playbook")).json()
    [price] = [one for one in playbook["objection_types"] if one["key"] == "price"]
    first = price["best"][0]
    assert (first["id"], first["worked"]) == (str(SECOND), 1)


async def test_a_check_told_again_does_not_count_twice(world: World) -> None:
    await two_answers(world, 1)
    for _ in range(3):
        tell(world, "xiaoman", 1, {FIRST: "answered"})
    assert await counts(world, FIRST) == (1, 0, 0)
    assert len(world.store.read_now(facts, "answer.used")) == 1


async def test_a_check_put_right_counts_as_it_is_told_now(world: World) -> None:
    await two_answers(world, 1)
    tell(world, "xiaoman", 1, {FIRST: "answered", SECOND: "answered"})
    tell(world, "xiaoman", 1, {SECOND: "partly"})
    assert await counts(world, FIRST) == (0, 0, 0)
    assert await counts(world, SECOND) == (0, 1, 0)
    taken = world.store.read_now(facts, "answer.use_taken_back")
    assert taken == [{"answer_id": str(FIRST), "visit_id": str(an_id(1))}]
    tell(world, "xiaoman", 1, {FIRST: "not_answered"})
    assert await counts(world, FIRST) == (0, 0, 1)


async def test_the_playbooks_version_grows_with_each_word_and_with_none_that_changes_nothing(
    world: World,
) -> None:
    await two_answers(world, 1)
    seen = [await version(world)]
    for said in ({FIRST: "answered"}, {FIRST: "partly"}, {}, {FIRST: "partly"}):
        tell(world, "xiaoman", 1, said)
        seen.append(await version(world))
    assert seen == sorted(set(seen))
    tell(world, "xiaoman", 1, {FIRST: "partly"})
    assert await version(world) == seen[-1]


@few_in_one_world
@given(in_order=tellings)
async def test_however_often_visits_are_told_each_counts_once_as_it_was_told_last(
    world: World, in_order: list[tuple[int, Told]]
) -> None:
    first_visit = 10 + VISITS * next(numbers)
    await two_answers(world, *range(first_visit, first_visit + VISITS))
    before = {answer: await results(world, answer) for answer in (FIRST, SECOND)}
    last: dict[int, Told] = {}
    for visit, said in in_order:
        tell(world, "xiaoman", first_visit + visit, said)
        last[visit] = said
    for answer, earlier in before.items():
        meant = Counter(said[answer] for said in last.values() if answer in said)
        assert await results(world, answer) == earlier + meant


async def results(world: World, answer: UUID) -> Counter[str]:
    worked, partly, not_worked = await counts(world, answer)
    return +Counter(answered=worked, partly=partly, not_answered=not_worked)


async def test_a_check_that_arrives_several_times_at_the_same_moment_counts_once(
    world: World,
) -> None:
    await two_answers(world, 1)
    told = ((FIRST, "answered"), (SECOND, "partly"))
    fact = RealityChecked(an_id(1), an_id(1), world.id("xiaoman"), world.today, told)

    def check(db: Session) -> None:
        publish(db, world.organisation.id, fact, by=world.id("xiaoman"))

    await asyncio.gather(*(world.store.write(check) for _ in range(6)))
    assert [await counts(world, answer) for answer in (FIRST, SECOND)] == [(1, 0, 0), (0, 1, 0)]
    assert world.store.read_now(faults) == []


async def test_what_another_rep_told_of_the_same_answer_stays(world: World) -> None:
    await two_answers(world, 1)
    await visits_of(world, "qihang", 2)
    tell(world, "xiaoman", 1, {FIRST: "answered"})
    tell(world, "qihang", 2, {FIRST: "partly"})
    tell(world, "xiaoman", 1, {})
    assert await counts(world, FIRST) == (0, 1, 0)


async def test_an_answer_of_another_organisation_counts_nowhere_and_the_others_do(
    world: World,
) -> None:
    await two_answers(world, 1)
    theirs = await world.as_("stranger").post(ANSWERS, json=an_answer(7))
    tell(world, "xiaoman", 1, {FIRST: "answered", theirs.json()["id"]: "answered"})
    assert await counts(world, FIRST) == (1, 0, 0)
    found = (await world.as_("stranger").get(f"{ANSWERS}/{theirs.json()['id']}")).json()
    assert found["worked"] == 0
    assert world.store.read_now(faults) == []


async def test_a_retired_answer_that_was_said_is_counted_all_the_same(world: World) -> None:
    await two_answers(world, 1)
    version = {"If-Match": '"1"'}
    await world.as_("sumin").patch(f"{ANSWERS}/{FIRST}", json={"retired": True}, headers=version)
    tell(world, "xiaoman", 1, {FIRST: "answered"})
    assert await counts(world, FIRST) == (1, 0, 0)


@pytest.mark.parametrize(
    ("visit", "result", "error"),
    [(99, "answered", "IntegrityError"), (1, "forgotten", "KeyError")],
    ids=["a visit nobody knows", "a result nobody knows"],
)
async def test_a_flow_that_breaks_leaves_the_check_standing_and_its_fault_behind(
    world: World, visit: int, result: str, error: str
) -> None:
    """Here the check is a line in the calendar: whatever the job wrote before it told of the fact."""
    await two_answers(world, 1)
    answers = ((SECOND, "answered"), (FIRST, result))
    fact = RealityChecked(an_id(visit), an_id(1), world.id("xiaoman"), world.today, answers)

    def check(db: Session) -> None:
        db.add(a_line(db, world))
        publish(db, world.organisation.id, fact, by=world.id("xiaoman"))

    world.store.write_now(check)
    assert world.store.read_now(lines) == ["told"]
    assert len(world.store.read_now(facts, "drill.reality_checked")) == 1
    assert world.store.read_now(faults) == [("api.flows.count_answers.count_answers", error)]
    assert await counts(world, SECOND) == (0, 0, 0)
    assert world.store.read_now(facts, "answer.used") == []


def a_line(db: Session, world: World) -> CalendarDay:
    return CalendarDay(
        organisation_id=world.organisation.id,
        id=new_id(db),
        created_at=now(db),
        day=world.today,
        working=True,
        name="told",
    )


def lines(db: Session) -> list[str]:
    return list(db.exec(select(col(CalendarDay.name))))
