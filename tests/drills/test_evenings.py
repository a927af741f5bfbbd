"""Somebody's own evening: what asks to be played, postponing, a partner, one line on the day."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.drills.evenings.models import Why
from api.drills.evenings.policy import Candidate, suggest
from api.people.models import Role
from api.people.queries import PersonRef
from tests.builders.people import an_id
from tests.builders.world import World
from tests.drills.evening import API, Evening, Json, add_client, made, plan_visit
from tests.drills.the_day_after import hear
from tests.today.statements import statements

pytestmark = pytest.mark.anyio
TONIGHT = f"{API}/drills/evenings/2026-03-24"
BIG = {"amount_minor": 198_000_00, "currency": "CNY"}
FEVER = {
    "reason": "family",
    "words": "孩子发烧",
    "to_day": "2026-03-25",
    "to_part": "morning",
}


async def evening_of(world: World, name: str) -> Json:
    return await made(await world.as_(name).get(TONIGHT))


def asks(evening: Json) -> list[tuple[str, bool]]:
    return [(one["kind"], one["met"]) for one in evening["obligations"]]


async def test_anonymous_has_no_evening(world: World) -> None:
    assert (await world.anonymous.get(TONIGHT)).status_code == 401


async def test_a_newcomer_is_asked_every_evening_until_a_round_was_played(world: World) -> None:
    assert asks(await evening_of(world, "xiaoman")) == [("newcomer", False)]
    evening = await Evening(world).begin()
    await made(await evening.play(evening.new_round(), by=evening.xiaoman))
    assert asks(await evening_of(world, "xiaoman")) == [("newcomer", True)]


async def test_a_veteran_without_need_is_asked_for_nothing(world: World) -> None:
    for name in ("qihang", "hejing", "sumin"):
        assert (await evening_of(world, name))["obligations"] == []


async def test_a_big_order_of_tomorrow_asks_for_two_rounds_of_veterans_too(world: World) -> None:
    rep = world.as_("qihang")
    visit = await plan_visit(rep, await add_client(rep), day=world.tomorrow.isoformat(), amount=BIG)
    [asked] = (await evening_of(world, "qihang"))["obligations"]
    assert (asked["kind"], asked["origin"]["id"]) == ("big_order", visit["id"])


async def test_not_tonight_takes_a_reason_and_a_later_day(world: World) -> None:
    rep = world.as_("xiaoman")
    said = await made(await rep.put(f"{TONIGHT}/postponement", json=FEVER))
    assert said["postponement"] == FEVER
    assert asks(said) == [("newcomer", False)]


@pytest.mark.parametrize("wrong", [{"reason": "lazy"}, {"reason": None}, {"to_day": None}])
async def test_without_a_reason_or_a_day_it_is_malformed(world: World, wrong: Json) -> None:
    answer = await world.as_("xiaoman").put(f"{TONIGHT}/postponement", json=FEVER | wrong)
    assert answer.status_code == 422


async def test_it_cannot_be_postponed_to_the_same_evening(world: World) -> None:
    given = FEVER | {"to_day": "2026-03-24"}
    answer = await world.as_("xiaoman").put(f"{TONIGHT}/postponement", json=given)
    assert (answer.status_code, answer.json()["code"]) == (409, "postpone_to_later")


async def test_postponing_blocks_no_round(world: World) -> None:
    evening = await Evening(world).begin()
    await made(await evening.xiaoman.put(f"{TONIGHT}/postponement", json=FEVER))
    assert (await evening.play(evening.new_round())).status_code == 201
    assert asks(await evening_of(world, "xiaoman")) == [("newcomer", True)]


async def test_it_is_taken_back_by_a_tap_and_said_again_it_changes_nothing(world: World) -> None:
    rep = world.as_("xiaoman")
    for _ in range(2):
        await made(await rep.put(f"{TONIGHT}/postponement", json=FEVER))
    for _ in range(2):
        assert (await rep.delete(f"{TONIGHT}/postponement")).status_code == 204
    assert (await evening_of(world, "xiaoman"))["postponement"] is None


async def test_the_day_it_was_moved_to_says_so_until_a_round_is_played(world: World) -> None:
    evening = await Evening(world).begin()
    yesterday = f"{API}/drills/evenings/2026-03-23/postponement"
    assert (await evening_of(world, "xiaoman"))["moved_here"] is None
    await made(await evening.xiaoman.put(yesterday, json=FEVER | {"to_day": "2026-03-24"}))
    moved = (await evening_of(world, "xiaoman"))["moved_here"]
    assert moved == {"from_day": "2026-03-23", "part": "morning"}
    assert (await evening_of(world, "qihang"))["moved_here"] is None
    await made(await evening.play(evening.new_round()))
    assert (await evening_of(world, "xiaoman"))["moved_here"] is None


async def test_an_evening_taken_up_again_is_moved_nowhere(world: World) -> None:
    rep, yesterday = world.as_("xiaoman"), f"{API}/drills/evenings/2026-03-23/postponement"
    await made(await rep.put(yesterday, json=FEVER | {"to_day": "2026-03-24"}))
    assert (await rep.delete(yesterday)).status_code == 204
    assert (await evening_of(world, "xiaoman"))["moved_here"] is None


@pytest.mark.parametrize("day", ["2026-03-09", "2026-03-27"])
async def test_an_evening_far_away_is_refused(world: World, day: str) -> None:
    answer = await world.as_("xiaoman").get(f"{API}/drills/evenings/{day}")
    assert (answer.status_code, answer.json()["code"]) == (409, "not_that_evening")


async def test_an_evenings_record_may_arrive_days_later(world: World) -> None:
    late = f"{API}/drills/evenings/2026-03-20/reflection"
    said = await made(await world.as_("xiaoman").put(late, json={"words": "先问再答"}))
    assert said["reflection"] == "先问再答"


async def test_the_team_mentor_and_manager_see_who_waits_and_one_of_them_comes(
    world: World,
) -> None:
    rep = world.as_("xiaoman")
    await made(await rep.put(f"{TONIGHT}/partner-wish"))
    for name in ("hanxue", "qihang", "hejing"):
        waiting = (await evening_of(world, name))["waiting"]
        assert [one["person"]["given_name"] for one in waiting] == ["小满"], name
    offer = f"{TONIGHT}/partner-wish/{world.id('xiaoman')}/offer"
    for _ in range(2):
        assert (await world.as_("hejing").put(offer)).status_code == 204
    wish = (await evening_of(world, "xiaoman"))["partner_wish"]
    assert wish["offered_by"]["given_name"] == "静"
    taken = await world.as_("hanxue").put(offer)
    assert (taken.status_code, taken.json()["code"]) == (409, "partner_found")


async def test_another_team_neither_sees_the_wish_nor_answers_it(world: World) -> None:
    await made(await world.as_("xiaoman").put(f"{TONIGHT}/partner-wish"))
    offer = f"{TONIGHT}/partner-wish/{world.id('xiaoman')}/offer"
    for name in ("dinglei", "zhaohui", "stranger"):
        assert (await evening_of(world, name))["waiting"] == []
        assert (await world.as_(name).put(offer)).status_code == 404


async def test_who_waits_no_more_is_offered_nothing(world: World) -> None:
    rep = world.as_("xiaoman")
    await made(await rep.put(f"{TONIGHT}/partner-wish"))
    assert (await rep.delete(f"{TONIGHT}/partner-wish")).status_code == 204
    offer = f"{TONIGHT}/partner-wish/{world.id('xiaoman')}/offer"
    answer = await world.as_("qihang").put(offer)
    assert (answer.status_code, answer.json()["code"]) == (409, "no_partner_wanted")


async def test_a_reflection_is_read_by_its_writer_alone_and_no_fact_tells_of_it(
    world: World,
) -> None:
    said = {"words": "今天我急了三次"}
    await made(await world.as_("xiaoman").put(f"{TONIGHT}/reflection", json=said))
    for name in ("hanxue", "hejing", "qihang"):
        assert "我急了" not in str(await evening_of(world, name))


async def test_a_newcomer_is_offered_the_mentor_and_nobody_who_has_gone_home(
    world: World,
) -> None:
    for name, number in (("hanxue", 1), ("qihang", 2)):
        await hear(world, who=name, number=number)
    await made(await world.as_("qihang").put(f"{TONIGHT}/postponement", json=FEVER))
    suggested = (await evening_of(world, "xiaoman"))["suggested"]
    assert [(one["person"]["latin_name"], one["why"]) for one in suggested] == [
        ("Han Xue", "mentor"),
        ("He Jing", "manager"),
    ]


async def test_the_pair_of_last_time_is_not_offered_again_at_once(world: World) -> None:
    evening = await Evening(world).begin()
    await made(await evening.play(evening.new_round()))
    world.clock.at("10:00", day=world.tomorrow)
    for name, number in (("hanxue", 1), ("qihang", 2)):
        await hear(world, who=name, number=number)
    tomorrow = f"{API}/drills/evenings/2026-03-25"
    suggested = (await made(await world.as_("xiaoman").get(tomorrow)))["suggested"]
    assert "Zhou Qihang" not in [one["person"]["latin_name"] for one in suggested]


async def test_an_evening_costs_the_same_whatever_the_team(world: World) -> None:
    with statements(world) as told:
        await evening_of(world, "xiaoman")
    assert len(told) <= 18


people = st.integers(1, 9).map(lambda n: PersonRef(an_id(n), "林", "小满", f"Lin {n}"))
candidates = st.lists(
    st.builds(
        Candidate,
        person=people,
        role=st.sampled_from([Role.REP, Role.MANAGER]),
        newcomer=st.booleans(),
        strong=st.booleans(),
        here=st.booleans(),
        waits=st.booleans(),
        last_time=st.booleans(),
        mentor=st.booleans(),
        apprentice=st.booleans(),
    ),
    unique_by=lambda one: one.person.id,
)


@given(candidates, st.booleans(), st.booleans())
def test_only_who_is_there_is_suggested_and_never_the_same_pair_while_another_is_there(
    near: list[Candidate], newcomer: Any, strong: Any
) -> None:
    here = [one for one in near if one.here]
    by_id = {one.person.id: one for one in near}
    shown = [by_id[one.person.id] for one in suggest(near, newcomer=newcomer, strong=strong)]
    assert all(one.here for one in shown)
    assert bool(shown) is bool(here)
    if any(not one.last_time for one in here):
        assert not any(one.last_time for one in shown)


@given(candidates)
def test_a_newcomer_is_offered_somebody_strong_before_the_rest_of_the_team(
    near: list[Candidate],
) -> None:
    reasons = [one.why for one in suggest(near, newcomer=True, strong=False)]
    assert reasons == sorted(reasons, key=list(Why).index)
