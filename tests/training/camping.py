"""A newcomer's camp in Gull, as devices send it; 林小满 joined before there were camps, so 何静 begins hers."""

from typing import Any

import httpx

from tests.builders.people import an_id
from tests.builders.world import World
from tests.drills.evening import API, Json, made

CAMPS = f"{API}/camps"
TEMPLATE = f"{API}/camp-template"
FIVE = ("see", "believe", "act", "reflect", "share")
NOW = "2026-03-24T02:00:00Z"


class InCamp:
    """`number` keeps several of them apart."""

    def __init__(
        self, world: World, *, who: str = "xiaoman", by: str = "hejing", number: int = 1
    ) -> None:
        self.world, self.who, self.by = world, who, by
        self.id = str(an_id(8700 + number))

    @property
    def at(self) -> str:
        return f"{CAMPS}/{self.id}"

    def new(self, **other: Any) -> Json:
        return {"id": self.id, "person_id": str(self.world.id(self.who)), **other}

    async def begin(self, **other: Any) -> Json:
        return await made(await self.world.as_(self.by).post(CAMPS, json=self.new(**other)))

    async def read(self, name: str | None = None) -> Json:
        return await made(await self.world.as_(name or self.who).get(self.at))

    async def hand_in(
        self, dimension: str, *, by: str | None = None, **told: Any
    ) -> httpx.Response:
        given: Json = told or {"words": f"{dimension}：我看到三家工厂。"}
        return await self.world.as_(by or self.who).put(
            f"{self.at}/days/{dimension}", json={"happened_at": NOW, **given}
        )

    async def plan_show(self, day: str = "2026-03-24", *, by: str | None = None) -> httpx.Response:
        told = {"day": day, "about": "三家工厂，和我为什么相信"}
        return await self.world.as_(by or self.who).put(f"{self.at}/show", json=told)

    async def hold_show(self, by: str = "hejing") -> httpx.Response:
        return await self.world.as_(by).put(f"{self.at}/show/holding")

    async def shake(self, by: str) -> httpx.Response:
        return await self.world.as_(by).put(f"{self.at}/handshake")

    async def finish(self) -> Json:
        """All five days, the show and both hands, on one day."""
        await self.begin()
        for dimension in FIVE:
            await made(await self.hand_in(dimension))
        await made(await self.plan_show())
        await made(await self.hold_show())
        await made(await self.shake("hanxue"))
        return await made(await self.shake(self.who))


def states(camp: Json) -> list[str]:
    return [day["state"] for day in camp["days"]]
