"""GET /today: the rep's own day, the prep cards, the evening."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from api.today import service
from tests.builders.people import an_id
from tests.builders.world import World
from tests.drills.evening import API, Evening, add_client, made, plan_visit, write_sheet
from tests.today.statements import MOST, statements

pytestmark = pytest.mark.anyio


async def next_morning(world: World) -> Any:
    world.clock.at("08:20", day=world.tomorrow)
    return await made(await world.as_("xiaoman").get(f"{API}/today"))


async def test_anonymous_has_no_day(world: World) -> None:
    assert (await world.anonymous.get(f"{API}/today")).status_code == 401


async def test_a_stranger_sees_only_an_empty_day_of_their_own(world: World) -> None:
    await Evening(world).begin()
    day = world.tomorrow.isoformat()
    found = await made(await world.as_("stranger").get(f"{API}/today?day={day}"))
    assert found["visits"] == []


async def test_the_lines_agreed_last_night_are_on_the_card(world: World) -> None:
    evening = await Evening(world).begin()
    await evening.play(evening.new_round())
    [card] = (await next_morning(world))["visits"]
    [line] = card["prep"]["agreed"]
    assert (line["words"], line["answer"]) == ("一年一单都没有", "当时谁回询盘、多久回？")
    assert (line["drill_id"], line["agreed_on"]) == (evening.drill["id"], "2026-03-24")
    assert card["prep"]["rounds"] == 1


async def test_the_last_round_has_the_last_word_on_a_line(world: World) -> None:
    evening = await Evening(world).begin()
    await evening.play(evening.new_round())
    better = [{"words": "一年一单都没有", "answer": "先看第一封回信。"}]
    await evening.play(evening.swapped(lines=better))
    [card] = (await next_morning(world))["visits"]
    assert [line["answer"] for line in card["prep"]["agreed"]] == ["先看第一封回信。"]


async def test_lines_agreed_without_a_planned_visit_are_on_the_card_too(world: World) -> None:
    evening = await Evening(world).begin()
    await evening.play(evening.new_round(visit_id=None))
    [card] = (await next_morning(world))["visits"]
    assert (len(card["prep"]["agreed"]), card["prep"]["rounds"]) == (1, 0)


async def test_what_others_agreed_on_the_same_client_is_theirs(world: World) -> None:
    evening = await Evening(world).begin()
    await evening.play(evening.new_round())
    await evening.hand_over(to="hanxue")
    world.clock.at("08:20", day=world.tomorrow)
    [card] = (await made(await world.as_("hanxue").get(f"{API}/today")))["visits"]
    assert card["prep"]["agreed"] == []


async def test_lines_are_gone_after_a_week(world: World) -> None:
    evening = await Evening(world).begin()
    await evening.play(evening.new_round())
    for day, shown in (("2026-03-31", 1), ("2026-04-01", 0)):
        await plan_visit(evening.xiaoman, evening.client, day=day)
        [card] = (await made(await evening.xiaoman.get(f"{API}/today?day={day}")))["visits"]
        assert len(card["prep"]["agreed"]) == shown


async def test_a_card_brings_the_sheet_to_the_door(world: World) -> None:
    await Evening(world).begin()
    [card] = (await next_morning(world))["visits"]
    assert card["contact"]["name"] == "吴建平"
    assert card["prep"]["goal"] == "约合伙人周四一起谈"
    assert card["prep"]["questions"] == ["competitors"]
    [expected] = card["prep"]["objections"]
    assert (expected["type_key"], expected["answer"]) == ("noresult", "当时谁回询盘？")


async def test_a_visit_without_a_sheet_still_has_a_card(world: World) -> None:
    rep = world.as_("xiaoman")
    await plan_visit(rep, await add_client(rep), day=world.today.isoformat())
    [card] = (await made(await rep.get(f"{API}/today")))["visits"]
    assert (card["prep"]["sheet_version"], card["prep"]["answers_ready"]) == (0, 0)
    assert card["prep"]["goal"] is None


@pytest.mark.parametrize(
    ("wall", "state"),
    [
        ("06:30", "quiet"),
        ("10:00", "day"),
        ("18:30", "open"),
        ("19:59", "open"),
        ("20:00", "quiet"),
        ("23:30", "quiet"),
    ],
)
async def test_the_evening_opens_and_closes(world: World, wall: str, state: str) -> None:
    world.clock.at(wall)
    shown = (await made(await world.as_("xiaoman").get(f"{API}/today")))["evening"]
    assert (shown["open"], shown["quiet"]) == (state == "open", state == "quiet")
    assert shown["opens_at"] == "2026-03-24T10:30:00Z"


async def test_the_evening_of_a_demo_is_open_at_any_hour(world: World) -> None:
    visitor = replace(world.actor("xiaoman"), demo=True)
    at_night = datetime(2026, 3, 28, 18, 0, tzinfo=UTC)
    shown = service.evening(visitor, date(2026, 3, 29), moment=at_night, cards=0)
    assert (shown.open, shown.quiet) == (True, False)


async def test_the_evening_stays_closed_on_a_day_off(world: World) -> None:
    world.clock.at("19:00", day=date(2026, 3, 28))  # a Saturday
    found = await made(await world.as_("xiaoman").get(f"{API}/today"))
    assert (found["working"], found["evening"]["open"]) == (False, False)
    assert found["tomorrow"] == "2026-03-30"


async def test_the_evening_counts_the_cards_that_wait(world: World) -> None:
    await Evening(world).begin()
    found = await made(await world.as_("xiaoman").get(f"{API}/today"))
    assert found["evening"]["cards"] == 1


async def test_the_partner_is_told_what_another_phone_recorded(world: World) -> None:
    evening = await Evening(world).begin()
    await evening.play(evening.new_round())
    [recorded] = (await made(await evening.qihang.get(f"{API}/today")))["recorded_for_you"]
    assert (recorded["drill_id"], recorded["rounds"]) == (evening.drill["id"], 1)
    assert recorded["recorded_by"]["given_name"] == "小满"
    assert (await made(await evening.xiaoman.get(f"{API}/today")))["recorded_for_you"] == []


async def test_what_was_seen_is_not_told_again(world: World) -> None:
    evening = await Evening(world).begin()
    await evening.qihang.put(f"{API}/drills/{evening.drill['id']}/acknowledgement")
    assert (await made(await evening.qihang.get(f"{API}/today")))["recorded_for_you"] == []


async def test_a_full_day_costs_no_more_statements_than_a_short_one(world: World) -> None:
    evening = await Evening(world).begin()
    await evening.play(evening.new_round())
    today, day = world.today.isoformat(), world.tomorrow.isoformat()
    for number in range(8):
        client = await add_client(evening.xiaoman, name=f"客户{number}")
        await write_sheet(evening.xiaoman, client)
        await plan_visit(evening.xiaoman, client, day=day)
        await check_in(evening, client, number)
    with statements(world) as asked:
        found = await made(await evening.xiaoman.get(f"{API}/today?day={today}"))
    assert len(found["visits"]) == 8
    assert len(asked) <= MOST
    with statements(world) as asked:
        found = await made(await evening.xiaoman.get(f"{API}/today?day={day}"))
    assert len(found["visits"]) == 9
    assert len(asked) <= MOST


async def check_in(evening: Evening, client: Any, number: int) -> None:
    said = {"id": str(an_id(600 + number)), "type_key": "price"}
    told = {
        "client_id": client["id"],
        "purpose": "first",
        "happened_at": "2026-03-24T02:00:00Z",
        "outcome": "continued",
        "objections": [said],
    }
    address = f"{API}/visits/{an_id(700 + number)}/check-in"
    await made(await evening.xiaoman.put(address, json=told))
