"""Who came, what was tried, who saw it; and a session that closes only afterwards."""

import pytest

from tests.builders.people import an_id
from tests.builders.world import World
from tests.drills.evening import API, Evening, made
from tests.training.classes import Class, code

pytestmark = pytest.mark.anyio
MISSED = {"reason": "客户临时改到下午", "make_up_day": "2026-03-26"}


async def test_attendance_is_read_by_the_person_mentor_manager_and_trainer(world: World) -> None:
    lesson = Class(world)
    await lesson.hold()
    await made(await lesson.mark("xiaoman", "missed", **MISSED))
    seen = {}
    for name in ("xiaoman", "hanxue", "hejing", "sumin", "qihang"):
        came = (await lesson.read(name))["attendance"]
        seen[name] = [one["reason"] for one in came if one["mark"]]
    assert seen == {
        "xiaoman": [MISSED["reason"]],
        "hanxue": [MISSED["reason"]],
        "hejing": [MISSED["reason"]],
        "sumin": [MISSED["reason"]],
        "qihang": [],
    }


async def test_whoever_runs_it_finds_everybody_to_be_ticked(world: World) -> None:
    lesson = Class(world)
    await lesson.hold()
    roster = (await lesson.read("sumin"))["attendance"]
    assert {one["person"]["id"]: one["mark"] for one in roster} == {
        str(world.id(name)): None for name in ("xiaoman", "hanxue", "qihang")
    }
    assert (await lesson.read("qihang"))["attendance"] == []


async def test_who_missed_it_has_a_reason_and_a_day_and_can_catch_up(world: World) -> None:
    lesson = Class(world)
    await lesson.hold()
    assert (await lesson.mark("xiaoman", "missed")).status_code == 422
    await made(await lesson.mark("xiaoman", "missed", **MISSED))
    await made(await lesson.mark("xiaoman", "caught_up"))
    [mine] = (await lesson.read("xiaoman"))["attendance"]
    assert (mine["mark"], mine["make_up_day"]) == ("caught_up", MISSED["make_up_day"])
    await made(await lesson.mark("xiaoman", "came"))
    [mine] = (await lesson.read("xiaoman"))["attendance"]
    assert (mine["mark"], mine["reason"]) == ("came", None)


async def test_somebody_of_another_team_was_not_expected(world: World) -> None:
    lesson = Class(world)
    await lesson.hold()
    assert (await lesson.mark("dinglei")).status_code == 404


async def test_nobody_is_marked_before_it_was_held(world: World) -> None:
    lesson = Class(world)
    await lesson.plan()
    assert code(await lesson.mark("xiaoman")) == (409, "session_not_held")


async def test_practice_names_what_to_try_by_the_playbook(world: World) -> None:
    lesson = Class(world)
    await lesson.plan()
    given = (await made(await lesson.assign(kind="drill")))["practice"]
    assert (given["kind"], given["type_key"], given["due"]) == ("drill", "trader", "2026-03-31")
    assert code(await lesson.assign(type_key="weather")) == (409, "objection_type_unknown")
    assert code(await lesson.assign(due="2026-03-20")) == (409, "session_day_over")


@pytest.mark.parametrize(
    ("name", "status"),
    [("hejing", 200), ("hanxue", 200), ("xiaoman", 403), ("qihang", 404), ("sumin", 404)],
)
async def test_mentor_and_manager_confirm_and_never_the_learner(
    world: World, name: str, status: int
) -> None:
    lesson = Class(world)
    await lesson.hold()
    await lesson.tried_at_a_visit("xiaoman")
    assert (await lesson.confirm(name)).status_code == status


async def test_the_trainer_of_a_class_reads_what_was_tried_and_leaves_confirming_to_others(
    world: World,
) -> None:
    lesson = Class(world, by="sumin")
    await lesson.hold()
    await lesson.tried_at_a_visit("xiaoman")
    [shown] = (await lesson.read("sumin"))["evidence"]
    assert shown["may_confirm"] is False
    assert code(await lesson.confirm("sumin")) == (403, "practice_not_yours_to_confirm")


async def test_it_closes_only_when_all_who_came_have_practised_and_says_how_many_are_missing(
    world: World,
) -> None:
    lesson = Class(world)
    await lesson.hold()
    assert code(await lesson.put("closing")) == (409, "practice_needed")
    await made(await lesson.assign())
    assert code(await lesson.put("closing")) == (409, "nobody_marked")
    for name in ("xiaoman", "qihang"):
        await made(await lesson.mark(name))
    await made(await lesson.mark("hanxue", "missed", **MISSED))
    refused = await lesson.put("closing")
    assert code(refused) == (409, "practice_missing")
    assert refused.json()["detail"].startswith("2 of 2 have no confirmed practice yet.")
    for number, name in enumerate(("xiaoman", "qihang"), start=1):
        await lesson.tried_at_a_visit(name, number=number)
        await made(await lesson.confirm("hejing", number=number))
        asked = await lesson.put("closing")
        assert number == 2 or asked.json()["detail"].startswith("1 of 2 have no confirmed practice")
    assert (await lesson.read())["state"] == "closed"


async def test_how_many_are_missing_is_told_to_those_who_run_it_alone(world: World) -> None:
    lesson = Class(world)
    await lesson.hold()
    await made(await lesson.mark("xiaoman"))
    assert (await lesson.read("hejing"))["missing"] == 1
    assert (await lesson.read("qihang"))["missing"] is None


async def test_whoever_has_left_keeps_nobody_waiting(world: World) -> None:
    lesson = Class(world)
    await lesson.hold()
    await made(await lesson.assign())
    for name in ("xiaoman", "qihang"):
        await made(await lesson.mark(name))
    await lesson.tried_at_a_visit("xiaoman")
    await made(await lesson.confirm("hejing"))
    gone = f"{API}/people/{world.id('qihang')}/disabled"
    await made(await world.as_("hejing").put(gone, json={"reason": "Left"}))
    assert (await made(await lesson.put("closing")))["state"] == "closed"


async def test_a_manager_who_learns_is_confirmed_by_the_regional_manager(world: World) -> None:
    lesson, evening = Class(world, by="sumin"), await Evening(world).begin()
    await lesson.plan(track="management", team_id=None)
    await made(await lesson.put("holding", {"held_at": "2026-03-24T02:00:00Z"}))
    started = await world.as_("hejing").post(
        f"{API}/drills",
        json=evening.new_drill(id=str(an_id(2)), people_ids=[str(world.id("xiaoman"))]),
    )
    evening.drill = await made(started)
    seats = {"rep_id": str(world.id("hejing")), "boss_id": str(world.id("xiaoman"))}
    played = evening.new_round(id=str(an_id(20)), **seats)
    await made(await evening.play(played, by=world.as_("hejing")))
    await made(await lesson.show("hejing", kind="round", origin=str(an_id(20))))
    assert (await lesson.read("zhaohui"))["evidence"] == []
    [seen] = (await made(await lesson.confirm("liqun")))["evidence"]
    assert seen["confirmed_by"]["id"] == str(world.id("liqun"))
