"""What two people do before and during an evening, as a phone sends it."""

from typing import Any
from uuid import UUID

import httpx

from tests.builders.people import an_id
from tests.builders.world import World

API = "/api/v1"
STARTED = "2026-03-24T10:34:00Z"
Json = dict[str, Any]


def answers(**changed: Any) -> Json:
    """A client sheet with its four answers."""
    return {
        "decider": {"text": "吴建平，一个人定", "unknown": False},
        "situation": {"text": "三条线，一半出口", "unknown": False},
        "objections": {
            "items": [
                {
                    "id": str(an_id(900)),
                    "type_key": "noresult",
                    "words": "一年一单都没有",
                    "answer": "当时谁回询盘？",
                }
            ],
            "unknown": False,
        },
        "competitors": {"items": [], "unknown": True},
        "goal": "约合伙人周四一起谈",
        **changed,
    }


NOT_YET = {"text": "", "unknown": False}


async def made(asked: httpx.Response) -> Json:
    assert asked.status_code < 300, asked.text
    found: Json = asked.json()
    return found


async def add_client(rep: httpx.AsyncClient, *, name: str = "暖屿灯饰") -> Json:
    contacts = [
        {"name": "小陈", "role": "gatekeeper"},
        {"name": "吴建平", "title": "总经理", "role": "boss"},
    ]
    return await made(await rep.post(f"{API}/clients", json={"name": name, "contacts": contacts}))


async def write_sheet(
    rep: httpx.AsyncClient, client: Json, *, version: int = 0, **changed: Any
) -> Json:
    written = await rep.put(
        f"{API}/clients/{client['id']}/sheet",
        json=answers(**changed),
        headers={"If-Match": f'"{version}"'},
    )
    return await made(written)


async def plan_visit(rep: httpx.AsyncClient, client: Json, *, day: str, **other: Any) -> Json:
    visit = {"client_id": client["id"], "day": day, "purpose": "follow_up", **other}
    return await made(await rep.post(f"{API}/visits", json=visit))


async def behaviours(rep: httpx.AsyncClient) -> list[str]:
    playbook = await made(await rep.get(f"{API}/playbook"))
    skill = next(one for one in playbook["skills"] if one["key"] == "objections")
    return [one["id"] for one in skill["behaviours"]]


class Evening:
    """小满 and 启航 play a client of 小满's on her phone, for a visit tomorrow."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.xiaoman = world.as_("xiaoman")
        self.qihang = world.as_("qihang")
        self.client: Json = {}
        self.sheet: Json = {}
        self.visit: Json = {}
        self.drill: Json = {}
        self.ticked: list[Json] = []

    async def begin(self) -> "Evening":
        self.client = await add_client(self.xiaoman)
        self.sheet = await write_sheet(self.xiaoman, self.client)
        day = self.world.tomorrow.isoformat()
        self.visit = await plan_visit(self.xiaoman, self.client, day=day)
        self.drill = await made(await self.start())
        seen = await behaviours(self.xiaoman)
        self.ticked = [{"behaviour_id": one, "mark": "partly"} for one in seen[:3]]
        return self

    async def start(self, **changed: Any) -> httpx.Response:
        return await self.xiaoman.post(f"{API}/drills", json=self.new_drill(**changed))

    def new_drill(self, **changed: Any) -> Json:
        return {
            "id": str(an_id(1)),
            "day": self.world.today.isoformat(),
            "people_ids": [str(self.world.id("qihang"))],
            "started_at": STARTED,
            **changed,
        }

    def new_round(self, **changed: Any) -> Json:
        """小满 in the rep's seat, 启航 as the boss."""
        return {
            "id": str(an_id(10)),
            "visit_id": self.visit["id"],
            "client_id": self.client["id"],
            "sheet_version_id": self.sheet["id"],
            "rep_id": str(self.world.id("xiaoman")),
            "boss_id": str(self.world.id("qihang")),
            "briefed": True,
            "started_at": STARTED,
            "seconds": 384,
            "verdict": "would_meet_again",
            "rep_words": "我急了",
            "ticks": self.ticked,
            "keep": "他急的时候我没抢话",
            "change": "报价前先问清谁管询盘",
            "change_kind": "method",
            "lines": [{"words": "一年一单都没有", "answer": "当时谁回询盘、多久回？"}],
            **changed,
        }

    def swapped(self, **changed: Any) -> Json:
        """启航 in the rep's seat, 小满 as the boss."""
        seats = {"rep_id": str(self.world.id("qihang")), "boss_id": str(self.world.id("xiaoman"))}
        return self.new_round(**{"id": str(an_id(11)), **seats, **changed})

    async def play(self, played: Json, *, by: httpx.AsyncClient | None = None) -> httpx.Response:
        who = by or self.xiaoman
        return await who.post(f"{API}/drills/{self.drill['id']}/rounds", json=played)

    async def read(self, reader: httpx.AsyncClient) -> Json:
        return await made(await reader.get(f"{API}/drills/{self.drill['id']}"))

    async def read_round(self, reader: httpx.AsyncClient, number: int = 10) -> httpx.Response:
        return await reader.get(f"{API}/drills/{self.drill['id']}/rounds/{an_id(number)}")

    async def hand_over(self, *, to: str) -> None:
        moved = {"from_id": str(self.world.id("xiaoman")), "to_id": str(self.world.id(to))}
        await made(await self.world.as_("hejing").post(f"{API}/clients/hand-over", json=moved))


def ids(people: list[Json]) -> set[UUID]:
    return {UUID(person["id"]) for person in people}
