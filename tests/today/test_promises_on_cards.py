"""What was agreed on in a review is met again: on the next visit's card, and in the evening."""

from typing import Any
from uuid import UUID

import pytest

from api.commitments.models import Correction
from tests.builders.field import API
from tests.builders.world import World
from tests.commitments.promising import give
from tests.drills.evening import Json, add_client, made, plan_visit

pytestmark = pytest.mark.anyio


async def cards(world: World, name: str = "xiaoman") -> list[Json]:
    day = await made(await world.as_(name).get(f"{API}/today"))
    return list(day["visits"])


async def promises(world: World) -> list[str | None]:
    return [one["promise"] and one["promise"]["id"] for one in await cards(world)]


async def two_visits(world: World) -> list[Json]:
    """At nine and at ten, to two clients."""
    rep, day = world.as_("xiaoman"), world.today.isoformat()
    clients = [await add_client(rep, name=name) for name in ("雾屿灯具", "青禾包装")]
    for client, at in zip(clients, ("09:00", "10:00"), strict=True):
        await plan_visit(rep, client, day=day, planned_time=at)
    return clients


async def test_what_is_due_first_stands_first_on_the_next_visits_card_alone(world: World) -> None:
    await two_visits(world)
    give(world, 2, owner="xiaoman", to="hejing", due=world.tomorrow)
    give(world, 1, owner="xiaoman", to="hejing", due=world.today)
    give(world, 3, owner="hejing", to="xiaoman", due=world.today)
    first, second = await promises(world)
    mine = await made(await world.as_("xiaoman").get(f"{API}/commitments", params=open_of(world)))
    assert (first, second) == (mine["items"][0]["id"], None)


def open_of(world: World) -> dict[str, Any]:
    return {"open": True, "owner": str(world.id("xiaoman"))}


async def test_what_is_about_a_client_stands_at_that_clients_door(world: World) -> None:
    _, second = await two_visits(world)
    given = give(world, 1, owner="xiaoman", to="hejing", client_id=UUID(second["id"]))
    assert (await promises(world)) == [None, str(given)]


async def test_a_clients_promise_is_not_hidden_behind_an_older_one_that_is_due_sooner(
    world: World,
) -> None:
    """What a review had agreed on about this client was not on its card while anything else was due before."""
    client, _ = await two_visits(world)
    older = give(world, 1, owner="xiaoman", to="hejing", due=world.today)
    of_client = give(
        world, 2, owner="xiaoman", to="hejing", due=world.tomorrow, client_id=UUID(client["id"])
    )
    card, other = await cards(world)
    assert [card[name]["id"] for name in ("promise", "also_promised")] == [
        str(of_client),
        str(older),
    ]
    assert (other["promise"], other["also_promised"]) == (None, None)


async def test_a_new_promise_stands_beside_an_older_one_and_a_third_one_waits(
    world: World,
) -> None:
    await two_visits(world)
    first, second, _ = (give(world, number, owner="xiaoman", to="hejing") for number in (1, 2, 3))
    card = (await cards(world))[0]
    assert {card["promise"]["id"], card["also_promised"]["id"]} == {str(first), str(second)}


async def test_a_settled_promise_stands_nowhere(world: World) -> None:
    await two_visits(world)
    given = give(world, 1, owner="xiaoman", to="hejing")
    at = f"{API}/commitments/{given}/outcome"
    await made(await world.as_("xiaoman").put(at, json={"outcome": "kept"}))
    assert await promises(world) == [None, None]


async def test_a_promised_skill_is_named_in_the_evening_and_never_more_than_one(
    world: World,
) -> None:
    give(world, 1, owner="xiaoman", to="hejing", correction=Correction.METHOD)
    assert (await deck(world))["promised"] is None
    first = give(
        world, 2, owner="xiaoman", to="hejing", correction=Correction.SKILL, skill_key="close"
    )
    give(world, 3, owner="xiaoman", to="hejing", correction=Correction.SKILL)
    promised = (await deck(world))["promised"]
    assert (promised["id"], promised["skill_key"]) == (str(first), "close")


async def deck(world: World) -> Json:
    return await made(await world.as_("xiaoman").get(f"{API}/drills/deck"))
