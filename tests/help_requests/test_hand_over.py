"""Handing over and taking: somebody else answers, and the first promise keeps its time."""

from datetime import datetime, timedelta

import pytest

from tests.builders.people import an_id
from tests.builders.world import World
from tests.drills.evening import made
from tests.help_requests.asked import (
    ONE,
    answer,
    ask,
    close,
    facts,
    hand_over,
    listed,
    read,
)

pytestmark = pytest.mark.anyio


async def test_the_helper_hands_over_and_the_clock_keeps_running(world: World) -> None:
    first = await ask(world)
    await world.as_("hejing").put(f"{ONE}/seen")
    world.clock.let_pass(minutes=10)
    moved = await made(await hand_over(world, "hejing", "liqun", why="价格他说了算"))
    assert moved["helper"]["id"] == str(world.id("liqun"))
    assert (moved["due_at"], moved["state"]) == (first["due_at"], "raised")
    [one] = moved["hand_overs"]
    assert (one["from"]["id"], one["to"]["id"]) == (str(world.id("hejing")), str(world.id("liqun")))
    assert (one["by"]["id"], one["why"]) == (str(world.id("hejing")), "价格他说了算")
    assert await listed(world, "liqun", whose="for_me") == [str(an_id(1))]


async def test_the_asker_asks_somebody_else_when_the_first_is_late(world: World) -> None:
    await ask(world)
    world.clock.let_pass(minutes=30)
    moved = await made(await hand_over(world, "xiaoman", "hanxue"))
    assert moved["helper"]["id"] == str(world.id("hanxue"))


async def test_who_gets_it_late_has_the_same_length_from_then_on_and_the_first_time_stands(
    world: World,
) -> None:
    asked = await ask(world)
    world.clock.let_pass(minutes=30)
    moved = await made(await hand_over(world, "hejing", "hanxue"))
    own = world.clock() + timedelta(minutes=15)
    assert datetime.fromisoformat(moved["helper_due_at"]) == own
    assert (moved["due_at"], moved["late"]) == (asked["due_at"], False)
    world.clock.let_pass(minutes=16)
    assert (await read(world, "xiaoman"))["late"] is True


async def test_a_replay_of_a_hand_over_changes_nothing(world: World) -> None:
    await ask(world)
    for _ in range(2):
        assert (await hand_over(world, "hejing", "hanxue")).is_success
    assert len((await read(world, "xiaoman"))["hand_overs"]) == 1
    topics = [topic for topic, _ in world.store.read_now(facts)]
    assert topics == ["help.raised", "help.handed_over"]


@pytest.mark.parametrize("to", ["xiaoman", "dinglei", "admin"])
async def test_it_goes_to_nobody_who_could_not_help_here(world: World, to: str) -> None:
    await ask(world)
    refused = await hand_over(world, "hejing", to)
    assert (refused.status_code, refused.json()["code"]) == (409, "cannot_help_here")


async def test_nobody_of_another_organisation_is_found(world: World) -> None:
    await ask(world)
    assert (await hand_over(world, "hejing", "stranger_manager")).status_code == 404


@pytest.mark.parametrize("to", ["qihang", "hanxue", "zhaohui", "liqun", "sumin"])
async def test_a_teammate_the_mentor_or_whoever_leads_or_trains_can_help(
    world: World, to: str
) -> None:
    await ask(world)
    assert (await hand_over(world, "hejing", to)).is_success


async def test_something_personal_goes_to_no_teammate_and_leaves_the_first_ones_sight(
    world: World,
) -> None:
    await ask(world, kind="personal")
    refused = await hand_over(world, "hejing", "qihang")
    assert (refused.status_code, refused.json()["code"]) == (409, "cannot_help_here")
    moved = await hand_over(world, "hejing", "liqun")
    assert moved.is_success
    assert await listed(world, "hejing") == []
    assert await listed(world, "liqun") == [str(an_id(1))]


@pytest.mark.parametrize("to", ["zhaohui", "sumin"])
async def test_something_personal_stays_in_the_askers_own_line_unless_the_asker_tells_it(
    world: World, to: str
) -> None:
    await ask(world, kind="personal")
    refused = await hand_over(world, "hejing", to)
    assert (refused.status_code, refused.json()["code"]) == (409, "personal_stays_near")
    assert (await hand_over(world, "xiaoman", to)).is_success


@pytest.mark.parametrize("to", ["liqun", "hanxue"])
async def test_something_personal_goes_to_the_own_region_and_the_own_mentor(
    world: World, to: str
) -> None:
    await ask(world, kind="personal")
    assert (await hand_over(world, "hejing", to)).is_success


async def test_somebody_who_has_left_takes_nothing(world: World) -> None:
    await ask(world)
    gone = f"/api/v1/people/{world.id('qihang')}/disabled"
    await made(await world.as_("hejing").put(gone, json={"reason": "Left"}))
    assert (await hand_over(world, "hejing", "qihang")).status_code == 409


async def test_one_of_the_team_takes_it_and_the_second_is_told_who_has_it(world: World) -> None:
    await ask(world, audience="team")
    taken = await made(await hand_over(world, "qihang", "qihang"))
    assert (taken["helper"]["id"], taken["state"]) == (str(world.id("qihang")), "seen")
    second = await hand_over(world, "hanxue", "hanxue")
    assert (second.status_code, second.json()["code"]) == (409, "help_taken_already")
    assert "Zhou Qihang" in second.json()["detail"]
    assert (await answer(world, "hanxue")).is_success


async def test_the_first_to_answer_a_team_has_taken_it(world: World) -> None:
    await ask(world, audience="team")
    found = await made(await answer(world, "qihang"))
    assert (found["helper"]["id"], found["state"]) == (str(world.id("qihang")), "answered")
    assert [one["from"] for one in found["hand_overs"]] == [None]


async def test_one_of_the_team_gives_it_to_nobody_else(world: World) -> None:
    await ask(world, audience="team")
    refused = await hand_over(world, "qihang", "hanxue")
    assert (refused.status_code, refused.json()["code"]) == (403, "help_not_asked_of_you")


async def test_the_manager_takes_over_what_a_mentor_was_asked(world: World) -> None:
    await ask(world, audience="mentor")
    assert (await hand_over(world, "hejing", "hejing")).is_success


async def test_a_mentor_who_was_not_asked_takes_nothing_from_the_manager(world: World) -> None:
    await ask(world)
    assert (await hand_over(world, "hanxue", "hanxue")).json()["code"] == "help_taken_already"


async def test_a_closed_one_is_handed_to_nobody(world: World) -> None:
    await ask(world)
    await close(world)
    refused = await hand_over(world, "hejing", "hanxue")
    assert (refused.status_code, refused.json()["code"]) == (409, "help_closed_already")
