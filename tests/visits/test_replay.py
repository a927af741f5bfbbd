"""Whatever the network does to a plan and its check-in, one visit comes of it, always the same one."""

import asyncio
from itertools import count
from typing import Any

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.builders.field import (
    API,
    a_check_in,
    a_plan,
    add_client,
    an_objection,
    check_in_of,
    yuan,
)
from tests.builders.people import an_id
from tests.builders.world import World

pytestmark = pytest.mark.anyio
numbers = count(1)
NOT_OF_THE_CONTENT = {"id", "client", "version", "check_in", "objections"}

# The world is shared by the examples of one test; each example has a client of its own.
shared_world = settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
arrivals = st.lists(st.sampled_from(["plan", "check_in"]), min_size=1, max_size=6).filter(
    lambda order: "check_in" in order
)


class Phone:
    """A phone that knows one visit and sends parts of it in any order."""

    def __init__(self, device: httpx.AsyncClient, client_id: str, number: int) -> None:
        self.device = device
        self.client_id = client_id
        self.id = an_id(100_000 + number)
        heard = [an_objection(100_000 + number, words="一个单都没有")]
        self.plan = a_plan(client_id, id=str(self.id), planned_time="09:30", amount=yuan(500))
        self.check_in = a_check_in(
            client_id,
            purpose="close",
            outcome="paid",
            amount=yuan(300),
            next_step="call_again",
            next_on="2026-03-27",
            objections=heard,
        )

    async def send(self, part: str) -> httpx.Response:
        if part == "plan":
            return await self.device.post(f"{API}/visits", json=self.plan)
        return await self.device.put(check_in_of(self.id), json=self.check_in)

    async def visits(self) -> list[dict[str, Any]]:
        asked = {"client": self.client_id}
        return list((await self.device.get(f"{API}/visits", params=asked)).json()["items"])

    async def payments(self) -> int:
        deals = (await self.device.get(f"{API}/deals", params={"client": self.client_id})).json()
        return sum(len(deal["payments"]) for deal in deals["items"])


async def a_phone(world: World) -> Phone:
    number = next(numbers)
    device = world.as_("qihang")
    client = await add_client(device, 100_000 + number, contacts=[])
    return Phone(device, client, number)


def content(visit: dict[str, Any]) -> dict[str, Any]:
    """What a visit says, without what differs from example to example."""
    told = {name: value for name, value in visit.items() if name not in NOT_OF_THE_CONTENT}
    of_check_in = {
        name: value for name, value in visit["check_in"].items() if name not in NOT_OF_THE_CONTENT
    }
    words = [heard["words"] for heard in visit["check_in"]["objections"]]
    return told | {"check_in": of_check_in, "words": words}


@shared_world
@given(order=arrivals)
async def test_any_order_and_any_number_of_arrivals_make_one_visit(
    world: World, order: list[str]
) -> None:
    phone = await a_phone(world)
    answers = [await phone.send(part) for part in order]
    assert {answer.status_code for answer in answers} <= {200, 201}
    (visit,) = await phone.visits()
    assert (visit["state"], visit["planned"]) == ("done", "plan" in order)
    assert len(visit["check_in"]["objections"]) == 1
    assert await phone.payments() == 1


@shared_world
@given(order=arrivals.filter(lambda order: "plan" in order))
async def test_a_check_in_that_overtook_its_plan_ends_as_if_it_had_not(
    world: World, order: list[str]
) -> None:
    straight, shaken = await a_phone(world), await a_phone(world)
    for part in ("plan", "check_in"):
        await straight.send(part)
    for part in order:
        await shaken.send(part)
    assert content((await shaken.visits())[0]) == content((await straight.visits())[0])


@shared_world
@given(copies=st.integers(min_value=2, max_value=8))
async def test_copies_that_arrive_at_the_same_moment_make_one_visit(
    world: World, copies: int
) -> None:
    phone = await a_phone(world)
    answers = await asyncio.gather(*(phone.send("check_in") for _ in range(copies)))
    assert [answer.status_code for answer in answers] == [200] * copies
    assert len({answer.text for answer in answers}) == 1
    assert len(await phone.visits()) == 1
    assert await phone.payments() == 1


@shared_world
@given(lost=st.integers(min_value=0, max_value=3))
async def test_a_replay_after_a_correction_answers_the_corrected_visit(
    world: World, lost: int
) -> None:
    phone = await a_phone(world)
    visit = (await phone.send("check_in")).json()
    for number in range(lost):
        world.clock.let_pass(seconds=1)
        version = {"If-Match": f'"{visit["version"]}"'}
        change = {"note": f"第{number}次"}
        visit = (
            await phone.device.patch(check_in_of(phone.id), json=change, headers=version)
        ).json()
    assert (await phone.send("check_in")).json() == visit
