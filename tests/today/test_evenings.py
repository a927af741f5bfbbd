"""The evening as two screens read it: my day and what came back, and where the team's evening needs help."""

import pytest

from tests.builders.people import an_id
from tests.builders.world import World
from tests.drills.evening import API, Evening, Json, add_client, made, plan_visit, write_sheet
from tests.drills.the_day_after import hear, item, tell

pytestmark = pytest.mark.anyio
MINE, TEAM = f"{API}/today/evening", f"{API}/today/team/evening"
BIG = {"amount_minor": 198_000_00, "currency": "CNY"}


async def team_evening(world: World, name: str = "hejing") -> Json:
    return await made(await world.as_(name).get(TEAM))


async def test_anonymous_reads_neither(world: World) -> None:
    for where in (MINE, TEAM):
        assert (await world.anonymous.get(where)).status_code == 401


async def test_a_stranger_sees_nothing_of_ours(world: World) -> None:
    await made(await world.as_("xiaoman").put(f"{API}/drills/evenings/{world.today}/partner-wish"))
    for name in ("stranger", "stranger_manager"):
        assert (await team_evening(world, name))["waiting"] == []
        assert (await made(await world.as_(name).get(MINE)))["came_back"] == []


async def test_my_day_tells_what_i_did_and_what_came_back(world: World) -> None:
    lost = await hear(world, number=1, words="一个单都没有")
    held = await hear(world, number=2, words="太贵了")
    await made(await tell(world.as_("xiaoman"), held, item(2, result="answered")))
    mine = await made(await world.as_("xiaoman").get(MINE))
    assert (mine["visits"], mine["heard"], mine["rounds_this_week"]) == (2, 2, 0)
    told = [(one["kind"], one["words"], one["origin"]["id"]) for one in mine["came_back"]]
    assert told == [("held", "太贵了", held["id"]), ("card", "一个单都没有", lost["id"])]


async def test_rounds_of_this_week_are_counted_in_either_seat(world: World) -> None:
    evening = await Evening(world).begin()
    await made(await evening.play(evening.new_round()))
    await made(await evening.play(evening.swapped()))
    for name in ("xiaoman", "qihang"):
        assert (await made(await world.as_(name).get(MINE)))["rounds_this_week"] == 2


async def test_a_big_order_is_listed_until_its_sheet_and_two_rounds_are_there(
    world: World,
) -> None:
    evening = await Evening(world).begin()
    rep = evening.xiaoman
    day = world.tomorrow.isoformat()
    evening.visit = await plan_visit(rep, evening.client, day=day, amount=BIG)
    [open_still] = (await team_evening(world))["big_orders"]
    assert (open_still["visit_id"], open_still["missing"]) == (evening.visit["id"], [])
    assert open_still["played"] is False
    await made(await evening.play(evening.new_round()))
    [half] = (await team_evening(world))["big_orders"]
    assert half["played"] is True
    await made(await evening.play(evening.swapped()))
    assert (await team_evening(world))["big_orders"] == []


async def test_an_order_under_the_amount_is_not_listed(world: World) -> None:
    rep = world.as_("xiaoman")
    small = {"amount_minor": 80_000_00, "currency": "CNY"}
    client = await add_client(rep)
    await write_sheet(rep, client)
    await plan_visit(rep, client, day=world.tomorrow.isoformat(), amount=small)
    assert (await team_evening(world))["big_orders"] == []


async def test_three_evenings_postponed_are_seen_with_their_reasons_by_mentor_and_manager(
    world: World,
) -> None:
    """Somebody to help; nowhere a number, and nowhere for anybody else."""
    reasons = {"2026-03-20": "孩子发烧", "2026-03-23": "还在路上", "2026-03-24": "太累了"}
    for day, words in reasons.items():
        given = {"reason": "other", "words": words, "to_day": "2026-03-30", "to_part": "evening"}
        where = f"{API}/drills/evenings/{day}/postponement"
        await made(await world.as_("xiaoman").put(where, json=given))
    for name in ("hanxue", "hejing"):
        [shown] = (await team_evening(world, name))["newcomers"]
        told = {one["day"]: one["words"] for one in shown["evenings"]}
        assert {day: told[day] for day in reasons} == reasons
        assert not [value for value in shown.values() if isinstance(value, int)]
    for name in ("qihang", "dinglei", "zhaohui", "liqun", "sumin", "admin"):
        assert (await team_evening(world, name))["newcomers"] == []


async def test_a_newcomer_who_has_played_tonight_needs_no_look(world: World) -> None:
    evening = await Evening(world).begin()
    await made(await evening.play(evening.new_round()))
    assert (await team_evening(world))["newcomers"] == []


async def test_evenings_before_somebody_joined_are_not_missed(world: World) -> None:
    joined = {"joined_on": "2026-03-24"}
    where = f"{API}/people/{world.id('xiaoman')}"
    await made(await world.as_("hejing").patch(where, json=joined, headers={"If-Match": '"1"'}))
    [shown] = (await team_evening(world))["newcomers"]
    assert [one["day"] for one in shown["evenings"]] == ["2026-03-24"]


async def test_who_sat_with_mentor_or_manager_was_helped(world: World) -> None:
    evening = await Evening(world).begin()
    others = [str(world.id("hanxue"))]
    evening.drill = await made(await evening.start(id=str(an_id(2)), people_ids=others))
    helped = (await team_evening(world))["helped"]
    assert [(one["person"]["given_name"], one["by"]["given_name"]) for one in helped] == [
        ("小满", "雪")
    ]
    assert helped[0]["origin"] == {"kind": "drill", "id": evening.drill["id"]}


async def test_those_who_are_shown_are_told(world: World) -> None:
    await team_evening(world)
    log = await made(await world.as_("xiaoman").get(f"{API}/me/access-log"))
    assert [(one["reader"]["given_name"], one["kind"]) for one in log["items"]] == [("静", "drill")]


async def test_nobody_is_counted(world: World) -> None:
    """No number stands beside a person, so that no list of people can be sorted by one."""
    rep = world.as_("xiaoman")
    await plan_visit(rep, await add_client(rep), day=world.tomorrow.isoformat(), amount=BIG)
    await made(await rep.put(f"{API}/drills/evenings/{world.today}/partner-wish"))
    shown = await team_evening(world)
    for part in ("waiting", "newcomers", "helped"):
        assert not [one for one in shown[part] for value in one.values() if type(value) is int]
