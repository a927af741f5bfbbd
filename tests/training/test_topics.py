"""A team asks for topics and votes; the trainer decides, and what was said goes with it."""

from datetime import date
from typing import Any

import pytest

from api.people.policy import Actor
from api.training.topics import service
from api.training.topics.queries import StallView
from api.training.topics.service import Heard
from tests.builders.people import an_id
from tests.builders.world import World
from tests.drills.evening import Json, made
from tests.training.classes import TOPICS, Class, code

pytestmark = pytest.mark.anyio
ONE = f"{TOPICS}/{an_id(1)}"
WISH = "老板说靠外贸公司就行，怎么接？"
GULL = {"xiaoman", "hanxue", "qihang", "hejing"}
EVERYBODY = GULL | {"dinglei", "zhaohui", "liqun", "sumin", "admin"}
SAID = ("我们靠外贸公司就行", "外贸公司帮我们卖")


def a_wish(number: int = 1, **other: Any) -> Json:
    told: Json = {"id": str(an_id(number)), "topic": WISH, "topic_class": "business"}
    return told | other


async def propose(world: World, name: str = "xiaoman", number: int = 1, **other: Any) -> Json:
    return await made(await world.as_(name).post(TOPICS, json=a_wish(number, **other)))


async def read(world: World, name: str, **asked: str) -> list[Json]:
    found: list[Json] = (await made(await world.as_(name).get(TOPICS, params=asked)))["items"]
    return found


async def decide(world: World, name: str = "sumin", **told: Any) -> Any:
    return await world.as_(name).put(f"{ONE}/decision", json=told)


def heard(world: World, **other: Any) -> Heard:
    told: dict[str, Any] = {
        "team_id": world.team("gull").id,
        "type_key": "trader",
        "topic": "靠外贸公司就行",
        "count": 9,
        "sentences": SAID,
        "stalled_before": StallView(1, 7),
        "stalled_now": StallView(4, 9),
        "until": date(2026, 3, 23),
    }
    return Heard(**told | other)


def from_field(world: World, **other: Any) -> None:
    def say(db: Any) -> None:
        actor = Actor.method(db, world.organisation.id)
        service.propose_from_field(db, actor, heard=heard(world, **other))

    world.store.write_now(say)


@pytest.mark.parametrize(
    ("method", "address"),
    [
        ("GET", TOPICS),
        ("POST", TOPICS),
        ("PUT", f"{ONE}/vote"),
        ("DELETE", f"{ONE}/vote"),
        ("PUT", f"{ONE}/decision"),
    ],
)
async def test_anonymous_is_asked_to_sign_in(world: World, method: str, address: str) -> None:
    assert (await world.anonymous.request(method, address, json={})).status_code == 401


async def test_a_stranger_finds_nothing_to_vote_for(world: World) -> None:
    await propose(world)
    assert (await world.as_("stranger").put(f"{ONE}/vote")).status_code == 404
    assert (await world.as_("dinglei").put(f"{ONE}/vote")).status_code == 404


async def test_whoever_asks_votes_with_that_and_sent_twice_it_is_one(world: World) -> None:
    asked = await propose(world, type_key="trader", words="这周三家都这么说")
    assert (asked["votes"], asked["my_vote"], asked["by"]["id"]) == (
        1,
        True,
        str(world.id("xiaoman")),
    )
    assert await propose(world, type_key="trader", words="这周三家都这么说") == asked
    seen = {name for name in EVERYBODY if await read(world, name)}
    assert seen == GULL | {"sumin"}


async def test_one_vote_each_that_can_be_withdrawn_and_nobody_reads_whose_it_is(
    world: World,
) -> None:
    await propose(world)
    voted = [await made(await world.as_("qihang").put(f"{ONE}/vote")) for _ in range(2)]
    assert [(one["votes"], one["my_vote"]) for one in voted] == [(2, True)] * 2
    [told] = await read(world, "hejing")
    assert (told["votes"], told["my_vote"]) == (2, False)
    assert str(world.id("qihang")) not in str(told)
    left = [await made(await world.as_("qihang").delete(f"{ONE}/vote")) for _ in range(2)]
    assert [(one["votes"], one["my_vote"]) for one in left] == [(1, False)] * 2


async def test_a_manager_adds_a_topic_and_trainer_and_region_do_not(world: World) -> None:
    assert (await propose(world, "hejing"))["by"]["id"] == str(world.id("hejing"))
    for name in ("sumin", "liqun", "admin"):
        refused = await world.as_(name).post(TOPICS, json=a_wish(2))
        assert code(refused) == (403, "topic_needs_a_team")
    assert code(await world.as_("sumin").put(f"{ONE}/vote")) == (403, "topic_needs_a_team")


async def test_accepted_it_is_the_topic_of_the_next_session_that_has_none(world: World) -> None:
    taken, free = Class(world, number=1), Class(world, number=2)
    await taken.plan()
    await free.plan(day="2026-04-01", topic=None, topic_class=None)
    await propose(world, words="这周三家都这么说")
    decided = await made(await decide(world, decision="accepted"))
    assert decided["session"] == {"id": free.id, "day": "2026-04-01"}
    assert await made(await decide(world, decision="accepted")) == decided
    session = await free.read("xiaoman")
    assert (session["topic"], session["why"]["words"]) == (WISH, "这周三家都这么说")
    assert session["why"]["origin"] == {"kind": "topic_proposal", "id": str(an_id(1))}
    assert await read(world, "xiaoman", state="open") == []
    assert len(await read(world, "xiaoman", state="taken")) == 1
    assert code(await world.as_("qihang").put(f"{ONE}/vote")) == (409, "topic_decided")


async def test_without_a_free_session_the_trainer_chooses_one(world: World) -> None:
    lesson = Class(world)
    await lesson.plan()
    await propose(world)
    assert code(await decide(world, decision="accepted")) == (409, "no_session_free")
    await made(await decide(world, decision="accepted", session_id=lesson.id))
    assert (await lesson.read())["topic"] == WISH


async def test_later_needs_a_word_and_stays_open(world: World) -> None:
    await propose(world)
    assert (await decide(world, decision="later")).status_code == 422
    later = await made(await decide(world, decision="later", words="先讲价格"))
    assert (later["decision"], later["later_words"]) == ("later", "先讲价格")
    assert len(await read(world, "xiaoman", state="open")) == 1
    lesson = Class(world)
    await lesson.plan(topic=None, topic_class=None)
    assert (await made(await decide(world, decision="accepted")))["session"]["id"] == lesson.id


@pytest.mark.parametrize("name", ["xiaoman", "hejing"])
async def test_the_trainer_decides_and_nobody_else(world: World, name: str) -> None:
    await propose(world)
    refused = await decide(world, name, decision="later", words="先讲价格")
    assert code(refused) == (403, "topic_decided_by_trainer")


async def test_the_field_proposes_with_its_sentences_and_one_stays_open(world: World) -> None:
    from_field(world)
    [told] = await read(world, "xiaoman")
    assert (told["proposed_by"], told["by"], told["heard"]) == ("field", None, 9)
    assert told["sentences"] == list(SAID)
    assert told["stalled_before"] == {"stalled": 1, "of": 7}
    assert told["stalled_now"] == {"stalled": 4, "of": 9}
    from_field(world, count=11, until=date(2026, 3, 24))
    [followed] = await read(world, "xiaoman")
    assert (followed["id"], followed["heard"]) == (told["id"], 11)


async def test_what_became_a_topic_is_not_proposed_again_by_the_same_days(world: World) -> None:
    lesson = Class(world)
    await lesson.plan(topic=None, topic_class=None)
    from_field(world)
    [told] = await read(world, "sumin")
    at = f"{TOPICS}/{told['id']}/decision"
    await made(await world.as_("sumin").put(at, json={"decision": "accepted"}))
    assert (await lesson.read())["why"]["sentences"] == list(SAID)
    from_field(world, until=date(2026, 3, 24))
    assert await read(world, "sumin", state="open") == []
    from_field(world, until=date(2026, 4, 1))
    assert len(await read(world, "sumin", state="open")) == 1
