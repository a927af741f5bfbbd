"""Sessions: planned, announced, held; a skipped week stays in sight; closed only after practice."""

from datetime import date
from typing import Any

import pytest
from sqlmodel import Session, col, select

from api.kit.events import EventRow
from tests.builders.people import an_id
from tests.builders.world import World
from tests.drills.evening import API, made
from tests.drills.the_day_after import hear
from tests.training.classes import NOW, POINT, SESSIONS, TOPIC, Class, code, listed

pytestmark = pytest.mark.anyio
ONE = f"{SESSIONS}/{an_id(1)}"
PUTS = ("learning-points", "announcement", "holding", "skip", "closing", "practice")
EVERY_ROUTE = [
    ("GET", SESSIONS),
    ("POST", SESSIONS),
    ("GET", ONE),
    ("PATCH", ONE),
    *(("PUT", f"{ONE}/{what}") for what in PUTS),
    ("PUT", f"{ONE}/attendance/{an_id(2)}"),
    ("POST", f"{ONE}/evidence"),
    ("PUT", f"{ONE}/evidence/{an_id(2)}/confirmation"),
]
GULL = {"xiaoman", "hanxue", "qihang", "hejing"}
EVERYBODY = GULL | {"dinglei", "zhaohui", "liqun", "sumin", "admin"}


@pytest.mark.parametrize(("method", "address"), EVERY_ROUTE)
async def test_anonymous_is_asked_to_sign_in(world: World, method: str, address: str) -> None:
    assert (await world.anonymous.request(method, address, json={})).status_code == 401


async def test_a_stranger_finds_nothing(world: World) -> None:
    lesson = Class(world)
    await lesson.hold()
    assert (await world.as_("stranger_admin").get(lesson.at)).status_code == 404
    assert (await lesson.put("closing", by="stranger_manager")).status_code == 404


async def test_a_session_tells_what_it_is_about_and_why(world: World) -> None:
    lesson = Class(world)
    why = {
        "words": "上周听到最多",
        "count": 9,
        "sentences": ["我们靠外贸公司就行"],
        "origin": {"kind": "visit", "id": str(an_id(5))},
    }
    planned = await lesson.plan(why=why)
    assert (planned["state"], planned["topic"], planned["minutes"]) == ("planned", TOPIC, 75)
    assert planned["why"] == why
    assert planned["trainer"]["id"] == str(world.id("hejing"))
    assert await lesson.plan(why=why) == planned
    assert code(await world.as_("hejing").post(SESSIONS, json=lesson.new(topic="别的"))) == (
        409,
        "born_differently",
    )


async def test_the_team_and_the_trainer_read_a_session_and_nobody_else(world: World) -> None:
    lesson = Class(world)
    await lesson.plan()
    opened = {n for n in EVERYBODY if (await world.as_(n).get(lesson.at)).status_code == 200}
    found = {name for name in EVERYBODY if await listed(world, name)}
    assert opened == found == GULL | {"sumin"}


async def test_managers_are_learners_of_a_track_of_their_own(world: World) -> None:
    lesson = Class(world, by="sumin")
    await lesson.plan(track="management", team_id=None)
    found = {name for name in EVERYBODY if await listed(world, name, track="management")}
    assert found == {"hejing", "zhaohui", "liqun", "sumin"}
    assert (await lesson.read("hejing"))["learns"] is True
    assert (await lesson.read("liqun"))["learns"] is False


@pytest.mark.parametrize(
    ("name", "other", "allowed"),
    [
        ("sumin", {"team": "lighthouse"}, True),
        ("sumin", {}, True),
        ("hejing", {}, True),
        ("hejing", {"team": "lighthouse"}, False),
        ("hejing", {"track": "management"}, False),
        ("xiaoman", {}, False),
        ("liqun", {}, False),
        ("admin", {}, False),
    ],
)
async def test_the_trainer_plans_everywhere_and_a_manager_for_the_own_team(
    world: World, name: str, other: dict[str, Any], *, allowed: bool
) -> None:
    lesson = Class(world, team=other.pop("team", "gull"))
    told = lesson.new(**other)
    if other.get("track") == "management":
        del told["team_id"]
    answer = await world.as_(name).post(SESSIONS, json=told)
    assert answer.is_success is allowed
    assert allowed or code(answer) == (403, "nobody_to_train")


async def test_states_follow_what_happened(world: World) -> None:
    lesson = Class(world)
    states = [(await lesson.plan())["state"]]
    states.append((await made(await lesson.put("announcement")))["state"])
    states.append((await made(await lesson.put("holding", {"held_at": NOW})))["state"])
    states.append((await made(await lesson.assign()))["state"])
    await made(await lesson.mark("xiaoman"))
    await lesson.tried_at_a_visit("xiaoman")
    await made(await lesson.confirm("hejing"))
    states.append((await made(await lesson.put("closing")))["state"])
    assert states == ["planned", "announced", "held", "practising", "closed"]


async def test_without_a_topic_it_is_neither_announced_nor_held(world: World) -> None:
    lesson = Class(world)
    await lesson.plan(topic=None, topic_class=None)
    assert code(await lesson.put("announcement")) == (409, "session_topic_needed")
    assert code(await lesson.put("holding", {"held_at": NOW})) == (409, "session_topic_needed")


async def test_it_is_not_held_before_its_day(world: World) -> None:
    lesson = Class(world)
    await lesson.plan(day=world.tomorrow.isoformat())
    assert code(await lesson.put("holding", {"held_at": NOW})) == (409, "session_not_yet")


async def test_held_twice_it_was_held_once_and_never_in_the_future(world: World) -> None:
    lesson = Class(world)
    await lesson.plan()
    held = await made(await lesson.put("holding", {"held_at": "2026-03-24T09:00:00Z"}))
    assert held["held_at"] == NOW
    world.clock.let_pass(hours=3)
    again = await made(await lesson.put("holding", {"held_at": NOW}))
    assert again["held_at"] == NOW


async def test_what_was_taught_stands_once_it_was_held(world: World) -> None:
    lesson = Class(world)
    held = await lesson.hold()
    version = {"If-Match": f'"{held["version"]}"'}
    late = await world.as_("hejing").patch(lesson.at, json={"topic": "别的"}, headers=version)
    assert code(late) == (409, "session_held")
    assert code(await lesson.write_points()) == (409, "session_held")


async def test_learning_points_are_rules_and_keep_their_ids(world: World) -> None:
    lesson = Class(world)
    await lesson.plan()
    first = (await made(await lesson.write_points(POINT)))["learning_points"]
    assert {name: first[0][name] for name in POINT} == POINT
    more = {"if_": "他问价格", "then": "先问他要几个国家", "skill_key": None}
    both = (await made(await lesson.write_points(more, first[0])))["learning_points"]
    assert [one["if_"] for one in both] == ["他问价格", "他说外贸公司够用"]
    assert both[1]["id"] == first[0]["id"]
    unknown = await lesson.write_points(POINT | {"skill_key": "juggling"})
    assert code(unknown) == (409, "skill_unknown")


async def test_a_rep_of_the_team_reads_and_does_not_run_it(world: World) -> None:
    lesson = Class(world)
    await lesson.plan()
    read = await lesson.read("xiaoman")
    assert (read["runs"], read["learns"], read["missing"]) == (False, True, None)
    refused = [await lesson.put(what, {}, by="xiaoman") for what in ("announcement", "closing")]
    assert [code(one) for one in refused] == [(403, "session_not_yours")] * 2


async def test_whoever_gives_a_class_runs_that_class_and_no_other(world: World) -> None:
    """A rep who knows more teaches the others (domain.md 22)."""
    lesson, other = Class(world), Class(world, number=2)
    await lesson.plan(trainer_id=str(world.id("hanxue")))
    await other.plan()
    assert (await lesson.put("announcement", by="hanxue")).is_success
    assert code(await other.put("announcement", by="hanxue")) == (403, "session_not_yours")


async def test_a_skipped_week_shows_with_its_reason_and_its_make_up(world: World) -> None:
    lesson = Class(world)
    await lesson.plan()
    await made(await lesson.write_points())
    told = {"reason": "整周都在展会上", "make_up_day": world.tomorrow.isoformat()}
    skipped = await made(await lesson.put("skip", told))
    assert (skipped["state"], skipped["skip_reason"]) == ("skipped", "整周都在展会上")
    assert await made(await lesson.put("skip", told)) == skipped
    stand_in = Class(world)
    stand_in.id = skipped["made_up_by"]["id"]
    read = await stand_in.read("xiaoman")
    assert (read["topic"], read["makes_up"]["id"]) == (TOPIC, lesson.id)
    assert [one["if_"] for one in read["learning_points"]] == [POINT["if_"]]
    assert [one["id"] for one in await listed(world, "xiaoman", when="coming")] == [
        lesson.id,
        stand_in.id,
    ]
    world.clock.let_pass(days=1)
    await made(await stand_in.put("holding", {"held_at": world.clock().isoformat()}))
    assert (await lesson.read())["state"] == "made_up"


async def test_a_skipped_session_is_not_held_any_more(world: World) -> None:
    lesson = Class(world)
    await lesson.plan()
    told = {"reason": "展会", "make_up_day": world.tomorrow.isoformat()}
    await made(await lesson.put("skip", told))
    assert code(await lesson.put("holding", {"held_at": NOW})) == (409, "session_over")
    again = await lesson.put("skip", told | {"reason": "别的"})
    assert code(again) == (409, "session_over")


async def test_this_week_stands_in_coming_and_last_week_in_past(world: World) -> None:
    """Also what was on Monday, when it is Tuesday."""
    monday, last_week = Class(world, number=1), Class(world, number=2)
    world.clock.at("09:00", day=date(2026, 3, 19))
    await last_week.plan()
    world.clock.at("09:00", day=date(2026, 3, 23))
    await monday.plan()
    world.clock.at("10:00", day=date(2026, 3, 24))
    assert [one["id"] for one in await listed(world, "xiaoman", when="coming")] == [monday.id]
    assert [one["id"] for one in await listed(world, "xiaoman", when="past")] == [last_week.id]


async def test_it_is_changed_against_the_version_that_was_read(world: World) -> None:
    lesson = Class(world)
    planned = await lesson.plan()
    manager, match = world.as_("hejing"), {"If-Match": f'"{planned["version"]}"'}
    changed = await made(await manager.patch(lesson.at, json={"topic": "新题"}, headers=match))
    assert changed["topic"] == "新题"
    stale = await manager.patch(lesson.at, json={"topic": "又一题"}, headers=match)
    assert code(stale) == (412, "changed_meanwhile")
    assert stale.json()["current"]["topic"] == "新题"


async def test_no_fact_carries_a_word_of_it(world: World) -> None:
    lesson = Class(world)
    await lesson.hold()
    await made(await lesson.mark("xiaoman", "missed", reason="家里有事", make_up_day="2026-03-25"))
    stored = world.store.read_now(facts)
    assert [topic for topic, _ in stored] == [
        "training.session_planned",
        "training.session_announced",
        "training.session_held",
        "training.attendance_marked",
    ]
    assert not any(TOPIC in str(told) or "家里有事" in str(told) for _, told in stored)


async def test_opening_it_is_told_to_those_whose_practice_was_read(world: World) -> None:
    lesson = Class(world)
    await lesson.hold()
    await made(await lesson.mark("xiaoman"))
    await lesson.read("hejing")
    log = (await made(await world.as_("xiaoman").get(f"{API}/me/access-log")))["items"]
    assert {(one["reader"]["id"], one["kind"]) for one in log} == {
        (str(world.id("hejing")), "training")
    }
    await lesson.read("qihang")
    assert (await made(await world.as_("xiaoman").get(f"{API}/me/access-log")))["items"] == log


def facts(db: Session) -> list[tuple[str, dict[str, Any]]]:
    about = select(EventRow).where(col(EventRow.topic).startswith("training."))
    return [(row.topic, row.payload) for row in db.exec(about.order_by(col(EventRow.seq)))]


async def test_a_class_that_was_held_tells_how_often_its_objection_stuck_before_and_after(
    world: World,
) -> None:
    """Of its team and of this objection alone; nobody is named, and no share is made of so few."""
    lesson = Class(world)
    await lesson.hold()
    assert (await lesson.read())["stuck"] is None
    await made(await lesson.assign())
    await hear(world, outcome="stalled", number=1, type_key="trader")
    await hear(world, who="hanxue", outcome="continued", number=2, type_key="trader")
    await hear(world, outcome="stalled", number=3, type_key="price")
    await hear(world, who="dinglei", outcome="stalled", number=4, type_key="trader")
    nothing = {"stalled": 0, "of": 0}
    assert (await lesson.read())["stuck"] == {"before": {"stalled": 1, "of": 2}, "after": nothing}
    world.clock.let_pass(days=1)
    await hear(world, who="hanxue", outcome="continued", number=5, type_key="trader")
    assert (await lesson.read("xiaoman"))["stuck"] == {
        "before": {"stalled": 1, "of": 2},
        "after": {"stalled": 0, "of": 1},
    }


async def test_before_it_is_held_a_class_counts_nothing(world: World) -> None:
    lesson = Class(world)
    await lesson.plan()
    await made(await lesson.assign())
    assert (await lesson.read())["stuck"] is None
