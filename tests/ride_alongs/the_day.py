"""A day of 小满 with her mentor 韩雪, as their phone and tablet send it."""

from typing import Any

import httpx

from tests.builders.field import API, a_check_in
from tests.builders.people import an_id
from tests.builders.world import World
from tests.drills.evening import Json, add_client, made, plan_visit

RIDES = f"{API}/ride-alongs"
AT = "2026-03-25T03:12:00Z"
"""Wednesday 11:12 in Shanghai: the day after the world's today."""


class Day:
    """Asked for on Tuesday, ridden on Wednesday; `tablet` is 韩雪's, `phone` is 小满's."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.tablet, self.phone = world.as_("hanxue"), world.as_("xiaoman")
        self.ride: Json = {}
        self.visits: list[Json] = []

    @property
    def at(self) -> str:
        return f"{RIDES}/{self.ride['id']}"

    def wish(self, **changed: Any) -> Json:
        return {
            "id": str(an_id(7000)),
            "mentor_id": str(self.world.id("hanxue")),
            "apprentice_id": str(self.world.id("xiaoman")),
            "day": "2026-03-25",
            "wish": "他压价的时候先别替我说",
            **changed,
        }

    async def ask(self, **changed: Any) -> "Day":
        self.ride = await made(await self.phone.post(RIDES, json=self.wish(**changed)))
        return self

    async def accept(self) -> "Day":
        self.ride = await made(await self.tablet.put(f"{self.at}/acceptance", json={}))
        return self

    async def prepare(self, **changed: Any) -> "Day":
        told = {
            "focus_skill_key": "objections",
            "help_wanted": "让我试一次",
            "to_know": "没有",
            **changed,
        }
        self.ride = await made(await self.phone.put(f"{self.at}/preparation", json=told))
        return self

    async def plan(self, *, clients: int = 2) -> "Day":
        """Visits of 小满 on the day of the ride."""
        for number in range(clients):
            client = await add_client(self.phone, name=f"暖屿灯饰{number}")
            self.visits.append(
                await plan_visit(
                    self.phone, client, day="2026-03-25", planned_time=f"{9 + number:02}:30"
                )
            )
        return self

    async def dawn(self) -> "Day":
        """Wednesday has come; everybody signs in afresh."""
        self.world.clock.let_pass(hours=25)
        self.tablet, self.phone = self.world.as_("hanxue"), self.world.as_("xiaoman")
        return self

    async def begin(self, *, clients: int = 2) -> "Day":
        await (await (await self.ask()).accept()).prepare()
        await self.plan(clients=clients)
        return await self.dawn()

    async def choose(
        self,
        visit: Json,
        rung: str,
        *,
        by: httpx.AsyncClient | None = None,
        number: int = 7100,
        **at: str,
    ) -> httpx.Response:
        leads = "apprentice" if rung in ("do", "tell_back") else "mentor"
        choice = {"id": str(an_id(number)), "at": AT, "rung": rung, "leads": leads, **at}
        device = by or self.tablet
        return await device.put(f"{self.at}/visits/{visit['id']}", json={"choice": choice})

    async def visit_done(self, visit: Json) -> None:
        told = a_check_in(visit["client"]["id"], happened_at=AT)
        await made(await self.phone.put(f"{API}/visits/{visit['id']}/check-in", json=told))

    async def read(self, device: httpx.AsyncClient | None = None) -> Json:
        return await made(await (device or self.tablet).get(self.at))

    def moment(self, number: int, **changed: Any) -> Json:
        told = {"id": str(an_id(number)), "at": AT, "visit_id": self.visits[0]["id"]}
        return {**told, "tag": "heard", "words": "三万块太贵了", **changed}

    def rescue(self, number: int, **changed: Any) -> Json:
        told = {"id": str(an_id(number)), "at": AT, "visit_id": self.visits[0]["id"]}
        return {
            **told,
            "why": "stuck",
            "type_key": "noresult",
            "said": "以前做过，没效果",
            **changed,
        }

    async def note(self, number: int, *, by: httpx.AsyncClient | None = None, **told: Any) -> Json:
        device = by or self.tablet
        return await made(await device.post(f"{self.at}/moments", json=self.moment(number, **told)))

    async def step_in(self, number: int, **told: Any) -> Json:
        rescue = self.rescue(number, **told)
        return await made(await self.tablet.post(f"{self.at}/rescues", json=rescue))

    def summed_up(self, number: int = 7500, **changed: Any) -> Json:
        return {
            "id": str(an_id(number)),
            "written_at": "2026-03-25T11:10:00Z",
            "well": "他嫌贵的时候我没慌",
            "stuck": "说到合伙人就不知道怎么往下约",
            "strength_one": "先谢再问",
            "strength_two": "算一单，不算一年",
            "change": "听到合伙人，先问他会问什么",
            "correction": "skill",
            "mark_preparation": 4,
            "mark_script": 3,
            "mark_result": 4,
            "action": "今晚练三轮合伙人",
            "action_due": "2026-03-27",
            "action_seen": "周五早上一起看",
            "promise": "周五上午陪去",
            "promise_due": "2026-03-27",
            **changed,
        }

    async def sum_up(
        self, *, by: httpx.AsyncClient | None = None, number: int = 7500, **changed: Any
    ) -> Json:
        written = self.summed_up(number, **changed)
        return await made(await (by or self.tablet).put(f"{self.at}/debrief", json=written))

    async def answer(
        self, debrief: int = 7500, *, number: int = 7600, **told: Any
    ) -> httpx.Response:
        given = {
            "id": str(an_id(number)),
            "debrief_id": str(an_id(debrief)),
            "agrees": True,
            **told,
        }
        return await self.phone.put(f"{self.at}/debrief/acknowledgement", json=given)


def code(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]
