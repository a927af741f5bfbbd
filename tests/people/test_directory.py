"""Finding people: by name, pinyin and initials; who has not joined yet, told to those who look after them."""

from typing import Any

import pytest

from tests.builders.people import PASSWORD, an_id
from tests.builders.world import World

PEOPLE = "/api/v1/people"


async def found(world: World, reader: str, **asked: str) -> list[str]:
    answer = await world.as_(reader).get(PEOPLE, params=asked)
    assert answer.status_code == 200, answer.text
    return [one["given_name"] for one in answer.json()["items"]]


async def add(world: World, number: int = 1, **other: Any) -> str:
    """Somebody new in Gull, who has no password yet."""
    given = {"id": str(an_id(number)), "login": f"xin.ren{number}", "family_name": "新"}
    given |= {"given_name": "人", "role": "rep", "joined_on": "2026-03-24"}
    team = {"team_id": str(world.team("gull").id)}
    answer = await world.as_("hejing").post(PEOPLE, json={**given, **team, **other})
    assert answer.status_code == 201, answer.text
    return str(answer.json()["id"])


async def accept(world: World, person: str) -> None:
    made = await world.as_("hejing").post(f"{PEOPLE}/{person}/invitation")
    token = made.json()["link"].partition("#")[2]
    told = {"token": token, "password": PASSWORD}
    answer = await world.device().post(
        "/api/v1/invitations/accept", json=told, headers={"x-alongside": "1"}
    )
    assert answer.is_success, answer.text


@pytest.mark.parametrize(
    "asked", ["小满", "林小满", "满", "linxiaoman", "Lin Xiaoman", "XIAO", "lxm", "ｌｘｍ"]
)
async def test_somebody_is_found_by_a_part_of_the_name_its_pinyin_or_initials(
    world: World, asked: str
) -> None:
    assert await found(world, "zhaohui", q=asked) == ["小满"]


@pytest.mark.parametrize("asked", ["%", "_", "lin.xiaoman", "没有这个人"])
async def test_nothing_else_finds_anybody(world: World, asked: str) -> None:
    assert await found(world, "zhaohui", q=asked) == []


async def test_spaces_ask_for_everybody(world: World) -> None:
    assert len(await found(world, "zhaohui", q="  ")) == 9


async def test_a_name_is_looked_for_in_one_team_when_asked_so(world: World) -> None:
    lighthouse = str(world.team("lighthouse").id)
    assert await found(world, "xiaoman", q="h", team=lighthouse) == ["朝晖"]


async def test_a_new_name_is_found_and_the_old_one_no_longer(world: World) -> None:
    where = f"{PEOPLE}/{world.id('qihang')}"
    change = {"family_name": "吴", "latin_name": "Wu Qihang"}
    changed = await world.as_("admin").patch(where, json=change, headers={"if-match": '"1"'})
    assert (changed.status_code, changed.json()["version"]) == (200, 2)
    assert await found(world, "xiaoman", q="wqh") == ["启航"]
    assert await found(world, "xiaoman", q="zqh") == []


async def test_nobody_of_another_organisation_is_found(world: World) -> None:
    assert await found(world, "stranger_admin", q="lxm") == []


async def test_whether_somebody_has_joined_is_told_to_those_who_look_after_them(
    world: World,
) -> None:
    person = await add(world)
    told = {}
    for reader in ("hejing", "admin", "zhaohui", "qihang", "liqun", "sumin"):
        rows = (await world.as_(reader).get(PEOPLE)).json()["items"]
        told[reader] = {row["id"]: row["invitation_accepted"] for row in rows}[person]
    assert told.pop("hejing") is told.pop("admin") is False
    assert set(told.values()) == {None}


async def test_an_accepted_invitation_ends_the_waiting(world: World) -> None:
    person = await add(world)
    assert await found(world, "hejing", state="invited") == ["人"]
    await accept(world, person)
    assert await found(world, "hejing", state="invited") == []
    read = await world.as_("hejing").get(f"{PEOPLE}/{person}")
    assert read.json()["invitation_accepted"] is True


async def test_who_has_not_joined_is_listed_only_for_those_who_look_after_them(
    world: World,
) -> None:
    await add(world)
    for reader, shown in {"hejing": ["人"], "admin": ["人"], "zhaohui": [], "qihang": []}.items():
        assert await found(world, reader, state="invited") == shown, reader


async def test_who_left_before_joining_is_no_longer_waited_for(world: World) -> None:
    person = await add(world)
    await world.as_("hejing").put(f"{PEOPLE}/{person}/disabled", json={"reason": "Changed plans"})
    assert await found(world, "hejing", state="invited") == []
