"""Seen, answered, tried, closed; and who may say what."""

from typing import Any

import pytest

from tests.builders.field import add_client
from tests.builders.people import an_id
from tests.builders.world import World
from tests.drills.evening import made
from tests.help_requests.asked import (
    ONE,
    WORDS,
    answer,
    ask,
    close,
    facts,
    listed,
    read,
    sights,
    stuck,
)

pytestmark = pytest.mark.anyio
RIDE: dict[str, Any] = {"offers": "ride_along", "on_day": "2026-03-26"}
DRILL: dict[str, Any] = {"offers": "drill", "on_day": "2026-03-26"}


async def see(world: World, name: str = "hejing") -> Any:
    return await world.as_(name).put(f"{ONE}/seen")


async def try_out(world: World, name: str = "xiaoman") -> Any:
    return await world.as_(name).put(f"{ONE}/tried", json={})


async def state(world: World) -> str:
    return str((await read(world, "xiaoman"))["state"])


async def test_it_goes_from_raised_to_solved_by_what_happens_to_it(world: World) -> None:
    await ask(world)
    states = [await state(world)]
    for step in (see, answer, try_out, close):
        assert (await step(world)).is_success
        states.append(await state(world))
    assert states == ["raised", "seen", "answered", "tried", "solved"]
    topics = [topic for topic, _ in world.store.read_now(facts)]
    assert topics == ["help.raised", "help.seen", "help.answered", "help.tried", "help.solved"]


async def test_an_offer_to_do_it_together_is_a_joint_action(world: World) -> None:
    await ask(world)
    said = await made(await answer(world, words=None, **RIDE))
    assert said["state"] == "joint"
    [one] = said["answers"]
    assert (one["words"], one["offers"], one["on_day"]) == (None, "ride_along", "2026-03-26")
    assert one["by"]["id"] == str(world.id("hejing"))


async def test_a_drill_together_is_a_promise_of_the_helper(world: World) -> None:
    client = await add_client(world.as_("xiaoman"))
    await ask(world, about={"kind": "client", "id": client})
    await made(await answer(world, correction="method", **DRILL))
    [promised] = (await made(await world.as_("hejing").get("/api/v1/commitments")))["items"]
    assert promised["owner"]["id"] == str(world.id("hejing"))
    assert promised["to"]["id"] == str(world.id("xiaoman"))
    assert (promised["due"], promised["correction"]) == ("2026-03-26", "method")
    assert promised["origin"] == {"kind": "help_request", "id": str(an_id(1))}
    assert promised["client_id"] == client
    assert WORDS not in promised["words"]


async def test_a_mentor_who_is_a_rep_may_offer_without_a_type_and_it_is_about_skill(
    world: World,
) -> None:
    await ask(world, audience="mentor", kind="personal")
    drill: dict[str, Any] = {"words": None, "offers": "drill", "on_day": "2026-03-24"}
    await made(await answer(world, "hanxue", **drill))
    [promised] = (await made(await world.as_("hanxue").get("/api/v1/commitments")))["items"]
    assert (promised["correction"], promised["client_id"]) == ("skill", None)


async def test_an_offer_for_a_day_that_is_over_is_refused_unless_it_was_said_before(
    world: World,
) -> None:
    await ask(world)
    yesterday: dict[str, Any] = {"offers": "drill", "on_day": "2026-03-23"}
    for offer in (yesterday, {**yesterday, "offers": "ride_along"}):
        refused = await answer(world, **offer)
        assert (refused.status_code, refused.json()["code"]) == (409, "due_in_the_past")
    kept = await answer(world, **yesterday, said_at="2026-03-23T09:00:00Z")
    assert kept.is_success, kept.text
    [said] = kept.json()["answers"]
    assert said["at"] == "2026-03-23T09:00:00Z"


async def test_a_replay_of_an_offer_promises_once(world: World) -> None:
    await ask(world)
    for _ in range(2):
        await made(await answer(world, id=str(an_id(50)), **DRILL))
    assert len((await made(await world.as_("hejing").get("/api/v1/commitments")))["items"]) == 1


@pytest.mark.parametrize(
    "said",
    [
        {"words": None},
        {"words": ""},
        {"offers": "drill"},
        {"on_day": "2026-03-26"},
        {"offers": "discount", "on_day": "2026-03-26"},
    ],
)
async def test_an_answer_says_something_and_an_offer_has_its_day(
    world: World, said: dict[str, Any]
) -> None:
    await ask(world)
    assert (await answer(world, **said)).status_code == 422


async def test_the_same_answer_arriving_again_is_said_once(world: World) -> None:
    await ask(world)
    await ask(world, number=2)
    for _ in range(2):
        assert (await answer(world, id=str(an_id(50)))).status_code == 201
    assert len((await read(world, "xiaoman"))["answers"]) == 1
    other = await answer(world, id=str(an_id(50)), words="别的")
    elsewhere = await answer(world, number=2, id=str(an_id(50)))
    assert [one.json()["code"] for one in (other, elsewhere)] == ["born_differently"] * 2


async def test_the_mentor_and_the_manager_may_answer_whoever_was_asked(world: World) -> None:
    await ask(world, audience="mentor")
    assert (await answer(world, "hejing")).is_success
    found = await read(world, "xiaoman")
    assert (found["state"], found["owed"]) == ("answered", False)
    assert found["helper"]["id"] == str(world.id("hanxue"))


async def test_a_word_of_the_asker_is_no_answer(world: World) -> None:
    await ask(world)
    found = await made(await answer(world, "xiaoman", words="他五点就走"))
    assert (found["state"], found["owed"]) == ("raised", True)
    assert [one["words"] for one in found["answers"]] == ["他五点就走"]
    refused = await answer(world, "xiaoman", **RIDE)
    assert (refused.status_code, refused.json()["code"]) == (409, "offers_are_of_helpers")


async def test_a_late_answer_is_kept_also_after_it_was_closed(world: World) -> None:
    """A helper's phone may have been offline; what was written is not lost."""
    await ask(world)
    await close(world)
    found = await made(await answer(world))
    assert (found["state"], len(found["answers"])) == ("solved", 1)


async def test_seen_is_said_by_whoever_was_asked(world: World) -> None:
    await ask(world)
    for name in ("xiaoman", "hanxue"):
        refused = await see(world, name)
        assert (refused.status_code, refused.json()["code"]) == (403, "help_not_asked_of_you")
    first = (await see(world)).json()["seen_at"]
    world.clock.let_pass(minutes=5)
    assert (await see(world)).json()["seen_at"] == first
    assert len(world.store.read_now(facts)) == 2


@pytest.mark.parametrize("name", ["hejing", "hanxue"])
async def test_only_the_asker_says_that_it_was_tried_or_helped(world: World, name: str) -> None:
    await ask(world)
    for refused in (await try_out(world, name), await close(world, name)):
        assert (refused.status_code, refused.json()["code"]) == (403, "help_not_asked_by_you")


async def test_the_asker_closes_at_any_time_in_one_word_and_may_change_it(world: World) -> None:
    await ask(world)
    first = await made(await close(world, helped="no"))
    world.clock.let_pass(minutes=5)
    again = await made(await close(world, helped="partly"))
    assert (first["helped"], again["helped"]) == ("no", "partly")
    assert first["solved_at"] == again["solved_at"]
    assert await listed(world, "xiaoman", whose="mine") == []
    assert await listed(world, "xiaoman", whose="mine", closed=True) == [str(an_id(1))]


async def test_closing_twice_is_told_once(world: World) -> None:
    await ask(world)
    for _ in range(2):
        await close(world)
    topics = [topic for topic, _ in world.store.read_now(facts)]
    assert topics == ["help.raised", "help.solved"]


async def test_still_stuck_opens_it_again_and_the_next_answer_counts(world: World) -> None:
    await ask(world)
    await answer(world)
    await close(world)
    again = await stuck(world)
    assert (again["state"], again["helped"], again["solved_at"]) == ("answered", None, None)
    assert await listed(world, "hejing", whose="for_me", owed=True) == [str(an_id(1))]
    await answer(world, words="我来打给他")
    assert (await read(world, "xiaoman"))["owed"] is False


async def test_stuck_told_twice_begins_one_promise(world: World) -> None:
    await ask(world)
    await answer(world)
    first = await stuck(world)
    world.clock.let_pass(minutes=5)
    assert (await stuck(world))["due_at"] == first["due_at"]


async def test_whoever_was_not_asked_and_reads_it_is_listed_to_the_asker(world: World) -> None:
    await ask(world)
    await read(world, "hejing")
    await listed(world, "hejing")
    assert await sights(world, "xiaoman") == []
    await read(world, "hanxue")
    assert await sights(world, "xiaoman") == [("Han Xue", "help_requests")]


async def test_the_team_that_was_asked_reads_it_without_being_listed(world: World) -> None:
    await ask(world, audience="team")
    for name in ("qihang", "hanxue", "hejing"):
        await read(world, name)
    assert await sights(world, "xiaoman") == []


async def test_what_is_personal_is_between_two_people(world: World) -> None:
    await ask(world, kind="personal", audience="mentor")
    assert await listed(world, "hanxue") == await listed(world, "xiaoman") == [str(an_id(1))]
    for name in ("hejing", "qihang"):
        assert await listed(world, name) == []
        assert (await world.as_(name).get(ONE)).status_code == 404


async def test_there_is_nothing_to_try_before_anybody_has_answered(world: World) -> None:
    await ask(world)
    tried = f"{ONE}/tried"
    for words in (None, "还有，他急着要。"):
        if words:
            await answer(world, "xiaoman", words=words)
        refused = await world.as_("xiaoman").put(tried, json={})
        assert (refused.status_code, refused.json()["code"]) == (409, "help_not_answered_yet")
    await answer(world)
    assert (await world.as_("xiaoman").put(tried, json={})).json()["state"] == "tried"


async def test_what_it_is_about_is_typed_by_helpers_and_not_by_the_asker(world: World) -> None:
    await ask(world)
    refused = await answer(world, "xiaoman", correction="method")
    assert (refused.status_code, refused.json()["code"]) == (409, "corrections_are_of_helpers")
    assert (await read(world, "xiaoman"))["answers"] == []
    assert (await answer(world, correction="method")).is_success
