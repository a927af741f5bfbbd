"""What a class taught is tried in a round or at a visit, and whoever was there has seen it."""

import pytest

from tests.builders.people import an_id
from tests.builders.world import World
from tests.drills.evening import Evening, made
from tests.drills.the_day_after import hear
from tests.training.classes import Class, code

pytestmark = pytest.mark.anyio


async def test_evidence_is_ones_own_visit_or_round_and_no_others(world: World) -> None:
    lesson = Class(world)
    await lesson.hold()
    visit = await hear(world, who="xiaoman")
    taken = await lesson.show("qihang", origin=visit["id"])
    assert code(taken) == (409, "practice_not_yours")
    assert code(await lesson.show("qihang", origin=str(an_id(7)))) == (409, "practice_not_yours")
    shown = await made(await lesson.show("xiaoman", origin=visit["id"]))
    assert (shown["my_practice"], len(shown["evidence"])) == ("shown", 1)
    assert (await lesson.show("xiaoman", origin=visit["id"])).json() == shown
    outside = await lesson.show("dinglei", origin=visit["id"], number=2)
    assert outside.status_code == 404


async def test_a_plan_is_no_evidence_before_the_visit_was_made(world: World) -> None:
    lesson, evening = Class(world), await Evening(world).begin()
    await lesson.hold()
    planned = await lesson.show("xiaoman", origin=evening.visit["id"])
    assert code(planned) == (409, "practice_not_yours")


async def test_whoever_played_the_round_confirms_it(world: World) -> None:
    lesson, evening = Class(world), await Evening(world).begin()
    await made(await evening.play(evening.new_round()))
    await lesson.hold()
    in_the_other_seat = await lesson.show("qihang", kind="round", origin=str(an_id(10)))
    assert code(in_the_other_seat) == (409, "practice_not_yours")
    await made(await lesson.show("xiaoman", kind="round", origin=str(an_id(10))))
    [to_see] = (await lesson.read("qihang"))["evidence"]
    assert to_see["may_confirm"] is True
    confirmed = await made(await lesson.confirm("qihang"))
    [seen] = confirmed["evidence"]
    assert seen["confirmed_by"]["id"] == str(world.id("qihang"))
    world.clock.let_pass(hours=1)
    [still] = (await made(await lesson.confirm("hejing")))["evidence"]
    assert still["confirmed_by"]["id"] == str(world.id("qihang"))
