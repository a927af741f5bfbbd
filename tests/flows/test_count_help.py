"""Help that helped, and a rung up, count towards a goal; each once, and each to be opened."""

from typing import Any

import pytest

from tests.builders.people import an_id
from tests.builders.world import World
from tests.goals.setting import agreed, at
from tests.help_requests.asked import answer, ask, close, stuck

pytestmark = pytest.mark.anyio


async def rows(world: World, name: str) -> list[Any]:
    found = (await world.as_(name).get(at(7, "/rows"))).json()["items"]
    return [(one["kind"], one["day"], one["opens_id"]) for one in found]


async def a_goal_of_helping(world: World) -> None:
    await agreed(world, 7, owner="hanxue", metric="help_solved", target=3)


async def test_help_that_helped_counts_for_whoever_answered_and_not_for_who_asked(
    world: World,
) -> None:
    await a_goal_of_helping(world)
    await ask(world, audience="mentor")
    for words in ("先问价格。", "再问交期。"):
        await answer(world, "hanxue", words=words)
    assert await rows(world, "hanxue") == []
    for _ in range(2):
        await close(world)
    assert await rows(world, "hanxue") == [("help_solved", "2026-03-24", str(an_id(1)))]
    goal = (await world.as_("hanxue").get(at(7))).json()
    assert goal["reached"] == {"value": 1, "n": 1}
    assert goal["kind"] == "process"


async def test_what_did_not_help_after_all_is_taken_back(world: World) -> None:
    await a_goal_of_helping(world)
    await ask(world, audience="mentor")
    await answer(world, "hanxue")
    for helped, counted in (("yes", 1), ("no", 0), ("yes", 1)):
        await close(world, helped=helped)
        assert len(await rows(world, "hanxue")) == counted
    await stuck(world)
    assert await rows(world, "hanxue") == []
