"""Reminders over the wire: one's own list, seen one by one or all, and the kinds that are switched off."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlmodel import Session

from api.reminders.models import ReminderKind
from api.reminders.push.queries import all_of
from api.reminders.service import forget_older
from tests.builders.people import an_id
from tests.builders.world import World
from tests.commitments.promising import give
from tests.drills.evening import made
from tests.reminders.laying import API, LIST, PHONES, a_due, lay_for, listed
from tests.reminders.receiver import Phone

pytestmark = pytest.mark.anyio
SETTINGS = f"{API}/me/reminder-settings"
ONE = f"{PHONES}/{an_id(1)}"
SEEN = f"{LIST}/{an_id(1)}/seen"
EVERY_ROUTE = [
    ("GET", LIST),
    ("PUT", f"{LIST}/seen"),
    ("PUT", SEEN),
    ("GET", SETTINGS),
    ("PUT", SETTINGS),
    ("GET", f"{API}/push/key"),
    ("PUT", ONE),
    ("DELETE", ONE),
]


@pytest.mark.parametrize(("method", "address"), EVERY_ROUTE)
async def test_anonymous_is_asked_to_sign_in(world: World, method: str, address: str) -> None:
    assert (await world.anonymous.request(method, address, json={})).status_code == 401


@pytest.mark.parametrize("other", ["stranger_admin", "hejing", "hanxue", "admin"])
async def test_nobody_else_finds_a_reminder_or_a_phone(world: World, other: str) -> None:
    lay_for(world, a_due(world))
    [one] = await listed(world, "xiaoman")
    await made(await world.as_("xiaoman").put(ONE, json=a_phone()))
    device = world.as_(other)
    assert (await device.put(f"{LIST}/{one['id']}/seen")).status_code == 404
    assert await listed(world, other) == []
    if not other.startswith("stranger"):
        answers = [await device.put(ONE, json=a_phone()), await device.delete(ONE)]
        assert [answer.status_code for answer in answers] == [404, 404]


def a_phone(**other: Any) -> dict[str, Any]:
    return Phone("https://push.example.net/one").subscription() | other


async def test_a_reminder_says_what_where_and_until_when(world: World) -> None:
    lay_for(world, a_due(world))
    [one] = await listed(world, "xiaoman")
    assert one == {
        "id": one["id"],
        "kind": "review_laid",
        "title": {
            "zh": "下一次Review排好了，想聊什么慢慢想。",
            "en": "Your next review is in the calendar. Collect what you want to talk about.",
        },
        "about": None,
        "path": "/reviews",
        "due_at": "2026-03-24T02:00:00Z",
        "until": "2026-03-25T02:00:00Z",
        "seen_at": None,
    }


async def test_one_of_a_promise_says_which_to_its_owner_alone(world: World) -> None:
    promised = give(world, owner="xiaoman", to="hejing")
    about: dict[str, Any] = {"kind": ReminderKind.PROMISE, "origin_id": UUID(promised)}
    lay_for(world, a_due(world, **about), a_due(world, "hejing", **about))
    [mine], [others] = [await listed(world, name) for name in ("xiaoman", "hejing")]
    assert (mine["about"], others["about"]) == ("先问谁回询盘，再报价。", None)
    seen = await made(await world.as_("xiaoman").put(f"{LIST}/{mine['id']}/seen"))
    assert seen["about"] == mine["about"]


async def test_what_is_not_seen_comes_first_and_the_newest_of_it(world: World) -> None:
    for number in (1, 2, 3):
        lay_for(world, a_due(world, number=number))
        world.clock.let_pass(minutes=1)
    newest, middle, oldest = await listed(world, "xiaoman")
    await made(await world.as_("xiaoman").put(f"{LIST}/{newest['id']}/seen"))
    told = [one["id"] for one in await listed(world, "xiaoman")]
    assert told == [middle["id"], oldest["id"], newest["id"]]


async def test_seen_twice_the_first_time_stays(world: World) -> None:
    lay_for(world, a_due(world))
    [one] = await listed(world, "xiaoman")
    phone, at = world.as_("xiaoman"), f"{LIST}/{one['id']}/seen"
    first = await made(await phone.put(at))
    world.clock.let_pass(minutes=2)
    assert await made(await phone.put(at)) == first


async def test_all_seen_leaves_what_came_after_the_phone_asked(world: World) -> None:
    lay_for(world, a_due(world))
    asked = world.clock()
    world.clock.let_pass(minutes=1)
    lay_for(world, a_due(world, number=2))
    answer = await world.as_("xiaoman").put(f"{LIST}/seen", json={"until": asked.isoformat()})
    assert answer.status_code == 204
    assert [one["seen_at"] is None for one in await listed(world, "xiaoman")] == [True, False]


async def test_kinds_are_switched_off_and_on_as_a_whole(world: World) -> None:
    phone = world.as_("xiaoman")
    assert await made(await phone.get(SETTINGS)) == {"off": []}
    told = {"off": ["ride_along", "evening", "evening"]}
    assert await made(await phone.put(SETTINGS, json=told)) == {"off": ["evening", "ride_along"]}
    assert await made(await phone.put(SETTINGS, json={"off": []})) == {"off": []}
    assert await made(await world.as_("qihang").get(SETTINGS)) == {"off": []}


async def test_the_key_is_made_once_and_is_the_same_for_everybody(world: World) -> None:
    keys = [await made(await world.as_(n).get(f"{API}/push/key")) for n in ("xiaoman", "stranger")]
    assert keys[0] == keys[1]
    assert len(keys[0]["key"]) == 87


@pytest.mark.parametrize(
    "address",
    [
        "http://push.example.net/one",
        "https://127.0.0.1/one",
        "https://10.1.2.3/one",
        "https://[::1]/one",
        "https://[::ffff:169.254.169.254]/one",
        "https://name@push.example.net/one",
    ],
)
async def test_an_address_inside_is_refused(world: World, address: str) -> None:
    answer = await world.as_("xiaoman").put(ONE, json=a_phone(endpoint=address))
    assert (answer.status_code, answer.json()["code"]) == (409, "push_address_refused")


async def test_no_answer_repeats_the_secrets_of_a_phone(world: World) -> None:
    answer = await world.as_("xiaoman").put(ONE, json=a_phone())
    assert answer.json() == {"id": str(an_id(1))}


async def test_of_too_many_phones_the_longest_known_goes(world: World) -> None:
    phone = world.as_("xiaoman")
    for number in range(1, 10):
        given = a_phone(endpoint=f"https://push.example.net/{number}")
        await made(await phone.put(f"{PHONES}/{an_id(number)}", json=given))
        world.clock.let_pass(seconds=1)
    rows = world.store.read_now(_phones, world)
    assert rows == {an_id(number) for number in range(2, 10)}


def _phones(db: Session, world: World) -> set[UUID]:
    return {one.id for one in all_of(db, world.organisation.id, world.id("xiaoman"))}


async def test_a_reminder_goes_after_a_month_and_a_younger_one_stays(world: World) -> None:
    lay_for(world, a_due(world))
    world.clock.let_pass(days=29)
    lay_for(world, a_due(world, number=2, until=world.clock() + timedelta(hours=1)))
    world.clock.let_pass(days=2)
    world.store.write_now(forget_older)
    assert len(await listed(world, "xiaoman")) == 1
