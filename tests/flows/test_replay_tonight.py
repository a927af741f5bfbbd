"""今晚重演: a moment or a rescue lies in tonight's deck of the apprentice, once, and says where it came from."""

import pytest

from tests.builders.field import API
from tests.builders.people import an_id
from tests.builders.world import World
from tests.drills.evening import Json, made
from tests.ride_alongs.the_day import Day, code

pytestmark = pytest.mark.anyio


async def replays(day: Day) -> list[Json]:
    deck = await made(await day.phone.get(f"{API}/drills/deck"))
    reasons = [reason for card in deck["items"] for reason in card["reasons"]]
    return [one for one in reasons if one["kind"] == "replay"]


async def test_a_moment_is_played_again_the_same_night(world: World) -> None:
    day = await Day(world).begin()
    await day.note(7200)
    for device in (day.tablet, day.phone):
        asked = await device.put(f"{day.at}/replays/{an_id(7200)}", json={"of_kind": "moment"})
        assert asked.status_code == 204
    [reason] = await replays(day)
    assert (reason["words"], reason["on"]) == ("三万块太贵了", "2026-03-25")
    assert reason["origin"] == {"kind": "ride_along", "id": day.ride["id"]}
    assert (await day.read(day.phone))["replays"] == [str(an_id(7200))]


async def test_a_rescue_is_replayed_with_what_the_client_said_and_nothing_of_why(
    world: World,
) -> None:
    day = await Day(world).begin()
    await day.step_in(7300, words="她慌了")
    by_apprentice = await day.phone.put(
        f"{day.at}/replays/{an_id(7300)}", json={"of_kind": "rescue"}
    )
    assert by_apprentice.status_code == 404
    asked = await day.tablet.put(f"{day.at}/replays/{an_id(7300)}", json={"of_kind": "rescue"})
    assert asked.status_code == 204
    [reason] = await replays(day)
    assert (reason["type_key"], reason["words"]) == ("noresult", "以前做过，没效果")
    assert (await day.read(day.phone))["replays"] == []
    assert (await day.read())["replays"] == [str(an_id(7300))]


async def test_between_two_visits_there_is_nobody_to_play(world: World) -> None:
    day = await Day(world).begin()
    await day.note(7200, visit_id=None)
    asked = await day.tablet.put(f"{day.at}/replays/{an_id(7200)}", json={"of_kind": "moment"})
    assert code(asked) == (409, "nothing_to_replay")


async def test_a_moment_of_another_day_is_not_there(world: World) -> None:
    day = await Day(world).begin()
    asked = await day.tablet.put(f"{day.at}/replays/{an_id(7299)}", json={"of_kind": "moment"})
    assert asked.status_code == 404
