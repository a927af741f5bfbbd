"""What became of a planned topic: its class in each team, skipped with a reason, made up, or not yet in the calendar."""

from typing import Any

import pytest

from tests.builders.field import yuan
from tests.builders.people import an_id
from tests.builders.world import World
from tests.drills.evening import API, Json, made
from tests.training.classes import NOW, PLANS, SESSIONS, TOPIC
from tests.training.test_series import a_plan, a_topic, begin

pytestmark = pytest.mark.anyio
OTHER = "报价以后怎么等"


async def read(world: World, name: str = "hejing", number: int = 60) -> list[Json]:
    found = await made(await world.as_(name).get(f"{PLANS}/{an_id(number)}"))
    topics: list[Json] = found["topics"]
    return topics


def of(topics: list[Json]) -> list[tuple[str, list[str]]]:
    return [(one["topic"], [it["state"] for it in one["classes"]]) for one in topics]


async def written(world: World, by: str = "hejing", **other: Any) -> Json:
    later = a_topic(topic=OTHER, wish_week="2026-04-20")
    told = a_plan(world, topics=[a_topic(), later]) | other
    return await made(await world.as_(by).post(PLANS, json=told))


async def test_a_topic_stands_with_the_class_of_its_week_and_one_beyond_the_calendar_without(
    world: World,
) -> None:
    await begin(world)
    await written(world)
    topics = await read(world, "xiaoman")
    assert of(topics) == [(TOPIC, ["planned"]), (OTHER, [])]
    assert topics[0]["classes"][0]["day"] == "2026-04-01"


async def test_a_skipped_class_stays_with_its_reason_and_becomes_made_up(world: World) -> None:
    await begin(world)
    await written(world)
    [[skipped], []] = [one["classes"] for one in await read(world)]
    skip = {"reason": "整周都在展会上", "make_up_day": "2026-03-24"}
    at = f"{SESSIONS}/{skipped['id']}/skip"
    other = (await made(await world.as_("hejing").put(at, json=skip)))["made_up_by"]
    [[told], []] = [one["classes"] for one in await read(world)]
    assert (told["state"], told["skip_reason"]) == ("skipped", skip["reason"])
    assert told["made_up_by"] == other
    held = f"{SESSIONS}/{other['id']}/holding"
    await made(await world.as_("hejing").put(held, json={"held_at": NOW}))
    assert of(await read(world)) == [(TOPIC, ["made_up"]), (OTHER, [])]


async def test_of_a_common_plan_each_reads_the_classes_of_the_own_team(world: World) -> None:
    await begin(world)
    lighthouse = {"team_id": str(world.team("lighthouse").id), "weekday": 2}
    await begin(world, "zhaohui", id=str(an_id(55)), **lighthouse)
    await written(world, "sumin")
    days = {}
    for name in ("xiaoman", "dinglei", "sumin"):
        days[name] = [one["day"] for one in (await read(world, name))[0]["classes"]]
    assert days == {
        "xiaoman": ["2026-04-01"],
        "dinglei": ["2026-03-31"],
        "sumin": ["2026-03-31", "2026-04-01"],
    }


async def test_a_class_whose_topic_was_changed_is_no_longer_the_plans(world: World) -> None:
    await begin(world)
    await written(world)
    [[planned], []] = [one["classes"] for one in await read(world)]
    manager, at = world.as_("hejing"), f"{SESSIONS}/{planned['id']}"
    match = {"If-Match": f'"{(await made(await manager.get(at)))["version"]}"'}
    await made(await manager.patch(at, json={"topic": "客户刚问的"}, headers=match))
    assert of(await read(world)) == [(TOPIC, []), (OTHER, [])]


async def test_the_product_of_a_topic_becomes_that_of_its_class(world: World) -> None:
    name = {"zh": "远航版", "en": "Voyage"}
    product = {"key": "voyage", "name": name, "price": yuan(100)}
    await made(await world.as_("admin").post(f"{API}/products", json=product))
    await begin(world)
    await written(world, topics=[a_topic(product_keys=["voyage"])])
    [[planned]] = [one["classes"] for one in await read(world)]
    found = await made(await world.as_("hejing").get(f"{SESSIONS}/{planned['id']}"))
    assert found["product_key"] == "voyage"


async def test_moved_up_in_the_plan_a_topic_stands_where_it_was_put(world: World) -> None:
    plan = await written(world)
    match = {"If-Match": f'"{plan["version"]}"'}
    turned = {"topics": [a_topic(topic=OTHER, wish_week=None), a_topic()]}
    at = f"{PLANS}/{an_id(60)}"
    await made(await world.as_("hejing").patch(at, json=turned, headers=match))
    assert [one["topic"] for one in await read(world)] == [OTHER, TOPIC]
