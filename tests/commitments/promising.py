"""Promises as the talks above give them: through the service, since no address of the wire gives one by itself."""

from datetime import date
from typing import Any
from uuid import UUID

import httpx

from api.commitments.models import Correction
from api.commitments.service import Promised, promise
from api.kit.origin import Origin
from tests.builders.people import an_id
from tests.builders.world import World

COMMITMENTS = "/api/v1/commitments"
THURSDAY = date(2026, 3, 26)
REVIEW = Origin("review", an_id(900))


def a_promise(world: World, number: int = 1, *, owner: str, to: str, **other: Any) -> Promised:
    """What somebody tells somebody at the end of a review: seen on Thursday, about method."""
    told: dict[str, Any] = {
        "id": an_id(number),
        "owner_id": world.id(owner),
        "to_id": world.id(to),
        "words": "先问谁回询盘，再报价。",
        "how_seen": "周四的签到里有这一句",
        "due": THURSDAY,
        "origin": REVIEW,
        "correction": Correction.METHOD,
    }
    return Promised(**(told | other))


def give(
    world: World, number: int = 1, *, owner: str = "xiaoman", to: str = "hejing", **other: Any
) -> str:
    """Stores it, as whoever it is promised to writes it down; answers its id."""
    given = a_promise(world, number, owner=owner, to=to, **other)
    stored = world.store.write_now(promise, world.actor(to), given=given)
    return str(stored.id)


def at(number: int | UUID, part: str = "") -> str:
    known = an_id(number) if isinstance(number, int) else number
    return f"{COMMITMENTS}/{known}{part}"


async def read(world: World, name: str, number: int = 1) -> Any:
    answer = await world.as_(name).get(at(number))
    assert answer.status_code == 200, answer.text
    return answer.json()


async def settle(world: World, name: str, number: int = 1, **told: Any) -> httpx.Response:
    return await world.as_(name).put(at(number, "/outcome"), json={"outcome": "kept"} | told)


async def move(world: World, name: str, due: str, number: int = 1, **told: Any) -> httpx.Response:
    sent = {"due": due, "why": "客户改到周五"} | told
    return await world.as_(name).put(at(number, "/due"), json=sent)


async def reply(world: World, name: str, number: int = 1, **told: Any) -> httpx.Response:
    sent = {"words": "我记得是客户先改的期。"} | told
    return await world.as_(name).post(at(number, "/replies"), json=sent)


async def listed(world: World, name: str, **asked: str | list[str]) -> list[str]:
    answer = await world.as_(name).get(COMMITMENTS, params=asked)
    assert answer.status_code == 200, answer.text
    return [one["id"] for one in answer.json()["items"]]
