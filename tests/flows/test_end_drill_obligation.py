"""Whoever has passed is asked for no evening any more; whoever has not yet, still is."""

import pytest

from tests.builders.world import World
from tests.drills.evening import API, made
from tests.training.certifying import mark, plan

pytestmark = pytest.mark.anyio


async def asked(world: World) -> list[str]:
    evening = f"{API}/drills/evenings/{world.today}"
    found = await made(await world.as_("xiaoman").get(evening))
    return [one["kind"] for one in found["obligations"]]


@pytest.mark.parametrize(("each", "left"), [(3, []), (2, ["newcomer"])])
async def test_passing_ends_what_is_asked_of_newcomers_alone(
    world: World, each: int, left: list[str]
) -> None:
    assert await asked(world) == ["newcomer"]
    await made(await plan(world))
    for assessor in ("hanxue", "hejing"):
        await made(await mark(world, assessor, each))
    assert await asked(world) == left
