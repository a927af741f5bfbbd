"""Asking: three taps' worth of fields, one stored request, and somebody who promised."""

import json
from typing import Any

import pytest
from sqlmodel import Session

from api.people.models import Person, Role
from tests.builders.field import API, a_plan, add_client, hand_over, yuan
from tests.builders.people import an_id
from tests.builders.world import World
from tests.drills.evening import made
from tests.help_requests.asked import HELP, ONE, WORDS, a_request, ask, facts, listed, read

pytestmark = pytest.mark.anyio
EVERY_ROUTE = [
    ("GET", HELP),
    ("POST", HELP),
    ("GET", f"{HELP}/rising"),
    ("GET", ONE),
    ("PUT", f"{ONE}/seen"),
    ("POST", f"{ONE}/answers"),
    ("PUT", f"{ONE}/helper"),
    ("PUT", f"{ONE}/tried"),
    ("PUT", f"{ONE}/outcome"),
    ("GET", f"{ONE}/voice-notes/{an_id(2)}"),
    ("DELETE", f"{ONE}/voice-notes/{an_id(2)}"),
]
CHANGES: list[tuple[str, str, Any]] = [
    ("GET", ONE, None),
    ("PUT", f"{ONE}/seen", None),
    ("POST", f"{ONE}/answers", {"words": "…"}),
    ("PUT", f"{ONE}/helper", {"helper_id": str(an_id(5))}),
    ("PUT", f"{ONE}/tried", {}),
    ("PUT", f"{ONE}/outcome", {"helped": "yes"}),
]


@pytest.mark.parametrize(("method", "address"), EVERY_ROUTE)
async def test_anonymous_is_asked_to_sign_in(world: World, method: str, address: str) -> None:
    assert (await world.anonymous.request(method, address, json={})).status_code == 401


@pytest.mark.parametrize(
    "name", ["stranger_admin", "dinglei", "zhaohui", "liqun", "sumin", "admin"]
)
async def test_a_stranger_finds_nothing_to_read_answer_or_close(world: World, name: str) -> None:
    await ask(world)
    device = world.as_(name)
    answers = [(await device.request(*sent[:2], json=sent[2])).status_code for sent in CHANGES]
    assert answers == [404] * len(CHANGES)
    assert await listed(world, name) == []


async def test_kind_and_time_are_enough_and_the_manager_has_promised(world: World) -> None:
    asked = await ask(world, words=None)
    assert asked["helper"]["id"] == str(world.id("hejing"))
    assert asked["asker"]["id"] == str(world.id("xiaoman"))
    assert (asked["state"], asked["owed"], asked["late"]) == ("raised", True, False)
    assert (asked["words"], asked["about"], asked["client"]) == (None, None, None)
    assert (asked["answers"], asked["hand_overs"]) == ([], [])


async def test_the_mentor_or_the_team_is_asked_instead(world: World) -> None:
    mentor = await ask(world, audience="mentor")
    team = await ask(world, number=2, audience="team")
    assert mentor["helper"]["id"] == str(world.id("hanxue"))
    assert team["helper"] is None
    for name in ("hejing", "hanxue", "qihang"):
        assert str(an_id(2)) in await listed(world, name, whose="for_me")
    assert await listed(world, "dinglei", whose="for_me") == []
    assert await listed(world, "xiaoman", whose="for_me") == []


async def test_managers_are_learners_too_and_ask_their_region(world: World) -> None:
    asked = await ask(world, "hejing", kind="resource")
    assert asked["helper"]["id"] == str(world.id("liqun"))
    assert await listed(world, "liqun", whose="for_me") == [str(an_id(1))]


@pytest.mark.parametrize(
    ("name", "audience"),
    [("qihang", "mentor"), ("sumin", "team"), ("admin", "manager")],
)
async def test_an_empty_seat_is_told_with_what_to_do_instead(
    world: World, name: str, audience: str
) -> None:
    answer = await world.as_(name).post(HELP, json=a_request(audience=audience))
    assert (answer.status_code, answer.json()["code"]) == (409, "nobody_to_ask")


async def test_something_personal_is_told_to_one_person(world: World) -> None:
    given = a_request(kind="personal", audience="team")
    answer = await world.as_("xiaoman").post(HELP, json=given)
    assert (answer.status_code, answer.json()["code"]) == (409, "personal_is_for_one")


@pytest.mark.parametrize(
    "other",
    [
        {"kind": "money"},
        {"needed": "tomorrow"},
        {"audience": "company"},
        {"wanted": "discount"},
        {"about": {"kind": "visit"}},
        {"happened_at": "soon"},
        {"words": "好" * 2001},
    ],
)
async def test_what_is_malformed_is_refused(world: World, other: dict[str, Any]) -> None:
    answer = await world.as_("xiaoman").post(HELP, json=a_request(**other))
    assert answer.status_code == 422


async def test_a_visit_a_client_and_a_deal_bring_their_client_along(world: World) -> None:
    rep = world.as_("xiaoman")
    client = await add_client(rep)
    visit = await made(await rep.post(f"{API}/visits", json=a_plan(client)))
    sold = {"client_id": client, "amount": yuan(29_800)}
    deal = await made(await rep.post(f"{API}/deals", json=sold))
    abouts = [("client", client), ("visit", visit["id"]), ("deal", deal["id"])]
    for number, (kind, found) in enumerate(abouts, start=1):
        asked = await ask(world, number=number, about={"kind": kind, "id": found})
        assert asked["client"] == {"id": client, "name": "暖屿灯饰1"}
        assert asked["about"] == {"kind": kind, "id": found}


async def test_a_round_or_a_goal_stands_by_its_id_with_a_client_of_mine(world: World) -> None:
    client = await add_client(world.as_("xiaoman"))
    about = {"kind": "round", "id": str(an_id(70))}
    asked = await ask(world, about=about, client_id=client)
    assert (asked["about"], asked["client"]["id"]) == (about, client)
    bare = await ask(world, number=2, about={"kind": "goal", "id": str(an_id(71))})
    assert bare["client"] is None


async def test_nobody_carries_along_the_client_of_somebody_else(world: World) -> None:
    """Else the helper's screen would show a sheet that the asker may not read."""
    client = await add_client(world.as_("dinglei"))
    plan = await made(await world.as_("dinglei").post(f"{API}/visits", json=a_plan(client)))
    tries: list[dict[str, Any]] = [
        {"about": {"kind": "client", "id": client}},
        {"about": {"kind": "visit", "id": plan["id"]}},
        {"about": {"kind": "deal", "id": str(an_id(99))}},
        {"about": {"kind": "round", "id": str(an_id(70))}, "client_id": client},
    ]
    device = world.as_("xiaoman")
    answers = [await device.post(HELP, json=a_request(**other)) for other in tries]
    assert [answer.status_code for answer in answers] == [404] * 4


async def test_a_client_that_moved_meanwhile_is_told_as_moved(world: World) -> None:
    client = await add_client(world.as_("xiaoman"))
    manager = world.as_("hejing")
    await hand_over(manager, leaving=world.id("xiaoman"), taking=world.id("qihang"))
    given = a_request(about={"kind": "client", "id": client})
    answer = await world.as_("xiaoman").post(HELP, json=given)
    assert (answer.status_code, answer.json()["code"]) == (409, "client_moved")


async def test_the_same_request_arriving_again_is_stored_once(world: World) -> None:
    first = await ask(world)
    world.clock.let_pass(minutes=40)
    again = await ask(world)
    assert (again["raised_at"], again["due_at"]) == (first["raised_at"], first["due_at"])
    assert await listed(world, "hejing") == [str(an_id(1))]
    assert len(world.store.read_now(facts)) == 1
    other = await world.as_("xiaoman").post(HELP, json=a_request(words="别的"))
    assert (other.status_code, other.json()["code"]) == (409, "born_differently")


async def test_somebody_elses_id_tells_nothing(world: World) -> None:
    await ask(world)
    assert (await world.as_("dinglei").post(HELP, json=a_request())).status_code == 404


async def test_both_clocks_are_kept(world: World) -> None:
    asked = await ask(world)
    assert asked["happened_at"] == "2026-03-24T01:58:00Z"
    assert asked["raised_at"] == "2026-03-24T02:00:00Z"


async def test_no_fact_holds_what_was_asked_nor_that_it_is_personal(world: World) -> None:
    await ask(world, kind="personal")
    [(topic, payload)] = world.store.read_now(facts)
    assert topic == "help.raised"
    told = json.dumps(payload, ensure_ascii=False)
    assert WORDS not in told
    assert "personal" not in told
    assert payload == {
        "request_id": str(an_id(1)),
        "asker_id": str(world.id("xiaoman")),
        "helper_id": str(world.id("hejing")),
        "due_at": "2026-03-24T02:15:00+00:00",
    }


async def test_the_helper_of_that_moment_keeps_it_when_the_team_changes(world: World) -> None:
    await ask(world)

    def leave(db: Session) -> None:
        manager = db.get_one(Person, (world.organisation.id, world.id("hejing")))
        manager.team_id, manager.role = world.team("lighthouse").id, Role.REP

    world.store.write_now(leave)
    assert (await read(world, "hejing"))["helper"]["id"] == str(world.id("hejing"))
