"""GET /today/field: what clients say to the whole organisation, and who is new; nothing is counted per person."""

from datetime import date
from typing import Any

import pytest
from sqlmodel import Session

from tests.builders.people import make_pair, make_person
from tests.builders.world import World
from tests.drills.evening import API, made
from tests.today.field import FIVE_BEFORE, LAST_FIVE, Field
from tests.today.statements import statements

pytestmark = pytest.mark.anyio
MOST_STATEMENTS = 6


async def today(world: World) -> Any:
    return await made(await world.as_("sumin").get(f"{API}/today/field"))


async def test_anonymous_hears_nothing(world: World) -> None:
    assert (await world.anonymous.get(f"{API}/today/field")).status_code == 401


@pytest.mark.parametrize(
    "reader",
    ["xiaoman", "hanxue", "hejing", "liqun", "admin", "stranger", "stranger_admin"],
)
async def test_only_a_trainer_hears_the_whole_field(world: World, reader: str) -> None:
    answer = await world.as_(reader).get(f"{API}/today/field")
    assert (answer.status_code, answer.json()["code"]) == (403, "not_yours_to_do")


async def test_all_teams_are_heard_as_one(world: World) -> None:
    field = Field(world)
    await field.hear("price", days=LAST_FIVE[:3], by="xiaoman")
    await field.hear("price", "noresult", days=LAST_FIVE, by="dinglei")
    await field.hear("noresult", days=FIVE_BEFORE, by="qihang")
    heard = (await today(world))["heard"]
    told = [(one["type_key"], one["times"], one["times_before"]) for one in heard["types"]]
    assert told == [("price", 8, None), ("noresult", 5, 5)]
    assert [one["name"]["en"] for one in heard["types"]] == ["Price", "No result"]
    assert (heard["visits"], heard["visits_before"]) == (8, 5)


async def test_an_objection_heard_four_times_is_not_told(world: World) -> None:
    field = Field(world)
    for by in ("xiaoman", "qihang", "hanxue", "dinglei"):
        await field.hear("price", days=LAST_FIVE[:1], by=by)
    assert (await today(world))["heard"] == {"visits": None, "visits_before": None, "types": []}


async def test_what_a_stranger_hears_is_not_ours(world: World) -> None:
    await Field(world).hear("price", days=LAST_FIVE, by="stranger")
    assert (await today(world))["heard"]["types"] == []


async def test_a_newcomer_stands_there_with_team_and_mentor(world: World) -> None:
    [xiaoman] = (await today(world))["newcomers"]
    assert xiaoman["person"]["given_name"] == "小满"
    assert xiaoman["team"]["name"] == {"zh": "海鸥", "en": "Gull"}
    assert xiaoman["mentor"]["given_name"] == "雪"
    assert xiaoman["joined_on"] == "2024-03-04"


async def test_newcomers_stand_in_the_order_of_joining(world: World) -> None:
    add_newcomers(world, {"Xu Nian": date(2026, 3, 2), "Bai Lu": date(2024, 1, 8)})
    found = (await today(world))["newcomers"]
    names = [one["person"]["latin_name"] for one in found]
    assert names == ["Bai Lu", "Lin Xiaoman", "Xu Nian"]
    assert found[0]["mentor"] is None


async def test_a_mentor_of_last_month_is_no_mentor_any_more(world: World) -> None:
    pairs = await made(await world.as_("hejing").get(f"{API}/mentor-pairs"))
    ends = f"{API}/mentor-pairs/{pairs['items'][0]['id']}/end"
    await made(await world.as_("hejing").put(ends, json={"ends_on": "2026-03-24"}))
    assert (await today(world))["newcomers"][0]["mentor"] is not None
    world.clock.at("09:00", day=world.tomorrow)
    assert (await today(world))["newcomers"][0]["mentor"] is None


async def test_who_has_left_is_new_no_more(world: World) -> None:
    gone = f"{API}/people/{world.id('xiaoman')}/disabled"
    await made(await world.as_("hejing").put(gone, json={"reason": "Left"}))
    assert (await today(world))["newcomers"] == []


async def test_nothing_is_counted_per_person(world: World) -> None:
    await Field(world).hear("price", days=LAST_FIVE)
    [xiaoman] = (await today(world))["newcomers"]
    assert xiaoman.keys() == {"person", "team", "joined_on", "mentor"}
    assert not any(type(value) is int for value in xiaoman.values())


async def test_a_large_organisation_costs_as_many_statements_as_a_small_one(world: World) -> None:
    with statements(world) as few:
        await today(world)
    add_newcomers(world, {f"Xu {number}": date(2026, 3, 2) for number in range(30)})
    field = Field(world)
    for by in ("xiaoman", "qihang", "dinglei"):
        await field.hear("price", "noresult", None, days=[*LAST_FIVE, *FIVE_BEFORE], by=by)
    with statements(world) as many:
        assert len((await today(world))["newcomers"]) == 31
    assert len(few) == len(many) <= MOST_STATEMENTS


def add_newcomers(world: World, joined: dict[str, date]) -> None:
    """Each with a mentor, but Bai Lu."""

    def add(db: Session) -> None:
        for number, (latin_name, joined_on) in enumerate(joined.items()):
            names = ("许", "新来", latin_name)
            told: dict[str, Any] = {
                "newcomer": True,
                "joined_on": joined_on,
                "login": f"newcomer.{number}",
            }
            person = make_person(db, world.organisation, names=names, **told)
            if latin_name != "Bai Lu":
                make_pair(db, world.person("hanxue"), person, starts_on=date(2026, 3, 2))

    world.store.write_now(add)
