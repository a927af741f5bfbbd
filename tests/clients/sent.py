"""What a phone sends about clients, and the few steps most of these tests begin with."""

from typing import Any

import httpx

from api.clients import service
from tests.builders.people import an_id
from tests.builders.world import World

CLIENTS = "/api/v1/clients"
CLIENT, SHEET = an_id(1), an_id(2)


def a_client(**other: Any) -> dict[str, Any]:
    """A client born on a phone, with its boss."""
    boss = {"id": str(an_id(11)), "name": "吴建平", "title": "总经理", "role": "boss"}
    return {"id": str(CLIENT), "name": "暖屿灯饰", "industry": "灯具", "contacts": [boss]} | other


def a_sheet(**other: Any) -> dict[str, Any]:
    """A sheet with three answers and one question for the visit."""
    heard = {
        "id": str(an_id(21)),
        "type_key": "noresult",
        "words": "做过一年，一个单都没有。",
        "answer": "当时谁回询盘、多久回？先看那一步。",
        "answer_id": None,
    }
    return {
        "id": str(SHEET),
        "decider": {"text": "吴建平，急性子；太太管账"},
        "situation": {"text": "吊灯出口三成，靠展会"},
        "objections": {"items": [heard]},
        "competitors": {"items": [], "unknown": True},
        "goal": "约到看后台",
        "amount": {"amount_minor": 5980000, "currency": "CNY"},
        "fall_back": "留一份案例",
    } | other


def path(*parts: Any) -> str:
    return "/".join((CLIENTS, str(CLIENT), *map(str, parts)))


def version(number: int) -> dict[str, str]:
    return {"If-Match": f'"{number}"'}


async def add(world: World, who: str, **other: Any) -> dict[str, Any]:
    """Stores `a_client` as this person's own."""
    answer = await world.as_(who).post(CLIENTS, json=a_client(**other))
    assert answer.status_code == 201, answer.text
    stored: dict[str, Any] = answer.json()
    return stored


async def write(world: World, who: str, *, over: int = 0, **other: Any) -> httpx.Response:
    """Writes `a_sheet` over version `over`."""
    sheet = a_sheet(**other)
    return await world.as_(who).put(path("sheet"), json=sheet, headers=version(over))


def hand_over(world: World, by: str, *, leaving: str, taking: str, only: Any = None) -> list[Any]:
    """Through the service: its route lives with the visits, which move too."""
    return world.store.write_now(
        service.hand_over,
        world.actor(by),
        from_id=world.id(leaving),
        to_id=world.id(taking),
        client_ids=only,
    )
