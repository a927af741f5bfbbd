"""Thanks 谢谢 and a nudge 拍一拍: by name, once each, and only by who may read the share."""

import pytest

from tests.builders.world import World
from tests.drills.evening import made
from tests.shares.telling import SHARES, begun, sign, tell_deal

pytestmark = pytest.mark.anyio


async def test_thanks_and_a_nudge_are_there_by_name_and_once_each(world: World) -> None:
    path = f"{SHARES}/{(await tell_deal(world))['id']}"
    for _ in range(2):
        await made(await world.as_("qihang").put(f"{path}/taps/thanks"))
    await made(await world.as_("hejing").put(f"{path}/taps/nudge"))
    seen = (await made(await world.as_("xiaoman").get(path)))["taps"]
    named = [(tap["kind"], tap["by"]["id"]) for tap in seen]
    assert named == [
        ("thanks", str(world.id("qihang"))),
        ("nudge", str(world.id("hejing"))),
    ]


async def test_ones_own_share_is_thanked_by_others(world: World) -> None:
    path = f"{SHARES}/{(await tell_deal(world))['id']}"
    answer = await world.as_("xiaoman").put(f"{path}/taps/thanks")
    assert (answer.status_code, answer.json()["code"]) == (409, "tap_on_own_share")


async def test_who_may_not_read_it_finds_nothing_to_thank_for(world: World) -> None:
    path = f"{SHARES}/{(await tell_deal(world))['id']}"
    for name in ("dinglei", "liqun", "sumin", "admin", "stranger"):
        assert (await world.as_(name).put(f"{path}/taps/thanks")).status_code == 404
    await sign(world, "qihang", 2)
    [prompted] = await begun(world, "qihang")
    hidden = await world.as_("hejing").put(f"{SHARES}/{prompted['id']}/taps/nudge")
    assert hidden.status_code == 404
