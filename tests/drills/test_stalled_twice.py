"""An objection that stalled twice lately asks for one round tonight, at a card of tonight, and a round can answer it."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.clients.queries import ClientRef
from api.drills.deck.models import CardOf
from api.drills.deck.policy import Chosen
from api.drills.evenings.policy import card_for, stalled_twice
from api.visits.heard.queries import HeardAt
from api.visits.models import Outcome
from tests.builders.people import an_id
from tests.builders.world import World
from tests.drills.evening import API, Evening, Json, add_client, made, plan_visit, write_sheet
from tests.drills.the_day_after import hear, item, tell

pytestmark = pytest.mark.anyio


async def asked(world: World, name: str = "qihang") -> list[Json]:
    """What an evening of `name` asks for because something stalled."""
    evening = await made(await world.as_(name).get(f"{API}/drills/evenings/{world.today}"))
    return [one for one in evening["obligations"] if one["kind"] == "stalled_twice"]


async def stall_twice(world: World, *, who: str = "qihang", first: int = 1, **said: Any) -> Json:
    """Two visits of today that stalled with the same; answers the later one."""
    await hear(world, who=who, outcome="stalled", number=first, **said)
    return await hear(world, who=who, outcome="stalled", number=first + 1, **said)


async def test_once_is_no_pattern_and_twice_names_the_visit_and_a_client_of_tonight(
    world: World,
) -> None:
    await hear(world, who="qihang", outcome="stalled", number=1)
    assert await asked(world) == []
    last = await hear(world, who="qihang", outcome="stalled", number=2)
    [one] = await asked(world)
    assert (one["type_key"], one["met"]) == ("noresult", False)
    assert one["origin"] == {"kind": "visit", "id": last["id"]}
    assert one["client"]["id"] == last["client"]["id"]


async def test_of_several_kinds_the_one_that_stalled_last_is_asked_for(world: World) -> None:
    await stall_twice(world, type_key="price")
    world.clock.let_pass(hours=1)
    await stall_twice(world, first=3, type_key="trader")
    assert [one["type_key"] for one in await asked(world)] == ["trader"]


@pytest.mark.parametrize(("evening", "times"), [("2026-04-08", 1), ("2026-04-09", 0)])
async def test_after_ten_working_days_it_is_asked_no_more(
    world: World, evening: str, times: int
) -> None:
    """Tuesday 24 March is the tenth working day before Wednesday 8 April: Qingming is free."""
    await stall_twice(world)
    world.clock.at("18:40", day=date.fromisoformat(evening))
    rep = world.as_("qihang")
    tomorrow = world.tomorrow.isoformat()
    await plan_visit(rep, await add_client(rep, name="明天的客户"), day=tomorrow)
    assert len(await asked(world)) == times


async def test_once_it_was_answered_it_has_not_stalled(world: World) -> None:
    await stall_twice(world)
    world.clock.at("10:00", day=world.tomorrow)
    visit = await hear(world, who="qihang", number=3)
    await made(await tell(world.as_("qihang"), visit, item(3, result="answered")))
    assert await asked(world) == []


async def test_where_nothing_can_be_played_tonight_nothing_is_asked(world: World) -> None:
    await stall_twice(world)
    world.clock.at("18:40", day=world.tomorrow)
    assert await made(await world.as_("qihang").get(f"{API}/drills/deck"))
    assert await asked(world) == []


async def test_a_client_who_is_not_in_tonights_deck_gives_way_to_one_who_expects_it(
    world: World,
) -> None:
    await stall_twice(world)
    world.clock.at("18:40", day=world.tomorrow)
    rep, day = world.as_("qihang"), world.tomorrow.isoformat()
    early, late = [await add_client(rep, name=name) for name in ("早上的客户", "下午的客户")]
    await plan_visit(rep, early, day=day, planned_time="09:00")
    await plan_visit(rep, late, day=day, planned_time="14:00")
    assert [one["client"]["name"] for one in await asked(world)] == ["早上的客户"]
    await write_sheet(rep, late)
    assert [one["client"]["name"] for one in await asked(world)] == ["下午的客户"]


BOSS_SAYS: Json = {
    "objections": [{"id": str(an_id(60)), "type_key": "noresult", "words": "没效果"}],
    "moved_by": "问起谁回询盘",
}
AGREED: Json = {"words": "没效果", "answer": "当时谁回询盘？", "type_key": "noresult"}


@pytest.mark.parametrize("held", [{"boss_card": BOSS_SAYS, "lines": []}, {"lines": [AGREED]}])
@pytest.mark.parametrize("seat", ["rep", "boss"])
async def test_a_round_that_holds_it_meets_it_at_whatever_client_and_in_either_seat(
    world: World, held: Json, seat: str
) -> None:
    evening = await Evening(world).begin()
    await stall_twice(world)
    assert [one["met"] for one in await asked(world)] == [False]
    played = evening.swapped(**held) if seat == "rep" else evening.new_round(**held)
    await made(await evening.play(played))
    assert [one["met"] for one in await asked(world)] == [True]


async def test_a_round_about_something_else_does_not_meet_it(world: World) -> None:
    evening = await Evening(world).begin()
    await stall_twice(world, who="xiaoman")
    other = {**AGREED, "type_key": "price"}
    await made(await evening.play(evening.new_round(lines=[other], boss_card=None)))
    assert [one["met"] for one in await asked(world, "xiaoman")] == [False]


async def test_what_was_played_yesterday_does_not_meet_it_tonight(world: World) -> None:
    evening = await Evening(world).begin()
    await stall_twice(world)
    await made(await evening.play(evening.swapped(lines=[AGREED])))
    world.clock.at("18:40", day=world.tomorrow)
    rep = world.as_("qihang")
    client = await add_client(rep, name="明天的客户")
    await plan_visit(rep, client, day=world.tomorrow.isoformat())
    assert [one["met"] for one in await asked(world)] == [False]


kinds = st.sampled_from(["price", "noresult", "trader"])
clients = st.integers(1, 5).map(lambda number: ClientRef(an_id(number), f"客户{number}"))


@st.composite
def stalls(draw: st.DrawFn) -> list[HeardAt]:
    told = draw(st.lists(st.tuples(kinds, clients, st.integers(0, 9)), max_size=8))
    tonight = date(2026, 3, 24)
    return [
        HeardAt(
            id=an_id(100 + number),
            type_key=key,
            words=None,
            visit_id=an_id(200 + number),
            client=client,
            day=tonight - timedelta(days=back),
            happened_at=None,
            outcome=Outcome.STALLED,
        )
        for number, (key, client, back) in enumerate(told)
    ]


decks = st.lists(clients, max_size=5, unique_by=lambda one: one.id).map(
    lambda them: [Chosen(an_id(300 + at), CardOf.VISIT, one) for at, one in enumerate(them)]
)


@given(stalls(), decks, st.sets(st.integers(1, 5).map(an_id)))
def test_whatever_stalled_one_kind_is_asked_for_the_newest_and_at_a_card_of_tonight(
    stalled: list[HeardAt], deck: list[Chosen], expecting: set[Any]
) -> None:
    told = stalled_twice(stalled, {})
    twice = {one.type_key for one in stalled if _times(stalled, one) > 1}
    assert bool(told) is bool(twice)
    assert len({one.type_key for one in told}) <= 1
    if told:
        newest = max(one.day for one in stalled if one.type_key in twice)
        assert told[0].day == newest
    card = card_for(told, deck, expecting=expecting) if told else None
    assert (card in deck) if told and deck else card is None


def _times(stalled: list[HeardAt], one: HeardAt) -> int:
    return sum(other.type_key == one.type_key for other in stalled)
