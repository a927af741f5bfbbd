"""Help that a team asks for more often is answered by its kind: a question, a topic, or a note for the region."""

from typing import Any

import pytest

from api.flows import answer_rising_help
from api.people.policy import Actor
from tests.builders.world import World
from tests.drills.evening import Json, made
from tests.help_requests.test_rising import LAST_TWO_WEEKS, asked_on
from tests.reviews.talking import REVIEWS, Talk
from tests.training.classes import TOPICS

pytestmark = pytest.mark.anyio


async def look(world: World) -> None:
    def look(db: Any) -> None:
        answer_rising_help.look(db, Actor.method(db, world.organisation.id))

    world.store.write_now(look)


async def asks(world: World, *, host: str = "hejing", **of_whom: Any) -> list[tuple[str, Any, Any]]:
    """What waits for a review that is planned now."""
    talk = Talk(world, host=host)
    planned = await made(await world.as_(host).post(REVIEWS, json=talk.new(id=None, **of_whom)))
    found: Json = await made(await world.as_(host).get(f"{REVIEWS}/{planned['id']}"))
    return [(one["key"], one["about"], one["times"]) for one in found["asks"]]


async def wishes(world: World) -> list[str]:
    found = (await made(await world.as_("sumin").get(TOPICS)))["items"]
    return [one["proposed_by"] for one in found]


TEAM: Json = {"kind": "team", "person_id": None}


async def test_a_kind_that_does_not_rise_is_not_asked_about(world: World) -> None:
    await asked_on(world, LAST_TWO_WEEKS[:2], number=1, kind="client")
    await look(world)
    assert await asks(world, **TEAM) == []


async def test_about_clients_the_teams_review_asks_and_looking_again_asks_once(
    world: World,
) -> None:
    await asked_on(world, LAST_TWO_WEEKS, number=1, kind="client")
    await look(world)
    await look(world)
    assert await asks(world, **TEAM) == [("help_rising", "client", 3)]
    assert await wishes(world) == []


async def test_what_nobody_knows_is_proposed_as_a_topic(world: World) -> None:
    await asked_on(world, LAST_TWO_WEEKS, number=1, kind="knowledge")
    await look(world)
    await look(world)
    assert await wishes(world) == ["method"]
    assert await asks(world, **TEAM) == [("help_rising", "knowledge", 3)]


async def test_prices_are_a_note_for_the_region_without_a_number_that_could_be_one_persons(
    world: World,
) -> None:
    await asked_on(world, LAST_TWO_WEEKS, number=1, kind="price")
    await look(world)
    assert await asks(world, **TEAM) == []
    manager = {"kind": "manager", "person_id": str(world.id("hejing"))}
    assert await asks(world, host="liqun", **manager) == [("policy_note", "price", None)]


async def test_what_is_personal_is_nobodys_topic(world: World) -> None:
    await asked_on(world, LAST_TWO_WEEKS * 2, number=1, kind="personal")
    await look(world)
    assert await asks(world, **TEAM) == []
    assert await wishes(world) == []
