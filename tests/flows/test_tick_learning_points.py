"""What a class taught is ticked for seven days in the rounds of those who were there."""

from typing import Any

import pytest

from tests.builders.people import an_id
from tests.builders.world import World
from tests.drills.evening import API, Evening, Json, made
from tests.training.classes import NOW, POINT, Class, code

pytestmark = pytest.mark.anyio


async def a_lesson(world: World) -> Class:
    lesson = Class(world)
    await lesson.plan()
    await made(await lesson.write_points())
    await made(await lesson.put("holding", {"held_at": NOW}))
    return lesson


async def offered(world: World, name: str = "xiaoman") -> list[Json]:
    found: list[Json] = (await made(await world.as_(name).get(f"{API}/drills/deck")))["points"]
    return found


def a_tick(point: Json, number: int = 600) -> Json:
    return {"id": str(an_id(number)), "point_id": point["id"], "mark": "partly"}


async def test_whoever_was_there_finds_its_rules_to_tick_and_nobody_else_does(
    world: World,
) -> None:
    lesson = await a_lesson(world)
    assert await offered(world) == []
    await made(await lesson.mark("xiaoman"))
    [point] = await offered(world)
    assert (point["if_"], point["then"]) == (POINT["if_"], POINT["then"])
    assert point["until"] == "2026-03-31"
    assert await offered(world, "qihang") == []


async def test_after_seven_days_they_are_offered_no_more(world: World) -> None:
    lesson = await a_lesson(world)
    await made(await lesson.mark("xiaoman"))
    world.clock.let_pass(days=7)
    assert len(await offered(world)) == 1
    world.clock.let_pass(days=1)
    assert await offered(world) == []


async def test_whoever_missed_it_gets_them_with_the_make_up(world: World) -> None:
    lesson = await a_lesson(world)
    missed = {"reason": "展会", "make_up_day": "2026-03-26"}
    await made(await lesson.mark("xiaoman"))
    await made(await lesson.mark("xiaoman", "missed", **missed))
    assert await offered(world) == []
    await made(await lesson.mark("xiaoman", "caught_up"))
    assert len(await offered(world)) == 1


async def test_a_tick_of_a_point_stands_on_the_round_beside_the_behaviours(world: World) -> None:
    lesson, evening = await a_lesson(world), await Evening(world).begin()
    await made(await lesson.mark("xiaoman"))
    [point] = await offered(world)
    ticks = [*evening.ticked, a_tick(point)]
    await made(await evening.play(evening.new_round(ticks=ticks)))
    for reader in ("xiaoman", "qihang", "hejing"):
        read = await made(await evening.read_round(world.as_(reader)))
        assert [one["behaviour_id"] for one in read["ticks"]][-1] is None
        assert read["ticks"][-1]["point"] == point
        assert len(read["ticks"]) == len(ticks)
    # What was seen stays, also when it turns out that somebody was not there.
    missed = {"reason": "展会", "make_up_day": "2026-03-26"}
    await made(await lesson.mark("xiaoman", "missed", **missed))
    read = await made(await evening.read_round(world.as_("xiaoman")))
    assert read["ticks"][-1]["point"]["id"] == point["id"]


async def test_only_what_the_rep_of_the_round_learned_is_ticked(world: World) -> None:
    lesson, evening = await a_lesson(world), await Evening(world).begin()
    await made(await lesson.mark("qihang"))
    [point] = await offered(world, "qihang")
    refused = await evening.play(evening.new_round(ticks=[a_tick(point)]))
    assert code(refused) == (409, "point_of_another")
    await made(await evening.play(evening.swapped(ticks=[a_tick(point)])))


@pytest.mark.parametrize("also", [{}, {"behaviour_id": str(an_id(3)), "point_id": str(an_id(4))}])
async def test_a_tick_is_of_one_thing(world: World, also: dict[str, Any]) -> None:
    evening = await Evening(world).begin()
    refused = await evening.play(evening.new_round(ticks=[{"mark": "yes"} | also]))
    assert refused.status_code == 422
