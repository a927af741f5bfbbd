"""By when an answer is promised, and that being late is the helper's."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.help_requests import policy
from api.help_requests.models import Needed
from api.kit.calendar import Calendar
from api.people.models import Role
from api.people.policy import USUAL_SETTINGS, Actor, OrganisationSettings
from api.reminders.policy import awake
from tests.builders.people import an_id
from tests.builders.world import World
from tests.drills.evening import made
from tests.help_requests.asked import answer, ask, close, listed, read, stuck

pytestmark = pytest.mark.anyio
THURSDAY = date(2026, 3, 26)
BEGIN = datetime(2026, 1, 1, tzinfo=UTC)
REP = Actor(
    organisation_id=an_id(1),
    person_id=an_id(2),
    role=Role.REP,
    team_id=an_id(3),
    led_team_ids=frozenset(),
    apprentice_ids=frozenset(),
    calendar=Calendar(),
    settings=OrganisationSettings.of(USUAL_SETTINGS),
)
moments = st.integers(0, 60 * 24 * 200).map(lambda minutes: BEGIN + timedelta(minutes=minutes))


@pytest.mark.parametrize(
    ("wall", "needed", "due"),
    [
        ("14:10", "now", "2026-03-24T06:25:00Z"),
        ("07:30", "now", "2026-03-24T00:15:00Z"),
        ("19:45", "now", "2026-03-24T12:00:00Z"),
        ("19:46", "now", "2026-03-25T00:15:00Z"),
        ("23:50", "now", "2026-03-25T00:15:00Z"),
        ("14:10", "tonight", "2026-03-24T12:00:00Z"),
        ("20:00", "tonight", "2026-03-25T12:00:00Z"),
        ("14:10", "week", "2026-03-26T12:00:00Z"),
        ("22:00", "week", "2026-03-26T12:00:00Z"),
    ],
)
async def test_the_promise_counts_from_its_arrival(
    world: World, wall: str, needed: str, due: str
) -> None:
    world.clock.at(wall)
    assert (await ask(world, needed=needed))["due_at"] == due


async def test_a_weekend_is_nobodys_evening(world: World) -> None:
    world.clock.at("20:30", day=THURSDAY + timedelta(days=1))
    tonight = await ask(world, needed="tonight")
    week = await ask(world, number=2, needed="week")
    at_once = await ask(world, number=3, needed="now")
    assert at_once["due_at"] == "2026-03-30T00:15:00Z"
    assert tonight["due_at"] == "2026-03-30T12:00:00Z"
    assert week["due_at"] == "2026-03-31T12:00:00Z"


async def test_an_organisation_that_sleeps_longer_promises_later(world: World) -> None:
    admin = world.as_("admin")
    company = await made(await admin.get("/api/v1/organisation"))
    await made(
        await admin.patch(
            "/api/v1/organisation",
            json={"quiet_until": "09:00"},
            headers={"If-Match": f'"{company["version"]}"'},
        )
    )
    world.clock.at("08:30")
    assert (await ask(world, needed="now"))["due_at"] == "2026-03-24T01:15:00Z"


async def test_what_was_asked_offline_is_promised_when_it_arrives(world: World) -> None:
    world.clock.at("17:00")
    asked = await ask(world, happened_at="2026-03-24T06:10:00Z")
    assert asked["due_at"] == "2026-03-24T09:15:00Z"
    assert asked["late"] is False


@given(received=moments)
def test_a_promise_lies_ahead_on_an_evening_that_is_worked(received: datetime) -> None:
    tonight, week = (
        policy.due(REP, needed, received=received) for needed in (Needed.TONIGHT, Needed.WEEK)
    )
    assert received < tonight <= week
    for promised in (tonight, week):
        day = REP.calendar.today(promised)
        assert REP.calendar.is_working(day)
        assert promised == REP.evening_closes_at(day)


@given(received=moments)
def test_what_is_needed_now_is_promised_while_phones_may_ring(received: datetime) -> None:
    promised = policy.due(REP, Needed.NOW, received=received)
    assert promised >= received + policy.NOW_WITHIN
    assert awake(REP.calendar, REP.settings, promised - policy.NOW_WITHIN)


@given(received=moments)
def test_while_phones_may_ring_the_fifteen_minutes_begin_at_once(received: datetime) -> None:
    until = received + policy.NOW_WITHIN
    ring = awake(REP.calendar, REP.settings, received)
    rings = ring and until <= REP.evening_closes_at(REP.calendar.today(received))
    assert (policy.due(REP, Needed.NOW, received=received) == until) is rings


@given(received=moments, later=st.timedeltas(timedelta(), timedelta(days=9)))
def test_who_asks_later_is_not_answered_earlier(received: datetime, later: timedelta) -> None:
    for needed in Needed:
        first = policy.due(REP, needed, received=received)
        assert first <= policy.due(REP, needed, received=received + later)


def test_the_evening_of_the_organisation_counts() -> None:
    early = replace(REP, settings=replace(REP.settings, evening_closes=time(19, 0)))
    asked = policy.due(early, Needed.TONIGHT, received=datetime(2026, 3, 24, 2, 0, tzinfo=UTC))
    assert asked == datetime(2026, 3, 24, 11, 0, tzinfo=UTC)


async def test_late_begins_after_the_promised_minute_and_ends_with_the_answer(world: World) -> None:
    await ask(world)
    world.clock.let_pass(minutes=15)
    assert (await read(world, "hejing"))["late"] is False
    world.clock.let_pass(seconds=1)
    assert (await read(world, "hejing"))["late"] is True
    await answer(world)
    assert (await read(world, "hejing"))["late"] is False


async def test_seeing_it_stops_no_clock(world: World) -> None:
    await ask(world)
    await world.as_("hejing").put(f"/api/v1/help-requests/{an_id(1)}/seen")
    world.clock.let_pass(minutes=16)
    assert (await read(world, "hejing"))["late"] is True


async def test_who_closes_it_without_an_answer_leaves_nobody_late(world: World) -> None:
    await ask(world)
    await close(world)
    world.clock.let_pass(minutes=60)
    assert (await read(world, "xiaoman"))["late"] is False


async def test_still_stuck_begins_a_new_promise(world: World) -> None:
    await ask(world)
    await answer(world)
    world.clock.let_pass(minutes=60)
    again = await stuck(world)
    assert (again["owed"], again["late"]) == (True, False)
    assert again["due_at"] == "2026-03-24T03:15:00Z"
    assert again["state"] == "answered"


async def test_still_stuck_before_any_answer_gives_the_helper_no_more_time(world: World) -> None:
    first = await ask(world)
    world.clock.let_pass(minutes=20)
    again = await stuck(world)
    assert (again["due_at"], again["late"]) == (first["due_at"], True)


async def test_the_earliest_promise_stands_first(world: World) -> None:
    await ask(world, number=1, needed="week")
    await ask(world, number=2, needed="tonight")
    await ask(world, number=3, needed="now")
    assert await listed(world, "hejing", whose="for_me") == [str(an_id(n)) for n in (3, 2, 1)]
