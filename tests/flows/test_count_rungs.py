"""A rung up counts towards a goal of ability, once both agreed; a step down takes nothing away."""

import pytest

from tests.builders.world import World
from tests.drills.evening import made
from tests.goals.setting import agreed, read
from tests.ride_alongs.test_ladder import answer, propose, two_visits

pytestmark = pytest.mark.anyio


async def reached(world: World) -> int:
    return int((await read(world, number=7))["reached"]["value"])


async def test_a_rung_up_counts_once_and_a_step_down_takes_nothing_away(world: World) -> None:
    await agreed(world, 7, metric="rungs", target=1)
    await two_visits(world)
    await made(await propose(world, "hanxue", "show"))
    assert await reached(world) == 0
    for _ in range(2):
        await made(await answer(world, "xiaoman"))
    assert await reached(world) == 1
    world.clock.let_pass(days=1)
    await made(await propose(world, "hanxue", "tell", number=7701))
    await made(await answer(world, "xiaoman", number=7701))
    assert await reached(world) == 1
