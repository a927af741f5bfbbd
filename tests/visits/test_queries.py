"""What drills and today read through: the visits of a day, what clients said; and what a page costs."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa

from api.visits.heard.queries import of_clients
from api.visits.policy import visible_to
from api.visits.queries import of_day
from tests.builders.field import API, a_plan, add_client, an_objection, check_in, yuan
from tests.builders.people import an_id
from tests.builders.world import World

pytestmark = pytest.mark.anyio
WEDNESDAY = date(2026, 3, 25)


@contextmanager
def statements(engine: sa.Engine) -> Iterator[list[str]]:
    """What is asked of the database meanwhile."""
    asked: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        asked.append(statement)

    sa.event.listen(engine, "before_cursor_execute", note)
    try:
        yield asked
    finally:
        sa.event.remove(engine, "before_cursor_execute", note)


async def plan(world: World, name: str, number: int, at: str | None, **other: Any) -> None:
    client = await add_client(world.as_(name), number)
    given = a_plan(client, id=str(an_id(number)), planned_time=at, **other)
    assert (await world.as_(name).post(f"{API}/visits", json=given)).status_code == 201


async def of_wednesday(world: World, name: str, *people: str) -> list[str]:
    """The planned times of the visits a person may see, in the order they are read."""
    actor = world.actor(name)
    ids = {world.id(person) for person in people} or None
    found = world.store.read_now(of_day, visible_to(actor), ids, WEDNESDAY)
    return [visit.planned_time or "-" for visit in found]


async def test_a_day_is_read_in_the_order_of_its_hours_the_untimed_last(world: World) -> None:
    for number, at in enumerate([None, "14:10", "09:30"], start=1):
        await plan(world, "xiaoman", number, at)
    await plan(world, "xiaoman", 4, "08:00", day="2026-03-26")
    assert await of_wednesday(world, "xiaoman") == ["09:30", "14:10", "-"]


async def test_moved_and_cancelled_visits_are_not_of_the_day(world: World) -> None:
    xiaoman = world.as_("xiaoman")
    await plan(world, "xiaoman", 1, "09:00")
    await plan(world, "xiaoman", 2, "10:00")
    await xiaoman.put(f"{API}/visits/{an_id(1)}/cancellation", json={"reason": "x"})
    given = {"to_day": "2026-03-27", "reason": "x"}
    await xiaoman.put(f"{API}/visits/{an_id(2)}/move", json=given)
    assert await of_wednesday(world, "xiaoman") == []


async def test_a_manager_reads_the_day_of_the_team_or_of_one_rep(world: World) -> None:
    await plan(world, "xiaoman", 1, "09:00")
    await plan(world, "qihang", 2, "10:00")
    await plan(world, "dinglei", 3, "11:00")
    assert await of_wednesday(world, "hejing") == ["09:00", "10:00"]
    assert await of_wednesday(world, "hejing", "qihang") == ["10:00"]
    assert await of_wednesday(world, "hejing", "dinglei") == []
    assert await of_wednesday(world, "stranger_manager") == []


async def test_the_newest_three_objections_of_each_client_are_read_at_once(world: World) -> None:
    xiaoman = world.as_("xiaoman")
    one, two = await add_client(xiaoman), await add_client(xiaoman, 2)
    for number, (client, hour) in enumerate([(one, 0), (one, 1), (two, 1), (one, 1)], start=1):
        heard = [an_objection(number * 10 + place, words=f"{number}-{place}") for place in (1, 2)]
        at = f"2026-03-24T0{hour}:{number:02}:00Z"
        await check_in(xiaoman, client, visit=number, objections=heard, happened_at=at)
    ids = {visit["client"]["id"] for visit in (await xiaoman.get(f"{API}/visits")).json()["items"]}
    assert ids == {one, two}
    actor = world.actor("xiaoman")
    with statements(world.store.engine) as asked:
        found = world.store.read_now(of_clients, actor.organisation_id, to_uuids(one, two))
    assert len(asked) - asked.count("BEGIN") == 1
    words = {str(client): [said.words for said in heard] for client, heard in found.items()}
    assert words == {one: ["4-1", "4-2", "2-1"], two: ["3-1", "3-2"]}
    assert found[to_uuids(one)[0]][0].on == date(2026, 3, 24)
    stranger = world.actor("stranger").organisation_id
    assert world.store.read_now(of_clients, stranger, to_uuids(one, two)) == {}


@pytest.mark.parametrize("address", ["visits", "deals"])
async def test_a_page_costs_six_statements_whatever_its_size(world: World, address: str) -> None:
    xiaoman = world.as_("xiaoman")
    for number in range(1, 21):
        client = await add_client(xiaoman, number)
        heard = [an_objection(number, words="一个单都没有")]
        told = {"outcome": "paid", "amount": yuan(100), "objections": heard}
        await check_in(xiaoman, client, visit=number, **told)
    with statements(world.store.engine) as asked:
        page = await xiaoman.get(f"{API}/{address}")
    assert len(page.json()["items"]) == 20
    assert len([statement for statement in asked if statement != "BEGIN"]) <= 6
    assert len(page.content) <= 20_000, len(page.content)


def to_uuids(*ids: str) -> list[UUID]:
    return [UUID(one) for one in ids]
