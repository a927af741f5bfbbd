"""A day of the camp points to what the newcomer saw, read and did, and to nothing else."""

import pytest

from tests.builders.people import an_id
from tests.builders.world import World
from tests.drills.evening import Evening, made
from tests.training.camping import InCamp
from tests.training.classes import code

pytestmark = pytest.mark.anyio


async def test_a_day_points_only_to_what_the_newcomer_may_open(world: World) -> None:
    camp, evening = InCamp(world), await Evening(world).begin()
    await camp.begin()
    drill = await made(await evening.start())
    link = {"kind": "drill", "id": drill["id"]}
    done = await made(await camp.hand_in("act", link=link))
    assert done["days"][2]["link"] == link
    for kind in ("visit", "ride_along", "drill", "share", "case"):
        answer = await camp.hand_in("see", link={"kind": kind, "id": str(an_id(9999))})
        assert code(answer) == (409, "camp_link_unknown"), kind
