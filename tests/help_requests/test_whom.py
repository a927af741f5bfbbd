"""Whom each role reaches: above, beside, and with a word to the whole team."""

import pytest
from sqlmodel import Session

from api.people.models import Person, Role, Team
from tests.builders.field import API
from tests.builders.people import an_id, make_team
from tests.builders.world import World
from tests.drills.evening import made
from tests.help_requests.asked import HELP, a_request, answer, ask, listed, read, sights

pytestmark = pytest.mark.anyio


async def test_a_region_asks_the_managers_of_its_teams_and_no_rep(world: World) -> None:
    asked = await ask(world, "liqun", audience="team")
    assert asked["helper"] is None
    for name in ("hejing", "zhaohui"):
        assert await listed(world, name, whose="for_me") == [str(an_id(1))]
    for name in ("xiaoman", "hanxue", "sumin", "admin", "stranger_manager"):
        assert await listed(world, name) == []
    assert await sights(world, "liqun") == []
    assert (await answer(world, "zhaohui")).status_code == 201
    assert (await read(world, "liqun"))["helper"]["id"] == str(world.id("zhaohui"))


async def test_what_a_region_asked_stays_in_the_region(world: World) -> None:
    def move_away(db: Session) -> None:
        west = make_team(db, world.organisation, zh="西区", en="West")
        team = db.get_one(Team, (world.organisation.id, world.team("lighthouse").id))
        team.parent_id = west.id

    world.store.write_now(move_away)
    await ask(world, "liqun", audience="team")
    assert await listed(world, "hejing", whose="for_me") == [str(an_id(1))]
    assert await listed(world, "zhaohui") == []


async def test_a_trainer_asks_the_regional_manager_where_there_is_one_alone(world: World) -> None:
    def join_the_region(db: Session) -> None:
        second = db.get_one(Person, (world.organisation.id, world.id("dinglei")))
        second.role = Role.REGIONAL_MANAGER

    asked = await ask(world, "sumin")
    assert asked["helper"]["id"] == str(world.id("liqun"))
    assert await reached(world, "sumin") == (str(world.id("liqun")), 0)
    world.store.write_now(join_the_region)
    refused = await world.as_("sumin").post(HELP, json=a_request(number=2))
    assert (refused.status_code, refused.json()["code"]) == (409, "nobody_to_ask")
    assert await reached(world, "sumin") == (None, 0)


async def test_a_team_of_one_reaches_nobody(world: World) -> None:
    def leave(db: Session) -> None:
        for name in ("hanxue", "qihang", "hejing"):
            person = db.get_one(Person, (world.organisation.id, world.id(name)))
            person.disabled_at = world.clock()

    world.store.write_now(leave)
    refused = await world.as_("xiaoman").post(HELP, json=a_request(audience="team"))
    assert (refused.status_code, refused.json()["code"]) == (409, "nobody_to_ask")
    assert await reached(world, "xiaoman") == (None, 0)


@pytest.mark.parametrize(
    ("name", "above", "others"),
    [("xiaoman", "hejing", 3), ("hejing", "liqun", 3), ("liqun", None, 2), ("admin", None, 0)],
)
async def test_everybody_is_told_beforehand_whom_they_reach(
    world: World, name: str, above: str | None, others: int
) -> None:
    assert await reached(world, name) == (str(world.id(above)) if above else None, others)


async def test_everybody_is_told_which_days_are_worked(world: World) -> None:
    me = await made(await world.as_("xiaoman").get(f"{API}/me"))
    days = me["working_days"]
    assert days[:5] == [f"2026-03-{day}" for day in (24, 25, 26, 27, 30)]
    assert (days[-1], len(days)) == ("2026-04-13", 14)


async def reached(world: World, name: str) -> tuple[str | None, int]:
    """The person above, and how many a word to the team reaches, as the phone knows them."""
    me = await made(await world.as_(name).get(f"{API}/me"))
    return (me["manager"] and me["manager"]["id"]), me["teammates"]
