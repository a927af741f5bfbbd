"""GET /today/region: a region in counts, none of which is about one person."""

import json
from typing import Any

import pytest
from sqlmodel import Session

from api.people.models import Person
from tests.builders.people import make_team
from tests.builders.world import World
from tests.drills.evening import API, made
from tests.help_requests.asked import answer, ask, stuck
from tests.today.field import FIVE_BEFORE, LAST_FIVE, Field, add_reps
from tests.today.statements import statements

pytestmark = pytest.mark.anyio
MOST_STATEMENTS = 6
NOTHING_PLANNED = {
    "visits": None,
    "with_answers": None,
    "with_drill": None,
    "big_orders": None,
    "big_orders_prepared": None,
}
BIG = {"amount": {"amount_minor": 19_800_000, "currency": "CNY"}}


@pytest.fixture
def field(world: World) -> Field:
    """Gull has six reps, so that counts of it are told; 丁磊 stays the only rep of Lighthouse."""
    add_reps(world, "gull", until=6)
    return Field(world)


async def region(world: World) -> Any:
    return await made(await world.as_("liqun").get(f"{API}/today/region"))


async def gull(world: World) -> Any:
    return next(team for team in (await region(world))["teams"] if team["name"]["en"] == "Gull")


async def test_anonymous_has_no_region(world: World) -> None:
    assert (await world.anonymous.get(f"{API}/today/region")).status_code == 401


@pytest.mark.parametrize(
    "reader",
    ["xiaoman", "hanxue", "hejing", "zhaohui", "sumin", "admin", "stranger", "stranger_admin"],
)
async def test_only_a_regional_manager_has_a_region(world: World, reader: str) -> None:
    answer = await world.as_(reader).get(f"{API}/today/region")
    assert (answer.status_code, answer.json()["code"]) == (403, "not_yours_to_do")


async def test_teams_stand_by_name_with_the_manager_to_talk_to(world: World) -> None:
    found = await region(world)
    assert found["region"]["name"] == {"zh": "东区", "en": "East"}
    assert [team["name"]["zh"] for team in found["teams"]] == ["海鸥", "灯塔"]
    assert [team["manager"]["latin_name"] for team in found["teams"]] == ["He Jing", "Ma Zhaohui"]


async def test_a_team_of_another_region_is_not_there(world: World) -> None:
    def add(db: Session) -> None:
        west = make_team(db, world.organisation, zh="西区", en="West")
        make_team(db, world.organisation, zh="远帆", en="Farsail", region=west)

    world.store.write_now(add)
    assert {team["name"]["en"] for team in (await region(world))["teams"]} == {"Gull", "Lighthouse"}


async def test_a_regional_manager_without_a_region_sees_no_team(world: World) -> None:
    """Once whoever had no team saw everything that stands under none, the regions themselves."""

    def take_away(db: Session) -> None:
        db.get_one(Person, (world.organisation.id, world.id("liqun"))).team_id = None

    world.store.write_now(take_away)
    found = await region(world)
    assert (found["region"], found["teams"]) == (None, [])


async def test_one_wish_for_help_is_told_for_its_manager_owes_an_answer(
    world: World, field: Field
) -> None:
    await field.check_in("xiaoman", wants_help=True, help_words="能分两次付吗")
    await field.check_in("dinglei", wants_help=True, help_words="过不了前台")
    await field.check_in("dinglei")
    teams = (await region(world))["teams"]
    assert {team["name"]["en"]: team["help_waiting"] for team in teams} == {
        "Gull": 1,
        "Lighthouse": 1,
    }


async def test_who_is_answered_waits_no_more_and_who_is_still_stuck_waits_again(
    world: World, field: Field
) -> None:
    await ask(world)
    await ask(world, number=2)
    await answer(world)
    assert (await gull(world))["help_waiting"] == 1
    await stuck(world)
    assert (await gull(world))["help_waiting"] == 2


async def test_tomorrow_is_told_in_counts_of_visits(world: World, field: Field) -> None:
    for answered in (True, True, False, False):
        await field.plan("qihang", answered=answered)
    played = await field.plan("xiaoman", answered=True)
    await field.play(played, rep="xiaoman", boss="qihang")
    await field.plan("xiaoman", answered=True)
    assert (await gull(world))["planned"] == {
        "visits": 6,
        "with_answers": 4,
        "with_drill": 1,
        "big_orders": 0,
        "big_orders_prepared": 0,
    }


async def test_a_round_in_the_boss_seat_counts_for_its_rep_and_one_of_others_does_not(
    world: World, field: Field
) -> None:
    plans = [await field.plan("xiaoman", answered=True) for _ in range(5)]
    await field.play(plans[0], rep="qihang", boss="xiaoman")
    await field.play(plans[1], rep="qihang", boss="hanxue")
    assert (await gull(world))["planned"]["with_drill"] == 1


async def test_fewer_than_five_visits_are_not_told_nor_any_share_of_them(
    world: World, field: Field
) -> None:
    for _ in range(4):
        await field.plan("xiaoman", answered=True)
    found = (await gull(world))["planned"]
    assert (found["visits"], found["with_answers"], found["with_drill"]) == (None, None, None)
    await field.plan("qihang")
    found = (await gull(world))["planned"]
    assert (found["visits"], found["with_answers"], found["with_drill"]) == (5, 4, 0)


async def test_one_big_order_is_told_with_whether_it_is_prepared(
    world: World, field: Field
) -> None:
    big = await field.plan("hanxue", answered=True, **BIG)
    before = (await gull(world))["planned"]
    await field.play(big, rep="hanxue", boss="xiaoman", by="hanxue")
    after = (await gull(world))["planned"]
    assert (before["big_orders"], before["big_orders_prepared"]) == (1, 0)
    assert (after["big_orders"], after["big_orders_prepared"]) == (1, 1)


async def test_a_plan_that_was_moved_or_cancelled_is_not_counted(
    world: World, field: Field
) -> None:
    plans = [await field.plan("xiaoman") for _ in range(6)]
    address = f"{API}/visits/{plans[0]['visit']['id']}/cancellation"
    cancelled = await world.as_("xiaoman").put(address, json={"reason": "他出差了"})
    assert cancelled.is_success, cancelled.text
    assert (await gull(world))["planned"]["visits"] == 5


async def test_five_working_days_stand_beside_the_five_before(world: World, field: Field) -> None:
    await field.hear("price", days=LAST_FIVE)
    await field.hear("price", days=LAST_FIVE, by="qihang")
    await field.hear("price", days=FIVE_BEFORE)
    found, heard = await region(world), (await gull(world))["heard"]
    assert found["heard_days"] == {
        "before_since": "2026-03-10",
        "since": "2026-03-17",
        "until": "2026-03-23",
    }
    [price] = heard["types"]
    assert (price["times"], price["times_before"]) == (10, 5)
    assert price["name"] == {"zh": "价格", "en": "Price"}
    assert (heard["visits"], heard["visits_before"]) == (10, 5)


async def test_today_counts_once_its_evening_has_closed(world: World, field: Field) -> None:
    await field.hear("price", days=["2026-03-24", "2026-03-17"])
    world.clock.at("19:59")
    assert (await region(world))["heard_days"]["until"] == "2026-03-23"
    world.clock.at("20:00")
    assert (await region(world))["heard_days"] == {
        "before_since": "2026-03-11",
        "since": "2026-03-18",
        "until": "2026-03-24",
    }


async def test_a_count_below_five_is_fewer_than_five(world: World, field: Field) -> None:
    await field.hear("price", days=LAST_FIVE)
    await field.hear("price", days=FIVE_BEFORE[:4])
    [price] = (await gull(world))["heard"]["types"]
    assert (price["times"], price["times_before"]) == (5, None)


async def test_what_was_rarely_heard_is_not_listed_at_all(world: World, field: Field) -> None:
    await field.hear("price", "season", days=LAST_FIVE[:4])
    await field.hear("price", "season", days=FIVE_BEFORE[:4])
    heard = (await gull(world))["heard"]
    assert heard == {"visits": None, "visits_before": None, "types": []}


async def test_words_of_no_type_are_counted_together(world: World, field: Field) -> None:
    await field.hear(None, "price", days=[*LAST_FIVE, LAST_FIVE[0]])
    await field.hear("price", days=LAST_FIVE[:1])
    types = (await gull(world))["heard"]["types"]
    told = [(one["type_key"], one["name"] is None, one["times"]) for one in types]
    assert told == [("price", False, 7), (None, True, 6)]


async def test_a_team_of_fewer_than_five_reps_tells_who_waits_and_nothing_else(
    world: World, field: Field
) -> None:
    """Every number of Lighthouse would be one of 丁磊."""
    await field.hear("price", days=[*LAST_FIVE, *FIVE_BEFORE], by="dinglei")
    await field.check_in("dinglei", wants_help=True)
    for _ in range(6):
        await field.plan("dinglei", answered=True, **BIG)
    [light] = [team for team in (await region(world))["teams"] if team["name"]["zh"] == "灯塔"]
    assert (light["reps"], light["help_waiting"]) == (1, 1)
    assert light["planned"] == NOTHING_PLANNED
    assert light["heard"] == {"visits": None, "visits_before": None, "types": []}


async def test_who_has_left_is_no_longer_one_of_the_five(world: World, field: Field) -> None:
    await field.hear("price", days=LAST_FIVE)
    assert (await gull(world))["reps"] == 6
    for name in ("hanxue", "qihang"):
        gone = f"{API}/people/{world.id(name)}/disabled"
        await made(await world.as_("hejing").put(gone, json={"reason": "Left"}))
    found = await gull(world)
    assert (found["reps"], found["heard"]["types"]) == (4, [])


async def test_no_rep_and_no_client_is_named(world: World, field: Field) -> None:
    await field.hear("price", days=LAST_FIVE)
    await field.plan("hanxue", answered=True, **BIG)
    await field.check_in("xiaoman", wants_help=True, help_words="能分两次付吗")
    told = json.dumps(await region(world), ensure_ascii=False)
    for name in ("xiaoman", "hanxue", "qihang", "dinglei"):
        assert str(world.id(name)) not in told
        assert world.person(name).given_name not in told
    assert "客户" not in told
    assert "能分两次付吗" not in told


async def test_nobody_is_told_of_a_look_at_counts(world: World, field: Field) -> None:
    await field.hear("price", days=LAST_FIVE)
    await region(world)
    log = await made(await world.as_("xiaoman").get(f"{API}/me/access-log"))
    assert log["items"] == []


async def test_a_large_region_costs_as_many_statements_as_a_small_one(
    world: World, field: Field
) -> None:
    with statements(world) as few:
        await region(world)
    for number in range(20):
        add_team(world, f"T{number}")
    for by in ("xiaoman", "qihang", "hanxue"):
        await field.hear("price", "noresult", None, days=[*LAST_FIVE, *FIVE_BEFORE], by=by)
        await field.plan(by, answered=True)
    with statements(world) as many:
        assert len((await region(world))["teams"]) == 22
    assert len(few) == len(many) <= MOST_STATEMENTS


def add_team(world: World, name: str) -> None:
    def add(db: Session) -> None:
        make_team(db, world.organisation, zh=name, en=name, region=world.team("east"))

    world.store.write_now(add)
