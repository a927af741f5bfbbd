"""A ride-along offered in an answer is a day that whoever asked accepts; a drill stays a promise."""

from typing import Any

import pytest
from sqlmodel import Session, select

from api.kit.events import FlowFault
from tests.builders.people import an_id
from tests.builders.world import World
from tests.drills.evening import API, Json, made
from tests.help_requests.asked import answer, ask
from tests.ride_alongs.the_day import RIDES, Day

pytestmark = pytest.mark.anyio
THURSDAY = "2026-03-26"
RIDE: dict[str, Any] = {"offers": "ride_along", "on_day": THURSDAY}


async def rides(world: World, name: str = "xiaoman") -> list[Json]:
    return list((await made(await world.as_(name).get(RIDES)))["items"])


async def promises(world: World, name: str = "hejing") -> list[Json]:
    return list((await made(await world.as_(name).get(f"{API}/commitments")))["items"])


def faults(db: Session) -> list[str]:
    return [fault.flow for fault in db.exec(select(FlowFault))]


async def test_an_offered_day_is_asked_for_and_accepted_as_any_other(world: World) -> None:
    await ask(world)
    await made(await answer(world, **RIDE))
    [day] = await rides(world)
    assert (day["state"], day["day"], day["short_notice"]) == ("requested", THURSDAY, False)
    assert day["asked_by_id"] == day["mentor"]["id"] == str(world.id("hejing"))
    assert day["apprentice"]["id"] == str(world.id("xiaoman"))
    accepted = await world.as_("xiaoman").put(f"{RIDES}/{day['id']}/acceptance", json={})
    assert (await made(accepted))["state"] == "accepted"
    assert await promises(world) == []


async def test_a_day_offered_for_today_needs_the_yes_to_short_notice(world: World) -> None:
    await ask(world)
    await made(await answer(world, offers="ride_along", on_day=world.today.isoformat()))
    [day] = await rides(world)
    accepted = await world.as_("xiaoman").put(f"{RIDES}/{day['id']}/acceptance", json={})
    assert (accepted.status_code, accepted.json()["code"]) == (409, "notice_needed")


async def test_an_answer_that_arrives_twice_and_a_second_offer_ask_for_one_day(
    world: World,
) -> None:
    await ask(world)
    for _ in range(2):
        await made(await answer(world, id=str(an_id(50)), **RIDE))
    await made(await answer(world, id=str(an_id(51)), **RIDE))
    assert len(await rides(world)) == 1
    assert world.store.read_now(faults) == []


async def test_a_day_they_have_already_is_left_as_it_is(world: World) -> None:
    pair = {"mentor_id": str(world.id("hejing")), "day": THURSDAY}
    await Day(world).ask(**pair)
    await ask(world)
    await made(await answer(world, **RIDE))
    [day] = await rides(world)
    assert (day["asked_by_id"], await promises(world)) == (str(world.id("xiaoman")), [])


async def test_an_offer_that_arrives_after_its_day_stays_a_promise(world: World) -> None:
    """Said without a network on Monday for Monday, sent on Tuesday: no day can be asked for any more."""
    await ask(world)
    late = {"on_day": "2026-03-23", "said_at": "2026-03-23T09:00:00Z"}
    await made(await answer(world, **(RIDE | late)))
    assert await rides(world) == []
    assert [one["due"] for one in await promises(world)] == ["2026-03-23"]


async def test_a_day_off_that_was_offered_stays_a_promise(world: World) -> None:
    await ask(world)
    await made(await answer(world, offers="ride_along", on_day="2026-03-29"))
    assert await rides(world) == []
    assert [one["due"] for one in await promises(world)] == ["2026-03-29"]


async def test_what_the_request_was_about_is_in_no_ride_along(world: World) -> None:
    await ask(world, kind="personal")
    await made(await answer(world, words="周四上午我陪你", **RIDE))
    [day] = await rides(world)
    assert (day["wish"], day["purpose"]) == (None, None)
