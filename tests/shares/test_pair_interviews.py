"""Each week two of a team tell one another where they are stuck; who meets whom changes, and why is nobody's to see."""

from datetime import date, timedelta
from itertools import combinations
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, select

from api.goals.figures.policy import days_of
from api.goals.models import Period
from api.kit.calendar import Calendar
from api.shares.interviews.models import InterviewSeat
from api.shares.interviews.policy import groups_of, met, usual_day
from api.tables import metadata
from tests.builders.field import yuan
from tests.builders.people import an_id
from tests.builders.world import World
from tests.drills.evening import API, Json, made
from tests.goals.setting import code
from tests.shares.interviewing import (
    INTERVIEWS,
    MONDAY,
    SHEET,
    colleagues,
    emptied,
    fill,
    lay,
    mine,
    move,
    pair,
    read,
    sit,
    take,
)

pytestmark = pytest.mark.anyio


def team_of(size: int) -> list[UUID]:
    return [an_id(number) for number in range(size)]


@given(size=st.integers(0, 12), turn=st.integers(0, 3000))
def test_week_after_week_nobody_sits_twice_and_no_two_meet_two_weeks_running(
    size: int, turn: int
) -> None:
    people, before = team_of(size), set[Any]()
    for week in range(6):
        groups = groups_of(people, before=before, turn=turn + week)
        seated = [one for group in groups for one in group]
        assert len(seated) == len(set(seated))
        assert all(2 <= len(group) <= 3 for group in groups)
        assert sum(len(group) == 3 for group in groups) <= size % 2
        assert not met(groups) & before
        if size > 5 or size == 4:
            assert set(seated) == set(people), "everybody has somebody"
        before = met(groups)


@given(size=st.integers(4, 12).filter(lambda size: size % 2 == 0), turn=st.integers(0, 300))
def test_somebody_strong_sits_with_somebody_of_the_middle(size: int, turn: int) -> None:
    people = team_of(size)
    half = size // 2
    for one, other in groups_of(people, before=set(), turn=turn):
        assert (people.index(one) < half) is not (people.index(other) < half)


def test_in_a_small_team_there_is_a_week_without(world: World) -> None:
    """Two or three would sit together every week; five cannot make a three twice running."""
    for size, seated in ((2, [2, 0, 2]), (3, [3, 0, 3]), (5, [5, 4, 5])):
        people, before, found = team_of(size), set[Any](), []
        for week in range(3):
            groups = groups_of(people, before=before, turn=week)
            found.append(sum(len(group) for group in groups))
            before = met(groups)
        assert found == seated


@given(monday=st.dates(date(2025, 1, 6), date(2026, 12, 28)), late=st.integers(0, 6))
def test_the_day_is_tuesday_or_the_next_worked_one_of_the_week_and_never_past(
    monday: date, late: int
) -> None:
    monday -= timedelta(days=monday.weekday())
    today, calendar = monday + timedelta(days=late), Calendar(country="CN")
    day = usual_day(monday, calendar, today=today)
    worked = [monday + timedelta(days=number) for number in range(7)]
    still = [one for one in worked if one >= today and calendar.is_working(one)]
    assert (day is None) is (still == [])
    if day is not None:
        assert day in still
        tuesday = monday + timedelta(days=1)
        assert day == tuesday or tuesday not in still


async def test_each_week_is_laid_once_and_the_next_from_thursday_on(world: World) -> None:
    for _ in range(3):
        lay(world)
    (laid,) = await mine(world, "xiaoman")
    assert (laid["week"], laid["day"], laid["state"]) == ("2026-03-23", "2026-03-24", "planned")
    assert {one["given_name"] for one in laid["people"]} == {"小满", "雪", "启航"}
    colleagues(world, "bei")
    for day, weeks in ((1, []), (1, ["2026-03-30"]), (1, ["2026-03-30"])):
        world.clock.let_pass(days=day)
        lay(world)
        assert [one["week"] for one in await mine(world, "bei")] == weeks


async def test_pairs_are_laid_by_last_months_figure_which_is_kept_nowhere(world: World) -> None:
    """韩雪 and 启航 collected most: they belong to the upper half, so they do not meet each other."""
    emptied(world)
    colleagues(world, "bei")
    for number, (name, amount) in enumerate((("hanxue", 90_000), ("qihang", 60_000))):
        await collected_last_month(world, name, number, amount)
    lay(world)
    for name in ("hanxue", "qihang"):
        (laid,) = await mine(world, name)
        assert len(laid["people"]) == 2
        assert {one["given_name"] for one in laid["people"]} != {"雪", "启航"}
    tables = [metadata.tables[name] for name in ("interview_seats", "pair_interviews")]
    columns = {column.name for table in tables for column in table.columns}
    assert columns & {"figure", "strength", "half", "place", "position", "why"} == set()


async def collected_last_month(world: World, name: str, number: int, amount: int) -> None:
    rep = world.as_(name)
    day = days_of(Period.MONTH, world.today.replace(day=1) - timedelta(days=1))[0]
    client = {"id": str(an_id(30 + number)), "name": f"{name}的客户"}
    await made(await rep.post(f"{API}/clients", json=client))
    given = {"client_id": client["id"], "amount": yuan(amount)}
    deal = await made(await rep.post(f"{API}/deals", json=given))
    at = f"{API}/deals/{deal['id']}"
    await made(await rep.put(f"{at}/signature", json={"signed_on": day.isoformat()}))
    paid = {"amount": yuan(amount), "received_on": day.isoformat()}
    await made(await rep.post(f"{at}/payments", json=paid))


async def test_whoever_joins_or_is_left_alone_is_seated_with_two_who_have_not_begun(
    world: World,
) -> None:
    emptied(world)
    colleagues(world, "bei")
    lay(world)
    first = (await mine(world, "bei"))[0]["people"]
    colleagues(world, "nan")
    lay(world)
    assert len((await mine(world, "nan"))[0]["people"]) == 3
    gone = next(one["id"] for one in first if one["id"] != str(world.id("bei")))
    at = f"{API}/people/{gone}/disabled"
    await made(await world.as_("hejing").put(at, json={"reason": "Left"}))
    lay(world)
    (anew,) = await mine(world, "bei")
    assert gone not in {one["id"] for one in anew["people"]}


async def test_nobody_sits_twice_in_a_week(world: World) -> None:
    pair(world, "xiaoman", "hanxue")
    with pytest.raises(IntegrityError):
        sit(world, world.id("xiaoman"), world.id("qihang"))


async def test_a_worksheet_opens_for_the_other_once_both_are_filled(world: World) -> None:
    it = pair(world, "xiaoman", "qihang")
    await made(await fill(world, "xiaoman", it))
    seen = await read(world, "qihang", it)
    assert (seen["state"], seen["filled_by_me"]) == ("planned", False)
    assert [(one["filled"], one["worksheet"]) for one in by_name(seen)] == [
        (False, None),
        (True, None),
    ]
    assert sheet_of(await read(world, "xiaoman", it), "小满") == SHEET
    await made(await fill(world, "qihang", it, stuck="约不到老板"))
    both = await read(world, "xiaoman", it)
    assert both["state"] == "ready"
    assert sheet_of(both, "启航") == SHEET | {"stuck": "约不到老板"}


def by_name(seen: Json) -> list[Json]:
    return sorted(seen["seats"], key=lambda seat: str(seat["person"]["latin_name"]), reverse=True)


def sheet_of(seen: Json, given_name: str) -> Any:
    return next(
        seat["worksheet"] for seat in seen["seats"] if seat["person"]["given_name"] == given_name
    )


async def test_only_those_who_sit_in_it_find_it(world: World) -> None:
    it = pair(world, "xiaoman", "qihang")
    assert (await world.anonymous.get(f"{INTERVIEWS}/{it}")).status_code == 401
    for name in ("hanxue", "hejing", "dinglei", "zhaohui", "liqun", "sumin", "admin", "stranger"):
        assert await mine(world, name) == [], name
        for answer in (
            await world.as_(name).get(f"{INTERVIEWS}/{it}"),
            await fill(world, name, it),
            await take(world, name, it),
            await move(world, name, it, "2026-03-25"),
        ):
            assert answer.status_code == 404, name


async def test_it_was_held_with_the_first_line_somebody_takes_with_them(world: World) -> None:
    it = pair(world, "xiaoman", "qihang")
    await made(await fill(world, "xiaoman", it))
    assert code(await take(world, "xiaoman", it)) == (409, "worksheets_first")
    await made(await fill(world, "qihang", it))
    assert (await made(await take(world, "xiaoman", it)))["state"] == "held"
    taken = await made(await take(world, "qihang", it, "先约老板"))
    assert [one["takeaway"] for one in by_name(taken)] == ["先约老板", "先问再谈价"]
    assert (await fill(world, "xiaoman", it)).status_code == 200
    assert code(await fill(world, "xiaoman", it, stuck="别的")) == (409, "interview_held")
    assert code(await move(world, "xiaoman", it, "2026-03-26")) == (409, "interview_held")


async def test_it_moves_with_the_reason_to_a_working_day_near_by(world: World) -> None:
    it = pair(world, "xiaoman", "qihang")
    for day in ("2026-03-23", "2026-03-28", "2026-04-06"):
        assert code(await move(world, "xiaoman", it, day)) == (409, "interview_day")
    moved = await made(await move(world, "xiaoman", it, "2026-04-03"))
    assert (moved["day"], moved["moved_from"]) == ("2026-04-03", "2026-03-24")
    assert moved["move_reason"] == "周二下午客户来公司"
    assert await made(await move(world, "xiaoman", it, "2026-04-03")) == moved


async def test_a_day_that_went_by_shows_and_it_can_still_be_held(world: World) -> None:
    it = pair(world, "xiaoman", "qihang")
    world.clock.let_pass(days=1)
    assert (await read(world, "xiaoman", it))["state"] == "not_held"
    for name in ("xiaoman", "qihang"):
        await made(await fill(world, name, it))
    assert (await made(await take(world, "qihang", it)))["state"] == "held"


async def test_a_manager_sees_how_many_were_held_and_nothing_else(world: World) -> None:
    it = pair(world, "xiaoman", "qihang")
    colleagues(world, "bei")
    sit(world, world.id("hanxue"), world.id("bei"))
    for name in ("xiaoman", "qihang"):
        await made(await fill(world, name, it))
    await made(await take(world, "xiaoman", it))
    world.clock.let_pass(days=1)
    told = await made(await world.as_("hejing").get(f"{INTERVIEWS}/counts"))
    (team,) = told["teams"]
    assert team["weeks"] == [{"week": "2026-03-23", "laid": 2, "held": 1, "not_held": 1}]
    assert str(world.id("xiaoman")) not in str(told)
    region = await made(await world.as_("liqun").get(f"{INTERVIEWS}/counts"))
    assert [one["name"]["en"] for one in region["teams"]] == ["Gull", "Lighthouse"]
    for name in ("xiaoman", "sumin", "admin"):
        assert (await world.as_(name).get(f"{INTERVIEWS}/counts")).status_code == 403


async def test_another_managers_team_is_not_counted_for_one(world: World) -> None:
    told = await made(await world.as_("zhaohui").get(f"{INTERVIEWS}/counts"))
    assert [one["weeks"] for one in told["teams"]] == [[]]


async def test_nobody_is_paired_who_cannot_sign_in_yet(world: World) -> None:
    names = {"family_name": "贺", "given_name": "山", "login": "he.shan", "role": "rep"}
    team = {"team_id": str(world.team("gull").id), "joined_on": "2026-03-02"}
    person = await made(await world.as_("hejing").post(f"{API}/people", json=names | team))
    lay(world)

    def seated(db: Session) -> int:
        theirs = col(InterviewSeat.person_id) == UUID(person["id"])
        return db.exec(select(sa.func.count()).select_from(InterviewSeat).where(theirs)).one()

    assert world.store.read_now(seated) == 0


async def test_two_weeks_running_no_two_meet_again(world: World) -> None:
    emptied(world)
    colleagues(world, "bei")
    lay(world)
    world.clock.let_pass(days=7)
    lay(world)

    def laid(db: Session) -> list[InterviewSeat]:
        return list(db.exec(select(InterviewSeat)))

    pairs: dict[date, set[frozenset[UUID]]] = {}
    for one, other in combinations(world.store.read_now(laid), 2):
        if one.interview_id == other.interview_id:
            pairs.setdefault(one.week, set()).add(frozenset((one.person_id, other.person_id)))
    assert pairs.keys() == {MONDAY, MONDAY + timedelta(days=7)}
    assert pairs[MONDAY].isdisjoint(pairs[MONDAY + timedelta(days=7)])
