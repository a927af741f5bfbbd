"""What a helper owes, as the ledger of promises reads it; never what somebody asked."""

from datetime import date, datetime

import pytest

from api.commitments.owed.queries import Owed
from api.help_requests.owed.queries import owed_by
from tests.builders.people import an_id
from tests.builders.world import World
from tests.help_requests.asked import answer, ask, close, hand_over, stuck

pytestmark = pytest.mark.anyio
MONDAY = date(2026, 3, 23)


def owed(world: World, name: str, since: date = MONDAY) -> list[Owed]:
    return world.store.read_now(owed_by, world.actor("liqun"), world.id(name), since=since)


async def test_an_open_promise_is_late_once_its_time_is_over(world: World) -> None:
    await ask(world)
    [before] = owed(world, "hejing")
    world.clock.let_pass(minutes=16)
    [after] = owed(world, "hejing")
    assert (before.late, after.late) == (False, True)
    assert (after.kind, after.id, after.done_at) == ("help_request", an_id(1), None)
    assert after.to_id == world.id("xiaoman")
    assert after.words is None


async def test_an_answer_keeps_it_and_it_stays_for_as_long_as_asked(world: World) -> None:
    await ask(world)
    world.clock.let_pass(minutes=16)
    await answer(world)
    [kept] = owed(world, "hejing")
    assert (kept.late, kept.done_at) == (True, world.clock())
    assert owed(world, "hejing", since=date(2026, 3, 25)) == []


async def test_an_answer_in_time_is_not_late_however_long_ago(world: World) -> None:
    await ask(world)
    world.clock.let_pass(minutes=15)
    await answer(world)
    world.clock.let_pass(minutes=90)
    assert [one.late for one in owed(world, "hejing")] == [False]


async def test_the_asker_never_owes(world: World) -> None:
    await ask(world)
    world.clock.let_pass(minutes=60)
    assert owed(world, "xiaoman") == []


async def test_whoever_takes_over_owes_it_by_the_same_minute(world: World) -> None:
    await ask(world)
    await hand_over(world, "hejing", "hanxue")
    world.clock.let_pass(minutes=16)
    assert owed(world, "hejing") == []
    assert [one.late for one in owed(world, "hanxue")] == [True]


async def test_a_late_one_that_is_handed_over_stays_with_whoever_let_it_pass(world: World) -> None:
    asked = await ask(world)
    world.clock.let_pass(minutes=40)
    await hand_over(world, "hejing", "hanxue")
    [missed] = owed(world, "hejing")
    assert (missed.late, missed.ending, missed.id) == (True, "handed_over", an_id(1))
    assert (missed.due, missed.done_at) == (
        datetime.fromisoformat(asked["due_at"]),
        world.clock(),
    )
    [mine] = owed(world, "hanxue")
    assert (mine.late, mine.ending, mine.done_at) == (False, None, None)
    world.clock.let_pass(minutes=10)
    await answer(world, "hanxue")
    await close(world)
    assert [one.ending for one in owed(world, "hejing")] == ["handed_over"]
    assert [one.late for one in owed(world, "hanxue") if one.kind == "help_request"] == [False]


async def test_handed_over_twice_late_each_keeps_their_own_time(world: World) -> None:
    await ask(world)
    world.clock.let_pass(minutes=40)
    await hand_over(world, "hejing", "hanxue")
    world.clock.let_pass(minutes=20)
    await hand_over(world, "hanxue", "qihang")
    for name in ("hejing", "hanxue"):
        assert [(one.late, one.ending) for one in owed(world, name)] == [(True, "handed_over")]
    assert [one.late for one in owed(world, "qihang")] == [False]


async def test_who_takes_a_late_one_of_the_whole_team_is_not_late(world: World) -> None:
    await ask(world, audience="team")
    world.clock.let_pass(minutes=40)
    await answer(world, "hanxue")
    assert [(one.late, one.ending) for one in owed(world, "hanxue")] == [(False, None)]


async def test_who_is_given_an_answered_request_is_not_given_its_answer(world: World) -> None:
    await ask(world)
    world.clock.let_pass(minutes=16)
    await answer(world)
    await hand_over(world, "hejing", "hanxue")
    assert [(one.late, one.done_at) for one in owed(world, "hejing")] == [(True, world.clock())]
    assert owed(world, "hanxue") == []
    await stuck(world)
    assert len(owed(world, "hejing")) == 1
    assert [one.done_at for one in owed(world, "hanxue")] == [None]


async def test_nobody_owes_what_a_team_has_not_taken_yet(world: World) -> None:
    await ask(world, audience="team")
    assert [owed(world, name) for name in ("hejing", "hanxue", "qihang")] == [[], [], []]


async def test_still_stuck_is_owed_again(world: World) -> None:
    await ask(world)
    await answer(world)
    await stuck(world)
    [again, before] = owed(world, "hejing")
    assert (again.done_at, again.late) == (None, False)
    assert (before.done_at, before.late) == (world.clock(), False)


async def test_an_answer_that_came_late_stays_late_when_the_asker_is_still_stuck(
    world: World,
) -> None:
    asked = await ask(world)
    world.clock.let_pass(minutes=40)
    await answer(world)
    world.clock.let_pass(minutes=10)
    for _ in range(2):
        await stuck(world)
    again, first = owed(world, "hejing")
    assert (again.late, again.done_at) == (False, None)
    assert (first.late, first.id) == (True, an_id(1))
    assert first.due == datetime.fromisoformat(asked["due_at"])
    await answer(world, words="那就先付三成。")
    assert [one.late for one in owed(world, "hejing")] == [False, True]


async def test_yes_it_helped_is_a_thank_you_to_whoever_answered(world: World) -> None:
    await ask(world)
    await answer(world)
    await answer(world, "hanxue", words="我上次就是这样谈的。")
    await close(world, helped="partly")
    assert "thanks" not in {one.kind for one in owed(world, "hejing")}
    await close(world)
    for name in ("hejing", "hanxue"):
        [thanks] = [one for one in owed(world, name) if one.kind == "thanks"]
        assert (thanks.id, thanks.to_id) == (an_id(1), world.id("xiaoman"))
        assert (thanks.due, thanks.done_at, thanks.words) == (None, world.clock(), None)
    assert owed(world, "xiaoman") == owed(world, "qihang") == []
    assert owed(world, "hanxue", since=date(2026, 3, 25)) == []


async def test_thanks_for_something_personal_name_nobody(world: World) -> None:
    await ask(world, kind="personal")
    await answer(world)
    await close(world)
    assert {one.kind: one.to_id for one in owed(world, "hejing")} == {
        "help_request": None,
        "thanks": None,
    }


async def test_of_something_personal_not_even_the_asker_is_told(world: World) -> None:
    await ask(world, kind="personal")
    [one] = owed(world, "hejing")
    assert one.to_id is None


async def test_a_request_closed_in_time_without_an_answer_is_owed_by_nobody(world: World) -> None:
    await ask(world)
    await close(world)
    assert owed(world, "hejing") == []


@pytest.mark.parametrize("helped", ["no", "partly", "yes"])
async def test_one_closed_late_without_an_answer_was_never_answered(
    world: World, helped: str
) -> None:
    await ask(world)
    world.clock.let_pass(minutes=40)
    await close(world, helped=helped)
    [one] = owed(world, "hejing")
    assert (one.ending, one.late, one.done_at) == ("never_answered", True, world.clock())
    assert owed(world, "xiaoman") == []


async def test_one_never_answered_stays_when_it_is_asked_anew_and_answered_in_time(
    world: World,
) -> None:
    await ask(world)
    world.clock.let_pass(minutes=40)
    await close(world, helped="no")
    await stuck(world)
    await answer(world)
    told = {(one.late, one.ending) for one in owed(world, "hejing")}
    assert told == {(False, None), (True, "never_answered")}


async def test_an_answer_after_the_late_closing_is_a_late_answer(world: World) -> None:
    await ask(world)
    world.clock.let_pass(minutes=40)
    await close(world, helped="no")
    await answer(world)
    assert [(one.late, one.ending) for one in owed(world, "hejing")] == [(True, None)]
