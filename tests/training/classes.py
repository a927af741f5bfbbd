"""A class of Gull given by 何静, as devices send it: planned for today, announced, held, practised."""

from typing import Any

import httpx

from tests.builders.people import an_id
from tests.builders.world import World
from tests.drills.evening import API, Json, made
from tests.drills.the_day_after import hear

SESSIONS = f"{API}/sessions"
SERIES = f"{API}/training-series"
PLANS = f"{API}/training-plans"
TOPICS = f"{API}/topic-proposals"
TOPIC = "外贸公司够用了吗？"
NOW = "2026-03-24T02:00:00Z"
POINT = {
    "if_": "他说外贸公司够用",
    "then": "先问他们拿走几个点，再算一单",
    "skill_key": "objections",
}


class Class:
    """`number` keeps several of them apart."""

    def __init__(
        self, world: World, *, by: str = "hejing", number: int = 1, team: str = "gull"
    ) -> None:
        self.world, self.by, self.team = world, by, team
        self.id = str(an_id(8000 + number))
        self.number = number

    @property
    def at(self) -> str:
        return f"{SESSIONS}/{self.id}"

    def new(self, **other: Any) -> Json:
        told: Json = {
            "id": self.id,
            "track": "professional",
            "team_id": str(self.world.team(self.team).id),
            "day": self.world.today.isoformat(),
            "starts": "17:00",
            "topic": TOPIC,
            "topic_class": "business",
        }
        return {name: value for name, value in (told | other).items() if value is not None}

    async def plan(self, **other: Any) -> Json:
        return await made(await self.world.as_(self.by).post(SESSIONS, json=self.new(**other)))

    async def read(self, name: str | None = None) -> Json:
        return await made(await self.world.as_(name or self.by).get(self.at))

    async def put(self, what: str, told: Any = None, *, by: str | None = None) -> httpx.Response:
        return await self.world.as_(by or self.by).put(f"{self.at}/{what}", json=told)

    async def write_points(self, *points: Json, by: str | None = None) -> httpx.Response:
        return await self.put("learning-points", {"points": list(points) or [POINT]}, by=by)

    async def hold(self, **other: Any) -> Json:
        """Planned, announced and held."""
        await self.plan(**other)
        await made(await self.put("announcement"))
        return await made(await self.put("holding", {"held_at": NOW}))

    async def mark(self, name: str, mark: str = "came", **other: Any) -> httpx.Response:
        return await self.put(f"attendance/{self.world.id(name)}", {"mark": mark} | other)

    async def assign(self, **other: Any) -> httpx.Response:
        given: Json = {"kind": "field", "type_key": "trader", "due": "2026-03-31"}
        return await self.put("practice", given | other)

    async def show(
        self, name: str, *, kind: str = "visit", origin: str, number: int = 1
    ) -> httpx.Response:
        told = {
            "id": str(an_id(8100 + number)),
            "origin": {"kind": kind, "id": origin},
            "words": "我问了拿走几个点，他自己算了一单。",
        }
        return await self.world.as_(name).post(f"{self.at}/evidence", json=told)

    async def confirm(self, name: str, *, number: int = 1) -> httpx.Response:
        return await self.put(f"evidence/{an_id(8100 + number)}/confirmation", by=name)

    async def tried_at_a_visit(self, name: str, *, number: int = 1) -> Json:
        """The learner's own visit of today, shown as practice."""
        visit = await hear(self.world, who=name, number=200 + number)
        return await made(await self.show(name, origin=visit["id"], number=number))


def code(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


async def listed(world: World, name: str, **asked: str) -> list[Json]:
    found: list[Json] = (await made(await world.as_(name).get(SESSIONS, params=asked)))["items"]
    return found
