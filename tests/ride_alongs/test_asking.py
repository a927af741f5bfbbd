"""Asking for a day, accepting it, preparing it, moving it."""

import pytest

from tests.builders.people import an_id
from tests.builders.world import World
from tests.drills.evening import made
from tests.ride_alongs.the_day import RIDES, Day, code

pytestmark = pytest.mark.anyio


async def test_anonymous_asks_for_nothing(world: World) -> None:
    answer = await world.anonymous.post(RIDES, json=Day(world).wish())
    assert code(answer) == (401, "sign_in_needed")


async def test_a_stranger_finds_no_ride_along(world: World) -> None:
    day = await Day(world).ask()
    for name in ("stranger", "stranger_admin", "dinglei", "qihang"):
        assert (await world.as_(name).get(day.at)).status_code == 404


async def test_either_side_asks_and_the_other_accepts(world: World) -> None:
    day = await Day(world).ask()
    assert day.ride["state"] == "requested"
    assert code(await day.phone.put(f"{day.at}/acceptance", json={})) == (409, "asked_by_you")
    await day.accept()
    assert day.ride["state"] == "accepted"
    offered = {**day.wish(), "id": str(an_id(7001)), "day": "2026-03-26"}
    day.ride = await made(await day.tablet.post(RIDES, json=offered))
    accepted = await made(await day.phone.put(f"{day.at}/acceptance", json={}))
    assert accepted["state"] == "accepted"


async def test_nobody_arranges_a_day_between_two_others(world: World) -> None:
    answer = await world.as_("hejing").post(RIDES, json=Day(world).wish())
    assert code(answer) == (403, "only_the_two")


async def test_somebody_of_another_team_does_not_ride_along(world: World) -> None:
    wish = Day(world).wish(mentor_id=str(world.id("dinglei")))
    assert code(await world.as_("xiaoman").post(RIDES, json=wish)) == (409, "not_beside_you")


async def test_somebody_of_another_organisation_is_not_there(world: World) -> None:
    wish = Day(world).wish(mentor_id=str(world.id("stranger")))
    assert (await world.as_("xiaoman").post(RIDES, json=wish)).status_code == 404


async def test_a_manager_gets_ride_alongs_from_the_region(world: World) -> None:
    pair = {"mentor_id": str(world.id("liqun")), "apprentice_id": str(world.id("hejing"))}
    ride = await made(await world.as_("liqun").post(RIDES, json=Day(world).wish(**pair)))
    accepted = await world.as_("hejing").put(f"{RIDES}/{ride['id']}/acceptance", json={})
    assert (await made(accepted))["state"] == "accepted"


async def test_there_is_no_surprise_visit(world: World) -> None:
    """Today only when both say so; the other side must say it in so many words."""
    day = Day(world)
    today = day.wish(day="2026-03-24")
    assert code(await day.tablet.post(RIDES, json=today)) == (409, "notice_needed")
    day.ride = await made(await day.tablet.post(RIDES, json={**today, "short_notice": True}))
    assert code(await day.phone.put(f"{day.at}/acceptance", json={})) == (409, "notice_needed")
    agreed = await day.phone.put(f"{day.at}/acceptance", json={"short_notice": True})
    assert (await made(agreed))["state"] == "in_field"


async def test_yesterday_is_over(world: World) -> None:
    wish = Day(world).wish(day="2026-03-23")
    assert code(await world.as_("xiaoman").post(RIDES, json=wish)) == (409, "day_is_over")


async def test_a_day_off_is_neither_asked_for_nor_moved_to(world: World) -> None:
    day = Day(world)
    sunday = day.wish(day="2026-03-29")
    assert code(await world.as_("xiaoman").post(RIDES, json=sunday)) == (409, "day_off")
    await day.ask()
    move = {"id": str(an_id(7050)), "to_day": "2026-03-29", "why": "客户去展会了"}
    assert code(await day.tablet.put(f"{day.at}/day", json=move)) == (409, "day_off")
    assert (await day.read())["moves"] == []


async def test_the_same_wish_twice_is_one_and_another_under_its_id_is_refused(world: World) -> None:
    day = await Day(world).ask()
    again = await made(await day.phone.post(RIDES, json=day.wish()))
    assert again["id"] == day.ride["id"]
    other = day.wish(day="2026-03-26")
    assert code(await day.phone.post(RIDES, json=other)) == (409, "born_differently")
    second = day.wish(id=str(an_id(7002)))
    assert code(await day.phone.post(RIDES, json=second)) == (409, "together_already")


async def test_the_apprentice_prepares_and_nobody_for_her(world: World) -> None:
    day = await (await Day(world).ask()).accept()
    told = {"focus_skill_key": "objections", "help_wanted": "让我试一次", "to_know": "没有"}
    by_mentor = await day.tablet.put(f"{day.at}/preparation", json=told)
    assert code(by_mentor) == (403, "only_the_apprentice")
    await day.prepare()
    assert day.ride["state"] == "prepared"
    assert day.ride["preparation"]["focus_skill_key"] == "objections"
    unknown = {**told, "focus_skill_key": "juggling"}
    assert code(await day.phone.put(f"{day.at}/preparation", json=unknown)) == (
        409,
        "skill_unknown",
    )


async def test_a_day_moves_with_its_reason_and_is_accepted_anew(world: World) -> None:
    day = await (await (await Day(world).ask()).accept()).prepare()
    move = {"id": str(an_id(7050)), "to_day": "2026-03-27", "why": "客户去展会了"}
    moved = await made(await day.tablet.put(f"{day.at}/day", json=move))
    assert (moved["day"], moved["state"]) == ("2026-03-27", "requested")
    assert [(one["from_day"], one["why"]) for one in moved["moves"]] == [
        ("2026-03-25", "客户去展会了")
    ]
    assert moved["preparation"] is not None
    again = await made(await day.tablet.put(f"{day.at}/day", json=move))
    assert len(again["moves"]) == 1
    assert code(await day.tablet.put(f"{day.at}/acceptance", json={})) == (409, "asked_by_you")
    assert (await made(await day.phone.put(f"{day.at}/acceptance", json={})))["accepted_at"]


async def test_visits_of_the_old_day_stay_behind(world: World) -> None:
    day = await (await (await Day(world).ask()).accept()).plan()
    await made(await day.choose(day.visits[0], "show"))
    move = {"id": str(an_id(7050)), "to_day": "2026-03-27", "why": "客户去展会了"}
    await made(await day.tablet.put(f"{day.at}/day", json=move))
    await made(await day.phone.put(f"{day.at}/acceptance", json={}))
    assert (await day.read())["visits"] == []


async def test_the_day_says_what_it_is_for(world: World) -> None:
    day = await Day(world).ask(purpose="key_client")
    assert day.ride["purpose"] == "key_client"
    assert (await made(await day.tablet.get(RIDES)))["items"][0]["purpose"] == "key_client"
    refused = await day.phone.post(RIDES, json=day.wish(id=str(an_id(7001)), purpose="spying"))
    assert refused.status_code == 422


async def test_whoever_asked_takes_the_request_back_until_it_is_accepted(world: World) -> None:
    day = await Day(world).ask()
    at = f"{day.at}/withdrawal"
    assert code(await day.tablet.put(at, json={})) == (409, "asked_by_the_other")
    told = {"reason": "那天客户在展会"}
    first = await made(await day.phone.put(at, json=told))
    assert (first["state"], first["withdrawal"]["reason"]) == ("withdrawn", told["reason"])
    assert await made(await day.phone.put(at, json={})) == first
    seen = (await made(await day.tablet.get(RIDES)))["items"][0]
    assert seen["state"] == "withdrawn"
    read = await made(await day.tablet.get(day.at))
    assert read["withdrawal"]["reason"] == told["reason"]


async def test_a_request_taken_back_is_neither_accepted_nor_moved_nor_prepared(
    world: World,
) -> None:
    day = await Day(world).ask()
    await made(await day.phone.put(f"{day.at}/withdrawal", json={}))
    told = {"focus_skill_key": "objections", "help_wanted": "x", "to_know": "x"}
    moved = {"id": str(an_id(7100)), "to_day": "2026-03-26", "why": "x"}
    tried = [
        await day.tablet.put(f"{day.at}/acceptance", json={}),
        await day.phone.put(f"{day.at}/preparation", json=told),
        await day.tablet.put(f"{day.at}/day", json=moved),
    ]
    assert [code(answer) for answer in tried] == [(409, "request_withdrawn")] * 3
    again = await Day(world).ask(id=str(an_id(7001)))
    assert again.ride["state"] == "requested"


async def test_an_accepted_day_moves_and_is_not_taken_back(world: World) -> None:
    day = await (await Day(world).ask()).accept()
    for device in (day.phone, day.tablet):
        answer = await device.put(f"{day.at}/withdrawal", json={})
        assert code(answer) == (409, "accepted_already")
