"""An objection that was lost comes back: tonight, and on the third, sixth and ninth working day after."""

from typing import Any

import pytest
from sqlmodel import col, select

from api.drills.deck.models import StoredCard
from api.kit.events import FlowFault
from tests.builders.field import amend, an_objection
from tests.builders.people import an_id
from tests.builders.world import World
from tests.drills.evening import API, Evening, Json, add_client, made, plan_visit, write_sheet
from tests.drills.the_day_after import deck_of, hear, item, reasons, tell

pytestmark = pytest.mark.anyio
THIRD, SIXTH, NINTH = "2026-03-27", "2026-04-01", "2026-04-07"
"""Working days after Tuesday 2026-03-24; Monday 6 April is Qingming's day off."""


def stored(world: World) -> list[Any]:
    def read(db: Any) -> list[Any]:
        return list(db.exec(select(StoredCard).order_by(col(StoredCard.due_on))))

    return world.store.read_now(read)


async def on(world: World, day: str) -> list[Json]:
    """小满's deck on an evening."""
    world.clock.at("18:40", day=type(world.today).fromisoformat(day))
    return await deck_of(world.as_("xiaoman"))


def reasons_of(deck: list[Json], client: Json) -> list[Json]:
    return [
        reason
        for card in deck
        if card["client"]["id"] == client["id"]
        for reason in card["reasons"]
        if reason["kind"] == "returns"
    ]


async def test_what_a_client_said_today_is_a_card_of_tonight(world: World) -> None:
    visit = await hear(world, words="做过一年，一个单都没有。")
    [card] = await deck_of(world.as_("xiaoman"))
    assert (card["kind"], card["id"], card["visit"]) == ("objection", str(an_id(3001)), None)
    [reason] = card["reasons"]
    assert (reason["kind"], reason["words"]) == ("heard_today", "做过一年，一个单都没有。")
    assert reason["origin"] == {"kind": "visit", "id": visit["id"]}


async def test_at_a_client_of_tomorrow_it_is_a_reason_on_that_visits_card(world: World) -> None:
    rep = world.as_("xiaoman")
    client = await add_client(rep)
    planned = await plan_visit(rep, client, day=world.tomorrow.isoformat())
    await hear(world, client=client)
    [card] = await deck_of(rep)
    assert card["id"] == planned["id"]
    assert reasons(card) == ["tomorrow", "heard_today"]


async def test_an_answered_objection_is_no_card(world: World) -> None:
    visit = await hear(world)
    await made(await tell(world.as_("xiaoman"), visit, item(result="answered")))
    assert await deck_of(world.as_("xiaoman")) == []


@pytest.mark.parametrize("result", ["partly", "not_answered"])
async def test_what_was_not_quite_answered_is_played_tonight(world: World, result: str) -> None:
    visit = await hear(world)
    await made(await tell(world.as_("xiaoman"), visit, item(result=result)))
    assert [reasons(card) for card in await deck_of(world.as_("xiaoman"))] == [["heard_today"]]


async def test_a_lost_objection_returns_after_three_six_and_nine_working_days(
    world: World,
) -> None:
    visit = await hear(world)
    told = await made(await tell(world.as_("xiaoman"), visit, item(result="not_answered")))
    assert told["items"][0]["returns_on"] == [THIRD, SIXTH, NINTH]
    assert await on(world, "2026-03-26") == []
    [card] = await on(world, THIRD)
    [reason] = card["reasons"]
    assert (reason["kind"], reason["step"], reason["on"]) == ("returns", 3, "2026-03-24")
    assert reason["origin"] == {"kind": "visit", "id": visit["id"]}


async def test_what_is_lost_again_at_the_same_client_is_counted_from_then_on(world: World) -> None:
    client = await add_client(world.as_("xiaoman"))
    await hear(world, client=client, outcome="stalled")
    world.clock.at("15:00", day=world.tomorrow)
    again = await hear(world, number=2, client=client, outcome="stalled")
    await hear(world, number=3, outcome="stalled")
    assert reasons_of(await on(world, THIRD), client) == []
    [reason] = reasons_of(await on(world, "2026-03-30"), client)
    assert (reason["kind"], reason["step"], reason["on"]) == ("returns", 3, "2026-03-25")
    assert reason["origin"]["id"] == again["id"]


async def test_a_saturday_that_is_worked_counts(world: World) -> None:
    """调休"""
    saturday = {"working": True, "name": "调休"}
    calendar = f"{API}/organisation/calendar/2026-03-28"
    await made(await world.as_("admin").put(calendar, json=saturday))
    visit = await hear(world)
    told = await made(await tell(world.as_("xiaoman"), visit, item(result="not_answered")))
    assert told["items"][0]["returns_on"] == [THIRD, "2026-03-31", "2026-04-03"]


@pytest.mark.parametrize("outcome", ["stalled", "lost"])
async def test_a_visit_that_stalled_has_lost_what_was_said_there(
    world: World, outcome: str
) -> None:
    await hear(world, outcome=outcome)
    assert [str(card.due_on) for card in stored(world)] == [THIRD, SIXTH, NINTH]


async def test_until_the_rep_says_that_it_was_answered_all_the_same(world: World) -> None:
    visit = await hear(world, outcome="stalled")
    await made(await tell(world.as_("xiaoman"), visit, item(result="answered")))
    assert stored(world) == []


async def test_a_corrected_check_in_corrects_what_returns(world: World) -> None:
    rep = world.as_("xiaoman")
    visit = await hear(world, outcome="stalled")
    changed = await amend(
        rep, visit, objections=[an_objection(1, words="没效果", type_key="price")]
    )
    assert {card.words for card in stored(world)} == {"没效果"}
    await amend(rep, changed.json(), outcome="continued")
    assert stored(world) == []


async def test_two_old_ones_an_evening_the_others_wait(world: World) -> None:
    for number in (1, 2, 3):
        await hear(world, outcome="stalled", number=number)
    assert len(await on(world, THIRD)) == 2


async def test_playing_the_client_plays_what_was_due_there_and_no_third_one_follows(
    world: World,
) -> None:
    rep = world.as_("xiaoman")
    for number in (1, 2, 3):
        client = await add_client(rep, name=f"客户{number}")
        await hear(world, outcome="stalled", number=number, client=client)
    first, second = await on(world, THIRD)
    rep, evening = world.as_("xiaoman"), Evening(world)
    evening.client, evening.visit = first["client"], {"id": None}
    evening.sheet = await write_sheet(rep, first["client"])
    evening.drill = await made(await evening.start(day=THIRD, started_at=f"{THIRD}T10:41:00Z"))
    played = evening.new_round(started_at=f"{THIRD}T10:42:00Z", ticks=[])
    await made(await evening.play(played))
    after = await on(world, THIRD)
    assert [(card["id"], card["rounds"]) for card in after] == [(first["id"], 1), (second["id"], 0)]


async def test_what_nobody_played_gives_way_to_the_next_step(world: World) -> None:
    await hear(world, outcome="stalled")
    [card] = await on(world, SIXTH)
    assert [one["step"] for one in card["reasons"]] == [6]


async def test_one_missed_evening_does_not_lose_it(world: World) -> None:
    await hear(world, outcome="stalled")
    assert len(await on(world, "2026-03-30")) == 1


async def test_what_the_client_was_answered_later_does_not_come_back(world: World) -> None:
    rep = world.as_("xiaoman")
    client = await add_client(rep)
    await hear(world, outcome="stalled", client=client)
    world.clock.at("10:00", day=world.tomorrow)
    again = await hear(world, number=2, client=client)
    await made(await tell(world.as_("xiaoman"), again, item(2, result="answered")))
    assert await on(world, THIRD) == []


async def test_on_a_free_day_the_last_working_days_objections_are_still_open(
    world: World,
) -> None:
    world.clock.at("15:00", day=world.today.replace(day=27))
    await hear(world)
    [card] = await on(world, "2026-03-28")
    assert reasons(card) == ["heard_today"]


async def test_a_broken_flow_leaves_the_check_in_and_none_of_its_own_cards(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(*_: Any, **__: Any) -> Any:
        raise LookupError("a fault in the deck")

    monkeypatch.setattr("api.flows.return_lost_objections.deck.return_lost", breaks)
    visit = await hear(world, outcome="stalled")
    assert (await world.as_("xiaoman").get(f"{API}/visits/{visit['id']}")).status_code == 200
    assert stored(world) == []

    def faults(db: Any) -> list[str]:
        return list(db.exec(select(col(FlowFault.flow))))

    assert world.store.read_now(faults) == ["api.flows.return_lost_objections.lay_into_the_deck"]
