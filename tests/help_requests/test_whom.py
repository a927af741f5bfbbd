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


def join_a_second_region(world: World) -> None:
    """丁磊 leads it."""

    def join(db: Session) -> None:
        second = db.get_one(Person, (world.organisation.id, world.id("dinglei")))
        second.role = Role.REGIONAL_MANAGER
        second.team_id = make_team(db, world.organisation, zh="西区", en="West").id

    world.store.write_now(join)


async def test_a_trainer_asks_the_regional_manager_where_there_is_one_alone(world: World) -> None:
    asked = await ask(world, "sumin")
    assert asked["helper"]["id"] == str(world.id("liqun"))
    assert await reached(world, "sumin") == (str(world.id("liqun")), 0)


async def test_of_several_regional_managers_a_trainer_asks_all(world: World) -> None:
    join_a_second_region(world)
    assert await reached(world, "sumin") == (None, 2)
    asked = await ask(world, "sumin", audience="team")
    assert asked["helper"] is None
    for name in ("liqun", "dinglei"):
        assert await listed(world, name, whose="for_me") == [str(an_id(1))]
    for name in ("hejing", "xiaoman", "admin", "stranger_manager"):
        assert await listed(world, name) == []
    assert await sights(world, "sumin") == []
    assert (await answer(world, "dinglei")).status_code == 201
    assert await listed(world, "liqun", whose="for_me") == []
    assert (await could_help(world, "dinglei")) == {"liqun"}


async def test_what_is_personal_to_a_region_goes_to_one_who_leads_beside_it(world: World) -> None:
    """To the trainer, and where there is another regional manager, to them; before it is sent their name is told."""
    asked = await ask(world, "liqun", kind="personal")
    assert await peer(world, "liqun") == asked["helper"]["id"] == str(world.id("sumin"))
    for name in ("hejing", "xiaoman", "admin"):
        assert await listed(world, name) == []
    assert (await answer(world, "sumin")).status_code == 201
    join_a_second_region(world)
    later = await ask(world, "liqun", number=2, kind="personal")
    assert await peer(world, "liqun") == later["helper"]["id"] == str(world.id("dinglei"))
    assert await could_help(world, "dinglei", number=2) == set()
    assert await could_help(world, "liqun", number=2) == {"sumin", "hejing", "zhaohui"}


async def test_where_nobody_leads_beside_a_region_it_is_said(world: World) -> None:
    def leave(db: Session) -> None:
        db.get_one(Person, (world.organisation.id, world.id("sumin"))).disabled_at = world.clock()

    world.store.write_now(leave)
    refused = await world.as_("liqun").post(HELP, json=a_request(kind="personal"))
    assert (refused.status_code, refused.json()["code"]) == (409, "nobody_to_ask")
    assert await peer(world, "liqun") is None


async def test_whom_somebody_leads_has_no_peer_to_ask_instead(world: World) -> None:
    for name in ("xiaoman", "hejing", "admin", "sumin"):
        assert await peer(world, name) is None


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


async def peer(world: World, name: str) -> str | None:
    me = await made(await world.as_(name).get(f"{API}/me"))
    return me["peer"] and str(me["peer"]["id"])


async def could_help(world: World, name: str, number: int = 1) -> set[str]:
    """To whom the request may be handed over, by the names of the cast."""
    beside = await made(await world.as_(name).get(f"{API}/today/help-requests/{an_id(number)}"))
    known = {str(world.id(one)): one for one in world.cast.people}
    return {known[one["person"]["id"]] for one in beside["could_help"]}
