"""A help request as its helper opens it: client, sheet and last visits beside it; and on whose day it stands."""

from typing import Any

import pytest

from tests.builders.field import an_objection, check_in
from tests.builders.people import an_id
from tests.builders.world import World
from tests.drills.evening import API, Json, add_client, made, write_sheet
from tests.help_requests.asked import answer, ask, close, hand_over, sights
from tests.today.statements import statements

pytestmark = pytest.mark.anyio
MOST_STATEMENTS = 15
BESIDE = f"{API}/today/help-requests/{an_id(1)}"


async def asked(world: World, **other: Any) -> Json:
    """小满 asks about a client with a sheet, at which she was four times."""
    rep = world.as_("xiaoman")
    client = await add_client(rep)
    await write_sheet(rep, client)
    for number in range(4):
        heard = [an_objection(number, words="一年一单都没有")]
        await made(await check_in(rep, client["id"], visit=number, objections=heard))
        world.clock.let_pass(minutes=1)
    return await ask(world, about={"kind": "client", "id": client["id"]}, **other)


async def beside(world: World, name: str) -> Json:
    return await made(await world.as_(name).get(BESIDE))


async def test_anonymous_signs_in_and_a_stranger_finds_nothing(world: World) -> None:
    await asked(world)
    assert (await world.anonymous.get(BESIDE)).status_code == 401
    for name in ("stranger_admin", "dinglei", "liqun", "admin"):
        assert (await world.as_(name).get(BESIDE)).status_code == 404


async def test_the_helper_sees_who_decides_what_they_say_and_the_last_three_visits(
    world: World,
) -> None:
    await asked(world)
    found = await beside(world, "hejing")
    client = found["client"]
    assert found["request"]["id"] == str(an_id(1))
    assert (client["contact"]["name"], client["contact"]["role"]) == ("吴建平", "boss")
    assert client["sheet"]["answers_ready"] == 4
    assert [one["id"] for one in client["visits"]] == [str(an_id(n)) for n in (3, 2, 1)]
    assert client["visits"][0]["check_in"]["objections"][0]["words"] == "一年一单都没有"


async def test_a_helper_from_elsewhere_sees_the_client_once_asked_and_no_longer(
    world: World,
) -> None:
    await asked(world)
    await hand_over(world, "hejing", "sumin")
    found = await beside(world, "sumin")
    assert len(found["client"]["visits"]) == 3
    await hand_over(world, "sumin", "hanxue")
    assert (await world.as_("sumin").get(BESIDE)).status_code == 404


async def test_a_teammate_who_has_not_taken_it_sees_the_name_and_not_the_sheet(
    world: World,
) -> None:
    await asked(world, audience="team")
    found = await beside(world, "qihang")
    assert found["request"]["client"]["name"] == "暖屿灯饰"
    assert found["client"] is None
    await hand_over(world, "qihang", "qihang")
    assert (await beside(world, "qihang"))["client"]["sheet"]["answers_ready"] == 4


async def test_the_owner_is_told_whose_sheet_and_visits_were_read(world: World) -> None:
    await asked(world)
    await beside(world, "hejing")
    assert await sights(world, "xiaoman") == [("He Jing", "client_sheet"), ("He Jing", "visits")]


async def test_who_else_could_help_stands_beside_it(world: World) -> None:
    await asked(world)
    found = [one["person"]["latin_name"] for one in (await beside(world, "hejing"))["could_help"]]
    assert found == ["Shen Liqun", "Han Xue", "Zhou Qihang"]


async def test_whoever_is_named_can_really_take_it(world: World) -> None:
    await asked(world, kind="personal")
    named = (await beside(world, "hejing"))["could_help"]
    assert [one["person"]["latin_name"] for one in named] == ["Shen Liqun", "Han Xue"]
    assert [one["mentor"] for one in named] == [False, True]
    for one in named:
        given = {"helper_id": one["person"]["id"]}
        moved = await world.as_("xiaoman").put(f"{API}/help-requests/{an_id(1)}/helper", json=given)
        assert moved.status_code == 200


async def test_a_request_without_a_client_has_none_beside_it(world: World) -> None:
    await ask(world)
    assert (await beside(world, "hejing"))["client"] is None


async def test_it_stands_on_the_askers_day_until_closed_and_on_the_helpers_until_answered(
    world: World,
) -> None:
    async def days() -> tuple[int, int]:
        mine = (await made(await world.as_("xiaoman").get(f"{API}/today")))["help"]["mine"]
        theirs = (await made(await world.as_("hejing").get(f"{API}/today")))["help"]["waiting"]
        return len(mine), len(theirs)

    await asked(world)
    assert await days() == (1, 1)
    await answer(world)
    assert await days() == (1, 0)
    await close(world)
    assert await days() == (0, 0)


async def test_what_was_answered_today_is_what_the_evening_tells_of_help(world: World) -> None:
    await asked(world)
    await answer(world)
    await answer(world, words="还有一句")
    evening = await made(await world.as_("hejing").get(f"{API}/today/team/evening"))
    [one] = evening["helped"]
    assert one["origin"] == {"kind": "help_request", "id": str(an_id(1))}
    assert (one["person"]["given_name"], one["by"]["given_name"]) == ("小满", "静")


async def test_a_long_thread_costs_as_many_statements_as_a_short_one(world: World) -> None:
    await asked(world)
    await answer(world)
    costs = []
    for _ in range(2):
        with statements(world) as ran:
            await beside(world, "hejing")
        costs.append(len(ran))
        for number in range(6):
            await answer(world, words=f"{number}")
    assert costs[0] == costs[1] <= MOST_STATEMENTS
