"""The check-in over the wire: what it needs, what it answers, and that it arrives exactly once."""

from typing import Any

import pytest

from tests.builders.field import (
    a_check_in,
    a_plan,
    add_client,
    an_objection,
    check_in,
    check_in_of,
    contact_of,
    hand_over,
    yuan,
)
from tests.builders.people import an_id
from tests.builders.world import World

pytestmark = pytest.mark.anyio


async def test_nobody_checks_in_without_signing_in(world: World) -> None:
    answer = await world.anonymous.put(check_in_of(an_id(1)), json=a_check_in(str(an_id(2))))
    assert answer.status_code == 401


async def test_a_stranger_cannot_check_in_at_our_client_nor_at_our_visit(world: World) -> None:
    client = await add_client(world.as_("xiaoman"))
    stored = await check_in(world.as_("xiaoman"), client)
    at_client = await check_in(world.as_("stranger"), client, visit=2)
    assert (stored.status_code, at_client.status_code) == (200, 404)
    own = await add_client(world.as_("stranger"), 2)
    assert (await check_in(world.as_("stranger"), own, visit=1)).status_code == 200


async def test_a_colleague_learns_nothing_of_a_visit_by_its_id(world: World) -> None:
    client = await add_client(world.as_("xiaoman"))
    await check_in(world.as_("xiaoman"), client)
    answer = await check_in(world.as_("qihang"), client)
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")


async def test_a_visit_without_a_plan_is_made_of_its_check_in(world: World) -> None:
    client = await add_client(world.as_("xiaoman"))
    answer = await check_in(world.as_("xiaoman"), client)
    visit = answer.json()
    assert answer.status_code == 200, answer.text
    assert (visit["planned"], visit["state"], visit["day"]) == (False, "done", "2026-03-24")
    assert visit["client"]["name"] == "暖屿灯饰1"
    assert visit["rep"]["latin_name"] == "Lin Xiaoman"
    assert answer.headers["etag"] == f'"{visit["version"]}"'


async def test_a_planned_visit_keeps_its_plan(world: World) -> None:
    xiaoman = world.as_("xiaoman")
    client = await add_client(xiaoman)
    plan = a_plan(client, id=str(an_id(1)), day="2026-03-24", planned_time="09:30", aim="看后台")
    assert (await xiaoman.post("/api/v1/visits", json=plan)).status_code == 201
    visit = (await check_in(xiaoman, client, purpose="close")).json()
    assert (visit["planned"], visit["planned_time"], visit["aim"]) == (True, "09:30", "看后台")
    assert (visit["state"], visit["purpose"]) == ("done", "close")


async def test_what_was_told_is_what_is_read(world: World) -> None:
    xiaoman = world.as_("xiaoman")
    client = await add_client(xiaoman)
    told: dict[str, Any] = {
        "outcome": "advanced",
        "met_contact_id": contact_of(),
        "next_step": "see_enquiries",
        "next_step_text": "一起看后台",
        "next_on": "2026-03-26",
        "amount": yuan(59_800),
        "competitor": "环贸网",
        "confidence_before": 2,
        "note": "太太管账",
        "wants_help": True,
        "help_words": "怎么讲回报",
        "objections": [
            an_objection(1, words="做过一年，一个单都没有"),
            an_objection(2, type_key="price", words=None),
        ],
    }
    await check_in(xiaoman, client, **told)
    read = (await xiaoman.get(f"/api/v1/visits/{an_id(1)}")).json()["check_in"]
    assert {name: read[name] for name in told} == told
    assert (read["late"], read["amendments"]) == (False, [])


async def test_a_contact_of_the_list_brings_name_and_part(world: World) -> None:
    client = await add_client(world.as_("xiaoman"))
    bare: dict[str, Any] = {"met_contact_id": contact_of(), "met_name": None, "met_role": None}
    told = (await check_in(world.as_("xiaoman"), client, **bare)).json()["check_in"]
    assert (told["met_name"], told["met_role"]) == ("吴建平", "boss")


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({"outcome": "advanced"}, "advanced_needs_next_step"),
        ({"outcome": "advanced", "next_step": "call_again"}, "advanced_needs_next_step"),
        ({"outcome": "signed"}, "amount_needed"),
        ({"outcome": "paid", "amount": yuan(0)}, "amount_needed"),
        ({"outcome": "nobody_met"}, "nobody_has_no_name"),
        ({"met_contact_id": contact_of(2)}, "contact_elsewhere"),
        ({"objections": [an_objection(1, type_key="nosuch")]}, "objection_type_unknown"),
    ],
)
async def test_a_check_in_that_contradicts_itself_stores_nothing(
    world: World, told: dict[str, Any], code: str
) -> None:
    xiaoman = world.as_("xiaoman")
    client = await add_client(xiaoman)
    await add_client(xiaoman, 2)
    answer = await check_in(xiaoman, client, **told)
    assert (answer.status_code, answer.json()["code"]) == (409, code)
    assert (await xiaoman.get("/api/v1/visits")).json()["items"] == []


async def test_nobody_met_is_a_visit_of_its_own_kind(world: World) -> None:
    client = await add_client(world.as_("xiaoman"))
    told: dict[str, Any] = {"outcome": "nobody_met", "met_name": None, "met_role": None}
    answer = await check_in(world.as_("xiaoman"), client, **told)
    assert answer.json()["state"] == "not_met"


async def test_the_same_check_in_twice_is_stored_once(world: World) -> None:
    xiaoman = world.as_("xiaoman")
    client = await add_client(xiaoman)
    told = a_check_in(client, outcome="paid", amount=yuan(100), objections=[an_objection(1)])
    first = await xiaoman.put(check_in_of(an_id(1)), json=told)
    again = await xiaoman.put(check_in_of(an_id(1)), json=dict(reversed(told.items())))
    assert again.json() == first.json()
    assert len((await xiaoman.get("/api/v1/visits")).json()["items"]) == 1
    (deal,) = (await xiaoman.get("/api/v1/deals")).json()["items"]
    assert len(deal["payments"]) == 1


async def test_other_content_under_the_same_id_is_refused(world: World) -> None:
    xiaoman = world.as_("xiaoman")
    client = await add_client(xiaoman)
    await check_in(xiaoman, client)
    answer = await check_in(xiaoman, client, outcome="stalled")
    assert (answer.status_code, answer.json()["code"]) == (409, "born_differently")


async def test_a_check_in_at_another_client_than_planned_is_refused(world: World) -> None:
    xiaoman = world.as_("xiaoman")
    planned, other = await add_client(xiaoman), await add_client(xiaoman, 2)
    await xiaoman.post("/api/v1/visits", json=a_plan(planned, id=str(an_id(1))))
    answer = await check_in(xiaoman, other)
    assert (answer.status_code, answer.json()["code"]) == (409, "born_differently")


async def test_a_first_arrival_after_the_evening_closed_is_still_a_check_in(world: World) -> None:
    client = await add_client(world.as_("xiaoman"))
    world.clock.let_pass(days=2)
    visit = (await check_in(world.as_("xiaoman"), client)).json()
    assert visit["check_in"]["late"] is True
    assert visit["check_in"]["amendments"] == []
    assert visit["day"] == "2026-03-24"


async def test_a_replay_after_the_evening_closed_answers_what_is_stored(world: World) -> None:
    client = await add_client(world.as_("xiaoman"))
    first = await check_in(world.as_("xiaoman"), client)
    world.clock.let_pass(days=2)
    assert (await check_in(world.as_("xiaoman"), client)).json() == first.json()
    assert first.json()["check_in"]["late"] is False


async def test_a_replay_after_the_client_moved_answers_what_is_stored(world: World) -> None:
    client = await add_client(world.as_("xiaoman"))
    first = await check_in(world.as_("xiaoman"), client)
    leaving, taking = world.id("xiaoman"), world.id("qihang")
    await hand_over(world.as_("hejing"), leaving=leaving, taking=taking)
    again = await check_in(world.as_("xiaoman"), client)
    assert (again.status_code, again.json()) == (200, first.json())


async def test_a_first_arrival_at_a_client_that_moved_says_where_it_went(world: World) -> None:
    client = await add_client(world.as_("xiaoman"))
    leaving, taking = world.id("xiaoman"), world.id("qihang")
    await hand_over(world.as_("hejing"), leaving=leaving, taking=taking)
    answer = await check_in(world.as_("xiaoman"), client)
    assert (answer.status_code, answer.json()["code"]) == (409, "client_moved")
    assert "Zhou Qihang" in answer.json()["detail"]


async def test_a_cancelled_visit_that_took_place_all_the_same_is_done(world: World) -> None:
    xiaoman = world.as_("xiaoman")
    client = await add_client(xiaoman)
    await xiaoman.post("/api/v1/visits", json=a_plan(client, id=str(an_id(1))))
    reason = {"reason": "他说没空"}
    await xiaoman.put(f"/api/v1/visits/{an_id(1)}/cancellation", json=reason)
    assert (await check_in(xiaoman, client)).json()["state"] == "done"


async def test_a_phone_whose_clock_runs_ahead_does_not_make_a_visit_of_tomorrow(
    world: World,
) -> None:
    client = await add_client(world.as_("xiaoman"))
    ahead = "2027-01-01T00:00:00Z"
    visit = (await check_in(world.as_("xiaoman"), client, happened_at=ahead)).json()
    assert (visit["day"], visit["check_in"]["happened_at"]) == ("2026-03-24", ahead)


@pytest.mark.parametrize(
    "told",
    [
        {"happened_at": "9999-12-31T23:59:59Z"},
        {"happened_at": "2026-03-24T01:40:00"},
        {"amount": {"amount_minor": 10**30, "currency": "CNY"}},
        {"note": "null \0 byte"},
        {"next_on": "0001-01-01"},
        {"objections": [an_objection(number) for number in range(4)]},
        {"objections": [an_objection(1), an_objection(1)]},
        {"objections": [an_objection(1, type_key=None)]},
        {"latitude": 30.2},
    ],
)
async def test_what_cannot_be_read_is_a_422_that_stores_nothing(
    world: World, told: dict[str, Any]
) -> None:
    xiaoman = world.as_("xiaoman")
    client = await add_client(xiaoman)
    assert (await check_in(xiaoman, client, **told)).status_code == 422
    assert (await xiaoman.get("/api/v1/visits")).json()["items"] == []


async def test_an_objection_id_is_used_for_one_visit_only(world: World) -> None:
    xiaoman = world.as_("xiaoman")
    client = await add_client(xiaoman)
    await check_in(xiaoman, client, objections=[an_objection(1)])
    answer = await check_in(xiaoman, client, visit=2, objections=[an_objection(1)])
    assert answer.status_code == 409
    assert len((await xiaoman.get("/api/v1/visits")).json()["items"]) == 1
