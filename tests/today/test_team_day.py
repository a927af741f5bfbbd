"""GET /today/team: who wants help, and what of tomorrow is prepared; nobody is counted."""

from typing import Any

import pytest

from tests.builders.people import an_id
from tests.builders.world import World
from tests.drills.evening import API, NOT_YET, Evening, add_client, made, plan_visit, write_sheet
from tests.help_requests.asked import HELP, WORDS, ask, sights
from tests.today.statements import MOST, statements

pytestmark = pytest.mark.anyio


async def glance(world: World, name: str) -> Any:
    return await made(await world.as_(name).get(f"{API}/today/team"))


async def ask_for_help(world: World, name: str, words: str, *, number: int = 800) -> None:
    rep = world.as_(name)
    client = await add_client(rep, name=f"{words}的客户")
    told = {
        "client_id": client["id"],
        "purpose": "follow_up",
        "happened_at": world.clock().isoformat(),
        "outcome": "stalled",
        "wants_help": True,
        "help_words": words,
    }
    await made(await rep.put(f"{API}/visits/{an_id(number)}/check-in", json=told))


async def test_anonymous_has_no_team(world: World) -> None:
    assert (await world.anonymous.get(f"{API}/today/team")).status_code == 401


@pytest.mark.parametrize(
    ("reader", "shown"),
    [
        ("hejing", 1),
        ("hanxue", 1),  # 小满's mentor
        ("xiaoman", 0),
        ("qihang", 0),
        ("zhaohui", 0),
        ("liqun", 0),
        ("sumin", 0),
        ("admin", 0),
        ("stranger_manager", 0),
    ],
)
async def test_whose_plans_are_shown(world: World, reader: str, shown: int) -> None:
    await Evening(world).begin()
    assert len((await glance(world, reader))["visits_tomorrow"]) == shown


async def test_a_visit_says_that_its_rep_has_left(world: World) -> None:
    await Evening(world).begin()
    [before] = (await glance(world, "hejing"))["visits_tomorrow"]
    gone = f"{API}/people/{before['person']['id']}/disabled"
    await world.as_("hejing").put(gone, json={"reason": "Left"})
    [after] = (await glance(world, "hejing"))["visits_tomorrow"]
    assert (before["person_left"], after["person_left"]) == (False, True)


async def test_a_visit_is_drilled_once_its_rep_has_played_for_it(world: World) -> None:
    evening = await Evening(world).begin()
    [before] = (await glance(world, "hejing"))["visits_tomorrow"]
    await evening.play(evening.swapped())
    [after] = (await glance(world, "hejing"))["visits_tomorrow"]
    assert (before["drilled"], after["drilled"]) == (False, True)
    assert after["person"]["given_name"] == "小满"
    assert (after["answers_ready"], after["missing"]) == (4, [])


async def test_big_orders_come_first_then_what_is_not_prepared_then_time(world: World) -> None:
    evening = await Evening(world).begin()
    await evening.play(evening.new_round())
    qihang, day = evening.qihang, world.tomorrow.isoformat()
    bare = await add_client(qihang, name="没写分析的")
    await plan_visit(qihang, bare, day=day, planned_time="16:00")
    half = await add_client(qihang, name="缺一问的")
    await write_sheet(qihang, half, situation=NOT_YET)
    await plan_visit(qihang, half, day=day, planned_time="09:00")
    big = await add_client(world.as_("hanxue"), name="云帛纺织")
    amount = {"amount_minor": 19_800_000, "currency": "CNY"}
    await plan_visit(world.as_("hanxue"), big, day=day, planned_time="17:00", amount=amount)
    shown = (await glance(world, "hejing"))["visits_tomorrow"]
    assert [one["client"]["name"] for one in shown] == [
        "云帛纺织",
        "缺一问的",
        "没写分析的",
        "暖屿灯饰",
    ]
    assert [one["big_order"] for one in shown] == [True, False, False, False]


async def test_the_earliest_promise_comes_first(world: World) -> None:
    await ask_for_help(world, "qihang", "过不了前台")
    await ask(world, needed="now")
    wanted = (await glance(world, "hejing"))["wants_help"]
    assert [one["words"] for one in wanted] == [WORDS, "过不了前台"]


async def test_a_call_for_help_waits_until_somebody_answers(world: World) -> None:
    await ask_for_help(world, "qihang", "过不了前台")
    for _ in range(3):
        world.clock.at("08:30", day=world.tomorrow)
    [waiting] = (await glance(world, "hejing"))["wants_help"]
    assert waiting["late"] is True
    said = {"words": "我明天陪你去"}
    await made(await world.as_("hejing").post(f"{HELP}/{waiting['id']}/answers", json=said))
    assert (await glance(world, "hejing"))["wants_help"] == []


async def test_something_personal_is_on_the_helpers_glance_alone(world: World) -> None:
    await ask(world, kind="personal", audience="mentor")
    assert (await glance(world, "hejing"))["wants_help"] == []
    assert len((await glance(world, "hanxue"))["wants_help"]) == 1


async def test_a_look_at_what_was_asked_of_somebody_else_is_told(world: World) -> None:
    await ask(world, audience="mentor")
    await glance(world, "hanxue")
    assert await sights(world, "xiaoman") == []
    await glance(world, "hejing")
    assert await sights(world, "xiaoman") == [("He Jing", "help_requests")]


async def test_a_mentor_hears_the_apprentice_and_nobody_else(world: World) -> None:
    await ask_for_help(world, "qihang", "过不了前台")
    await ask_for_help(world, "xiaoman", "能分两次付吗", number=801)
    found = await glance(world, "hanxue")
    assert [one["words"] for one in found["wants_help"]] == ["能分两次付吗"]
    assert found["team"] is None


async def test_a_manager_sees_the_name_of_the_team(world: World) -> None:
    assert (await glance(world, "hejing"))["team"]["name"] == {"zh": "海鸥", "en": "Gull"}


async def test_those_whose_plan_is_read_are_told(world: World) -> None:
    evening = await Evening(world).begin()
    await glance(world, "hejing")
    log = await made(await evening.xiaoman.get(f"{API}/me/access-log"))
    assert [one["kind"] for one in log["items"]] == ["plan"]
    assert (await made(await evening.qihang.get(f"{API}/me/access-log")))["items"] == []


async def test_nothing_in_the_glance_counts_a_person(world: World) -> None:
    evening = await Evening(world).begin()
    await evening.play(evening.new_round())
    found = await glance(world, "hejing")
    [visit] = found["visits_tomorrow"]
    numbers = {key for key, value in visit.items() if type(value) is int}
    assert numbers == {"answers_ready"}
    assert not any(type(value) is int for value in found.values())


async def test_a_busy_team_costs_no_more_statements(world: World) -> None:
    day = world.tomorrow.isoformat()
    for name in ("xiaoman", "qihang", "hanxue"):
        rep = world.as_(name)
        for number in range(3):
            client = await add_client(rep, name=f"客户{number}")
            await write_sheet(rep, client, objections={"items": [], "unknown": True})
            await plan_visit(rep, client, day=day)
    hejing = world.as_("hejing")
    with statements(world) as asked:
        found = await made(await hejing.get(f"{API}/today/team"))
    assert len(found["visits_tomorrow"]) == 9
    assert len(asked) <= MOST
