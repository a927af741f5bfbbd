"""The one word an answered advice ends in decides what waits for the rep: a question, a case, a class, or cards."""

from datetime import date
from typing import Any

import pytest
from sqlmodel import Session, select

from api.kit.events import FlowFault
from tests.builders.field import add_client, an_objection, check_in
from tests.builders.world import World
from tests.drills.evening import API, Json, made
from tests.goals.setting import OWN_CAUSE, advise, agreed, answer, read
from tests.reviews.talking import Talk
from tests.shares import rivalling
from tests.shares.telling import curated
from tests.training.classes import TOPICS, Class

pytestmark = pytest.mark.anyio
AFTERWARDS = date(2026, 3, 30)


async def settled(world: World, kind: str, **told: Any) -> list[tuple[str, Any]]:
    """A missed goal, advised as of this kind and answered; what came of it, as the rep reads it."""
    world.clock.at("09:00", day=AFTERWARDS)
    assert (await advise(world, kind=kind)).status_code == 200
    assert (await answer(world, **told)).status_code == 200
    assert world.store.read_now(faults) == []
    leads = (await read(world))["advice"]["leads"]
    return [(one["kind"], one["record_id"]) for one in leads]


def faults(db: Session) -> list[str]:
    return [fault.error for fault in db.exec(select(FlowFault))]


async def stuck(world: World, *numbers: int) -> None:
    """Visits of 小满 at which somebody said that it brought nothing, and that got no further."""
    for number in numbers:
        client = await add_client(world.as_("xiaoman"), number, industry="灯具")
        told: Json = {"outcome": "stalled", "objections": [an_objection(number)]}
        await made(await check_in(world.as_("xiaoman"), client, visit=number, **told))


async def deck(world: World, name: str = "xiaoman") -> list[Json]:
    found = await made(await world.as_(name).get(f"{API}/drills/deck"))
    return [why for card in found["items"] for why in card["reasons"] if why["kind"] == "replay"]


async def test_direction_is_a_question_of_the_next_review_until_both_have_talked_it_over(
    world: World,
) -> None:
    goal = await agreed(world, metric="signed", target=2)
    assert await settled(world, "direction") == [("review_question", None)]
    talk = Talk(world, person="xiaoman")
    await talk.plan(day="2026-03-30")
    [ask] = (await talk.read("xiaoman"))["asks"]
    assert (ask["key"], ask["about"], ask["goal_id"]) == ("goal_or_mix", "signed", goal["id"])
    other = Talk(world)
    await other.plan(id=None, day="2026-03-30")
    assert (await other.read())["asks"] == []
    await talk.begin()
    await made(await talk.promise())
    for name in ("xiaoman", "hejing"):
        await made(await talk.agree(name))
    done = await talk.read()
    assert (done["state"], [one["key"] for one in done["asks"]]) == ("agreed", ["goal_or_mix"])
    later = Talk(world, person="xiaoman")
    await later.plan(id=None, day="2026-04-03")
    assert (await later.read())["asks"] == []


async def test_method_is_the_case_the_library_would_choose_and_the_way_of_the_one_rival(
    world: World,
) -> None:
    """A case about something else, told later, does not come first."""
    fitting = await curated(world, name="qihang", number=30)
    await agreed(world, metric="signed", target=2)
    await stuck(world, 1)
    pk = await rivalling.running(world, last_day="2026-04-10")
    assert await settled(world, "method") == [("case", fitting["id"]), ("rival", pk["id"])]


async def test_without_a_case_and_a_rival_method_leads_nowhere_that_is_not_there(
    world: World,
) -> None:
    await agreed(world, metric="signed", target=2)
    assert await settled(world, "method") == []


async def test_knowledge_is_a_wish_that_names_nobody(world: World) -> None:
    """The rep may see another cause than the manager: then that one counts."""
    await agreed(world, metric="average_order", target=3_000_000)
    [(kind, topic)] = await settled(world, "method", **OWN_CAUSE)
    [wish] = (await made(await world.as_("qihang").get(TOPICS)))["items"]
    assert (kind, wish["id"], wish["skill_key"]) == ("topic", topic, "presentation")
    assert (wish["proposed_by"], wish["by"], wish["votes"]) == ("method", None, 0)
    assert OWN_CAUSE["words"] not in str(wish)


async def test_knowledge_is_the_coming_class_where_one_is_planned(world: World) -> None:
    await agreed(world, metric="signed", target=2)
    world.clock.at("09:00", day=AFTERWARDS)
    lesson = Class(world)
    await lesson.plan()
    practice = {"kind": "drill", "due": "2026-04-03", "skill_key": "close"}
    assert (await lesson.put("practice", practice)).is_success
    assert await settled(world, "knowledge") == [("session", lesson.id)]


async def test_skill_is_a_drill_plan_at_equal_gaps_and_the_focus_of_the_next_ride(
    world: World,
) -> None:
    """One card a client: tonight, then three and six working days later; each says for which goal it is there."""
    goal = await agreed(world, metric="signed", target=2)
    await stuck(world, 1, 2, 3, 4)
    leads = await settled(world, "skill")
    assert [kind for kind, _ in leads] == ["drill_plan", "ride_focus"]
    seen = []
    for day in (date(2026, 3, 30), date(2026, 4, 2), date(2026, 4, 8)):
        world.clock.at("18:40", day=day)
        seen.append(await deck(world))
    assert len(seen[0]) == 1
    assert {why["origin"]["kind"] for cards in seen for why in cards} == {"goal"}
    assert {why["origin"]["id"] for cards in seen for why in cards} == {goal["id"]}
    assert len({why["id"] for cards in seen for why in cards}) == 3
    mine = (await made(await world.as_("xiaoman").get(f"{API}/commitments")))["items"]
    assert [one["skill_key"] for one in mine] == ["close"]


async def test_what_is_missing_is_the_managers_own_promise_and_leads_nowhere_else(
    world: World,
) -> None:
    await agreed(world, metric="signed", target=2)
    assert await settled(world, "resource") == []


async def test_what_came_of_it_is_between_the_two(world: World) -> None:
    await agreed(world, metric="signed", target=2)
    await settled(world, "direction")
    assert (await read(world, "hejing"))["advice"]["leads"] != []
    assert (await read(world, "hanxue"))["advice"] is None
