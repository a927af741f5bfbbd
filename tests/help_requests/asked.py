"""Requests as a phone sends them."""

from typing import Any

import httpx
from sqlmodel import Session, col, select

from api.kit.events import EventRow
from tests.builders.people import an_id
from tests.builders.world import World
from tests.drills.evening import Json, made

HELP = "/api/v1/help-requests"
ONE = f"{HELP}/{an_id(1)}"
LINE = "先付一半可以，第二笔写进合同。"
"""What helped."""
WORDS = "陈总想分两次付，先付一半。我可以答应吗？"


def a_request(number: int = 1, **other: Any) -> Json:
    asked = {
        "id": str(an_id(number)),
        "kind": "price",
        "needed": "now",
        "audience": "manager",
        "words": WORDS,
        "happened_at": "2026-03-24T01:58:00Z",
    }
    return asked | other


async def ask(world: World, name: str = "xiaoman", number: int = 1, **other: Any) -> Json:
    return await made(await world.as_(name).post(HELP, json=a_request(number, **other)))


async def read(world: World, name: str, number: int = 1) -> Json:
    return await made(await world.as_(name).get(f"{HELP}/{an_id(number)}"))


async def listed(world: World, name: str, **asked: str | bool) -> list[str]:
    answer = await made(await world.as_(name).get(HELP, params=asked))
    return [one["id"] for one in answer["items"]]


async def answer(
    world: World, name: str = "hejing", number: int = 1, **said: Any
) -> httpx.Response:
    given = {"words": "可以，第二笔写进合同。"} | said
    return await world.as_(name).post(f"{HELP}/{an_id(number)}/answers", json=given)


async def hand_over(world: World, name: str, to: str, **told: Any) -> httpx.Response:
    given = {"helper_id": str(world.id(to))} | told
    return await world.as_(name).put(f"{ONE}/helper", json=given)


async def close(world: World, name: str = "xiaoman", helped: str = "yes") -> httpx.Response:
    return await world.as_(name).put(f"{ONE}/outcome", json={"helped": helped})


async def stuck(world: World) -> Json:
    return await made(await world.as_("xiaoman").put(f"{ONE}/tried", json={"still_stuck": True}))


async def sights(world: World, owner: str) -> list[tuple[str, str]]:
    """Who looked at what of the owner's."""
    log = await made(await world.as_(owner).get("/api/v1/me/access-log"))
    return sorted((one["reader"]["latin_name"], one["kind"]) for one in log["items"])


def facts(db: Session) -> list[tuple[str, Json]]:
    about = select(EventRow).where(col(EventRow.topic).startswith("help."))
    return [(row.topic, row.payload) for row in db.exec(about.order_by(col(EventRow.seq)))]


async def harvest(world: World, name: str, **told: Any) -> httpx.Response:
    given = {"kind": "case", "words": LINE} | told
    return await world.as_(name).put(f"{ONE}/harvest", json=given)


async def solved(world: World, **asked: Any) -> None:
    await ask(world, **asked)
    await answer(world)
    await close(world)
