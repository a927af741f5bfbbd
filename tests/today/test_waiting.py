"""GET /today/waiting: where the next step is mine, and nothing of what others have to do."""

from datetime import date
from typing import Any

import pytest
from sqlmodel import Session

from api.people.models import Person
from tests.builders.people import an_id
from tests.builders.world import World
from tests.commitments.promising import give
from tests.drills.evening import API, made
from tests.goals.setting import OWN_CAUSE, advise, agree, agreed, answer, propose
from tests.help_requests.asked import ask
from tests.reviews.talking import Talk

pytestmark = pytest.mark.anyio
AFTERWARDS = date(2026, 3, 30)
PARTS = (
    "advice_to_answer",
    "goals_to_agree",
    "advice_to_give",
    "late",
    "reviews",
    "rides",
    "without_ride",
)


async def waiting(world: World, name: str) -> Any:
    return await made(await world.as_(name).get(f"{API}/today/waiting"))


async def parts(world: World, name: str) -> dict[str, int]:
    """How much of each waits for somebody, where anything does."""
    told = await waiting(world, name)
    return {part: len(told[part]) for part in PARTS if told[part]}


async def test_anonymous_is_asked_to_sign_in(world: World) -> None:
    assert (await world.anonymous.get(f"{API}/today/waiting")).status_code == 401


async def test_a_regional_manager_is_told_of_everything_they_are_late_with(world: World) -> None:
    give(world, 1, owner="liqun", to="hejing", correction=None)
    asked = await ask(world)
    given = {"helper_id": str(world.id("liqun"))}
    at = f"{API}/help-requests/{asked['id']}/helper"
    await made(await world.as_("hejing").put(at, json=given))
    world.clock.at("09:00", day=AFTERWARDS)
    late = (await waiting(world, "liqun"))["late"]
    assert {one["kind"] for one in late} == {"commitment", "help_request"}


async def test_a_proposal_waits_for_the_other_side_alone(world: World) -> None:
    goal = (await propose(world, by="hejing", period="month")).json()
    [told] = (await waiting(world, "xiaoman"))["goals_to_agree"]
    assert (told["id"], told["metric"], told["period"]) == (goal["id"], "visits", "month")
    assert "goals_to_agree" not in await parts(world, "hejing")
    await agree(world, "xiaoman", goal)
    assert await parts(world, "xiaoman") == {}


async def test_another_amount_for_an_agreed_goal_waits_too(world: World) -> None:
    goal = await agreed(world)
    versions = f"{API}/goals/{goal['id']}/versions"
    change = {"target": 8, "why": "周三周四展会"}
    await made(await world.as_("xiaoman").post(versions, json=change))
    [told] = (await waiting(world, "hejing"))["goals_to_agree"]
    assert (told["id"], told["owner"]["given_name"]) == (goal["id"], "小满")
    assert "goals_to_agree" not in await parts(world, "xiaoman")


async def test_a_proposal_for_next_week_waits_already(world: World) -> None:
    await propose(world, by="hejing", day="2026-04-01")
    assert await parts(world, "xiaoman") == {"goals_to_agree": 1}


async def test_a_miss_waits_for_the_manager_and_then_for_the_rep(world: World) -> None:
    await agreed(world)
    world.clock.at("09:00", day=AFTERWARDS)
    [owed] = (await waiting(world, "hejing"))["advice_to_give"]
    assert owed["advice_due"] == "2026-04-01"
    assert await parts(world, "xiaoman") == {}
    await advise(world)
    assert "advice_to_give" not in await parts(world, "hejing")
    assert await parts(world, "xiaoman") == {"advice_to_answer": 1}
    await answer(world, **OWN_CAUSE)
    assert await parts(world, "xiaoman") == {}


@pytest.mark.parametrize("name", ["hanxue", "qihang", "dinglei", "zhaohui", "liqun", "admin"])
async def test_goals_wait_for_nobody_else(world: World, name: str) -> None:
    await agreed(world)
    await propose(world, 2, by="hejing", period="month")
    world.clock.at("09:00", day=AFTERWARDS)
    assert await parts(world, name) == {}


async def test_own_late_promises_wait_but_advice_and_answers_stand_in_their_own_place(
    world: World,
) -> None:
    give(world, 1, owner="hejing", to="xiaoman", correction=None)
    give(world, 2, owner="xiaoman", to="hejing")
    await agreed(world)
    await ask(world)
    world.clock.at("09:00", day=date(2026, 4, 3))
    told = await waiting(world, "hejing")
    assert [one["words"] for one in told["late"]] == ["先问谁回询盘，再报价。"]
    assert told["late"][0]["late_from"] == "2026-03-26T16:00:00Z"
    assert len(told["advice_to_give"]) == 1
    assert len((await waiting(world, "xiaoman"))["late"]) == 1


async def test_todays_review_waits_for_both_until_it_is_over(world: World) -> None:
    talk = Talk(world)
    await talk.held()
    await Talk(world, person="hanxue").plan(id=None, starts="17:00")
    for name, other in (("hejing", "雪"), ("hanxue", "静")):
        [told] = (await waiting(world, name))["reviews"]
        assert (told["starts"], told["other"]["given_name"]) == ("17:00", other)
    assert await parts(world, "qihang") == {}
    world.clock.let_pass(days=1)
    assert (await waiting(world, "hanxue"))["reviews"] == []


async def test_a_ride_waits_for_the_yes_of_whoever_did_not_ask(world: World) -> None:
    two = {"mentor_id": str(world.id("hejing")), "apprentice_id": str(world.id("xiaoman"))}
    asked = two | {"day": "2026-03-26"}
    ride = await made(await world.as_("xiaoman").post(f"{API}/ride-alongs", json=asked))
    [told] = (await waiting(world, "hejing"))["rides"]
    assert (told["id"], told["other"]["given_name"]) == (ride["id"], "小满")
    assert told["offered"] is False
    assert await parts(world, "xiaoman") == {}
    offered = two | {"day": "2026-03-27"}
    await made(await world.as_("hejing").post(f"{API}/ride-alongs", json=offered))
    [told] = (await waiting(world, "xiaoman"))["rides"]
    assert (told["other"]["given_name"], told["offered"]) == ("静", True)
    await made(await world.as_("hejing").put(f"{API}/ride-alongs/{ride['id']}/acceptance", json={}))
    assert "rides" not in await parts(world, "hejing")


async def test_a_newcomer_with_whom_nobody_rides_soon_is_named_to_the_manager(
    world: World,
) -> None:
    def begin(db: Session) -> None:
        for name in ("xiaoman", "dinglei"):
            person = db.get_one(Person, (world.organisation.id, world.id(name)))
            person.newcomer = True

    world.store.write_now(begin)
    found = (await waiting(world, "hejing"))["without_ride"]
    assert [one["given_name"] for one in found] == ["小满"]
    two = {"mentor_id": str(world.id("hanxue")), "apprentice_id": str(world.id("xiaoman"))}
    later = two | {"day": "2026-04-01"}
    ride = await made(await world.as_("xiaoman").post(f"{API}/ride-alongs", json=later))
    assert len((await waiting(world, "hejing"))["without_ride"]) == 1
    moved = {"id": str(an_id(5)), "to_day": "2026-03-31", "why": "早一点"}
    at = f"{API}/ride-alongs/{ride['id']}/day"
    await made(await world.as_("xiaoman").put(at, json=moved))
    assert (await waiting(world, "hejing"))["without_ride"] == []
    assert (await waiting(world, "hanxue"))["without_ride"] == []
