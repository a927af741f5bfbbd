"""Mentor and apprentice: who may pair them, how many, and from which day to which."""

from typing import Any

import httpx

from tests.builders.people import an_id
from tests.builders.world import World


async def pair(world: World, by: str, mentor: str, apprentice: str, **other: Any) -> httpx.Response:
    given = {
        "mentor_id": str(world.id(mentor)),
        "apprentice_id": str(world.id(apprentice)),
        "starts_on": "2026-03-24",
        **other,
    }
    return await world.as_(by).post("/api/v1/mentor-pairs", json=given)


async def the_pair(world: World) -> str:
    """The pair the world begins with: 韩雪 and 林小满."""
    pairs = (await world.as_("xiaoman").get("/api/v1/mentor-pairs")).json()
    return str(pairs["items"][0]["id"])


async def test_the_apprentices_manager_pairs_them(world: World) -> None:
    answer = await pair(world, "hejing", "hanxue", "qihang")
    assert answer.status_code == 201
    assert answer.json()["mentor"]["latin_name"] == "Han Xue"
    assert world.actor("hanxue").apprentice_ids == {world.id("xiaoman"), world.id("qihang")}


async def test_a_mentor_has_at_most_two_apprentices(world: World) -> None:
    await pair(world, "hejing", "hanxue", "qihang")
    third = await pair(world, "zhaohui", "hanxue", "dinglei")
    assert (third.status_code, third.json()["code"]) == (409, "mentor_full")


async def test_a_place_is_free_again_after_the_last_day_of_a_pair(world: World) -> None:
    await pair(world, "hejing", "hanxue", "qihang")
    where = f"/api/v1/mentor-pairs/{await the_pair_of(world, 'xiaoman')}/end"
    assert (await world.as_("hejing").put(where, json={"ends_on": "2026-03-27"})).status_code == 200
    on_the_day = await pair(world, "zhaohui", "hanxue", "dinglei", starts_on="2026-03-27")
    assert on_the_day.json()["code"] == "mentor_full"
    after = await pair(world, "zhaohui", "hanxue", "dinglei", starts_on="2026-03-28")
    assert after.status_code == 201


async def the_pair_of(world: World, apprentice: str) -> str:
    pairs = (await world.as_("xiaoman").get("/api/v1/mentor-pairs")).json()["items"]
    wanted = str(world.id(apprentice))
    return next(str(one["id"]) for one in pairs if one["apprentice"]["id"] == wanted)


async def test_an_apprentice_has_one_mentor_at_a_time(world: World) -> None:
    second = await pair(world, "hejing", "qihang", "xiaoman")
    assert second.json()["code"] == "already_mentored"


async def test_a_manager_may_be_a_mentor_but_not_an_apprentice(world: World) -> None:
    assert (await pair(world, "hejing", "hejing", "qihang")).status_code == 201
    answer = await pair(world, "admin", "hanxue", "zhaohui")
    assert answer.json()["code"] == "not_a_mentor"


async def test_nobody_is_their_own_mentor_nor_paired_with_strangers(world: World) -> None:
    assert (await pair(world, "hejing", "qihang", "qihang")).json()["code"] == "not_a_mentor"
    assert (await pair(world, "hejing", "stranger", "qihang")).json()["code"] == "not_a_mentor"
    assert (await pair(world, "hejing", "hanxue", "stranger")).status_code == 404


async def test_only_the_apprentices_manager_and_admins_pair(world: World) -> None:
    assert (await pair(world, "zhaohui", "hanxue", "qihang")).status_code == 404
    assert (await pair(world, "hanxue", "hanxue", "qihang")).status_code == 404
    assert (await pair(world, "admin", "hanxue", "qihang")).status_code == 201


async def test_a_pair_counts_on_its_last_day_and_no_longer(world: World) -> None:
    where = f"/api/v1/mentor-pairs/{await the_pair(world)}/end"
    await world.as_("hejing").put(where, json={"ends_on": "2026-03-24"})
    assert world.actor("hanxue").apprentice_ids == {world.id("xiaoman")}
    world.clock.let_pass(hours=13, minutes=59)
    assert world.actor("hanxue").apprentice_ids == {world.id("xiaoman")}
    world.clock.let_pass(minutes=1)  # midnight in Shanghai
    assert world.actor("hanxue").apprentice_ids == frozenset()


async def test_a_pair_counts_from_its_first_day(world: World) -> None:
    await pair(world, "hejing", "hanxue", "qihang", starts_on="2026-03-25")
    assert world.id("qihang") not in world.actor("hanxue").apprentice_ids
    world.clock.let_pass(hours=14)
    assert world.id("qihang") in world.actor("hanxue").apprentice_ids


async def test_a_pair_sent_twice_is_one_pair(world: World) -> None:
    first = await pair(world, "hejing", "hanxue", "qihang", id=str(an_id(7)))
    again = await pair(world, "hejing", "hanxue", "qihang", id=str(an_id(7)))
    assert again.json() == first.json()
    pairs = (await world.as_("xiaoman").get("/api/v1/mentor-pairs")).json()["items"]
    assert len(pairs) == 2


async def test_pairs_that_are_over_and_those_that_are_not_can_be_asked_for(world: World) -> None:
    over = await the_pair(world)
    where = f"/api/v1/mentor-pairs/{over}/end"
    await world.as_("hejing").put(where, json={"ends_on": "2026-03-23"})
    last_day = (await pair(world, "hejing", "hanxue", "qihang")).json()["id"]
    where = f"/api/v1/mentor-pairs/{last_day}/end"
    await world.as_("hejing").put(where, json={"ends_on": "2026-03-24"})
    later = (await pair(world, "zhaohui", "hanxue", "dinglei", starts_on="2026-04-01")).json()["id"]
    told = {}
    for ended in ("true", "false"):
        asked = {"ended": ended}
        found = await world.as_("xiaoman").get("/api/v1/mentor-pairs", params=asked)
        told[ended] = [one["id"] for one in found.json()["items"]]
    assert told == {"true": [over], "false": [later, last_day]}
