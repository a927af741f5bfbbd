"""A weekly review of 启航 by 何静, as their devices send it; 小满's has her mentor 韩雪 beside her."""

from datetime import timedelta
from typing import Any

import httpx

from tests.builders.people import an_id
from tests.builders.world import World
from tests.drills.evening import API, Json, made

REVIEWS = f"{API}/reviews"
SERIES = f"{API}/review-series"
NOW = "2026-03-24T02:00:00Z"
ONE = str(an_id(1))


class Talk:
    """Between a host and a person, 何静 and 启航 unless a test says otherwise."""

    def __init__(self, world: World, *, host: str = "hejing", person: str = "qihang") -> None:
        self.world, self.host_name, self.person_name = world, host, person
        self.host, self.person = world.as_(host), world.as_(person)
        self.id = ONE

    @property
    def at(self) -> str:
        return f"{REVIEWS}/{self.id}"

    async def plan(self, **other: Any) -> Json:
        answer = await self.host.post(REVIEWS, json=self.new(**other))
        planned = await made(answer)
        self.id = planned["id"]
        return planned

    def new(self, **other: Any) -> Json:
        told = {
            "id": self.id,
            "kind": "weekly",
            "person_id": str(self.world.id(self.person_name)),
            "day": self.world.today.isoformat(),
            "starts": "16:30",
        }
        return {name: value for name, value in (told | other).items() if value is not None}

    async def open(self) -> None:
        answer = await self.world.as_(self.person_name).put(f"{self.at}/snapshot")
        assert answer.status_code == 204, answer.text

    async def read(self, name: str | None = None) -> Json:
        return await made(await self.world.as_(name or self.host_name).get(self.at))

    async def put(self, what: str, told: Any, *, by: str | None = None) -> httpx.Response:
        return await self.world.as_(by or self.host_name).put(f"{self.at}/{what}", json=told)

    def of_person(self, number: int = 1, **other: Any) -> Json:
        """A typed promise of the person, due in a week."""
        told = {
            "id": str(an_id(100 + number)),
            "owner_id": str(self.world.id(self.person_name)),
            "words": "老板类客户都排到四点后",
            "how_seen": "下周三看有效率",
            "due": (self.world.today + timedelta(days=7)).isoformat(),
            "correction": "method",
        }
        return told | other

    def of_host(self, number: int = 1, **other: Any) -> Json:
        told = {
            "id": str(an_id(200 + number)),
            "owner_id": str(self.world.id(self.host_name)),
            "words": "周一给一份守门人话术",
            "how_seen": "周一中午前发到群里",
            "due": (self.world.today + timedelta(days=6)).isoformat(),
        }
        return told | other

    async def begin(self) -> Json:
        return await made(await self.put("session", {"started_at": NOW}))

    async def promise(self, *promises: Json, by: str | None = None) -> httpx.Response:
        given = list(promises) or [self.of_person(), self.of_host()]
        return await self.put("commitments", {"promises": given}, by=by)

    async def agree(
        self, by: str, *, tapped: str | None = None, version: int = 1
    ) -> httpx.Response:
        told: Json = {"promises_version": version, "agreed_at": NOW}
        if tapped is not None:
            told["person_id"] = str(self.world.id(tapped))
        return await self.put("agreement", told, by=by)

    async def held(self, **other: Any) -> Json:
        """Planned, begun, promised and agreed by both."""
        await self.plan(**other)
        await self.begin()
        await made(await self.promise())
        await made(await self.agree(self.host_name))
        return await made(await self.agree(self.person_name))


def code(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]
