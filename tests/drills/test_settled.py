"""What was lost stays away once the client was answered at a later visit, and comes back when that proves wrong."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlmodel import col, select

from api.drills.deck.models import StoredCard
from tests.builders.field import a_check_in, an_objection, check_in_of
from tests.builders.people import an_id
from tests.builders.world import World
from tests.drills.evening import API, Evening, Json, add_client, made
from tests.drills.the_day_after import deck_of, hear, item, tell

pytestmark = pytest.mark.anyio
THIRD, SIXTH, NINTH = "2026-03-27", "2026-04-01", "2026-04-07"
"""Working days after Tuesday 2026-03-24; Monday 6 April is Qingming's day off."""


def settled_by(world: World, visit: Json) -> set[UUID | None]:
    """The visits that keep away what `visit` lost."""

    def read(db: Any) -> list[StoredCard]:
        of_visit = col(StoredCard.visit_id) == UUID(visit["id"])
        return list(db.exec(select(StoredCard).where(of_visit)))

    cards = world.store.read_now(read)
    assert len(cards) == 3
    assert all((one.settled_at is None) is (one.settled_by_id is None) for one in cards)
    return {one.settled_by_id for one in cards}


async def lost_then_heard_again(world: World) -> tuple[Json, Json, Json]:
    """A client, the visit that lost an objection there, and the one of the next day that heard it again."""
    client = await add_client(world.as_("xiaoman"))
    lost = await hear(world, client=client, outcome="stalled")
    world.clock.at("10:00", day=world.tomorrow)
    return client, lost, await hear(world, number=2, client=client)


async def returns_on(world: World, visit: Json) -> list[str]:
    told = await world.as_("xiaoman").get(f"{API}/drills/reality-checks/{visit['id']}")
    [only] = (await made(told))["items"]
    days: list[str] = only["returns_on"]
    return days


async def test_of_two_of_a_kind_at_one_visit_the_lost_one_comes_back(world: World) -> None:
    rep = world.as_("xiaoman")
    client = await add_client(rep)
    heard = [an_objection(1, words="做过，没效果"), an_objection(2, words="朋友做了也没效果")]
    told = a_check_in(client["id"], objections=heard)
    visit = await made(await rep.put(check_in_of(an_id(71)), json=told))
    both = (item(1, result="answered"), item(2, result="not_answered"))
    answered, lost = (await made(await tell(rep, visit, *both)))["items"]
    assert answered["returns_on"] == []
    assert lost["returns_on"] == [THIRD, SIXTH, NINTH]
    [card] = await deck_of(rep)
    assert [one["words"] for one in card["heard"]] == ["朋友做了也没效果"]
    assert settled_by(world, visit) == {None}


async def test_it_is_kept_by_which_visit_the_client_was_answered(world: World) -> None:
    _, lost, again = await lost_then_heard_again(world)
    assert settled_by(world, lost) == {None}
    await made(await tell(world.as_("xiaoman"), again, item(2, result="answered")))
    assert settled_by(world, lost) == {UUID(again["id"])}


@pytest.mark.parametrize("result", ["partly", "not_answered"])
async def test_an_answer_told_by_mistake_is_undone_with_what_it_settled(
    world: World, result: str
) -> None:
    _, lost, again = await lost_then_heard_again(world)
    rep = world.as_("xiaoman")
    await made(await tell(rep, again, item(2, result="answered")))
    await made(await tell(rep, again, item(2, result=result)))
    assert settled_by(world, lost) == {None}


async def test_a_check_taken_back_gives_back_what_it_settled(world: World) -> None:
    _, lost, again = await lost_then_heard_again(world)
    rep = world.as_("xiaoman")
    await made(await tell(rep, again, item(2, result="answered")))
    await made(await tell(rep, again))
    assert settled_by(world, lost) == {None}
    world.clock.at("18:40", day=date.fromisoformat(THIRD))
    [card] = await deck_of(world.as_("xiaoman"))
    assert [one["on"] for one in card["reasons"]] == ["2026-03-24"]


async def test_what_another_visit_answers_too_stays_away(world: World) -> None:
    client, lost, again = await lost_then_heard_again(world)
    await made(await tell(world.as_("xiaoman"), again, item(2, result="answered")))
    world.clock.at("15:00")
    third = await hear(world, number=3, client=client)
    rep = world.as_("xiaoman")
    await made(await tell(rep, third, item(3, result="answered")))
    assert settled_by(world, lost) == {UUID(again["id"])}
    await made(await tell(rep, again, item(2, result="partly")))
    assert settled_by(world, lost) == {UUID(third["id"])}


async def test_a_visit_told_late_settles_nothing_that_was_lost_after_it(world: World) -> None:
    client = await add_client(world.as_("xiaoman"))
    first = await hear(world, client=client)
    world.clock.at("10:00", day=world.tomorrow)
    lost = await hear(world, number=2, client=client, outcome="stalled")
    await made(await tell(world.as_("xiaoman"), first, item(1, result="answered")))
    assert settled_by(world, lost) == {None}


async def test_a_check_in_that_arrives_late_is_settled_by_what_was_told_before_it(
    world: World,
) -> None:
    rep = world.as_("xiaoman")
    client = await add_client(rep)
    answered = await hear(world, number=2, client=client)
    await made(await tell(rep, answered, item(2, result="answered")))
    earlier = (world.clock() - timedelta(hours=1)).isoformat()
    told = a_check_in(client["id"], outcome="stalled", happened_at=earlier)
    told |= {"objections": [an_objection(1)]}
    lost = await made(await rep.put(check_in_of(an_id(71)), json=told))
    assert settled_by(world, lost) == {UUID(answered["id"])}


async def test_a_check_names_no_evening_that_the_deck_has_given_up(world: World) -> None:
    """Lost again at the same client its days are counted from then on, and the earlier check says so."""
    _, lost, again = await lost_then_heard_again(world)
    rep = world.as_("xiaoman")
    await made(await tell(rep, lost, item(1, result="not_answered")))
    assert await returns_on(world, lost) == [THIRD, SIXTH, NINTH]
    await made(await tell(rep, again, item(2, result="not_answered")))
    assert await returns_on(world, lost) == []
    assert await returns_on(world, again) == ["2026-03-30", "2026-04-02", "2026-04-08"]
    await made(await tell(rep, again, item(2, result="partly")))
    assert await returns_on(world, lost) == [THIRD, SIXTH, NINTH]


async def test_a_round_that_was_played_keeps_its_card_whatever_is_told_after(world: World) -> None:
    evening = await Evening(world).begin()
    lost = await hear(world, client=evening.client, outcome="stalled")
    world.clock.at("18:40", day=date.fromisoformat(THIRD))
    evening.xiaoman = world.as_("xiaoman")
    began = f"{THIRD}T10:41:00Z"
    evening.drill = await made(await evening.start(id=str(an_id(2)), day=THIRD, started_at=began))
    await made(await evening.play(evening.new_round(started_at=began)))
    world.clock.at("19:40")
    again = await hear(world, number=2, client=evening.client)
    await made(await tell(world.as_("xiaoman"), again, item(2, result="answered")))
    assert settled_by(world, lost) == {None, UUID(again["id"])}
    assert await returns_on_of(world, lost) == []


async def returns_on_of(world: World, visit: Json) -> list[str]:
    rep = world.as_("xiaoman")
    told = await made(await tell(rep, visit, item(1, result="not_answered")))
    return [day for one in told["items"] for day in one["returns_on"]]
