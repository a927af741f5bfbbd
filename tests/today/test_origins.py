"""Why something is here: the record behind it, for whoever may open it; for others the kind, and no more."""

from typing import Any

import pytest

from tests.builders.people import an_id
from tests.builders.world import World
from tests.drills.evening import API, Evening, Json, made
from tests.goals.setting import advise, agreed, answer
from tests.today.statements import statements

pytestmark = pytest.mark.anyio


async def origin(world: World, name: str, kind: str, record: Any) -> Json:
    asked = {"kind": kind, "id": str(record)}
    return await made(await world.as_(name).get(f"{API}/today/origin", params=asked))


async def test_anonymous_is_asked_to_sign_in_and_an_unknown_kind_is_no_kind(world: World) -> None:
    assert (await world.anonymous.get(f"{API}/today/origin")).status_code == 401
    asked = {"kind": "rumour", "id": str(an_id(1))}
    told = await world.as_("xiaoman").get(f"{API}/today/origin", params=asked)
    assert told.status_code == 422


async def test_a_round_is_shown_by_its_drill_to_both_seats_and_to_nobody_else(
    world: World,
) -> None:
    evening = await Evening(world).begin()
    played = await made(await evening.play(evening.new_round()))
    with statements(world) as asked:
        mine = await origin(world, "xiaoman", "round", played["id"])
    assert len(asked) <= 6
    assert mine["opens"] == {"screen": "drill", "id": evening.drill["id"]}
    assert mine["on"] == world.today.isoformat()
    assert (await origin(world, "qihang", "round", played["id"]))["opens"] == mine["opens"]
    nothing = {"kind": "round", "on": None, "opens": None}
    assert await origin(world, "dinglei", "round", played["id"]) == nothing
    assert await origin(world, "dinglei", "round", an_id(77)) == nothing


async def test_a_step_leads_to_the_goal_whose_miss_was_advised(world: World) -> None:
    goal = await agreed(world, metric="signed", target=2)
    world.clock.at("09:00", day=world.today.replace(day=30))
    await made(await advise(world, kind="skill"))
    await made(await answer(world))
    [promise] = (await made(await world.as_("xiaoman").get(f"{API}/commitments")))["items"]
    found = await origin(world, "xiaoman", promise["origin"]["kind"], promise["origin"]["id"])
    assert found["opens"] == {"screen": "goal", "id": goal["id"]}
    assert (await origin(world, "dinglei", "advice", promise["origin"]["id"]))["opens"] is None
