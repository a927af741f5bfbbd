"""A phone without a network sends an evening's records in any order and more than once: one of each is stored."""

import asyncio
from collections.abc import Sequence
from itertools import count
from typing import Any

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.builders.field import a_check_in, an_objection
from tests.builders.people import an_id
from tests.builders.recordings import a_webm, say
from tests.builders.world import World
from tests.drills.evening import API, STARTED, answers

pytestmark = pytest.mark.anyio

# The world is shared by the examples of one test; each example brings records of its own.
few_in_one_world = settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
NEEDS: dict[str, set[str]] = {
    "client": set(),
    "sheet": {"client"},
    "check_in": {"client"},
    "voice_note": {"client", "check_in"},
    "help": {"client", "check_in"},
    "drill": set(),
    "round": {"client", "sheet", "drill"},
    "swapped": {"client", "sheet", "drill"},
}
"""What the phone's outbox holds back until these have arrived."""

PARTS = list(NEEDS)
arrivals = st.lists(st.sampled_from(PARTS), max_size=14)
numbers = count(1)


class Phone:
    """小满's phone with one evening on it; `send` is what its outbox does."""

    def __init__(self, world: World) -> None:
        first = 1_000_000 + 20 * next(numbers)
        self.ids = {name: str(an_id(first + place)) for place, name in enumerate(PARTS)}
        self.device = world.as_("xiaoman")
        self.me, self.partner = str(world.id("xiaoman")), str(world.id("qihang"))
        self.heard = an_objection(first)

    async def send(self, part: str) -> httpx.Response:
        if part == "voice_note":
            ids = self.ids
            return await say(self.device, ids["check_in"], a_webm("他说"), note=ids[part])
        method, path, body = self._letter(part)
        headers = {"If-Match": '"0"'} if part == "sheet" else {}
        return await self.device.request(method, f"{API}/{path}", json=body, headers=headers)

    def _letter(self, part: str) -> tuple[str, str, Any]:
        ids = self.ids
        letters: dict[str, tuple[str, str, Any]] = {
            "client": ("POST", "clients", {"id": ids["client"], "name": "暖屿灯饰"}),
            "sheet": ("PUT", f"clients/{ids['client']}/sheet", answers(id=ids["sheet"])),
            "check_in": ("PUT", f"visits/{ids['check_in']}/check-in", self._check_in()),
            "help": ("POST", "help-requests", self._help()),
            "drill": ("POST", "drills", self._drill()),
            "round": ("POST", f"drills/{ids['drill']}/rounds", self._round("round")),
            "swapped": ("POST", f"drills/{ids['drill']}/rounds", self._round("swapped")),
        }
        return letters[part]

    def _check_in(self) -> Any:
        return a_check_in(self.ids["client"], objections=[self.heard])

    def _help(self) -> Any:
        return {
            "id": self.ids["help"],
            "kind": "client",
            "about": {"kind": "visit", "id": self.ids["check_in"]},
            "needed": "now",
            "audience": "manager",
            "happened_at": STARTED,
        }

    def _drill(self) -> Any:
        return {
            "id": self.ids["drill"],
            "day": "2026-03-24",
            "people_ids": [self.partner],
            "started_at": STARTED,
        }

    def _round(self, part: str) -> Any:
        seats = (self.me, self.partner) if part == "round" else (self.partner, self.me)
        return {
            "id": self.ids[part],
            "client_id": self.ids["client"],
            "sheet_version_id": self.ids["sheet"],
            "rep_id": seats[0],
            "boss_id": seats[1],
            "briefed": True,
            "started_at": STARTED,
            "seconds": 300,
            "verdict": "would_meet_again",
            "lines": [{"words": "一年一单都没有", "answer": "当时谁回询盘？"}],
        }

    async def read(self, path: str) -> Any:
        answer = await self.device.get(f"{API}/{path}")
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def count(self) -> dict[str, int]:
        """How many of each the server holds for this evening."""
        client, drill = self.ids["client"], self.ids["drill"]
        visits = (await self.read(f"visits?client={client}"))["items"]
        played = (await self.read(f"drills/{drill}"))["rounds"]
        asked = (await self.read("help-requests?whose=mine&limit=100"))["items"]
        return {
            "help": sum(one["client"]["id"] == client for one in asked),
            "sheets": len((await self.read(f"clients/{client}/sheet/versions"))["items"]),
            "visits": len(visits),
            "objections": len(visits[0]["check_in"]["objections"]),
            "voice_notes": sum(one["check_in"]["voice_note"] is not None for one in visits),
            "people": len((await self.read(f"drills/{drill}"))["people"]),
            "rounds": len(played),
            "lines": sum(len(one["lines"]) for one in played),
        }


ONE_OF_EACH = {
    "help": 1,
    "sheets": 1,
    "visits": 1,
    "objections": 1,
    "voice_notes": 1,
    "people": 2,
    "rounds": 2,
    "lines": 2,
}


async def deliver(phone: Phone, order: Sequence[str]) -> dict[str, Any]:
    """Sends in this order; what comes too early is refused and stores nothing, and can come again."""
    answered: dict[str, Any] = {}
    for part in order:
        answer = await phone.send(part)
        if NEEDS[part] <= answered.keys():
            assert answer.status_code in (200, 201), (part, answer.text)
            answered.setdefault(part, answer.json()["id"])
            assert answer.json()["id"] == answered[part] == phone.ids[part]
        else:
            assert answer.status_code == 404, (part, answer.text)
    return answered


@few_in_one_world
@given(order=arrivals)
async def test_any_order_and_any_number_of_arrivals_end_in_one_of_each(
    world: World, order: list[str]
) -> None:
    phone = Phone(world)
    await deliver(phone, [*order, *PARTS])
    assert await phone.count() == ONE_OF_EACH


@few_in_one_world
@given(copies=st.lists(st.integers(min_value=1, max_value=4), min_size=8, max_size=8))
async def test_copies_that_arrive_at_the_same_moment_are_one(
    world: World, copies: list[int]
) -> None:
    phone = Phone(world)
    for part, times in zip(PARTS, copies, strict=True):
        answered = await asyncio.gather(*(phone.send(part) for _ in range(times)))
        assert {answer.status_code for answer in answered} <= {200, 201}, answered[0].text
        assert {answer.json()["id"] for answer in answered} == {phone.ids[part]}
    assert await phone.count() == ONE_OF_EACH
