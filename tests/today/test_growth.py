"""The growth file 成长档案: facts of one person with their n, for that person first, whatever team they work in."""

from typing import Any

import pytest

from tests.builders.people import an_id
from tests.builders.world import World
from tests.commitments.promising import give, settle
from tests.drills.evening import Evening, Json, made
from tests.goals.setting import missed_last_week
from tests.shares.telling import tell_deal
from tests.today.statements import statements

pytestmark = pytest.mark.anyio
API = "/api/v1"
MOST_BYTES, MOST_STATEMENTS = 20_000, 16


async def own(world: World, name: str = "xiaoman", **asked: str) -> Json:
    return await made(await world.as_(name).get(f"{API}/me/growth", params=asked))


async def of(world: World, reader: str, name: str = "xiaoman") -> Any:
    return await world.as_(reader).get(f"{API}/people/{world.id(name)}/growth")


async def works_in(world: World, name: str, team: str) -> None:
    admin, path = world.as_("admin"), f"{API}/people/{world.id(name)}"
    version = {"If-Match": (await admin.get(path)).headers["etag"]}
    moved = {"team_id": str(world.team(team).id)}
    await made(await admin.patch(path, json=moved, headers=version))


async def test_anonymous_is_asked_to_sign_in(world: World) -> None:
    for path in ("me/growth", f"people/{world.id('xiaoman')}/growth"):
        assert (await world.anonymous.get(f"{API}/{path}")).status_code == 401


async def test_an_empty_file_has_its_weeks_and_nothing_else(world: World) -> None:
    told = await own(world)
    assert len(told["weeks"]) == 12
    assert told["weeks"][-1] == "2026-03-23"
    assert told["rounds"] == [0] * 12
    assert told["behaviours"] == told["rungs"] == told["answers"] == []
    assert told["goals"] == {"met": 0, "ended": 0}
    assert told["promises_given"] == {"settled": 0, "kept": 0, "partly": 0}


async def test_behaviours_stand_week_by_week_each_for_itself(world: World) -> None:
    evening = await Evening(world).begin()
    first, second = (one["behaviour_id"] for one in evening.ticked[:2])
    ticks = [{"behaviour_id": first, "mark": "yes"}, {"behaviour_id": second, "mark": "no"}]
    await made(await evening.play(evening.new_round(ticks=ticks)))
    await made(await evening.play(evening.new_round(id=str(an_id(12)), ticks=ticks[:1])))
    await made(await evening.play(evening.swapped(ticks=ticks)))
    told = await own(world)
    assert told["rounds"] == [0] * 11 + [2]
    counted = {
        one["behaviour_id"]: (one["looked_for"][-1], one["seen"][-1], one["partly"][-1])
        for one in told["behaviours"]
    }
    assert counted == {first: (2, 2, 0), second: (1, 0, 0)}
    assert sum(told["behaviours"][0]["looked_for"][:-1]) == 0


async def test_what_was_kept_met_and_thanked_for_is_counted_with_its_whole(world: World) -> None:
    share = await tell_deal(world)
    thanks = f"{API}/shares/{share['id']}/taps/thanks"
    await made(await world.as_("qihang").put(thanks))
    for number, outcome in enumerate(("kept", "partly"), start=1):
        give(world, number)
        why = {} if outcome == "kept" else {"reason": "客户出差了。"}
        await made(await settle(world, "xiaoman", number, outcome=outcome, **why))
    give(world, 3, owner="hejing", to="xiaoman")
    await made(await settle(world, "hejing", 3))
    missed_last_week(world, "xiaoman")
    told = await own(world)
    assert told["goals"] == {"met": 0, "ended": 1}
    assert (told["given"]["shares"], told["thanks"]["for_shares"]) == (1, 1)
    assert told["promises_given"] == {"settled": 2, "kept": 1, "partly": 1}
    assert told["promises_received"] == {"settled": 1, "kept": 1, "partly": 0}


async def test_it_goes_along_to_another_team_whose_manager_reads_it_and_is_listed(
    world: World,
) -> None:
    evening = await Evening(world).begin()
    await made(await evening.play(evening.new_round()))
    before = await own(world)
    await works_in(world, "xiaoman", "lighthouse")
    assert await own(world) == before
    assert (await of(world, "zhaohui")).json()["rounds"] == before["rounds"]
    assert (await of(world, "hejing")).status_code == 404
    log = await made(await world.as_("xiaoman").get(f"{API}/me/access-log"))
    assert [(one["kind"], one["reader"]["given_name"]) for one in log["items"]] == [
        ("growth", "朝晖")
    ]


async def test_earlier_weeks_are_another_page(world: World) -> None:
    evening = await Evening(world).begin()
    await made(await evening.play(evening.new_round()))
    world.clock.let_pass(weeks=13)
    now = await own(world)
    assert sum(now["rounds"]) == 0
    assert now["earlier"] is not None
    then = await own(world, to=now["earlier"])
    assert sum(then["rounds"]) == 1
    assert (then["until"], then["weeks"][-1]) == (now["earlier"], "2026-03-30")
    assert (await own(world, to="2024-03-10"))["earlier"] is None


async def test_it_is_one_page_at_a_bounded_cost(world: World) -> None:
    evening = await Evening(world).begin()
    for number in range(10, 30):
        await made(await evening.play(evening.new_round(id=str(an_id(number)))))
    device = world.as_("xiaoman")
    with statements(world) as asked:
        answer = await device.get(f"{API}/me/growth")
    assert len(asked) <= MOST_STATEMENTS, "\n".join(asked)
    assert len(answer.content) <= MOST_BYTES
