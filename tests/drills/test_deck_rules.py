"""Whatever a day brings: the rules by which an evening's cards are chosen."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import TypeVar
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from api.clients.queries import ClientRef
from api.drills.deck.models import CardOf, ReasonKind
from api.drills.deck.policy import MOST_OLD, RETURNS_AFTER, Chosen, Due, choose, tonights_old
from api.kit.calendar import Calendar
from api.people.queries import PersonRef
from api.visits.heard.queries import HeardAt
from api.visits.models import Outcome, Purpose, VisitState
from api.visits.queries import VisitView
from tests.builders.people import an_id

TONIGHT = date(2026, 3, 24)
Fact = TypeVar("Fact")
XIAOMAN = PersonRef(an_id(1), "林", "小满", "Lin Xiaoman")
clients = st.integers(1, 6).map(lambda number: ClientRef(an_id(number), f"客户{number}"))
ids = st.integers(100, 10_000).map(an_id)
few = st.integers(20, 26).map(an_id)
days = st.integers(0, 20).map(lambda back: TONIGHT - timedelta(days=back))


def visit(made: tuple[UUID, ClientRef, str | None]) -> VisitView:
    visit_id, client, planned_time = made
    return VisitView(
        id=visit_id,
        client=client,
        rep=XIAOMAN,
        day=TONIGHT + timedelta(days=1),
        planned_time=planned_time,
        purpose=Purpose.FOLLOW_UP,
        aim=None,
        amount=None,
        state=VisitState.PLANNED,
        planned=True,
        check_in=None,
        moved_to=None,
        reason=None,
        version=1,
    )


def said(made: tuple[UUID, ClientRef, int, int]) -> HeardAt:
    """Of an hour of today: what is said in one hour was said at one visit."""
    said_id, client, hour, place = made
    moment = datetime(2026, 3, 24, hour, tzinfo=UTC)
    told = ("price", "太贵了", an_id(hour), client, TONIGHT, moment, Outcome.CONTINUED)
    return HeardAt(said_id, *told, place=place)


@st.composite
def what_is_due(draw: st.DrawFn) -> Due:
    return Due(
        id=draw(ids),
        objection_id=draw(few),
        client=draw(clients),
        visit_id=an_id(8),
        type_key="noresult",
        words="没效果",
        lost_on=draw(days),
        due_on=draw(days),
        step=draw(st.sampled_from(RETURNS_AFTER)),
        played=draw(st.booleans()),
    )


times = st.sampled_from([None, "09:00", "14:00"])
hours, places = st.integers(1, 3), st.integers(0, 2)
planned = st.lists(
    st.tuples(ids, clients, times).map(visit), max_size=6, unique_by=lambda one: one.id
)
heard = st.lists(
    st.tuples(ids, clients, hours, places).map(said),
    max_size=6,
    unique_by=(lambda one: one.id, lambda one: (one.visit_id, one.place)),
)
due = st.lists(
    what_is_due(),
    max_size=12,
    unique_by=(lambda one: one.id, lambda one: (one.objection_id, one.step)),
)


def deck(plan: list[VisitView], told: list[HeardAt], old: list[Due]) -> list[Chosen]:
    """Every second visit is a big order's, and every third has its two rounds."""
    big = {one.id for one in plan[::2]}
    return choose(plan, told, old, big=big, rounds={one.id: 2 for one in plan[::3]})


def mixed(facts: list[Fact], chance: Random) -> list[Fact]:
    return chance.sample(facts, len(facts))


@given(planned, heard, due)
def test_every_card_says_why_it_is_there_and_where_that_came_from(
    plan: list[VisitView], told: list[HeardAt], old: list[Due]
) -> None:
    for card in deck(plan, told, old):
        assert card.reasons
        assert all(one.origin.kind == "visit" and one.origin.id for one in card.reasons)


@given(planned, heard, due)
def test_an_evening_has_two_old_objections_at_most(
    plan: list[VisitView], told: list[HeardAt], old: list[Due]
) -> None:
    returning = [
        one
        for card in deck(plan, told, old)
        for one in card.reasons
        if one.kind is ReasonKind.RETURNS
    ]
    assert len(returning) == min(MOST_OLD, len({one.objection_id for one in old}))


@given(planned, heard, due)
def test_tomorrows_visits_come_first_big_orders_without_their_rounds_before_the_others(
    plan: list[VisitView], told: list[HeardAt], old: list[Due]
) -> None:
    cards = deck(plan, told, old)
    by_time = sorted(plan, key=lambda one: (one.planned_time or "24:00", one.id))
    urgent = [one for one in by_time if one in plan[::2] and one not in plan[::3]]
    others = [one for one in by_time if one not in urgent]
    assert [card.visit for card in cards[: len(plan)]] == [*urgent, *others]
    assert all(card.of is CardOf.OBJECTION for card in cards[len(plan) :])


@given(planned, heard, due)
def test_nothing_a_client_said_today_is_left_out_and_a_client_has_one_card_for_it(
    plan: list[VisitView], told: list[HeardAt], old: list[Due]
) -> None:
    cards = deck(plan, told, old)
    kept = [one for card in cards for one in card.reasons if one.kind is ReasonKind.HEARD_TODAY]
    assert len(kept) == len(told)
    others = [card.client.id for card in cards if card.of is CardOf.OBJECTION]
    assert len(others) == len(set(others))
    assert not set(others) & {one.client.id for one in plan}


@given(due, st.sets(st.integers(1, 6).map(an_id)))
def test_of_what_comes_back_tomorrows_clients_go_before_the_others(
    old: list[Due], tomorrow: set[UUID]
) -> None:
    chosen = tonights_old(old, tomorrow=tomorrow)
    shown = {one.objection_id for one in chosen}
    newest = {one.objection_id: one for one in sorted(old, key=lambda one: one.step)}
    waiting = [one for key, one in newest.items() if key not in shown and one.client.id in tomorrow]
    unplayed = [one for one in chosen if not one.played]
    assert not waiting or all(one.client.id in tomorrow for one in unplayed)


@given(due)
def test_a_later_step_takes_the_place_of_an_earlier_one(old: list[Due]) -> None:
    chosen = tonights_old(old, tomorrow=set())
    assert len({one.objection_id for one in chosen}) == len(chosen)
    for one in chosen:
        assert one.step == max(
            other.step for other in old if other.objection_id == one.objection_id
        )


@given(due)
def test_a_card_played_tonight_keeps_its_place_so_that_no_third_one_follows(
    old: list[Due],
) -> None:
    first = tonights_old(old, tomorrow=set())
    after = [replace(one, played=True) if one in first else one for one in old]
    assert {one.id for one in tonights_old(after, tomorrow=set())} == {one.id for one in first}


@given(planned, heard, due, st.randoms(use_true_random=False))
def test_the_same_facts_give_the_same_deck_in_whatever_order_they_are_read(
    plan: list[VisitView], told: list[HeardAt], old: list[Due], chance: Random
) -> None:
    """Two databases may answer in two orders, and a phone has its own."""
    big, rounds = {one.id for one in plan[::2]}, {one.id: 2 for one in plan[::3]}
    laid = choose(plan, told, old, big=big, rounds=rounds)
    other = (mixed(plan, chance), mixed(told, chance), mixed(old, chance))
    assert choose(*other, big=big, rounds=rounds) == laid


@given(
    st.sampled_from(RETURNS_AFTER),
    st.dictionaries(
        st.integers(0, 30).map(lambda ahead: TONIGHT + timedelta(days=ahead)),
        st.booleans(),
        max_size=12,
    ),
)
def test_days_are_counted_by_the_working_calendar_with_its_exceptions(
    step: int, exceptions: dict[date, bool]
) -> None:
    """调休: a Saturday that is worked counts, a Monday that is free does not."""
    calendar = Calendar(country="", exceptions=exceptions)
    returns = calendar.next_working(TONIGHT, steps=step)
    between = [TONIGHT + timedelta(days=ahead) for ahead in range(1, (returns - TONIGHT).days + 1)]
    assert sum(calendar.is_working(one) for one in between) == step
    assert calendar.is_working(returns)
