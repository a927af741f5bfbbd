"""When somebody is reminded, and of what: once, at an hour that suits, and nobody of somebody else's."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.kit.calendar import Calendar
from api.people.policy import USUAL_SETTINGS, OrganisationSettings
from api.reminders.policy import awake
from tests.builders.people import an_id
from tests.builders.world import World
from tests.commitments.promising import give, settle
from tests.drills.evening import add_client, made, plan_visit
from tests.goals.setting import advise, agree, agreed, propose
from tests.goals.setting import answer as answer_advice
from tests.help_requests.asked import answer, ask, hand_over
from tests.help_requests.test_whom import join_a_second_region
from tests.reminders.laying import API, laid, lay_now, unseen
from tests.reviews.talking import SERIES, Talk
from tests.ride_alongs.the_day import Day

pytestmark = pytest.mark.anyio
SETTINGS = OrganisationSettings.of(USUAL_SETTINGS)
CALENDAR = Calendar()
WEDNESDAY, FRIDAY, MONDAY = date(2026, 3, 25), date(2026, 3, 27), date(2026, 3, 30)


@given(day=st.dates(date(2026, 1, 1), date(2027, 12, 31)), wall=st.times())
def test_nobody_is_reminded_in_quiet_hours_or_on_a_free_day(day: date, wall: time) -> None:
    moment = CALENDAR.moment(day, wall)
    quiet = not SETTINGS.quiet_until <= wall < SETTINGS.evening_closes
    if quiet or not CALENDAR.is_working(day):
        assert not awake(CALENDAR, SETTINGS, moment)
    else:
        assert awake(CALENDAR, SETTINGS, moment)


async def test_both_sides_hear_once_that_tomorrows_review_has_no_lines_yet(world: World) -> None:
    await Talk(world).plan(day=WEDNESDAY.isoformat())
    lay_now(world)
    assert laid(world) == []
    world.clock.at("16:05")
    lay_now(world)
    lay_now(world)
    assert laid(world) == [("hejing", "pre_read"), ("qihang", "pre_read")]


async def test_whoever_has_written_is_not_asked_to_write(world: World) -> None:
    talk = Talk(world)
    await talk.plan(day=WEDNESDAY.isoformat())
    told = {"person": {"wants": "怎么约老板"}}
    await made(await talk.put("pre-read", told, by="qihang"))
    world.clock.at("16:05")
    lay_now(world)
    assert laid(world) == [("hejing", "pre_read")]


async def test_what_was_missed_at_night_is_said_in_the_morning_and_not_after_its_moment(
    world: World,
) -> None:
    await Talk(world).plan(day=WEDNESDAY.isoformat(), starts="09:00")
    for wall, day, told in (
        ("22:00", None, []),
        ("07:30", WEDNESDAY, []),
        ("09:00", WEDNESDAY, []),
        ("08:00", WEDNESDAY, [("hejing", "pre_read"), ("qihang", "pre_read")]),
    ):
        world.clock.at(wall, day=day)
        lay_now(world)
        assert laid(world) == told, wall


async def test_before_monday_friday_afternoon_is_the_moment(world: World) -> None:
    await Talk(world).plan(day=MONDAY.isoformat())
    for day, number in ((FRIDAY - timedelta(days=1), 0), (FRIDAY, 2), (date(2026, 3, 28), 2)):
        world.clock.at("16:30", day=day)
        lay_now(world)
        assert len(laid(world)) == number, day


async def test_a_promise_is_its_owners_own_and_a_settled_one_is_nobodys(world: World) -> None:
    give(world, 1, owner="xiaoman", to="hejing", due=WEDNESDAY)
    give(world, 2, owner="hejing", to="xiaoman", due=WEDNESDAY)
    assert (await settle(world, "hejing", 2)).is_success
    world.clock.at("16:05")
    lay_now(world)
    assert laid(world) == [("xiaoman", "promise")]


async def test_a_promise_whose_day_is_over_is_never_mentioned(world: World) -> None:
    give(world, 1, due=WEDNESDAY)
    world.clock.at("16:05", day=date(2026, 3, 26))
    lay_now(world)
    assert laid(world) == []


async def test_only_the_helper_hears_that_an_answer_is_near(world: World) -> None:
    await ask(world, needed="tonight")
    lay_now(world)
    assert laid(world) == []
    world.clock.at("19:05")
    lay_now(world)
    assert laid(world) == [("hejing", "answer")]


@pytest.mark.parametrize(
    ("asker", "hear"),
    [
        ("xiaoman", ["hejing"]),
        ("hejing", []),
        ("liqun", ["hejing", "zhaohui"]),
        ("sumin", ["dinglei", "liqun"]),
    ],
)
async def test_whoever_leads_the_asked_hears_while_nobody_has_taken_it(
    world: World, asker: str, hear: list[str]
) -> None:
    join_a_second_region(world)
    await ask(world, asker, needed="tonight", audience="team", kind="resource")
    world.clock.at("19:05")
    lay_now(world)
    assert laid(world) == [(name, "answer") for name in hear]


async def test_what_one_of_the_team_took_asks_its_manager_no_more(world: World) -> None:
    await ask(world, needed="now", audience="team")
    lay_now(world)
    assert unseen(world) == [("hejing", "answer")]
    assert (await hand_over(world, "hanxue", "hanxue")).is_success
    lay_now(world)
    assert unseen(world) == [("hanxue", "answer")]


async def test_whoever_has_answered_is_left_in_peace(world: World) -> None:
    await ask(world, needed="now")
    assert (await answer(world)).is_success
    lay_now(world)
    assert laid(world) == []


async def test_what_was_done_meanwhile_asks_no_more_and_news_stay(world: World) -> None:
    await ask(world, needed="now")
    series = {"kind": "weekly", "person_id": str(world.id("qihang")), "weekday": 4}
    begun = series | {"starts": "16:30", "starts_on": world.today.isoformat()}
    await made(await world.as_("hejing").post(SERIES, json=begun))
    lay_now(world)
    assert unseen(world) == [("hejing", "answer"), ("qihang", "review_laid")]
    assert (await answer(world)).is_success
    lay_now(world)
    assert unseen(world) == [("qihang", "review_laid")]


async def test_what_was_handed_on_asks_the_one_who_has_it_now(world: World) -> None:
    await ask(world, needed="now")
    lay_now(world)
    assert (await hand_over(world, "hejing", "hanxue")).is_success
    lay_now(world)
    assert unseen(world) == [("hanxue", "answer")]


async def test_the_evening_opens_for_newcomers_and_for_whoever_has_a_visit_tomorrow(
    world: World,
) -> None:
    rep = world.as_("qihang")
    await plan_visit(rep, await add_client(rep), day=WEDNESDAY.isoformat())
    world.clock.at("18:31")
    lay_now(world)
    assert laid(world) == [("qihang", "evening"), ("xiaoman", "evening")]


async def test_whoever_moved_the_evening_to_another_day_hears_nothing_tonight(
    world: World,
) -> None:
    at = f"{API}/drills/evenings/{world.today}/postponement"
    told = {"reason": "family", "to_day": WEDNESDAY.isoformat(), "to_part": "evening"}
    await made(await world.as_("xiaoman").put(at, json=told))
    world.clock.at("18:31")
    lay_now(world)
    assert laid(world) == []


async def test_an_evening_that_opened_long_ago_is_not_announced(world: World) -> None:
    world.clock.at("18:50")
    lay_now(world)
    assert laid(world) == []


async def test_a_series_that_laid_its_next_review_tells_whoever_did_not_begin_it(
    world: World,
) -> None:
    series = {"kind": "weekly", "person_id": str(world.id("qihang")), "weekday": 4}
    given_ = series | {"starts": "16:30", "starts_on": world.today.isoformat()}
    await made(await world.as_("hejing").post(SERIES, json=given_))
    lay_now(world)
    assert laid(world) == [("qihang", "review_laid")]


async def test_a_teams_series_tells_its_reps_and_each_once(world: World) -> None:
    given_ = {"kind": "team", "weekday": 4, "starts": "16:30"}
    begun = given_ | {"starts_on": world.today.isoformat()}
    await made(await world.as_("hejing").post(SERIES, json=begun))
    lay_now(world)
    told = [(name, "review_laid") for name in ("hanxue", "qihang", "xiaoman")]
    assert laid(world) == told


async def test_a_ride_tomorrow_asks_whoever_is_helped_until_it_is_prepared(world: World) -> None:
    day = await (await Day(world).ask()).accept()
    world.clock.at("16:05")
    lay_now(world)
    assert laid(world) == [("xiaoman", "ride_along")]
    assert day.ride["id"] == str(an_id(7000))


async def test_a_prepared_ride_asks_nothing(world: World) -> None:
    await (await (await Day(world).ask()).accept()).prepare()
    world.clock.at("16:05")
    lay_now(world)
    assert laid(world) == []


async def test_a_kind_that_is_switched_off_is_not_laid(world: World) -> None:
    give(world, 1, due=WEDNESDAY)
    settings = f"{API}/me/reminder-settings"
    await made(await world.as_("xiaoman").put(settings, json={"off": ["promise"]}))
    world.clock.at("16:05")
    lay_now(world)
    assert laid(world) == []


async def test_whoever_cannot_sign_in_is_not_reminded(world: World) -> None:
    give(world, 1, due=WEDNESDAY)
    gone = f"{API}/people/{world.id('xiaoman')}/disabled"
    await made(await world.as_("hejing").put(gone, json={"reason": "Left"}))
    world.clock.at("16:05")
    lay_now(world)
    assert laid(world) == []


async def test_whoever_a_goal_is_proposed_to_hears_of_it_until_the_answer(world: World) -> None:
    goal = (await propose(world)).json()
    lay_now(world)
    lay_now(world)
    assert laid(world) == [("hejing", "goal")]
    await agree(world, "hejing", goal)
    lay_now(world)
    assert unseen(world) == []


async def test_an_amount_that_was_overtaken_asks_no_more(world: World) -> None:
    await propose(world)
    lay_now(world)
    other = {"target": 12}
    await made(await world.as_("hejing").post(f"{API}/goals/{an_id(1)}/versions", json=other))
    lay_now(world)
    assert unseen(world) == [("xiaoman", "goal")]


async def test_advice_is_asked_of_the_manager_before_its_day_and_then_told_to_the_rep(
    world: World,
) -> None:
    await agreed(world)
    world.clock.at("09:00", day=MONDAY)
    lay_now(world)
    assert laid(world) == []
    world.clock.at("16:05", day=date(2026, 3, 31))
    lay_now(world)
    lay_now(world)
    assert laid(world) == [("hejing", "goal")]
    await advise(world)
    lay_now(world)
    assert unseen(world) == [("xiaoman", "goal")]
    await answer_advice(world)
    lay_now(world)
    assert unseen(world) == []


async def test_advice_that_is_late_already_is_not_pushed_about(world: World) -> None:
    await agreed(world)
    world.clock.at("09:00", day=date(2026, 4, 2))
    lay_now(world)
    assert laid(world) == []
