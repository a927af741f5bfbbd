"""The deck: tomorrow's visits, what is ready, what the client really said."""

import pytest

from tests.builders.people import an_id
from tests.builders.world import World
from tests.drills.evening import API, Evening, add_client, made, plan_visit

pytestmark = pytest.mark.anyio


async def test_the_deck_is_tomorrows_visits_by_time(world: World) -> None:
    evening = await Evening(world).begin()
    day = world.tomorrow.isoformat()
    early = await plan_visit(evening.xiaoman, evening.client, day=day, planned_time="09:00")
    deck = await made(await evening.xiaoman.get(f"{API}/drills/deck"))
    assert deck["day"] == day
    assert [one["visit"]["id"] for one in deck["items"]] == [early["id"], evening.visit["id"]]


async def test_tomorrow_is_the_next_working_day(world: World) -> None:
    rep = world.as_("xiaoman")
    client = await add_client(rep)
    await plan_visit(rep, client, day="2026-03-30")
    world.clock.at("18:40", day=world.today.replace(day=27))  # a Friday
    deck = await made(await world.as_("xiaoman").get(f"{API}/drills/deck?for=tomorrow"))
    assert (deck["day"], len(deck["items"])) == ("2026-03-30", 1)


async def test_a_card_says_who_decides_and_what_is_ready(world: World) -> None:
    evening = await Evening(world).begin()
    [card] = (await made(await evening.xiaoman.get(f"{API}/drills/deck")))["items"]
    assert card["contact"] == {"name": "吴建平", "role": "boss"}
    assert card["sheet"] == {
        "version": 1,
        "answers_ready": 4,
        "missing": [],
        "questions": ["competitors"],
    }
    assert card["big_order"] is False


async def test_a_client_without_a_sheet_misses_four_answers(world: World) -> None:
    rep = world.as_("xiaoman")
    await plan_visit(rep, await add_client(rep), day=world.tomorrow.isoformat())
    [card] = (await made(await rep.get(f"{API}/drills/deck")))["items"]
    assert (card["sheet"]["version"], card["sheet"]["answers_ready"]) == (0, 0)
    assert len(card["sheet"]["missing"]) == 4


async def test_a_card_counts_the_rounds_of_its_visit_in_either_seat(world: World) -> None:
    evening = await Evening(world).begin()
    await evening.play(evening.new_round())
    await evening.play(evening.swapped())
    await evening.play(evening.new_round(id=str(an_id(12)), visit_id=None))
    [card] = (await made(await evening.xiaoman.get(f"{API}/drills/deck")))["items"]
    assert card["rounds"] == 2


async def test_what_the_client_said_today_is_on_tonights_card(world: World) -> None:
    evening = await Evening(world).begin()
    said = {"id": str(an_id(500)), "type_key": "noresult", "words": "一年一单都没有"}
    checked_in = await evening.xiaoman.put(
        f"{API}/visits/{an_id(400)}/check-in",
        json={
            "client_id": evening.client["id"],
            "purpose": "follow_up",
            "happened_at": "2026-03-24T02:00:00Z",
            "outcome": "continued",
            "met_name": "吴建平",
            "objections": [said],
        },
    )
    await made(checked_in)
    deck = await made(await evening.xiaoman.get(f"{API}/drills/deck"))
    [card] = deck["items"]
    [heard] = card["heard"]
    assert (heard["words"], heard["on"]) == ("一年一单都没有", "2026-03-24")
    reason = card["reasons"][-1]
    assert (reason["kind"], reason["id"]) == ("heard_today", str(an_id(500)))
    assert (reason["at"], reason["said_by"]) == ("2026-03-24T02:00:00Z", "吴建平")
    assert deck["since"] == "2026-03-24"


async def test_on_a_day_off_what_the_last_working_day_brought_is_played(world: World) -> None:
    world.clock.at("18:40", day=world.today.replace(day=28))  # a Saturday
    deck = await made(await world.as_("xiaoman").get(f"{API}/drills/deck"))
    assert (deck["since"], deck["day"]) == ("2026-03-27", "2026-03-30")


async def test_a_big_order_is_marked(world: World) -> None:
    rep = world.as_("hanxue")
    amount = {"amount_minor": 19_800_000, "currency": "CNY"}
    day = world.tomorrow.isoformat()
    await plan_visit(rep, await add_client(rep), day=day, amount=amount)
    [card] = (await made(await rep.get(f"{API}/drills/deck?for={day}")))["items"]
    assert card["big_order"] is True


async def test_a_big_order_is_the_first_card_until_it_was_seen_from_both_seats(
    world: World,
) -> None:
    evening = await Evening(world).begin()
    day = world.tomorrow.isoformat()
    collect = await add_client(evening.xiaoman, name="先收款的客户")
    await plan_visit(evening.xiaoman, collect, day=day, planned_time="09:00", purpose="collect")
    later = {"planned_time": "15:00", "amount": {"amount_minor": 19_800_000, "currency": "CNY"}}
    big = await plan_visit(evening.xiaoman, evening.client, day=day, **later)

    async def first() -> str:
        deck = await made(await evening.xiaoman.get(f"{API}/drills/deck"))
        return str(deck["items"][0]["client"]["id"])

    seats = [evening.new_round, evening.swapped]
    for play in seats:
        assert await first() == evening.client["id"]
        await made(await evening.play(play(visit_id=big["id"])))
    assert await first() == collect["id"]


async def test_nobody_elses_visits_are_in_my_deck(world: World) -> None:
    await Evening(world).begin()
    assert (await made(await world.as_("hejing").get(f"{API}/drills/deck")))["items"] == []


@pytest.mark.parametrize("day", ["someday", "0001-01-01", "9999-12-31"])
async def test_a_day_that_is_none_is_malformed(world: World, day: str) -> None:
    asked = await world.as_("xiaoman").get(f"{API}/drills/deck?for={day}")
    assert asked.status_code == 422
