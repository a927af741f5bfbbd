"""A team large enough to be told in counts, and what its reps bring from the field."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlmodel import Session

from tests.builders.field import a_check_in
from tests.builders.people import an_id, make_person
from tests.builders.world import World
from tests.drills.evening import API, Json, add_client, made, write_sheet

LAST_FIVE = ("2026-03-17", "2026-03-18", "2026-03-19", "2026-03-20", "2026-03-23")
"""The whole working days before the world's Tuesday morning, a weekend among them."""
FIVE_BEFORE = ("2026-03-10", "2026-03-11", "2026-03-12", "2026-03-13", "2026-03-16")


def add_reps(world: World, team: str, *, until: int) -> None:
    """Fills a team up to so many active reps."""
    there = sum(
        person.team_id == world.team(team).id and person.role == "rep"
        for person in world.cast.people.values()
    )

    def add(db: Session) -> None:
        for number in range(there, until):
            names = ("许", f"新{number}", f"Xu {team} {number}")
            login = f"xu.{team}.{number}"
            make_person(db, world.organisation, names=names, team=world.team(team), login=login)

    world.store.write_now(add)


class Field:
    """`await Field(world).hear("price", days=LAST_FIVE, by="xiaoman")`: once on each of these days."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.born = 5000
        self.clients: dict[str, Json] = {}

    async def hear(self, *types: str | None, days: Iterable[str], by: str = "xiaoman") -> None:
        """One check-in a day, at which each of `types` was heard; None is words of no type."""
        for day in days:
            said = [self._said(one) for one in types]
            await self.check_in(by, objections=said, happened_at=f"{day}T02:00:00Z")

    async def check_in(self, by: str, **told: Any) -> None:
        client = await self.client_of(by)
        address = f"{API}/visits/{self._birth()}/check-in"
        answer = await self.world.as_(by).put(address, json=a_check_in(client["id"], **told))
        await made(answer)

    async def plan(self, by: str, *, answered: bool = False, **other: Any) -> Json:
        """A visit tomorrow at a client of its own, whose sheet is written or not begun."""
        rep = self.world.as_(by)
        client = await add_client(rep, name=f"客户{self._birth()}")
        sheet = await write_sheet(rep, client) if answered else None
        plan = {"client_id": client["id"], "day": self.tomorrow.isoformat(), "purpose": "close"}
        visit = await made(await rep.post(f"{API}/visits", json=plan | other))
        return {"visit": visit, "client": client, "sheet": sheet}

    async def play(self, planned: Json, *, rep: str, boss: str, by: str = "xiaoman") -> None:
        """A round recorded on the phone of `by`, who sits there as well."""
        phone, started_at = self.world.as_(by), "2026-03-24T01:30:00Z"
        people = [str(self.world.id(name)) for name in sorted({rep, boss} - {by})]
        evening = {"day": "2026-03-24", "people_ids": people, "started_at": started_at}
        drill = await made(await phone.post(f"{API}/drills", json=evening))
        played = {
            "visit_id": planned["visit"]["id"],
            "client_id": planned["client"]["id"],
            "sheet_version_id": planned["sheet"]["id"],
            "rep_id": str(self.world.id(rep)),
            "boss_id": str(self.world.id(boss)),
            "briefed": True,
            "started_at": started_at,
            "seconds": 300,
            "verdict": "would_meet_again",
        }
        await made(await phone.post(f"{API}/drills/{drill['id']}/rounds", json=played))

    @property
    def tomorrow(self) -> date:
        return self.world.tomorrow

    async def client_of(self, rep: str) -> Json:
        if rep not in self.clients:
            self.clients[rep] = await add_client(self.world.as_(rep), name=f"{rep}的客户")
        return self.clients[rep]

    def _said(self, type_key: str | None) -> Json:
        words = {"words": "这个月不行"} if type_key is None else {"type_key": type_key}
        return {"id": str(self._birth()), **words}

    def _birth(self) -> Any:
        self.born += 1
        return an_id(self.born)
