"""A check-in that asks for help becomes a request, once, and follows what the check-in says later."""

from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import Session, select

from api.help_requests.from_visits.service import id_of
from api.kit.events import FlowFault
from api.people.models import Person
from tests.builders.field import add_client, amend, check_in
from tests.builders.people import an_id
from tests.builders.world import World
from tests.drills.evening import made
from tests.help_requests.asked import HELP, ask, facts, sights
from tests.help_requests.test_owed import owed

pytestmark = pytest.mark.anyio
REQUEST = id_of(an_id(1))


async def told(world: World, **other: Any) -> Any:
    client = await add_client(world.as_("xiaoman"))
    asks: dict[str, Any] = {"wants_help": True, "help_words": "他不信投放，怎么往下问？"}
    return await made(await check_in(world.as_("xiaoman"), client, **(asks | other)))


async def requests(world: World, name: str = "hejing") -> Any:
    return (await made(await world.as_(name).get(HELP)))["items"]


def faults(db: Session) -> list[str]:
    return [fault.flow for fault in db.exec(select(FlowFault))]


async def test_the_manager_is_asked_for_tonight_in_the_words_of_the_check_in(world: World) -> None:
    visit = await told(world)
    [one] = await requests(world)
    assert (one["id"], one["kind"], one["needed"]) == (str(REQUEST), "client", "tonight")
    assert one["about"] == {"kind": "visit", "id": visit["id"]}
    assert one["client"] == visit["client"]
    assert one["words"] == "他不信投放，怎么往下问？"
    assert one["asker"]["id"] == str(world.id("xiaoman"))
    assert one["helper"]["id"] == str(world.id("hejing"))
    assert (one["happened_at"], one["due_at"]) == (
        visit["check_in"]["happened_at"],
        "2026-03-24T12:00:00Z",
    )
    assert world.store.read_now(faults) == []


async def test_a_check_in_without_the_wish_raises_nothing(world: World) -> None:
    await told(world, wants_help=False, help_words=None)
    assert await requests(world) == []


async def test_a_replay_of_the_check_in_raises_no_second_one(world: World) -> None:
    visit = await told(world)
    again: dict[str, Any] = {"wants_help": True, "help_words": "他不信投放，怎么往下问？"}
    await made(await check_in(world.as_("xiaoman"), visit["client"]["id"], **again))
    assert len(await requests(world)) == 1


async def test_a_correction_adds_the_wish_and_takes_it_back_again(world: World) -> None:
    visit = await told(world, wants_help=False, help_words=None)
    for wanted, count in ((True, 1), (False, 0), (True, 1)):
        visit = await made(await amend(world.as_("xiaoman"), visit, wants_help=wanted))
        assert len(await requests(world)) == count
    topics = [topic for topic, _ in world.store.read_now(facts)]
    assert topics == ["help.raised", "help.withdrawn", "help.raised"]


async def test_taken_back_after_its_time_it_stays_with_whoever_let_it_pass(world: World) -> None:
    visit = await told(world)
    await made(await amend(world.as_("xiaoman"), visit, wants_help=False))
    assert owed(world, "hejing") == []
    visit = await made(await world.as_("xiaoman").get(f"/api/v1/visits/{visit['id']}"))
    visit = await made(await amend(world.as_("xiaoman"), visit, wants_help=True))
    world.clock.let_pass(days=1)
    await made(await amend(world.as_("xiaoman"), visit, wants_help=False))
    assert [(one.late, one.ending) for one in owed(world, "hejing")] == [(True, "never_answered")]


async def test_what_somebody_has_answered_is_not_withdrawn(world: World) -> None:
    visit = await told(world)
    said = {"words": "先问去年谁回询盘"}
    await made(await world.as_("hejing").post(f"{HELP}/{REQUEST}/answers", json=said))
    await made(await amend(world.as_("xiaoman"), visit, wants_help=False))
    assert len(await requests(world)) == 1


async def test_a_rep_who_has_asked_in_own_words_is_not_asked_for_again(world: World) -> None:
    client = await add_client(world.as_("xiaoman"))
    visit = await made(await check_in(world.as_("xiaoman"), client))
    await ask(world, number=7, about={"kind": "visit", "id": visit["id"]})
    await made(await amend(world.as_("xiaoman"), visit, wants_help=True))
    assert [one["id"] for one in await requests(world)] == [str(an_id(7))]


async def test_without_a_manager_the_mentor_is_asked_and_without_both_the_team(
    world: World,
) -> None:
    def leave(db: Session) -> None:
        db.get_one(Person, (world.organisation.id, world.id("hejing"))).team_id = None

    world.store.write_now(leave)
    await told(world)
    [one] = await requests(world, "hanxue")
    assert (one["audience"], one["helper"]["id"]) == ("mentor", str(world.id("hanxue")))
    client = await add_client(world.as_("qihang"), 2)
    await made(await check_in(world.as_("qihang"), client, visit=2, wants_help=True))
    audiences = {one["audience"] for one in await requests(world, "qihang")}
    assert audiences == {"team"}


async def test_raising_it_is_no_look_at_anybody(world: World) -> None:
    await told(world)
    assert await sights(world, "xiaoman") == []


@given(visit=st.uuids(version=4))
def test_the_id_is_the_same_at_every_replay_and_looks_like_a_phones(visit: UUID) -> None:
    assert id_of(visit) == id_of(visit) != visit
    assert id_of(visit).version == 7
    assert id_of(visit).bytes[:6] == visit.bytes[:6]
