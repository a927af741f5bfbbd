"""What was practised last night stands beside the visit for both who ride."""

import pytest

from tests.builders.people import an_id
from tests.builders.world import World
from tests.drills.evening import API, Evening, Json, made
from tests.ride_alongs.the_day import RIDES, Day

pytestmark = pytest.mark.anyio


async def practised(world: World) -> tuple[Evening, Day]:
    """小满 plays tomorrow's client with 启航, and rides there with her mentor."""
    evening = await Evening(world).begin()
    await evening.play(evening.new_round())
    day = await (await Day(world).ask()).accept()
    return evening, day


async def beside(world: World, day: Day, name: str) -> list[Json]:
    read = await world.as_(name).get(f"{API}/today/ride-alongs/{day.ride['id']}")
    return list((await made(read))["visits"])


async def test_both_who_ride_read_the_lines_agreed_for_the_visit(world: World) -> None:
    evening, day = await practised(world)
    for name in ("xiaoman", "hanxue"):
        [visit] = await beside(world, day, name)
        [line] = visit["agreed"]
        assert visit["visit_id"] == evening.visit["id"]
        assert (line["words"], line["answer"]) == ("一年一单都没有", "当时谁回询盘、多久回？")


async def test_nobody_else_reads_them_and_nothing_is_told_before_the_yes(world: World) -> None:
    _, day = await practised(world)
    for name in ("hejing", "qihang", "dinglei", "stranger"):
        address = f"{API}/today/ride-alongs/{day.ride['id']}"
        assert (await world.as_(name).get(address)).status_code == 404
    asked = day.wish(id=str(an_id(7001)), mentor_id=str(world.id("qihang")))
    day.ride = await made(await world.as_("xiaoman").post(RIDES, json=asked))
    assert await beside(world, day, "qihang") == []


async def test_a_visit_nobody_practised_for_has_no_line(world: World) -> None:
    day = await Day(world).begin(clients=1)
    assert [visit["agreed"] for visit in await beside(world, day, "hanxue")] == [[]]
