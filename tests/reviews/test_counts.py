"""A region sees how many reviews were planned and held in its teams, and how promises were kept on both sides."""

from typing import Any

import pytest

from tests.builders.people import an_id
from tests.builders.world import World
from tests.drills.evening import API, Json, made
from tests.reviews.talking import REVIEWS, Talk

pytestmark = pytest.mark.anyio
COUNTS = f"{REVIEWS}/counts"


async def gull(world: World, name: str = "liqun", **asked: str) -> Json:
    told = await made(await world.as_(name).get(COUNTS, params=asked))
    return next(team for team in told["teams"] if team["name"]["en"] == "Gull")


def a_talk(world: World, number: int) -> Talk:
    talk = Talk(world)
    talk.id = str(an_id(number))
    return talk


async def held(world: World, number: int, outcome: str) -> None:
    """A review whose two promises were settled as told."""
    talk = a_talk(world, number)
    await talk.plan()
    await talk.begin()
    mine, hosts = talk.of_person(10 * number), talk.of_host(10 * number)
    await made(await talk.promise(mine, hosts))
    for name in ("hejing", "qihang"):
        await made(await talk.agree(name))
    told = {"outcome": outcome} | ({} if outcome == "kept" else {"reason": "没来得及"})
    for one in (mine, hosts):
        await made(await talk.person.put(f"{API}/commitments/{one['id']}/outcome", json=told))


@pytest.mark.parametrize("name", ["xiaoman", "sumin", "admin"])
async def test_only_those_who_look_after_teams_count(world: World, name: str) -> None:
    assert (await world.as_(name).get(COUNTS)).status_code == 403


async def test_planned_held_moved_skipped_and_not_held_are_told(world: World) -> None:
    await held(world, 1, "kept")
    moved, skipped, late = a_talk(world, 2), a_talk(world, 3), a_talk(world, 4)
    for talk in (moved, skipped, late):
        await talk.plan()
    day = {"day": "2026-03-25", "starts": "16:30", "reason": "展会"}
    await made(await moved.put("day", day))
    await made(await skipped.put("skip", {"reason": "展会"}))
    world.clock.let_pass(days=1)
    told = await gull(world)
    figures = {name: told[name] for name in ("planned", "held", "moved", "skipped", "not_held")}
    assert figures == {"planned": 4, "held": 1, "moved": 1, "skipped": 1, "not_held": 1}
    assert (await gull(world, **{"from": "2026-03-25"}))["planned"] == 1


async def test_kept_promises_are_told_of_both_sides_from_five_on(world: World) -> None:
    for number in range(1, 5):
        await held(world, number, "kept")
    assert (await gull(world))["kept_by_reps"] is None
    await held(world, 5, "not")
    told = await gull(world)
    assert told["kept_by_reps"] == told["kept_by_host"] == {"settled": 5, "kept": 4}


async def test_a_manager_counts_the_own_team_and_a_stranger_another_region(world: World) -> None:
    await held(world, 1, "kept")

    async def names(reader: str) -> list[Any]:
        told = await made(await world.as_(reader).get(COUNTS))
        return [team["name"]["en"] for team in told["teams"]]

    assert await names("hejing") == ["Gull"]
    assert await names("liqun") == ["Gull", "Lighthouse"]
    assert await names("stranger_manager") == ["First"]


async def test_reviews_on_a_managers_own_coaching_are_not_among_them(world: World) -> None:
    talk = Talk(world, host="liqun", person="hejing")
    await talk.plan(kind="manager")
    assert (await gull(world))["planned"] == 0
