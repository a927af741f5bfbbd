"""Month, week and day: what a goal is a step of, and the steps on the way to it."""

import pytest

from tests.builders.world import World
from tests.goals.setting import agreed, read

pytestmark = pytest.mark.anyio


async def test_a_goal_shows_what_it_is_a_step_of_and_its_own_steps(world: World) -> None:
    month = (await agreed(world, 1, period="month", target=80))["id"]
    week = (await agreed(world, 2, within_id=month))["id"]
    await agreed(world, 3, period="day", within_id=week, target=3)
    told = [await read(world, number=number) for number in (1, 2, 3)]
    assert [one["within"] and one["within"]["id"] for one in told] == [None, month, week]
    assert [[step["id"] for step in one["steps"]] for one in told] == [[week], [told[2]["id"]], []]
