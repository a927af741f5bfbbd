"""A certification of 小满, planned by her manager and marked by two."""

from typing import Any

import httpx

from tests.builders.people import an_id
from tests.builders.world import World
from tests.drills.evening import API, Json

CERTIFICATIONS = f"{API}/certifications"
ONE = f"{CERTIFICATIONS}/{an_id(8800)}"
AREAS = ("opening", "discovery", "presentation", "objections", "close", "collection")


def a_certification(world: World, number: int = 0, **other: Any) -> Json:
    return {
        "id": str(an_id(8800 + number)),
        "person_id": str(world.id("xiaoman")),
        "assessor_ids": [str(world.id("hanxue")), str(world.id("hejing"))],
        "day": "2026-03-24",
        "must_pass": "objections",
    } | other


async def plan(world: World, by: str = "hejing", **other: Any) -> httpx.Response:
    return await world.as_(by).post(CERTIFICATIONS, json=a_certification(world, **other))


def marks(each: int = 3, **other: Any) -> Json:
    lines = {"strong": "先问清楚谁拍板，再报价。", "next": "按单算，不按年算。"}
    return dict.fromkeys(AREAS, each) | lines | other


async def mark(world: World, by: str, each: int = 3, **other: Any) -> httpx.Response:
    return await world.as_(by).put(f"{ONE}/marks", json=marks(each, **other))


async def seen(world: World, name: str) -> httpx.Response:
    return await world.as_(name).get(ONE)
