"""Series lie in the organisation's calendar; a week that nobody held shows."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import Session, col, select

from api.kit.calendar import Calendar
from api.reviews.models import Review, ReviewKind
from api.reviews.series import service
from api.reviews.series.policy import slots
from tests.builders.people import an_id
from tests.builders.world import World
from tests.drills.evening import API, Json, made
from tests.reviews.talking import REVIEWS, SERIES, code

pytestmark = pytest.mark.anyio
days = st.dates(min_value=date(2025, 1, 1), max_value=date(2026, 12, 31))


@dataclass
class Repeated:
    kind: ReviewKind
    weekday: int
    every_weeks: int
    starts_on: date
    ends_on: date | None = None


repeated = st.builds(
    Repeated,
    kind=st.sampled_from(
        [ReviewKind.WEEKLY, ReviewKind.MANAGER, ReviewKind.TEAM, ReviewKind.MONTH]
    ),
    weekday=st.integers(1, 7),
    every_weeks=st.integers(1, 8),
    starts_on=days,
    ends_on=st.none() | days,
)


@given(series=repeated, ahead=st.integers(0, 120))
def test_every_slot_is_its_weekday_within_the_series_and_is_held_on_a_working_day(
    series: Repeated, ahead: int
) -> None:
    calendar, until = Calendar(country="CN"), series.starts_on + timedelta(days=ahead)
    found = slots(series, calendar, until=until)
    assert len({one.slot for one in found}) == len(found)
    for one in found:
        assert one.slot.isoweekday() == series.weekday
        assert series.starts_on <= one.slot <= min(until, series.ends_on or until)
        assert calendar.is_working(one.day)
        assert one.day == one.slot or not calendar.is_working(one.slot)


@given(series=repeated, nearer=st.integers(0, 60), farther=st.integers(60, 120))
def test_looking_farther_ahead_adds_slots_and_moves_none(
    series: Repeated, nearer: int, farther: int
) -> None:
    first = slots(series, Calendar(), until=series.starts_on + timedelta(days=nearer))
    more = slots(series, Calendar(), until=series.starts_on + timedelta(days=farther))
    assert more[: len(first)] == first


def test_a_months_series_takes_the_last_such_weekday_before_a_day_off() -> None:
    """The last Thursday of April 2026 is worked; the last Friday of May 2026 is taken off here."""
    monthly = Repeated(ReviewKind.MONTH, 5, 1, date(2026, 5, 1))
    off = Calendar(country="", exceptions={date(2026, 5, 29): False})
    assert [one.day for one in slots(monthly, off, until=date(2026, 6, 30))] == [
        date(2026, 5, 28),
        date(2026, 6, 26),
    ]


def a_series(world: World, person: str | None = "qihang", **other: Any) -> Json:
    told: Json = {
        "id": str(an_id(50)),
        "kind": "weekly",
        "weekday": 4,
        "starts": "16:30",
        "starts_on": "2026-03-24",
    }
    if person is not None:
        told["person_id"] = str(world.id(person))
    return told | other


async def begin(world: World, name: str = "hejing", **other: Any) -> Json:
    return await made(await world.as_(name).post(SERIES, json=a_series(world, **other)))


async def laid(world: World, name: str = "qihang") -> list[str]:
    found = await made(await world.as_(name).get(REVIEWS, params={"state": "open"}))
    return [one["day"] for one in found["items"]]


async def change(world: World, name: str = "hejing", version: int = 1, **told: Any) -> Any:
    at, match = f"{SERIES}/{an_id(50)}", {"If-Match": f'"{version}"'}
    return await world.as_(name).patch(at, json=told, headers=match)


async def test_a_series_stands_four_weeks_ahead_at_once(world: World) -> None:
    begun = await begin(world)
    assert (begun["every_weeks"], begun["minutes"], begun["next_on"]) == (1, 25, "2026-03-26")
    assert await laid(world) == ["2026-03-26", "2026-04-02", "2026-04-09", "2026-04-16"]


async def test_on_a_day_off_the_review_lies_on_the_next_working_day(world: World) -> None:
    off = {"working": False, "name": "清明"}
    await made(await world.as_("admin").put(f"{API}/organisation/calendar/2026-04-02", json=off))
    await begin(world)
    assert (await laid(world))[1] == "2026-04-03"


@pytest.mark.parametrize(
    ("hour", "refused"), [({"weekday": 7}, "weekday_off"), ({"starts": "03:00"}, "hour_off")]
)
async def test_a_series_lies_on_a_working_weekday_in_the_waking_hours(
    world: World, hour: dict[str, Any], refused: str
) -> None:
    asked = await world.as_("hejing").post(SERIES, json=a_series(world, **hour))
    assert code(asked) == (409, refused)
    await begin(world)
    assert code(await change(world, **hour)) == (409, refused)


async def test_sent_twice_it_begins_once_and_a_second_one_is_refused(world: World) -> None:
    assert await begin(world) == await begin(world)
    assert len(await laid(world)) == 4
    second = a_series(world, id=str(an_id(51)), weekday=2)
    assert code(await world.as_("hejing").post(SERIES, json=second)) == (
        409,
        "review_series_stands",
    )


async def test_filling_again_doubles_nothing_and_a_week_nobody_held_shows(world: World) -> None:
    await begin(world)
    world.clock.let_pass(days=21)
    for _ in range(3):
        world.store.write_now(service.fill_all)
    found = await made(await world.as_("qihang").get(REVIEWS, params={"state": "open"}))
    assert [(one["day"], one["late"]) for one in found["items"]] == [
        ("2026-03-26", True),
        ("2026-04-02", True),
        ("2026-04-09", True),
        ("2026-04-16", False),
        ("2026-04-23", False),
        ("2026-04-30", False),
        ("2026-05-07", False),
    ]


async def test_a_change_lays_anew_what_nobody_has_touched_and_leaves_the_rest(
    world: World,
) -> None:
    await begin(world)
    second = (await made(await world.as_("qihang").get(REVIEWS, params={"state": "open"})))[
        "items"
    ][1]
    part = f"{REVIEWS}/{second['id']}/pre-read"
    await made(await world.as_("qihang").put(part, json={"person": {"wants": "怎么约老板"}}))
    await made(await change(world, weekday=3, starts="17:00"))
    assert await laid(world) == [
        "2026-03-25",
        "2026-04-01",
        "2026-04-02",
        "2026-04-08",
        "2026-04-15",
    ]


async def test_a_series_ends_with_a_reason_and_holds_no_more(world: World) -> None:
    await begin(world)
    assert (await change(world, ends_on="2026-04-03")).status_code == 422
    ended = await made(await change(world, ends_on="2026-04-03", end_reason="换了主管"))
    assert (ended["ends_on"], ended["end_reason"]) == ("2026-04-03", "换了主管")
    assert await laid(world) == ["2026-03-26", "2026-04-02"]
    world.clock.let_pass(days=14)
    assert code(await change(world, version=2, starts="18:00")) == (409, "review_series_ended")


async def test_only_its_host_changes_it_and_whoever_has_no_seat_finds_none(world: World) -> None:
    await begin(world)
    assert code(await change(world, "qihang", starts="18:00")) == (403, "review_not_hosted_by_you")
    for name in ("xiaoman", "zhaohui", "liqun", "admin", "stranger_manager"):
        assert (await change(world, name, starts="18:00")).status_code == 404
        assert (await made(await world.as_(name).get(SERIES)))["items"] == []
    assert (await change(world, version=7, starts="18:00")).status_code == 412


async def test_a_manager_sits_with_the_region_every_second_week(world: World) -> None:
    begun = await begin(world, "liqun", person="hejing", kind="manager", id=str(an_id(52)))
    assert begun["every_weeks"] == 2
    assert await laid(world, "hejing") == ["2026-03-26", "2026-04-09"]


async def test_the_team_has_one_series_of_its_own(world: World) -> None:
    begun = await begin(world, person=None, kind="team", weekday=5, starts="18:00")
    assert begun["team"]["name"]["en"] == "Gull"
    assert (await laid(world, "xiaoman"))[0] == "2026-03-27"


async def test_nothing_is_laid_with_somebody_who_has_left(world: World) -> None:
    await begin(world)
    gone = f"{API}/people/{world.id('qihang')}/disabled"
    await made(await world.as_("hejing").put(gone, json={"reason": "Left"}))
    world.clock.let_pass(days=14)
    world.store.write_now(service.fill_all)

    def last(db: Session) -> Any:
        return db.exec(select(Review).order_by(col(Review.day).desc())).first()

    assert world.store.read_now(last).day == date(2026, 4, 16)


async def test_series_stand_in_the_order_of_the_week(world: World) -> None:
    """Newest first, a manager read Thursday, Monday, Friday, Monday."""
    for number, (weekday, starts) in enumerate(((5, "16:30"), (2, "17:00"), (2, "09:30"))):
        who = ("xiaoman", "qihang", "hanxue")[number]
        told = {"kind": "weekly", "person_id": str(world.id(who)), "weekday": weekday}
        told |= {"starts": starts, "starts_on": world.today.isoformat()}
        await made(await world.as_("hejing").post(SERIES, json=told))
    listed = await made(await world.as_("hejing").get(SERIES))
    hours = [(one["weekday"], one["starts"]) for one in listed["items"]]
    assert hours == [(2, "09:30"), (2, "17:00"), (5, "16:30")]
