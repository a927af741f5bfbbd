"""Whoever sits at a table waits for nobody any more, whichever phone keeps the record."""

import pytest

from tests.builders.people import an_id
from tests.builders.world import World
from tests.drills.evening import API, Evening, Json, made

pytestmark = pytest.mark.anyio


def evening_on(world: World) -> str:
    return f"{API}/drills/evenings/{world.today}"


async def wish(world: World, name: str) -> None:
    await made(await world.as_(name).put(f"{evening_on(world)}/partner-wish"))


async def offer(world: World, name: str, *, to: str) -> int:
    path = f"{evening_on(world)}/partner-wish/{world.id(to)}/offer"
    return (await world.as_(name).put(path)).status_code


async def evening_of(world: World, name: str) -> Json:
    return await made(await world.as_(name).get(evening_on(world)))


async def who_waits(world: World) -> list[str]:
    """As the manager reads it on the tablet."""
    team = await made(await world.as_("hejing").get(f"{API}/today/team/evening"))
    return [one["person"]["latin_name"] for one in team["waiting"]]


async def test_when_a_drill_begins_all_its_people_have_their_partner(world: World) -> None:
    for name in ("xiaoman", "qihang", "hanxue"):
        await wish(world, name)
    assert await who_waits(world) == ["Han Xue", "Lin Xiaoman", "Zhou Qihang"]
    await Evening(world).begin()
    assert await who_waits(world) == ["Han Xue"]
    for name in ("xiaoman", "qihang"):
        assert (await evening_of(world, name))["partner_wish"] is None


async def test_who_offered_to_somebody_who_plays_with_another_need_not_come(world: World) -> None:
    await wish(world, "qihang")
    assert await offer(world, "hanxue", to="qihang") == 204
    await Evening(world).begin()
    assert (await evening_of(world, "qihang"))["partner"] is None


async def test_who_offered_and_came_is_still_named(world: World) -> None:
    await wish(world, "qihang")
    assert await offer(world, "xiaoman", to="qihang") == 204
    await Evening(world).begin()
    told = await evening_of(world, "qihang")
    assert (told["partner_wish"], told["partner"]["id"]) == (None, str(world.id("xiaoman")))


async def test_a_round_that_arrives_fulfils_a_wish_made_while_it_was_played(world: World) -> None:
    evening = await Evening(world).begin()
    await wish(world, "qihang")
    await made(await evening.play(evening.new_round()))
    assert await who_waits(world) == []


async def test_what_is_sent_again_takes_nobody_a_later_wish(world: World) -> None:
    evening = await Evening(world).begin()
    await made(await evening.play(evening.new_round()))
    await wish(world, "qihang")
    await made(await evening.start())
    await made(await evening.play(evening.new_round()))
    assert await who_waits(world) == ["Zhou Qihang"]


async def test_an_evening_that_arrives_days_later_takes_nobody_tonights_wish(world: World) -> None:
    world.clock.let_pass(days=1)
    await wish(world, "qihang")
    evening = await Evening(world).begin()  # it started the day before
    await made(await evening.play(evening.new_round()))
    assert await who_waits(world) == ["Zhou Qihang"]


async def test_an_offer_that_arrives_after_the_drill_is_kept_and_changes_nothing(
    world: World,
) -> None:
    """Two lanes of one outbox: the round may overtake the offer that was tapped before it."""
    await wish(world, "qihang")
    evening = await Evening(world).begin()
    await made(await evening.play(evening.new_round(id=str(an_id(12)))))
    world.clock.let_pass(minutes=5)
    assert await offer(world, "xiaoman", to="qihang") == 204
    assert (await evening_of(world, "qihang"))["partner"] is None
    assert await offer(world, "hanxue", to="qihang") == 409
