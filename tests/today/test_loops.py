"""The loop of a skill: which step was taken, how many days lie between, which is missing, and nothing of why."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest

from api.today.loops.policy import FEWEST, Happened, Stage, Visited, loop
from tests.builders.people import an_id
from tests.builders.world import World
from tests.drills.evening import API, Evening, Json, made
from tests.reviews.beside import ridden_yesterday
from tests.today.statements import statements
from tests.training.classes import POINT, Class

pytestmark = pytest.mark.anyio
MONDAY = date(2026, 3, 2)


def on(*days: int) -> list[Happened]:
    return [Happened(MONDAY + timedelta(days=day), an_id(day)) for day in days]


def visits(days: Sequence[int], *, moved: int = 0) -> list[Visited]:
    return [
        Visited(MONDAY + timedelta(days=day), an_id(1000 + place), place < moved)
        for place, day in enumerate(days)
    ]


def test_each_step_is_the_first_after_the_one_before_with_its_days_between() -> None:
    taught = {Stage.LESSON: on(0, 2), Stage.DRILL: on(1, 3, 9), Stage.RIDE_ALONG: on(8)}
    told = loop(taught, visits([3, 8, 10]))
    shown = [(one.stage.value, one.n, one.lag_days) for one in told.steps]
    assert shown == [
        ("lesson", 1, None),
        ("drill", 2, 1),
        ("ride_along", 1, 5),
        ("visit", 2, 0),
        ("outcome", 0, None),
    ]
    assert told.breaks_at is None


def test_the_first_step_that_is_missing_is_named_and_the_days_run_on() -> None:
    told = loop({Stage.LESSON: on(2), Stage.RIDE_ALONG: on(8)}, [])
    assert told.breaks_at is Stage.DRILL
    assert [one.lag_days for one in told.steps] == [None, None, 6, None, None]


def test_a_visit_of_the_day_of_the_evening_lies_before_it() -> None:
    told = loop({Stage.DRILL: on(3)}, visits([3]))
    assert (told.visits, told.breaks_at) == (0, Stage.LESSON)
    assert loop({Stage.DRILL: on(3)}, visits([4])).visits == 1


def test_what_fewer_than_twenty_visits_came_to_is_not_told() -> None:
    taught = {Stage.LESSON: on(0)}
    few = loop(taught, visits([5] * (FEWEST - 1), moved=9))
    enough = loop(taught, visits([5] * FEWEST, moved=9))
    assert (few.visits, few.moved) == (FEWEST - 1, None)
    assert (enough.visits, enough.moved) == (FEWEST, 9)


async def read(world: World, name: str, of: str = "xiaoman") -> Json:
    return await made(await world.as_(name).get(f"{API}/people/{world.id(of)}/loops"))


async def taught_and_drilled(world: World) -> str:
    """A class about objections, and a round on it the same evening; answers the class."""
    lesson = Class(world)
    await lesson.plan()
    await made(await lesson.write_points(POINT))
    await made(await lesson.put("announcement"))
    await made(await lesson.put("holding", {"held_at": "2026-03-24T02:00:00Z"}))
    await made(await lesson.mark("xiaoman"))
    evening = await Evening(world).begin()
    await made(await evening.play(evening.new_round()))
    return lesson.id


async def test_the_rep_reads_where_it_broke_and_whoever_helps_reads_the_same(world: World) -> None:
    session = await taught_and_drilled(world)
    ridden_yesterday(world, mentor="hanxue")
    with statements(world) as asked:
        mine = await read(world, "xiaoman")
    assert len(asked) <= 6
    [told] = mine["loops"]
    assert (told["skill_key"], told["breaks_at"]) == ("objections", "ride_along")
    [lesson, drill, *_] = told["steps"]
    assert (lesson["n"], lesson["record_id"]) == (1, session)
    assert (drill["n"], drill["lag_days"]) == (1, 0)
    for name in ("hanxue", "hejing"):
        assert (await read(world, name))["loops"] == mine["loops"]


@pytest.mark.parametrize("name", ["qihang", "dinglei", "sumin", "liqun", "admin", "stranger"])
async def test_nobody_else_does(world: World, name: str) -> None:
    told = await world.as_(name).get(f"{API}/people/{world.id('xiaoman')}/loops")
    assert (told.status_code, told.json()["code"]) == (404, "not_found")
