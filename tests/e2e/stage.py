"""What a browser test needs in the company, made over the real API by the people who would make it.

The clients and visits are the test's own, so that no test depends on a detail of the demo company.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import httpx
from uuid_utils.compat import uuid7

from api.kit.clock import system_clock
from tests.e2e.phone import PASSWORD
from tests.served import PATIENCE, Server

EARLY = ("00:01", "00:02", "00:03")
"""Planned times before any other visit of the day: the card on Today, the first card of the evening."""


@dataclass(frozen=True)
class Client:
    """A company (客户) with its boss as the only contact."""

    id: UUID
    name: str
    boss: str
    boss_id: UUID


class Stage:
    """`stage.client("lin.xiaoman", "雾屿灯具")` is a client of hers; nothing is told to any phone."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self._signed_in: dict[str, httpx.Client] = {}
        day = self.as_("lin.xiaoman").get("/today").raise_for_status().json()
        self.today: str = day["day"]
        self.tomorrow: str = day["tomorrow"]
        """The next working day."""

    def working_day(self, *, ahead: int) -> str:
        """The first day worked from so many days after today on."""
        first = date.fromisoformat(self.today) + timedelta(days=ahead)
        days = {"from": first.isoformat(), "to": (first + timedelta(days=20)).isoformat()}
        found = self.as_("he.jing").get("/organisation/calendar", params=days)
        items = found.raise_for_status().json()["items"]
        return str(next(one["day"] for one in items if one["working"]))

    def as_(self, login: str) -> httpx.Client:
        """The API with that person's token."""
        if login not in self._signed_in:
            api = httpx.Client(
                base_url=f"{self.server.url}/api/v1",
                headers={"x-alongside": "1"},
                timeout=PATIENCE,
            )
            told = {"login": login, "password": PASSWORD}
            answer = api.post("/sign-in", json=told).raise_for_status().json()
            api.headers["authorization"] = f"Bearer {answer['access_token']}"
            self._signed_in[login] = api
        return self._signed_in[login]

    def me(self, login: str) -> dict[str, Any]:
        read: dict[str, Any] = self.as_(login).get("/me").raise_for_status().json()
        return read

    def client(self, login: str, name: str, *, boss: str = "谢文涛") -> Client:
        born = Client(born_id(), name, boss, born_id())
        contact = {"id": str(born.boss_id), "name": boss, "title": "总经理", "role": "boss"}
        told = {"id": str(born.id), "name": name, "contacts": [contact]}
        self.as_(login).post("/clients", json=told).raise_for_status()
        return born

    def visit(
        self, login: str, client: Client, *, day: str, at: str = EARLY[0], **other: Any
    ) -> UUID:
        visit = born_id()
        told = {"id": str(visit), "client_id": str(client.id), "day": day, "planned_time": at}
        told |= other
        self.as_(login).post("/visits", json={**told, "purpose": "follow_up"}).raise_for_status()
        return visit

    def sheet(
        self, login: str, client: Client, *, answer_id: str | None = None, **changed: Any
    ) -> None:
        """The four answers of the client sheet (客户分析): the client can be played."""
        heard = {"id": str(born_id()), "type_key": "noresult", "words": "做过一年，一个单都没有。"}
        heard |= {"answer_id": answer_id} if answer_id else {}
        told = {
            "decider": {"text": f"{client.boss}一个人定", "unknown": False},
            "situation": {"text": "", "unknown": True},
            "objections": {
                "items": [{**heard, "answer": "当时谁回询盘，多久回？"}],
                "unknown": False,
            },
            "competitors": {"items": [], "unknown": True},
            "goal": "约好看一次询盘",
            "fall_back": "加上微信",
            **changed,
        }
        self.as_(login).put(
            f"/clients/{client.id}/sheet", json=told, headers={"if-match": '"0"'}
        ).raise_for_status()

    def hand_over(self, client: Client, *, giving: str, taking: str, manager: str) -> None:
        told = {
            "from_id": self.me(giving)["id"],
            "to_id": self.me(taking)["id"],
            "client_ids": [str(client.id)],
        }
        self.as_(manager).post("/clients/hand-over", json=told).raise_for_status()

    def check_in(self, login: str, client: Client, visit: UUID, *, outcome: str) -> None:
        """On another device."""
        told = {"client_id": str(client.id), "purpose": "follow_up", "outcome": outcome}
        told["happened_at"] = system_clock().isoformat()
        self.as_(login).put(f"/visits/{visit}/check-in", json=told).raise_for_status()

    def disable(self, login: str, *, manager: str) -> None:
        person = self.me(login)["id"]
        self.as_(manager).put(
            f"/people/{person}/disabled", json={"reason": "离职"}
        ).raise_for_status()

    def close(self) -> None:
        for api in self._signed_in.values():
            api.close()


def born_id() -> UUID:
    """As a phone gives birth to it."""
    return uuid7()
