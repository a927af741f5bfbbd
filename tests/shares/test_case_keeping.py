"""Keeping a case: its words, tags, keeper and next look are put right by whoever looks after it; a trainer takes it to camp."""

from typing import Any

import pytest

from tests.builders.world import World
from tests.drills.evening import made
from tests.shares.telling import API, CASES, curated, parts

pytestmark = pytest.mark.anyio
SEE = f"{API}/camp-template/see"


async def change(
    world: World, name: str, case: dict[str, Any], **sent: Any
) -> tuple[int, dict[str, Any]]:
    version = {"If-Match": f'"{case["version"]}"'}
    answer = await world.as_(name).patch(f"{CASES}/{case['id']}", json=sent, headers=version)
    return answer.status_code, answer.json()


async def found(world: World, **asked: str) -> list[str]:
    listed = await made(await world.as_("dinglei").get(CASES, params=asked))
    return [one["id"] for one in listed["items"]]


async def test_its_words_tags_keeper_and_next_look_are_changed_at_once(world: World) -> None:
    case = await curated(world)
    status, changed = await change(
        world,
        "hejing",
        case,
        title="先看当时谁回询盘",
        parts=parts(problems="先看一眼他去年的询盘。"),
        tags=[{"kind": "skill", "value": "objections"}],
        owner_id=str(world.id("sumin")),
        check_on="2026-04-30",
    )
    assert status == 200
    assert changed["title"] == "先看当时谁回询盘"
    assert changed["owner"]["id"] == str(world.id("sumin"))
    assert (changed["check_on"], changed["due_for_check"]) == ("2026-04-30", False)
    assert await found(world, skill="objections") == [case["id"]]
    assert await found(world, skill="close") == await found(world, objection="noresult") == []
    assert await found(world, q="去年的询盘") == [case["id"]]


async def test_a_skill_nobody_has_and_a_look_in_the_past_are_refused(world: World) -> None:
    case = await curated(world)
    unknown = await change(world, "hejing", case, tags=[{"kind": "skill", "value": "flying"}])
    assert (unknown[0], unknown[1]["code"]) == (409, "skill_unknown")
    past = await change(world, "hejing", case, check_on="2026-03-24")
    assert (past[0], past[1]["code"]) == (409, "case_check_is_later")


async def test_stale_it_returns_to_its_keeper_until_it_is_kept_changed_or_retired(
    world: World,
) -> None:
    case = await curated(world, check_on="2026-03-25")
    world.clock.at("10:00", day=world.tomorrow)
    asked = {"due": "true"}

    async def waits(name: str) -> bool:
        return bool((await made(await world.as_(name).get(CASES, params=asked)))["items"])

    assert [await waits(name) for name in ("hejing", "sumin", "zhaohui")] == [True, False, False]
    kept = await made(await world.as_("hejing").put(f"{CASES}/{case['id']}/check", json={}))
    assert not await waits("hejing")
    assert (await change(world, "hejing", kept, retired=True))[0] == 200
    assert await found(world) == []


async def test_a_trainer_puts_a_case_on_a_day_of_the_camp_and_newcomers_find_it_there(
    world: World,
) -> None:
    case = await curated(world)
    trainer = world.as_("sumin")
    sent = {"case_id": case["id"]}
    put = await made(await trainer.patch(SEE, json=sent, headers={"If-Match": '"0"'}))
    assert put["case_id"] == case["id"]
    joined = {"person_id": str(world.id("xiaoman"))}
    camp = await made(await trainer.post(f"{API}/camps", json=joined))
    days = (await made(await world.as_("xiaoman").get(f"{API}/camps/{camp['id']}")))["days"]
    assert [day["case_id"] for day in days] == [case["id"], None, None, None, None]
    gone = await made(await trainer.patch(SEE, json={"case_id": None}, headers={"If-Match": '"1"'}))
    assert gone["case_id"] is None


async def test_a_case_that_is_not_there_is_put_on_no_day(world: World) -> None:
    sent = {"case_id": str(world.id("sumin"))}
    answer = await world.as_("sumin").patch(SEE, json=sent, headers={"If-Match": '"0"'})
    assert answer.status_code == 404
    admins = await world.as_("hejing").patch(SEE, json=sent, headers={"If-Match": '"0"'})
    assert admins.status_code == 403
