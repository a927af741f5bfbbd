"""Who is thanked for a goal that was met is asked to tell the others how, once, and may let it be."""

import pytest

from tests.builders.world import World
from tests.drills.evening import made
from tests.goals.setting import agreed, reward, visits
from tests.shares.telling import SHARES, begun

pytestmark = pytest.mark.anyio


async def test_an_empty_page_waits_with_the_goal_as_its_reason(world: World) -> None:
    goal = await agreed(world, target=1)
    await visits(world, ["2026-03-24"])
    assert await begun(world) == []
    for _ in range(2):
        await made(await reward(world))
    [tip] = await begun(world)
    assert (tip["kind"], tip["words"]) == ("tip", "")
    assert tip["origin"] == {"kind": "goal", "id": goal["id"]}
    path = f"{SHARES}/{tip['id']}"
    how = {"words": "每天先约好一位老板，再出门。"}
    told = await made(await world.as_("xiaoman").put(f"{path}/publication", json=how))
    assert told["state"] == "published"
    assert await begun(world) == []


async def test_let_be_it_is_not_asked_again(world: World) -> None:
    await agreed(world, target=1)
    await visits(world, ["2026-03-24"])
    await made(await reward(world))
    [tip] = await begun(world)
    assert (await world.as_("xiaoman").delete(f"{SHARES}/{tip['id']}")).is_success
    await reward(world)
    assert await begun(world) == []
