"""How the other side sees it: a sentence beside the word on a promise, without a veto."""

from typing import Any

import pytest

from tests.builders.people import an_id
from tests.builders.world import World
from tests.commitments.promising import give, read, reply, settle

pytestmark = pytest.mark.anyio


def said(promise: Any) -> list[tuple[str, str, str]]:
    return [(one["by"]["given_name"], one["said_to"], one["words"]) for one in promise["replies"]]


@pytest.mark.parametrize(("settles", "replies"), [("hejing", "xiaoman"), ("xiaoman", "hejing")])
async def test_the_side_whose_word_it_is_not_says_how_it_sees_it(
    world: World, settles: str, replies: str
) -> None:
    give(world)
    await settle(world, settles, outcome="not", reason="周四没看到")
    answer = await reply(world, replies)
    assert answer.status_code == 201, answer.text
    told = await read(world, settles)
    assert (told["outcome"], told["outcome_reason"]) == ("not", "周四没看到")
    assert [one["by"]["id"] for one in told["replies"]] == [str(world.id(replies))]
    assert told["settled_by"]["id"] == str(world.id(settles))


async def test_what_was_said_stays_when_the_outcome_is_corrected(world: World) -> None:
    give(world)
    await settle(world, "hejing", outcome="not", reason="周四没看到")
    await reply(world, "xiaoman", words="周三的签到里有。")
    await settle(world, "hejing", outcome="partly", reason="看到了一半")
    await reply(world, "xiaoman", words="另一半周五补上了。")
    assert said(await read(world, "hejing")) == [
        ("小满", "not", "周三的签到里有。"),
        ("小满", "partly", "另一半周五补上了。"),
    ]


async def test_sent_twice_it_is_one_and_other_words_under_its_id_are_refused(world: World) -> None:
    give(world)
    await settle(world, "hejing")
    for _ in range(2):
        assert (await reply(world, "xiaoman", id=str(an_id(70)))).status_code == 201
    assert len((await read(world, "xiaoman"))["replies"]) == 1
    other = await reply(world, "xiaoman", id=str(an_id(70)), words="别的")
    assert other.status_code == 409


@pytest.mark.parametrize(
    ("name", "expected"),
    [("hejing", (409, "outcome_said_by_you")), ("hanxue", (403, "promise_not_yours"))],
)
async def test_nobody_else_says_it(world: World, name: str, expected: tuple[int, str]) -> None:
    give(world)
    await settle(world, "hejing")
    answer = await reply(world, name)
    assert (answer.status_code, answer.json()["code"]) == expected


async def test_there_is_nothing_to_see_differently_before_it_is_settled(world: World) -> None:
    give(world)
    answer = await reply(world, "xiaoman")
    assert (answer.status_code, answer.json()["code"]) == (409, "promise_not_settled")
