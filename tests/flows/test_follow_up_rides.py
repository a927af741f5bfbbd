"""Once the action of a day side by side is looked at, the next day opens with it."""

import pytest

from tests.builders.field import API
from tests.builders.people import an_id
from tests.builders.world import World
from tests.drills.evening import made
from tests.ride_alongs.the_day import RIDES, Day

pytestmark = pytest.mark.anyio


async def test_the_next_day_opens_with_last_times_action(world: World) -> None:
    day = await Day(world).begin()
    await day.sum_up()
    agreed = await made(await day.answer())
    next_day = day.wish(id=str(an_id(7010)), day="2026-03-27")
    read = await made(await day.phone.post(RIDES, json=next_day))
    assert (read["last_time"]["action"], read["last_time"]["outcome"]) == (
        "今晚练三轮合伙人",
        None,
    )
    settled = {"outcome": "kept"}
    where = f"{API}/commitments/{agreed['action_id']}/outcome"
    await made(await day.tablet.put(where, json=settled))
    assert (await day.read())["state"] == "followed_up"
    again = await made(await day.phone.get(f"{RIDES}/{read['id']}"))
    assert again["last_time"]["outcome"] == "kept"
