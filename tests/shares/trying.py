"""Trying what others told, over the wire."""

from typing import Any

import httpx

from tests.builders.people import an_id
from tests.builders.world import World
from tests.drills.evening import made
from tests.shares.telling import API, SHARES

TRIES = f"{API}/tries"
EVENING = "2026-03-24T11:20:00Z"
"""19:20 in Shanghai, while the team shares."""
Json = dict[str, Any]


async def tip(world: World, name: str = "xiaoman", words: str = "先问他去年谁回询盘") -> str:
    told = {"kind": "tip", "words": words}
    return str((await made(await world.as_(name).post(SHARES, json=told)))["id"])


async def wish(
    world: World, name: str, *, number: int = 1, at: str = EVENING, **of: str | None
) -> httpx.Response:
    """As the phone sends it; the id of the wish is `an_id(8000 + number)`."""
    return await world.as_(name).put(f"{TRIES}/{wish_id(number)}", json={"wished_at": at} | of)


def wish_id(number: int = 1) -> str:
    return str(an_id(8000 + number))


async def tell(
    world: World, name: str, visit: str, result: str | None, number: int = 1
) -> httpx.Response:
    word = {"visit_id": visit, "result": result}
    return await world.as_(name).put(f"{TRIES}/{wish_id(number)}/word", json=word)


async def mine(world: World, name: str) -> list[Json]:
    return list((await made(await world.as_(name).get(f"{API}/me/tries")))["items"])


async def tried(world: World, name: str) -> list[Json]:
    """What the author reads of those who try it."""
    return list((await made(await world.as_(name).get(f"{API}/me/tried")))["items"])


async def on_the_card(world: World, name: str, day: str) -> list[list[Json]]:
    """What stands on the cards of a day, visit by visit."""
    read = await made(await world.as_(name).get(f"{API}/today", params={"day": day}))
    return [visit["tries"] for visit in read["visits"]]
