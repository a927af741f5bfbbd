"""KPI posts 晒KPI: the figures come from the agreed week and stay, the story is the rep's."""

from typing import Any

import pytest

from tests.builders.field import add_client, check_in
from tests.builders.world import World
from tests.drills.evening import made
from tests.goals.setting import agreed, propose
from tests.shares.telling import SHARES, parts

pytestmark = pytest.mark.anyio


def a_post(**other: Any) -> dict[str, Any]:
    story = parts(problems="老板不在，见到的多是业务员。", solutions="每天先打三个电话约老板。")
    return {"kind": "kpi", "week_of": "2026-03-26", "parts": story} | other


async def test_the_figures_of_the_agreed_week_are_filled_in_and_frozen(world: World) -> None:
    await agreed(world, 1, target=10)
    client = await add_client(world.as_("xiaoman"))
    await made(await check_in(world.as_("xiaoman"), client))
    told = await made(await world.as_("xiaoman").post(SHARES, json=a_post()))
    figures = [{"metric": "visits", "target": 10, "reached": 1, "currency": None}]
    assert (told["figures"], told["week_of"]) == (figures, "2026-03-23")
    await made(await check_in(world.as_("xiaoman"), client, visit=2))
    later = await made(await world.as_("qihang").get(f"{SHARES}/{told['id']}"))
    assert later["figures"] == figures


async def test_a_week_without_an_agreed_goal_has_nothing_to_show(world: World) -> None:
    await agreed(world, 1, period="day")
    await propose(world, 2, metric="signed")
    answer = await world.as_("xiaoman").post(SHARES, json=a_post())
    assert (answer.status_code, answer.json()["code"]) == (409, "no_goal_agreed")


async def test_a_week_is_told_once_until_it_is_withdrawn(world: World) -> None:
    await agreed(world, 1)
    told = await made(await world.as_("xiaoman").post(SHARES, json=a_post()))
    again = await world.as_("xiaoman").post(SHARES, json=a_post(week_of="2026-03-23"))
    assert (again.status_code, again.json()["code"]) == (409, "week_told_already")
    await world.as_("xiaoman").delete(f"{SHARES}/{told['id']}")
    await made(await world.as_("xiaoman").post(SHARES, json=a_post()))


async def test_nobody_can_have_posts_put_in_an_order_by_number(world: World) -> None:
    for asked in ({"sort": "reached"}, {"order_by": "figures"}):
        answer = await world.as_("hejing").get(SHARES, params={"kind": "kpi", **asked})
        assert answer.status_code == 422
