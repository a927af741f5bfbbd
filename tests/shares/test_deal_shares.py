"""Deal shares 签单分享 and loss shares 丢单复盘: in parts, of one's own deal, told once, offered to the library."""

from typing import Any

import pytest

from tests.builders.people import an_id
from tests.builders.world import World
from tests.drills.evening import made
from tests.shares.telling import API, FIVE, SHARES, begun, lose, parts, sign, tell_deal

pytestmark = pytest.mark.anyio


def a_share(deal: str, **other: Any) -> dict[str, Any]:
    told = {"id": str(an_id(1)), "kind": "deal", "deal_id": deal, "parts": parts(**FIVE)}
    return told | other


async def test_a_deal_share_carries_its_parts_in_the_order_they_are_asked_and_its_deal(
    world: World,
) -> None:
    deal = await sign(world)
    told = await made(await world.as_("xiaoman").post(SHARES, json=a_share(deal, words="第一单")))
    asked = ["found", "followed_up", "signed", "problems"]
    assert [part["key"] for part in told["parts"]] == asked
    assert told["deal"]["client"]["name"] == "暖屿灯饰1"
    assert told["deal"]["amount"] == {"amount_minor": 2_980_000, "currency": "CNY"}
    assert told["deal"]["on"] == "2026-03-24"
    [listed] = (await made(await world.as_("qihang").get(SHARES)))["items"]
    assert listed["excerpt"] == FIVE["found"]
    assert "parts" not in listed


async def test_what_is_told_takes_the_place_of_what_was_begun(world: World) -> None:
    deal = await sign(world)
    await made(await world.as_("xiaoman").post(SHARES, json=a_share(deal)))
    assert await begun(world) == []


async def test_a_deal_is_told_once(world: World) -> None:
    told = await tell_deal(world)
    again = a_share(told["deal"]["id"])
    answer = await world.as_("xiaoman").post(SHARES, json=again)
    assert (answer.status_code, answer.json()["code"]) == (409, "share_told_already")


async def test_a_deal_is_told_by_whoever_looks_after_it(world: World) -> None:
    deal = await sign(world)
    manager = await world.as_("hejing").post(SHARES, json=a_share(deal))
    assert (manager.status_code, manager.json()["code"]) == (409, "share_not_of_your_deal")
    assert (await world.as_("qihang").post(SHARES, json=a_share(deal))).status_code == 404


async def test_an_open_deal_has_nothing_to_tell_yet(world: World) -> None:
    deal = await lose(world)
    won = await world.as_("xiaoman").post(SHARES, json=a_share(deal))
    assert (won.status_code, won.json()["code"]) == (409, "share_before_the_end")
    lost = a_share(deal, kind="loss", parts=parts(why="比价格的时候我没在场", lesson="先约老板"))
    assert (await made(await world.as_("xiaoman").post(SHARES, json=lost)))["kind"] == "loss"


@pytest.mark.parametrize(
    "other",
    [
        {"parts": []},
        {"parts": parts(why="一")},
        {"parts": [*parts(found="一"), *parts(found="二")]},
        {"deal_id": None},
        {"kind": "tip"},
        {"kind": "kpi"},
        {"week_of": "2026-03-24"},
    ],
)
async def test_what_is_no_deal_share_is_refused(world: World, other: dict[str, Any]) -> None:
    sent = a_share(str(an_id(5))) | other
    assert (await world.as_("xiaoman").post(SHARES, json=sent)).status_code == 422


async def test_the_author_puts_the_parts_right_and_they_replace_what_stood_there(
    world: World,
) -> None:
    told = await tell_deal(world)
    path, version = f"{SHARES}/{told['id']}", {"If-Match": f'"{told["version"]}"'}
    sent = {"parts": parts(collection="今天 16:00 收到。")}
    changed = await made(await world.as_("xiaoman").patch(path, json=sent, headers=version))
    assert changed["parts"] == [{**part, "voice_note": None} for part in sent["parts"]]
    assert changed["state"] == "published"
    other = {"parts": parts(why="一")}
    version = {"If-Match": f'"{changed["version"]}"'}
    refused = await world.as_("xiaoman").patch(path, json=other, headers=version)
    assert (refused.status_code, refused.json()["code"]) == (409, "share_has_other_parts")
    nothing = await world.as_("xiaoman").patch(path, json={"parts": []}, headers=version)
    assert (nothing.status_code, nothing.json()["code"]) == (409, "share_says_nothing")


async def test_a_trainer_reads_what_its_author_offers_and_no_longer_when_it_is_kept(
    world: World,
) -> None:
    told = await tell_deal(world)
    path = f"{SHARES}/{told['id']}"
    assert (await world.as_("sumin").get(path)).status_code == 404
    by_manager = await world.as_("hejing").put(f"{path}/offer")
    assert (by_manager.status_code, by_manager.json()["code"]) == (403, "share_not_yours")
    assert (await made(await world.as_("xiaoman").put(f"{path}/offer")))["offered"] is True
    assert (await world.as_("sumin").get(path)).status_code == 200
    for name in ("dinglei", "liqun", "admin"):
        assert (await world.as_(name).get(path)).status_code == 404
    kept = await made(await world.as_("xiaoman").delete(f"{path}/offer"))
    assert kept["offered"] is False
    assert (await world.as_("sumin").get(path)).status_code == 404


async def test_a_withdrawn_share_loses_its_parts(world: World) -> None:
    told = await tell_deal(world)
    assert (await world.as_("xiaoman").delete(f"{SHARES}/{told['id']}")).status_code == 204
    assert (await world.as_("qihang").get(f"{SHARES}/{told['id']}")).status_code == 404
    deal = {"kind": "deal", "deal_id": told["deal"]["id"], "parts": parts(found="再讲一遍")}
    assert (await made(await world.as_("xiaoman").post(f"{API}/shares", json=deal)))["parts"]
