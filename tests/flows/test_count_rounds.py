"""A round counts on the goal of whoever sat in the rep's seat."""

import pytest

from tests.builders.world import World
from tests.drills.evening import Evening, made
from tests.goals.setting import agreed, read, rows

pytestmark = pytest.mark.anyio


async def test_a_round_counts_for_whoever_sat_in_the_reps_seat(world: World) -> None:
    await agreed(world, 1, metric="rounds_fired", target=5)
    evening = await Evening(world).begin()
    await made(await evening.play(evening.new_round()))
    goal = await read(world)
    assert (goal["kind"], goal["reached"]) == ("ability", {"value": 1, "n": 1})
    [row] = await rows(world)
    assert (row["kind"], row["client"]) == ("round", None)
    partner = await agreed(world, 2, owner="qihang", metric="rounds_fired", target=5)
    assert partner["reached"]["value"] == 0
