"""A PK is picked, accepted, friendly, and settled by facts both can open; a withdrawn one leaves nothing."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, select

from api.goals.figures.policy import working_days
from api.kit.calendar import Calendar
from api.kit.events import EventRow
from api.kit.rows import new_id
from api.shares.rivals import service
from api.shares.rivals.models import Rivalry, RivalrySide, RivalryTerm
from api.shares.rivals.policy import Compared, PkOutcome, days_before, outcome
from tests.builders.people import an_id
from tests.builders.world import World
from tests.drills.evening import API, made
from tests.goals.setting import code, visits
from tests.shares.rivalling import (
    LEARN,
    RIVALRIES,
    a_pk,
    accept,
    at,
    listed,
    on_the_wall,
    propose,
    read,
    running,
    tell_team,
    withdraw,
)

pytestmark = pytest.mark.anyio
numbers = st.integers(0, 1000)
compared = st.lists(st.builds(Compared, mine=numbers, theirs=numbers), min_size=1, max_size=3)


async def test_nobody_reads_it_without_signing_in_and_a_stranger_finds_none(world: World) -> None:
    await running(world)
    assert (await world.anonymous.get(at())).status_code == 401
    assert (await world.as_("stranger").get(at())).status_code == 404


async def test_a_pk_is_proposed_accepted_and_runs(world: World) -> None:
    proposed = await made(await propose(world))
    assert (proposed["state"], proposed["my_learn"], proposed["their_learn"]) == (
        "proposed",
        LEARN,
        None,
    )
    assert [one["mine"] for one in proposed["terms"]] == [None]
    accepted = await made(await accept(world))
    assert (accepted["state"], accepted["their_learn"]) == ("running", LEARN)
    assert accepted == await made(await accept(world))


async def test_only_the_two_see_it(world: World) -> None:
    await running(world)
    assert [one["id"] for one in await listed(world, "qihang")] == [str(an_id(9701))]
    for name in ("hanxue", "hejing", "dinglei", "zhaohui", "liqun", "sumin", "admin", "stranger"):
        assert (await world.as_(name).get(at())).status_code == 404, name
        assert await listed(world, name) == [], name


async def test_both_see_the_same_facts_each_from_the_own_side(world: World) -> None:
    """Computed from the visits themselves, as a goal's; yesterday's do not count."""
    terms = [
        {"metric": "visits", "handicap": 1, "handicap_for_id": str(world.id("xiaoman"))},
        {"metric": "effective_visits"},
    ]
    await running(world, terms=terms)
    await visits(world, ["2026-03-23", "2026-03-24", "2026-03-24"])
    await visits(world, ["2026-03-24"] * 3, rep="qihang")
    mine, theirs = await read(world), await read(world, "qihang")
    assert sides(mine) == [("visits", 2, 3), ("effective_visits", *effective(mine))]
    assert [(one[0], one[2], one[1]) for one in sides(theirs)] == sides(mine)
    assert mine["outcome"] is None


def sides(pk: Any) -> list[tuple[str, int, int]]:
    return [(one["metric"], one["mine"]["value"], one["theirs"]["value"]) for one in pk["terms"]]


def effective(pk: Any) -> tuple[int, int]:
    return next((mine, theirs) for name, mine, theirs in sides(pk) if name == "effective_visits")


async def test_the_handicap_counts_in_the_outcome_and_not_in_the_facts(world: World) -> None:
    helped = {"metric": "visits", "handicap": 1, "handicap_for_id": str(world.id("xiaoman"))}
    await running(world, terms=[helped])
    await visits(world, ["2026-03-24", "2026-03-24"])
    await visits(world, ["2026-03-24"] * 3, rep="qihang")
    world.clock.let_pass(days=4)
    for name in ("xiaoman", "qihang"):
        assert (await read(world, name))["outcome"] == "even"
    assert sides(await read(world)) == [("visits", 2, 3)]


async def test_the_facts_are_frozen_by_the_first_look_after_the_last_day(world: World) -> None:
    await running(world)
    await visits(world, ["2026-03-24"])
    world.clock.let_pass(days=4)
    settled = await read(world)
    assert (settled["state"], settled["outcome"], sides(settled)) == (
        "settled",
        "more",
        [("visits", 1, 0)],
    )
    await visits(world, ["2026-03-25", "2026-03-26"], rep="qihang")
    theirs = await read(world, "qihang")
    assert (theirs["outcome"], sides(theirs)) == ("less", [("visits", 0, 1)])
    assert code(await withdraw(world)) == (409, "pk_settled")


async def test_the_daily_work_settles_too_and_tells_nobody_who_it_was(world: World) -> None:
    await running(world)
    world.clock.let_pass(days=4)
    world.store.write_now(service.tidy_all)
    await visits(world, ["2026-03-25"])
    assert sides(await read(world)) == [("visits", 0, 0)]
    told = [fact for fact in facts(world) if fact.topic.startswith("rivalry")]
    assert [fact.payload for fact in told] == [{"rivalry_id": str(an_id(9701))}]


def facts(world: World) -> list[EventRow]:
    return world.store.read_now(lambda db: list(db.exec(select(EventRow)).all()))


async def test_with_oneself_the_same_number_of_working_days_before_is_compared(
    world: World,
) -> None:
    await visits(world, ["2026-03-17", "2026-03-18", "2026-03-20", "2026-03-23"])
    pk = await made(await propose(world, rival=None))
    assert (pk["state"], pk["rival"], pk["stake"]) == ("running", None, None)
    assert (pk["before_first"], pk["before_last"]) == ("2026-03-18", "2026-03-23")
    await visits(world, ["2026-03-24"])
    assert sides(await read(world)) == [("visits", 1, 3)]


async def test_a_handicap_a_stake_or_a_friendly_word_that_does_not_fit_is_refused(
    world: World,
) -> None:
    helped = {"metric": "visits", "handicap": 1, "handicap_for_id": str(world.id("xiaoman"))}
    unfit: list[dict[str, Any]] = [
        {"rival": None, "stake": "tea"},
        {"rival": None, "terms": [helped]},
        {"stake": None},
        {"stake": "a hundred yuan"},
        {"learn": " "},
        {"terms": []},
        {"terms": [{"metric": one} for one in ("visits", "signed", "new_kps", "rounds_fired")]},
        {"terms": [{"metric": "visits"}, {"metric": "visits"}]},
        {"terms": [{"metric": "visits", "handicap": 3}]},
        {"last_day": "2026-03-23"},
    ]
    for wrong in unfit:
        assert (await propose(world, **wrong)).status_code == 422, wrong


async def test_what_it_may_be_about_is_said_in_a_sentence(world: World) -> None:
    results = [{"metric": "signed"}, {"metric": "collected"}]
    other = {"metric": "visits", "handicap": 1, "handicap_for_id": str(world.id("hanxue"))}
    refused: list[tuple[dict[str, Any], str]] = [
        ({"terms": results}, "process_or_ability_needed"),
        ({"terms": [other]}, "handicap_for_one_of_you"),
        ({"first_day": "2026-03-28", "last_day": "2026-04-03"}, "pk_starts_on_a_working_day"),
        ({"first_day": "2026-03-23"}, "pk_starts_on_a_working_day"),
        ({"last_day": "2026-04-24"}, "pk_too_long"),
        ({"rival": "dinglei"}, "rival_not_a_team_mate"),
        ({"rival": "hejing"}, "rival_not_a_team_mate"),
        ({"rival": "xiaoman"}, "rival_not_a_team_mate"),
    ]
    for told, sentence in refused:
        assert code(await propose(world, **told)) == (409, sentence)
    assert (await propose(world, rival="stranger")).status_code == 404
    assert code(await propose(world, by="hejing")) == (409, "rivals_are_reps")
    terms = [*results, {"metric": "rounds_fired"}]
    whole_month: dict[str, Any] = {"terms": terms, "last_day": "2026-04-23"}
    assert (await propose(world, **whole_month)).status_code == 201


async def test_one_at_a_time_for_whoever_proposes_and_whoever_accepts(world: World) -> None:
    await made(await propose(world))
    assert code(await propose(world, 2, rival="hanxue")) == (409, "in_a_pk")
    assert code(await propose(world, 2, rival=None)) == (409, "in_a_pk")
    await made(await propose(world, 3, by="hanxue"))
    await made(await accept(world))
    assert code(await accept(world, 3)) == (409, "in_a_pk")
    assert (await withdraw(world, "qihang")).status_code == 204
    await made(await accept(world, 3))


async def test_whom_one_asks_tells_nothing_of_a_pk_they_have(world: World) -> None:
    """A refusal would have told 韩雪 what only 小满 and 启航 know."""
    await running(world)
    assert (await propose(world, 2, by="hanxue", rival="qihang")).status_code == 201


async def test_the_database_itself_knows_of_no_second_active_pk(world: World) -> None:
    await running(world)
    await made(await propose(world, 2, by="hanxue"))

    def second(db: Session) -> None:
        first = db.exec(
            select(RivalrySide).where(col(RivalrySide.holds_id) == world.id("qihang"))
        ).one()
        told = first.model_dump() | {"id": new_id(db), "rivalry_id": an_id(9702)}
        db.add(RivalrySide(**told))
        db.flush()

    with pytest.raises(IntegrityError):
        world.store.read_now(second)


async def test_who_proposed_waits_for_the_other(world: World) -> None:
    await made(await propose(world))
    assert code(await accept(world, by="xiaoman")) == (409, "for_the_rival_to_say")
    assert (await accept(world, by="hanxue")).status_code == 404


@pytest.mark.parametrize("name", ["xiaoman", "qihang"])
@pytest.mark.parametrize("accepted", [False, True])
async def test_withdrawn_by_either_it_leaves_no_trace_for_anybody(
    world: World, name: str, *, accepted: bool
) -> None:
    await made(await propose(world))
    if accepted:
        await made(await accept(world))
        for one in ("xiaoman", "qihang"):
            await tell_team(world, one)
    assert (await withdraw(world, name)).status_code == 204
    assert (await withdraw(world, name)).status_code == 204
    for reader in ("xiaoman", "qihang", "hanxue", "hejing", "liqun", "sumin", "admin"):
        assert await listed(world, reader) == []
        assert await on_the_wall(world, reader) == []
        assert (await world.as_(reader).get(at())).status_code == 404
    assert [fact for fact in facts(world) if fact.topic.startswith("rivalry")] == []
    assert words_left(world) == []
    assert code(await propose(world)) == (409, "pk_withdrawn")
    assert (await propose(world, 2)).status_code == 201


def words_left(world: World) -> list[Any]:
    """Sides, metrics and stakes of the first PK that are still stored."""

    def look(db: Session) -> list[Any]:
        stored = db.get(Rivalry, (world.organisation.id, an_id(9701)))
        assert stored is not None
        parts = (*db.exec(select(RivalrySide)).all(), *db.exec(select(RivalryTerm)).all())
        return [*parts, *filter(None, [stored.stake])]

    return world.store.read_now(look)


async def test_what_nobody_accepts_by_its_first_day_is_gone(world: World) -> None:
    await made(await propose(world))
    world.clock.let_pass(days=1)
    for name in ("xiaoman", "qihang"):
        assert await listed(world, name) == []
    assert (await accept(world)).status_code == 404
    later = {"first_day": "2026-03-25"}
    assert (await propose(world, 2, **later)).status_code == 201
    assert words_of(world, 9701) == 0


def words_of(world: World, number: int) -> int:
    """How many sides of a PK are still stored."""

    def look(db: Session) -> int:
        theirs = select(RivalrySide).where(col(RivalrySide.rivalry_id) == an_id(number))
        return len(db.exec(theirs).all())

    return world.store.read_now(look)


async def test_when_one_of_the_two_leaves_the_pk_goes_and_the_other_is_free(world: World) -> None:
    await running(world)
    gone = f"{API}/people/{world.id('qihang')}/disabled"
    await made(await world.as_("hejing").put(gone, json={"reason": "Left"}))
    world.store.write_now(service.tidy_all)
    assert await listed(world, "xiaoman") == []
    assert (await propose(world, 2, rival="hanxue")).status_code == 201


async def test_the_team_hears_that_there_is_a_pk_only_when_both_say_so(world: World) -> None:
    await running(world)
    await tell_team(world, "xiaoman")
    assert await on_the_wall(world, "hanxue") == []
    await tell_team(world, "qihang")
    for name in ("hanxue", "hejing"):
        (shown,) = await on_the_wall(world, name)
        assert shown.keys() == {"id", "people", "last_day"}
        assert {one["given_name"] for one in shown["people"]} == {"小满", "启航"}
        assert shown["last_day"] == "2026-03-27"
    assert await on_the_wall(world, "dinglei") == []
    assert await on_the_wall(world, "liqun") == []
    await tell_team(world, "qihang", told=False)
    assert await on_the_wall(world, "hanxue") == []


async def test_sent_twice_it_is_proposed_once_and_other_content_is_refused(world: World) -> None:
    assert await made(await propose(world)) == await made(await propose(world))
    assert code(await propose(world, learn="别的")) == (409, "born_differently")
    assert code(await world.as_("qihang").post(RIVALRIES, json=a_pk(world, rival="hanxue"))) == (
        409,
        "born_differently",
    )
    assert (await propose(world, by="hanxue")).status_code == 404


@given(found=compared)
def test_what_is_more_for_one_is_less_for_the_other(found: list[Compared]) -> None:
    turned = [Compared(one.theirs, one.mine) for one in found]
    opposite = {
        PkOutcome.MORE: PkOutcome.LESS,
        PkOutcome.LESS: PkOutcome.MORE,
        PkOutcome.EVEN: PkOutcome.EVEN,
    }
    assert outcome(turned) is opposite[outcome(found)]


@given(first=st.dates(date(2025, 1, 1), date(2026, 12, 1)), length=st.integers(0, 30))
def test_the_days_before_are_as_many_working_days_and_end_before_the_first(
    first: date, length: int
) -> None:
    calendar = Calendar(country="CN")
    if not calendar.is_working(first):
        return
    last = first + timedelta(days=length)
    since, until = days_before(first, last, calendar)
    assert until < first
    assert working_days(calendar, since, until) == working_days(calendar, first, last)
