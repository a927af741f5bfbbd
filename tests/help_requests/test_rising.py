"""Which kinds of help are asked for more often, in counts that name nobody."""

from datetime import date
from typing import Any

import pytest

from tests.builders.world import World
from tests.drills.evening import made
from tests.help_requests.asked import HELP, ask

pytestmark = pytest.mark.anyio
LAST_TWO_WEEKS = (date(2026, 3, 10), date(2026, 3, 16), date(2026, 3, 23))
TWO_WEEKS_BEFORE = (date(2026, 2, 25), date(2026, 3, 9))
TUESDAY = date(2026, 3, 24)


async def asked_on(world: World, days: tuple[date, ...], *, number: int, **other: Any) -> None:
    for place, day in enumerate(days):
        world.clock.at("09:00", day=day)
        await ask(world, number=number + place, **other)
    world.clock.at("10:00", day=TUESDAY)


async def rising(world: World, name: str) -> Any:
    return await made(await world.as_(name).get(f"{HELP}/rising"))


async def told(world: World, name: str, kind: str) -> tuple[Any, Any, bool]:
    found = next(one for one in (await rising(world, name))["kinds"] if one["kind"] == kind)
    return found["times"], found["times_before"], found["rising"]


@pytest.mark.parametrize("name", ["xiaoman", "hanxue", "sumin", "admin", "stranger"])
async def test_only_who_leads_is_told(world: World, name: str) -> None:
    answer = await world.as_(name).get(f"{HELP}/rising")
    assert (answer.status_code, answer.json()["code"]) == (403, "not_yours_to_do")


async def test_ten_working_days_stand_beside_the_ten_before(world: World) -> None:
    found = await rising(world, "hejing")
    days = {name: found[name] for name in ("before_since", "since", "until")}
    assert days == {"before_since": "2026-02-25", "since": "2026-03-10", "until": "2026-03-23"}
    kinds = [one["kind"] for one in found["kinds"]]
    assert kinds == ["client", "knowledge", "price", "resource", "personal"]


async def test_three_in_two_weeks_and_more_than_before_is_rising(world: World) -> None:
    await asked_on(world, LAST_TWO_WEEKS[:2], number=1)
    await asked_on(world, TWO_WEEKS_BEFORE, number=10)
    assert await told(world, "hejing", "price") == (2, 2, False)
    await asked_on(world, LAST_TWO_WEEKS[2:], number=20)
    assert await told(world, "hejing", "price") == (3, 2, True)


async def test_today_counts_once_its_evening_has_closed(world: World) -> None:
    await ask(world)
    assert (await told(world, "hejing", "price"))[0] == 0
    world.clock.at("20:00")
    assert (await told(world, "hejing", "price"))[0] == 1


async def test_another_team_is_not_counted(world: World) -> None:
    await asked_on(world, LAST_TWO_WEEKS, number=1)
    assert await told(world, "zhaohui", "price") == (0, 0, False)


async def test_a_region_is_told_from_five_on_over_all_its_teams(world: World) -> None:
    await asked_on(world, LAST_TWO_WEEKS, number=1)
    await asked_on(world, LAST_TWO_WEEKS[:1], number=10, name="dinglei")
    assert await told(world, "liqun", "price") == (None, None, False)
    await asked_on(world, LAST_TWO_WEEKS[1:2], number=20, name="dinglei")
    assert await told(world, "liqun", "price") == (5, None, True)


async def test_something_personal_is_told_to_nobody_below_five(world: World) -> None:
    await asked_on(world, LAST_TWO_WEEKS, number=1, kind="personal")
    assert await told(world, "hejing", "personal") == (None, None, False)


async def test_a_region_of_another_organisation_counts_nothing_of_ours(world: World) -> None:
    await asked_on(world, LAST_TWO_WEEKS, number=1)
    assert await told(world, "stranger_manager", "price") == (0, 0, False)
