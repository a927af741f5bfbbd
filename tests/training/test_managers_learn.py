"""管理培训: what a manager learns is tried with a rep, on a ride-along or in a review, and somebody who knows says so."""

import pytest

from tests.builders.world import World
from tests.drills.evening import made
from tests.reviews.talking import Talk
from tests.ride_alongs.the_day import Day
from tests.training.classes import Class, code

pytestmark = pytest.mark.anyio


async def a_lesson(world: World) -> Class:
    """Of all managers, given by the trainer."""
    lesson = Class(world, by="sumin", number=4)
    await lesson.plan(track="management", team_id=None)
    await made(await lesson.put("holding", {"held_at": "2026-03-24T02:00:00Z"}))
    return lesson


async def a_ride(world: World, *, talked_through: bool = True) -> str:
    """何静 rides with 小满 on Wednesday, and in the evening they talk it through."""
    day = Day(world)
    await day.ask(mentor_id=str(world.id("hejing")))
    day.tablet = world.as_("hejing")
    await day.accept()
    await day.dawn()
    day.tablet = world.as_("hejing")
    if talked_through:
        await day.sum_up()
    return str(day.ride["id"])


async def a_review(world: World) -> str:
    """何静 with 启航, agreed to by both."""
    talk = Talk(world)
    await talk.held()
    return talk.id


async def test_a_ride_along_they_held_is_practice_and_the_rep_confirms_it(world: World) -> None:
    lesson = await a_lesson(world)
    await made(await lesson.show("hejing", kind="ride_along", origin=await a_ride(world)))
    [to_see] = (await lesson.read("xiaoman"))["evidence"]
    assert (to_see["origin"]["kind"], to_see["may_confirm"]) == ("ride_along", True)
    [seen] = (await made(await lesson.confirm("xiaoman")))["evidence"]
    assert seen["confirmed_by"]["id"] == str(world.id("xiaoman"))


async def test_a_review_they_held_is_practice_and_the_rep_confirms_it(world: World) -> None:
    lesson = await a_lesson(world)
    await made(await lesson.show("hejing", kind="review", origin=await a_review(world)))
    assert (await made(await lesson.confirm("qihang")))["my_practice"] == "none"
    [seen] = (await lesson.read("hejing"))["evidence"]
    assert seen["confirmed_by"]["id"] == str(world.id("qihang"))


@pytest.mark.parametrize(
    ("name", "status"),
    [("liqun", 200), ("sumin", 200), ("qihang", 200), ("hejing", 403), ("zhaohui", 404)],
)
async def test_region_trainer_or_the_rep_confirms_and_no_other_manager(
    world: World, name: str, status: int
) -> None:
    lesson = await a_lesson(world)
    await made(await lesson.show("hejing", kind="review", origin=await a_review(world)))
    assert (await lesson.confirm(name)).status_code == status


async def test_another_rep_does_not_find_the_managers_class(world: World) -> None:
    lesson = await a_lesson(world)
    await made(await lesson.show("hejing", kind="review", origin=await a_review(world)))
    assert (await world.as_("xiaoman").get(lesson.at)).status_code == 404


async def test_it_is_none_before_it_was_held_and_never_somebody_elses(world: World) -> None:
    lesson, review = await a_lesson(world), await a_review(world)
    taken = await lesson.show("zhaohui", kind="review", origin=review)
    assert code(taken) == (409, "practice_not_yours")
    ride = await a_ride(world, talked_through=False)
    early = await lesson.show("hejing", kind="ride_along", origin=ride)
    assert code(early) == (409, "practice_not_yours")


async def test_only_what_managers_learn_is_tried_by_coaching(world: World) -> None:
    lesson = Class(world)
    await lesson.hold()
    assert code(await lesson.assign(kind="coaching")) == (409, "practice_of_managers")
    refused = await lesson.show("xiaoman", kind="review", origin=await a_review(world))
    assert code(refused) == (409, "practice_of_managers")


async def test_a_managers_class_closes_after_practice_like_any_other(world: World) -> None:
    lesson = await a_lesson(world)
    given = await made(await lesson.assign(kind="coaching", type_key=None, words="先听三分钟"))
    assert given["practice"]["kind"] == "coaching"
    await made(await lesson.mark("hejing"))
    await made(await lesson.show("hejing", kind="review", origin=await a_review(world)))
    assert code(await lesson.put("closing")) == (409, "practice_missing")
    await made(await lesson.confirm("liqun"))
    assert (await made(await lesson.put("closing")))["state"] == "closed"
