"""PKs over the wire, as 小满 and 启航 of Gull have them. It is Tuesday 2026-03-24 until a test lets time pass."""

from typing import Any

import httpx

from tests.builders.people import an_id
from tests.builders.world import World
from tests.drills.evening import API, Json, made

RIVALRIES = f"{API}/rivalries"
LEARN = "怎么一进门就见到老板"


def at(number: int = 1, part: str = "") -> str:
    return f"{RIVALRIES}/{an_id(9700 + number)}{part}"


def a_pk(world: World, number: int = 1, *, rival: str | None = "qihang", **other: Any) -> Json:
    told: Json = {
        "id": str(an_id(9700 + number)),
        "rival_id": str(world.id(rival)) if rival else None,
        "first_day": "2026-03-24",
        "last_day": "2026-03-27",
        "terms": [{"metric": "visits"}],
        "learn": LEARN,
    }
    if rival:
        told["stake"] = "tea"
    return told | other


async def propose(
    world: World, number: int = 1, *, by: str = "xiaoman", **other: Any
) -> httpx.Response:
    return await world.as_(by).post(RIVALRIES, json=a_pk(world, number, **other))


async def accept(world: World, number: int = 1, *, by: str = "qihang") -> httpx.Response:
    given = {"learn": "怎么把异议接住再往下谈"}
    return await world.as_(by).put(at(number, "/acceptance"), json=given)


async def running(world: World, number: int = 1, **other: Any) -> Json:
    """Proposed by 小满 and accepted by 启航."""
    await made(await propose(world, number, **other))
    return await made(await accept(world, number))


async def read(world: World, name: str = "xiaoman", number: int = 1) -> Json:
    return await made(await world.as_(name).get(at(number)))


async def withdraw(world: World, name: str = "xiaoman", number: int = 1) -> httpx.Response:
    return await world.as_(name).delete(at(number))


async def tell_team(world: World, name: str, number: int = 1, *, told: bool = True) -> Json:
    given = {"told": told}
    return await made(await world.as_(name).put(at(number, "/announcement"), json=given))


async def listed(world: World, name: str) -> list[Json]:
    found = await made(await world.as_(name).get(RIVALRIES))
    return list(found["items"])


async def on_the_wall(world: World, name: str) -> list[Json]:
    found = await made(await world.as_(name).get(f"{RIVALRIES}/on-the-wall"))
    return list(found["items"])
