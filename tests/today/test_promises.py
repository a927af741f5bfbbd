"""The ledger 承诺账 of what a helper owes: who reads it, in what order, and what of it stays between two."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.commitments.owed.queries import Owed
from api.kit.calendar import Calendar
from api.kit.origin import Origin
from api.today.promises.queries import in_order
from tests.builders.people import an_id
from tests.builders.world import World
from tests.commitments.promising import give, move, settle
from tests.drills.evening import made
from tests.goals.setting import agreed, code, reward, visits
from tests.help_requests.asked import answer, close, hand_over
from tests.help_requests.asked import ask as ask_for_help
from tests.ride_alongs.the_day import Day

pytestmark = pytest.mark.anyio
ADVICE = Origin("advice", an_id(902))


async def ask(world: World, reader: str, of: str, **asked: str | None) -> Any:
    params = {name: value for name, value in asked.items() if value is not None}
    return await world.as_(reader).get(f"/api/v1/people/{world.id(of)}/promises", params=params)


async def ledger(world: World, reader: str, of: str = "hejing") -> Any:
    answer = await ask(world, reader, of)
    assert answer.status_code == 200, answer.text
    return answer.json()


async def test_anonymous_is_asked_to_sign_in(world: World) -> None:
    path = f"/api/v1/people/{world.id('hejing')}/promises"
    assert (await world.anonymous.get(path)).status_code == 401


@pytest.mark.parametrize(
    ("of", "readers"),
    [
        ("hejing", {"xiaoman", "hanxue", "qihang", "hejing", "liqun"}),
        ("hanxue", {"xiaoman", "hanxue", "qihang", "hejing"}),
        ("qihang", {"qihang", "hejing"}),
        ("xiaoman", {"xiaoman", "hanxue", "hejing"}),
        ("liqun", {"liqun", "hejing", "zhaohui"}),
    ],
)
async def test_a_helpers_ledger_is_the_teams_and_a_reps_is_personal(
    world: World, of: str, readers: set[str]
) -> None:
    found = {name for name in world.cast.people if (await ask(world, name, of)).status_code == 200}
    assert found == readers
    assert code(await ask(world, "stranger", of)) == (404, "not_found")


async def test_the_team_reads_what_its_manager_promised_its_reps(world: World) -> None:
    give(world, 1, owner="hejing", to="xiaoman", correction=None)
    give(world, 2, owner="hejing", to="liqun", correction=None)
    told = await ledger(world, "qihang")
    assert [one["id"] for one in told["owed"]] == [str(an_id(1))]
    assert told["owed"][0]["words"] == "先问谁回询盘，再报价。"
    assert len((await ledger(world, "hejing"))["owed"]) == 2


async def test_a_mentors_own_review_is_not_the_teams(world: World) -> None:
    give(world, 1, owner="hanxue", to="xiaoman")
    give(world, 2, owner="hanxue", to="hejing")
    assert [one["id"] for one in (await ledger(world, "qihang", "hanxue"))["owed"]] == [
        str(an_id(1))
    ]
    assert len((await ledger(world, "hejing", "hanxue"))["owed"]) == 2


async def test_what_came_from_advice_shows_its_kind_and_day_to_others(world: World) -> None:
    give(world, 1, owner="hejing", to="xiaoman", correction=None, origin=ADVICE)
    [others] = (await ledger(world, "qihang"))["owed"]
    assert (others["words"], others["to"], others["due"]) == (None, None, "2026-03-26")
    for side in ("xiaoman", "hejing"):
        [told] = (await ledger(world, side))["owed"]
        assert told["words"] == "先问谁回询盘，再报价。"
        assert told["to"]["given_name"] == "小满"


async def test_managers_read_what_their_regional_manager_owes_them(world: World) -> None:
    give(world, 1, owner="liqun", to="hejing", correction=None)
    give(world, 2, owner="liqun", to="xiaoman", correction=None)
    for reader in ("hejing", "zhaohui"):
        told = await ledger(world, reader, "liqun")
        assert [one["id"] for one in told["owed"]] == [str(an_id(1))]
        assert told["reading"] == "as_team"
    assert len((await ledger(world, "liqun", "liqun"))["owed"]) == 2


async def test_a_region_counts_and_reads_nothing(world: World) -> None:
    give(world, 1, owner="hejing", to="xiaoman", correction=None)
    give(world, 2, owner="hejing", to="qihang", correction=None)
    await settle(world, "hejing", 2)
    told = await ledger(world, "liqun")
    assert told["owed"] == []
    assert told["counts"] == {"late": 0, "open": 1, "done": 1, "missed": 0}


async def test_a_miss_without_advice_turns_late_and_does_not_say_whose(world: World) -> None:
    await agreed(world)
    world.clock.at("08:00", day=date(2026, 4, 2))
    [others] = (await ledger(world, "qihang"))["owed"]
    assert (others["kind"], others["late"], others["to"]) == ("advice", True, None)
    for side in ("hejing", "xiaoman"):
        [told] = (await ledger(world, side))["owed"]
        assert told["to"]["given_name"] == "小满"
    assert (await ledger(world, "liqun"))["counts"] == {
        "late": 1,
        "open": 0,
        "done": 0,
        "missed": 0,
    }


async def test_what_is_late_says_from_when_on(world: World) -> None:
    """A day is over at the organisation's midnight, an answer at its minute."""
    give(world, 1, owner="hejing", to="xiaoman", correction=None, due=date(2026, 3, 25))
    asked = await ask_for_help(world)
    told = {one["kind"]: one for one in (await ledger(world, "xiaoman"))["owed"]}
    assert told["commitment"]["late_from"] == "2026-03-25T16:00:00Z"
    assert told["help_request"]["late_from"] == asked["due_at"]


async def test_an_answer_that_came_late_is_shown_late_and_counted_as_done(world: World) -> None:
    await ask_for_help(world)
    world.clock.let_pass(minutes=35)
    await answer(world)
    told = await ledger(world, "xiaoman")
    [one] = told["owed"]
    assert (one["late"], one["done_at"]) == (True, "2026-03-24T02:35:00Z")
    assert told["counts"] == {"late": 0, "open": 0, "done": 1, "missed": 0}


async def test_what_was_handed_over_late_is_told_to_the_team_and_counted_for_the_region(
    world: World,
) -> None:
    await ask_for_help(world)
    world.clock.let_pass(minutes=35)
    await hand_over(world, "xiaoman", "hanxue")
    told = await ledger(world, "qihang")
    assert [(one["late"], one["ending"]) for one in told["owed"]] == [(True, "handed_over")]
    counts = (await ledger(world, "liqun"))["counts"]
    assert counts == {"late": 0, "open": 0, "done": 0, "missed": 1}


async def test_a_late_promise_that_moves_keeps_its_first_day_and_that_it_was_late(
    world: World,
) -> None:
    give(world, 1, owner="hejing", to="xiaoman", correction=None, due=date(2026, 3, 25))
    give(world, 2, owner="hejing", to="xiaoman", correction=None, due=date(2026, 3, 27))
    world.clock.at("09:00", day=date(2026, 3, 26))
    for number in (1, 2):
        await made(await move(world, "hejing", "2026-03-31", number))
    told = {one["id"]: one for one in (await ledger(world, "qihang"))["owed"]}
    late, planned = told[str(an_id(1))], told[str(an_id(2))]
    assert (late["first_due"], late["moved_late"], late["late"]) == ("2026-03-25", True, False)
    assert (planned["first_due"], planned["moved_late"]) == ("2026-03-27", False)
    await settle(world, "hejing", 1)
    counts = (await ledger(world, "liqun"))["counts"]
    assert counts == {"late": 0, "open": 1, "done": 1, "missed": 1}


async def test_thanks_stand_on_the_ledger_before_the_team_and_are_counted_nowhere(
    world: World,
) -> None:
    await ask_for_help(world)
    await answer(world)
    await close(world)
    for reader in ("hejing", "qihang"):
        told = await ledger(world, reader)
        [thanks] = [one for one in told["owed"] if one["kind"] == "thanks"]
        assert (thanks["to"]["given_name"], thanks["words"]) == ("小满", None)
        assert (thanks["due"], thanks["late"], thanks["late_from"]) == (None, False, None)
        assert told["counts"]["done"] == 1
    assert (await ledger(world, "liqun"))["counts"]["done"] == 1


async def test_a_reward_of_a_mentor_is_read_by_the_team_it_was_told_to(world: World) -> None:
    await agreed(world, owner="hanxue", target=1)
    await visits(world, ["2026-03-24"], rep="hanxue")
    await made(await reward(world))
    told = await ledger(world, "qihang", "hanxue")
    [thanks] = [one for one in told["owed"] if one["kind"] == "thanks"]
    assert (thanks["to"]["given_name"], thanks["words"]) == ("静", "每家都约好了下一步")


async def test_a_ride_that_was_promised_stands_on_the_mentors_ledger(world: World) -> None:
    day = await Day(world).begin()
    for at, late in (("18:00", False), ("08:00", True)):
        world.clock.at(at, day=date(2026, 3, 27) if late else date(2026, 3, 25))
        [ride] = (await ledger(world, "xiaoman", "hanxue"))["owed"]
        assert (ride["kind"], ride["id"], ride["late"]) == ("ride_along", day.ride["id"], late)


async def test_a_look_at_a_reps_ledger_is_listed_and_at_a_managers_is_not(world: World) -> None:
    await ledger(world, "hejing", "xiaoman")
    await ledger(world, "xiaoman", "hejing")
    for name, expected in (("xiaoman", ["commitments"]), ("hejing", [])):
        log = (await world.as_(name).get("/api/v1/me/access-log")).json()["items"]
        assert [one["kind"] for one in log] == expected


async def test_it_is_read_by_pages_each_line_once_and_counted_whole(world: World) -> None:
    for number in range(1, 26):
        due = date(2026, 3, 24) + timedelta(days=number % 4)
        give(world, number, owner="hejing", to="xiaoman", correction=None, due=due)
    await settle(world, "hejing", 3)
    world.clock.at("09:00", day=date(2026, 3, 26))
    whole = (await made(await ask(world, "qihang", "hejing", limit="100")))["owed"]
    assert len(whole) == 25
    found, cursor = [], None
    while True:
        told = await made(await ask(world, "qihang", "hejing", limit="7", cursor=cursor))
        assert told["counts"] == {"late": 13, "open": 11, "done": 1, "missed": 0}
        found += told["owed"]
        cursor = told["next_cursor"]
        if cursor is None:
            break
    assert found == whole
    first = await ask(world, "qihang", "hejing")
    assert len(first.json()["owed"]) == 20
    assert len(first.content) < 20_000
    assert code(await ask(world, "qihang", "hejing", cursor="x")) == (422, "bad_cursor")


NOON = datetime(2026, 3, 24, 4, 0, tzinfo=UTC)
dues = st.none() | st.integers(-9, 9).map(lambda ahead: date(2026, 3, 24) + timedelta(days=ahead))
times = st.integers(-9, 9).map(lambda ahead: NOON + timedelta(days=ahead))
things = st.builds(
    Owed,
    kind=st.just("help_request"),
    id=st.uuids(),
    to=st.none(),
    due=dues | times,
    done_at=st.none() | times,
    late=st.booleans(),
)


@given(st.lists(things, max_size=12))
def test_late_ones_come_first_and_done_ones_last(found: list[Owed]) -> None:
    told = in_order(found, Calendar())
    places = [2 if one.done_at else 0 if one.late else 1 for one in told]
    assert places == sorted(places)
    assert sorted(map(str, told)) == sorted(map(str, found))
    done = [one.done_at for one in told if one.done_at]
    assert done == sorted(done, reverse=True)
