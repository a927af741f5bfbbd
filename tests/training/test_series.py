"""A weekly class stands in the calendar; its topics come from the plan."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.kit.calendar import Calendar
from api.training.series import service
from api.training.series.policy import slots
from tests.builders.people import an_id
from tests.builders.world import World
from tests.drills.evening import API, Json, made
from tests.training.classes import PLANS, SERIES, TOPIC, Class, code, listed

pytestmark = pytest.mark.anyio
days = st.dates(min_value=date(2025, 1, 1), max_value=date(2026, 12, 31))


@dataclass
class Repeated:
    weekday: int
    every_weeks: int
    starts_on: date
    ends_on: date | None = None


repeated = st.builds(
    Repeated,
    weekday=st.integers(1, 7),
    every_weeks=st.integers(1, 8),
    starts_on=days,
    ends_on=st.none() | days,
)


@given(series=repeated, ahead=st.integers(0, 120))
def test_every_slot_is_its_weekday_and_is_held_on_a_working_day(
    series: Repeated, ahead: int
) -> None:
    calendar, until = Calendar(country="CN"), series.starts_on + timedelta(days=ahead)
    for one in slots(series, calendar, until=until):
        assert one.slot.isoweekday() == series.weekday
        assert series.starts_on <= one.slot <= min(until, series.ends_on or until)
        assert calendar.is_working(one.day)


def a_series(world: World, **other: Any) -> Json:
    told: Json = {
        "id": str(an_id(50)),
        "track": "professional",
        "team_id": str(world.team("gull").id),
        "weekday": 3,
        "starts": "17:00",
        "starts_on": "2026-03-24",
    }
    return {name: value for name, value in (told | other).items() if value is not None}


async def begin(world: World, name: str = "hejing", **other: Any) -> Json:
    return await made(await world.as_(name).post(SERIES, json=a_series(world, **other)))


async def change(world: World, name: str = "hejing", version: int = 1, **told: Any) -> Any:
    at, match = f"{SERIES}/{an_id(50)}", {"If-Match": f'"{version}"'}
    return await world.as_(name).patch(at, json=told, headers=match)


def a_plan(world: World, **other: Any) -> Json:
    told: Json = {
        "id": str(an_id(60)),
        "period": "month",
        "starts_on": "2026-04-01",
        "track": "professional",
        "topics": [a_topic()],
    }
    return told | other


def a_topic(**other: Any) -> Json:
    told: Json = {
        "topic": TOPIC,
        "topic_class": "business",
        "skill_keys": ["objections"],
        "product_keys": [],
        "wish_week": "2026-03-30",
    }
    return told | other


async def laid(world: World, name: str = "xiaoman", **asked: str) -> list[str]:
    return [one["day"] for one in await listed(world, name, when="coming", **asked)]


@pytest.mark.parametrize("address", [SERIES, PLANS])
@pytest.mark.parametrize("method", ["GET", "POST"])
async def test_anonymous_is_asked_to_sign_in(world: World, method: str, address: str) -> None:
    assert (await world.anonymous.request(method, address, json={})).status_code == 401


async def test_a_stranger_finds_neither_series_nor_plan(world: World) -> None:
    await begin(world)
    await made(await world.as_("sumin").post(PLANS, json=a_plan(world)))
    answers = [
        await change(world, "stranger_manager", starts="16:00"),
        await world.as_("stranger_manager").get(f"{PLANS}/{an_id(60)}"),
    ]
    assert [answer.status_code for answer in answers] == [404, 404]


async def test_a_series_stands_four_weeks_ahead_at_once(world: World) -> None:
    begun = await begin(world)
    assert (begun["every_weeks"], begun["minutes"], begun["next_on"]) == (1, 75, "2026-03-25")
    assert await laid(world) == ["2026-03-25", "2026-04-01", "2026-04-08", "2026-04-15"]


async def test_on_a_day_off_it_lies_on_the_next_working_day(world: World) -> None:
    off = {"working": False, "name": "清明"}
    await made(await world.as_("admin").put(f"{API}/organisation/calendar/2026-04-01", json=off))
    await begin(world)
    assert (await laid(world))[1] == "2026-04-02"


async def test_sent_twice_it_begins_once_and_a_second_one_is_refused(world: World) -> None:
    assert await begin(world) == await begin(world)
    second = await world.as_("hejing").post(SERIES, json=a_series(world, id=str(an_id(51))))
    assert code(second) == (409, "training_series_stands")


async def test_the_managers_series_comes_every_four_weeks_from_the_trainer(world: World) -> None:
    refused = await world.as_("hejing").post(
        SERIES, json=a_series(world, track="management", team_id=None)
    )
    assert code(refused) == (403, "nobody_to_train")
    begun = await begin(world, "sumin", track="management", team_id=None)
    assert (begun["every_weeks"], begun["team"]) == (4, None)
    assert await laid(world, "zhaohui", track="management") == ["2026-03-25"]


async def test_the_next_four_dates_are_told_also_beyond_what_stands_in_the_calendar(
    world: World,
) -> None:
    await made(await world.as_("sumin").post(PLANS, json=a_plan(world)))
    weekly = (await begin(world))["coming"]
    assert [(one["day"], one["topic"]) for one in weekly] == [
        ("2026-03-25", None),
        ("2026-04-01", TOPIC),
        ("2026-04-08", None),
        ("2026-04-15", None),
    ]
    assert all(one["session_id"] for one in weekly)
    managers = await begin(world, "sumin", id=str(an_id(52)), track="management", team_id=None)
    assert [(one["day"], bool(one["session_id"])) for one in managers["coming"]] == [
        ("2026-03-25", True),
        ("2026-04-22", False),
        ("2026-05-20", False),
        ("2026-06-17", False),
    ]


async def test_a_skipped_date_stays_among_them_with_its_reason_and_its_make_up(
    world: World,
) -> None:
    [first, *_] = (await begin(world))["coming"]
    skip = {"reason": "整周都在展会上", "make_up_day": "2026-03-27"}
    at = f"{API}/sessions/{first['session_id']}/skip"
    made_up = (await made(await world.as_("hejing").put(at, json=skip)))["made_up_by"]
    [told] = (await made(await world.as_("xiaoman").get(SERIES)))["items"]
    [skipped, *others] = told["coming"]
    assert (skipped["skip_reason"], skipped["made_up_by"]) == (skip["reason"], made_up)
    assert [one["day"] for one in others] == [
        "2026-04-01",
        "2026-04-08",
        "2026-04-15",
        "2026-04-22",
    ]
    assert told["next_on"] == "2026-04-01"


async def test_an_ended_series_tells_no_date_after_its_end(world: World) -> None:
    begun = await begin(world)
    end = {"ends_on": "2026-04-02", "end_reason": "改到周四晚上"}
    ended = await made(await change(world, version=begun["version"], **end))
    assert [one["day"] for one in ended["coming"]] == ["2026-03-25", "2026-04-01"]


async def test_the_day_after_it_lays_only_what_is_new(world: World) -> None:
    await begin(world)
    world.clock.let_pass(days=7)
    world.store.write_now(service.fill_all)
    world.store.write_now(service.fill_all)
    assert await laid(world) == ["2026-04-01", "2026-04-08", "2026-04-15", "2026-04-22"]


async def test_a_change_lays_anew_what_has_no_topic_and_leaves_the_rest(world: World) -> None:
    await made(await world.as_("sumin").post(PLANS, json=a_plan(world)))
    begun = await begin(world)
    changed = await made(await change(world, version=begun["version"], weekday=4))
    assert changed["weekday"] == 4
    assert "2026-04-01" in await laid(world)
    assert {date.fromisoformat(day).isoweekday() for day in await laid(world)} == {3, 4}


async def test_an_end_needs_its_reason_and_takes_up_what_is_free(world: World) -> None:
    begun = await begin(world)
    end = {"ends_on": "2026-04-02", "end_reason": "改到周四晚上"}
    assert (await change(world, version=begun["version"], ends_on="2026-04-02")).status_code == 422
    await made(await change(world, version=begun["version"], **end))
    assert await laid(world) == ["2026-03-25", "2026-04-01"]


async def test_only_who_plans_for_the_team_changes_its_series(world: World) -> None:
    begun = await begin(world)
    refused = await change(world, "xiaoman", begun["version"], starts="16:00")
    assert code(refused) == (403, "session_not_yours")
    assert (await change(world, "sumin", begun["version"], starts="16:00")).is_success


async def test_a_session_gets_the_topic_wished_for_its_week(world: World) -> None:
    await begin(world)
    await made(await world.as_("sumin").post(PLANS, json=a_plan(world)))
    found = await listed(world, "xiaoman", when="coming")
    assert [one["topic"] for one in found] == [None, TOPIC, None, None]


async def test_the_teams_own_plan_comes_before_the_common_one(world: World) -> None:
    await made(await world.as_("sumin").post(PLANS, json=a_plan(world)))
    own = a_plan(world, id=str(an_id(61)), topics=[a_topic(topic="海鸥自己的题")])
    written = await made(await world.as_("hejing").post(PLANS, json=own))
    assert written["team"]["id"] == str(world.team("gull").id)
    await begin(world)
    assert (await listed(world, "xiaoman", when="coming"))[1]["topic"] == "海鸥自己的题"


async def test_a_topic_that_somebody_chose_is_not_replaced_by_the_plan(world: World) -> None:
    lesson = Class(world)
    await lesson.plan(day="2026-04-01", topic="自己选的题")
    await made(await world.as_("sumin").post(PLANS, json=a_plan(world)))
    assert (await lesson.read())["topic"] == "自己选的题"


async def test_a_plan_is_read_by_the_teams_it_is_for(world: World) -> None:
    own = a_plan(world, topics=[a_topic()])
    await made(await world.as_("hejing").post(PLANS, json=own))
    seen = {
        name
        for name in ("xiaoman", "dinglei", "zhaohui", "sumin", "admin")
        if (await made(await world.as_(name).get(PLANS)))["items"]
    }
    assert seen == {"xiaoman", "sumin"}


async def test_a_plan_is_changed_as_a_whole_and_names_only_what_is_known(world: World) -> None:
    written = await made(await world.as_("sumin").post(PLANS, json=a_plan(world)))
    at, match = f"{PLANS}/{an_id(60)}", {"If-Match": f'"{written["version"]}"'}
    trainer = world.as_("sumin")
    for wrong, why in (
        ({"skill_keys": ["juggling"]}, "skill_unknown"),
        ({"product_keys": ["moon"]}, "product_unknown"),
    ):
        refused = await trainer.patch(at, json={"topics": [a_topic(**wrong)]}, headers=match)
        assert code(refused) == (409, why)
    changed = await trainer.patch(at, json={"topics": [a_topic(topic="新题")]}, headers=match)
    assert [one["topic"] for one in (await made(changed))["topics"]] == ["新题"]
    refused = await world.as_("hejing").patch(at, json={"topics": []}, headers=match)
    assert code(refused) == (403, "session_not_yours")


async def test_a_quarter_begins_with_its_first_month_and_a_week_on_a_monday(world: World) -> None:
    trainer = world.as_("sumin")
    for wrong in (
        {"period": "quarter", "starts_on": "2026-05-01"},
        {"starts_on": "2026-04-02"},
        {"topics": [a_topic(wish_week="2026-04-01")]},
    ):
        assert (await trainer.post(PLANS, json=a_plan(world, **wrong))).status_code == 422
