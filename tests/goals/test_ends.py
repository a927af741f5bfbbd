"""How a goal ends: advice and its answer after a miss, thanks after a success; and the forecast."""

from datetime import date
from typing import Any

import pytest
from sqlmodel import Session, col, select

from api.goals.owed import queries
from api.kit.events import EventRow
from tests.builders.field import add_client, yuan
from tests.builders.world import World
from tests.drills.evening import made
from tests.goals.setting import (
    API,
    OWN_CAUSE,
    STEP,
    advise,
    agreed,
    answer,
    at,
    code,
    read,
    reward,
    state,
    visits,
)

pytestmark = pytest.mark.anyio
AFTERWARDS = date(2026, 3, 30)
EVERY_ROUTE = [
    ("PUT", at(1, "/advice")),
    ("PUT", at(1, "/advice/answer")),
    ("PUT", at(1, "/reward")),
    ("GET", f"{API}/rewards"),
]


async def missed(world: World) -> None:
    await agreed(world)
    world.clock.at("09:00", day=AFTERWARDS)


async def met(world: World) -> None:
    await agreed(world, target=1)
    await visits(world, ["2026-03-24"])


async def promises(world: World, name: str = "xiaoman") -> Any:
    return (await world.as_(name).get(f"{API}/commitments")).json()["items"]


def facts(db: Session) -> list[tuple[str, dict[str, Any]]]:
    about = select(EventRow).where(col(EventRow.topic).startswith("goal."))
    return [(row.topic, row.payload) for row in db.exec(about.order_by(col(EventRow.seq)))]


@pytest.mark.parametrize(("method", "address"), EVERY_ROUTE)
async def test_anonymous_is_asked_to_sign_in(world: World, method: str, address: str) -> None:
    assert (await world.anonymous.request(method, address, json={})).status_code == 401


@pytest.mark.parametrize("name", ["stranger_manager", "dinglei", "qihang", "zhaohui", "liqun"])
async def test_who_has_no_part_in_it_finds_nothing(world: World, name: str) -> None:
    await missed(world)
    answers = [await advise(world, name), await answer(world, name), await reward(world, name)]
    assert [one.status_code for one in answers] == [404] * 3


@pytest.mark.parametrize("name", ["xiaoman", "hanxue"])
async def test_advice_and_thanks_are_the_managers(world: World, name: str) -> None:
    await missed(world)
    assert code(await advise(world, name)) == (403, "goal_not_yours")
    assert code(await reward(world, name)) == (403, "goal_not_yours")


async def test_a_miss_is_closed_by_advice_and_the_reps_answer(world: World) -> None:
    await missed(world)
    assert (await read(world))["advice_due"] == "2026-04-01"
    given = (await advise(world)).json()
    assert (given["state"], given["advice_due"]) == ("missed", None)
    done = (await answer(world)).json()
    assert (done["state"], done["advice"]["answer"]) == ("closed", "agree")
    [promise] = await promises(world)
    assert promise["id"] == done["advice"]["commitment_id"]
    assert (promise["words"], promise["correction"]) == (STEP["step"], "method")
    assert (promise["due"], promise["origin"]["kind"]) == (STEP["due"], "advice")
    sides = (promise["owner"]["given_name"], promise["to"]["given_name"])
    assert sides == ("小满", "静")


async def test_a_rep_who_sees_another_cause_brings_the_own_step(world: World) -> None:
    await missed(world)
    await advise(world)
    half = {name: told for name, told in OWN_CAUSE.items() if name != "step"}
    assert code(await answer(world, **half)) == (409, "own_cause_needed")
    done = (await answer(world, **OWN_CAUSE)).json()
    assert (done["state"], done["advice"]["answer_words"]) == ("closed", OWN_CAUSE["words"])
    [promise] = await promises(world)
    assert (promise["words"], promise["correction"]) == (OWN_CAUSE["step"], "knowledge")


async def test_both_see_the_step_the_answer_ended_in_and_how_it_will_be_seen(
    world: World,
) -> None:
    await missed(world)
    assert (await advise(world)).json()["advice"]["promise"] is None
    await answer(world, **OWN_CAUSE)
    for name in ("xiaoman", "hejing"):
        step = (await read(world, name))["advice"]["promise"]
        told = (step["words"], step["how_seen"], step["due"], step["outcome"])
        assert told == (OWN_CAUSE["step"], OWN_CAUSE["how_seen"], OWN_CAUSE["due"], None)
        assert step["owner"]["given_name"] == "小满"


async def test_what_is_missing_is_brought_by_the_manager(world: World) -> None:
    await missed(world)
    await advise(world, kind="resource", step="周三前把样品册给你")
    await answer(world)
    [promise] = await promises(world)
    assert (promise["owner"]["given_name"], promise["to"]["given_name"]) == ("静", "小满")
    assert promise["correction"] is None


async def test_a_late_answer_names_another_day(world: World) -> None:
    await missed(world)
    await advise(world)
    world.clock.at("09:00", day=date(2026, 4, 7))
    assert code(await answer(world)) == (409, "due_in_the_past")
    assert (await answer(world, due="2026-04-10")).json()["state"] == "closed"


async def test_advice_is_read_by_the_two_and_not_by_the_mentor(world: World) -> None:
    await missed(world)
    await advise(world)
    for name in ("xiaoman", "hejing"):
        assert (await read(world, name))["advice"]["words"] == STEP["words"]
    assert (await read(world, "hanxue"))["advice"] is None


async def test_advice_is_put_right_until_it_is_answered(world: World) -> None:
    await missed(world)
    first = await advise(world)
    assert (await advise(world)).json() == first.json()
    assert (await advise(world, kind="skill")).json()["advice"]["kind"] == "skill"
    done = await answer(world)
    assert (await answer(world)).json() == done.json()
    assert code(await advise(world, kind="direction")) == (409, "advice_answered")
    assert code(await answer(world, **OWN_CAUSE)) == (409, "advice_answered")
    assert len(await promises(world)) == 1


async def test_advice_waits_for_a_miss_and_an_answer_for_advice(world: World) -> None:
    await agreed(world)
    assert code(await advise(world)) == (409, "goal_not_missed")
    world.clock.at("09:00", day=AFTERWARDS)
    assert code(await answer(world)) == (409, "no_advice_yet")
    await advise(world)
    assert code(await answer(world, "hejing")) == (403, "goal_not_yours")


async def test_the_ledger_of_the_manager_is_late_after_three_working_days(world: World) -> None:
    await missed(world)

    def owed(name: str = "hejing") -> list[tuple[str, bool, bool]]:
        found = world.store.read_now(
            queries.owed_by, world.actor("xiaoman"), world.id(name), since=date(2026, 3, 1)
        )
        return [(one.kind, one.late, one.done_at is not None) for one in found]

    assert owed() == [("advice", False, False)]
    assert owed("xiaoman") == owed("zhaohui") == []
    world.clock.at("23:00", day=date(2026, 4, 1))
    assert owed() == [("advice", False, False)]
    world.clock.at("08:00", day=date(2026, 4, 2))
    assert owed() == [("advice", True, False)]
    await advise(world)
    assert owed() == [("advice", True, True)]


async def test_advice_in_its_three_days_was_given_in_time(world: World) -> None:
    await missed(world)
    world.clock.at("23:00", day=date(2026, 4, 1))
    await advise(world)
    world.clock.at("08:00", day=date(2026, 4, 9))
    [given] = world.store.read_now(
        queries.owed_by, world.actor("xiaoman"), world.id("hejing"), since=date(2026, 4, 1)
    )
    assert (given.late, given.done_at is not None) == (False, True)


async def test_a_reward_is_thanks_on_the_ledger_of_whoever_got_it(world: World) -> None:
    await met(world)
    await reward(world)
    [thanks] = world.store.read_now(
        queries.owed_by, world.actor("xiaoman"), world.id("xiaoman"), since=date(2026, 3, 1)
    )
    assert (thanks.kind, thanks.to_id, thanks.due) == ("thanks", world.id("hejing"), None)
    assert thanks.words == "每家都约好了下一步"


async def test_a_met_goal_is_thanked_for_before_the_team_and_closed(world: World) -> None:
    await met(world)
    done = (await reward(world)).json()
    assert (done["state"], done["reward"]["by"]["given_name"]) == ("closed", "静")
    for name in ("xiaoman", "qihang", "hanxue", "hejing"):
        [told] = (await world.as_(name).get(f"{API}/rewards")).json()["items"]
        assert (told["owner"]["given_name"], told["why"]) == ("小满", "每家都约好了下一步")
        assert told["goal"]["metric"] == "visits"
        assert "target" not in str(told)
    for name in ("dinglei", "liqun", "admin", "stranger"):
        assert (await world.as_(name).get(f"{API}/rewards")).json()["items"] == [], name


async def test_thanks_arrive_once_and_only_for_what_was_reached(world: World) -> None:
    await agreed(world, target=1)
    assert code(await reward(world)) == (409, "goal_not_met")
    await visits(world, ["2026-03-24"])
    first = await reward(world)
    assert (await reward(world)).json() == first.json()
    assert code(await reward(world, why="别的")) == (409, "born_differently")
    assert await state(world) == "closed"


async def test_facts_of_the_end_hold_no_word_of_it(world: World) -> None:
    await missed(world)
    await advise(world)
    await answer(world, **OWN_CAUSE)
    told = world.store.read_now(facts)
    assert [topic for topic, _ in told][2:] == ["goal.advice_given", "goal.advice_answered"]
    for word in (STEP["words"], STEP["step"], OWN_CAUSE["words"], OWN_CAUSE["step"]):
        assert str(word) not in str(told)


async def open_deal(world: World, **other: Any) -> Any:
    phone = world.as_("xiaoman")
    known = (await phone.get(f"{API}/clients")).json()["items"]
    client = known[0]["id"] if known else await add_client(phone)
    return await made(await phone.post(f"{API}/deals", json={"client_id": client} | other))


async def forecast(world: World, name: str = "xiaoman", **asked: str) -> Any:
    whose = f"{API}/people/{world.id('xiaoman')}/forecast"
    return await world.as_(name).get(whose, params=asked)


async def test_a_forecast_stands_beside_what_the_rep_promised(world: World) -> None:
    march = {"expected_on": "2026-03-30"}
    await open_deal(world, amount=yuan(100_000), grade="A1", promise=yuan(80_000), **march)
    await open_deal(world, amount=yuan(50_000), grade="B", **march)
    await open_deal(world, amount=yuan(10_000), grade="A0", expected_on="2026-04-02")
    await open_deal(world, amount=yuan(7_000))
    told = (await forecast(world)).json()
    assert told["expected"] == yuan(80_000)
    assert (told["promised"], told["without_promise"]) == (yuan(80_000), 2)
    assert [one["probability"] for one in told["deals"]] == [70, 20, 0]
    april = (await forecast(world, month="2026-04-15")).json()
    assert (april["month"], april["expected"]) == ("2026-04-01", yuan(9_000))


async def test_what_is_signed_or_lost_is_no_forecast_any_more(world: World) -> None:
    deal = await open_deal(world, amount=yuan(100_000), grade="A1", expected_on="2026-03-30")
    signed = {"signed_on": "2026-03-24"}
    await made(await world.as_("xiaoman").put(f"{API}/deals/{deal['id']}/signature", json=signed))
    assert (await forecast(world)).json()["deals"] == []


async def test_a_forecast_is_read_by_rep_mentor_and_manager_and_listed_to_the_rep(
    world: World,
) -> None:
    seen = {
        name: (await forecast(world, name)).status_code
        for name in ("xiaoman", "hanxue", "hejing", "qihang", "liqun", "admin", "stranger_manager")
    }
    allowed = {"xiaoman", "hanxue", "hejing"}
    assert seen == {name: 200 if name in allowed else 404 for name in seen}
    log = (await world.as_("xiaoman").get(f"{API}/me/access-log")).json()["items"]
    assert {one["reader"]["given_name"] for one in log} == {"雪", "静"}
