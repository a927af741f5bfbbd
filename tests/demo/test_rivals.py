"""Eight PKs, no two at a time for anybody, one taken back; and pair interviews week after week."""

from collections import Counter, defaultdict
from datetime import date, timedelta
from itertools import combinations, pairwise
from uuid import UUID

from sqlmodel import Session

from api.people.models import Person, Role
from api.shares.interviews.models import InterviewSeat, PairInterview
from api.shares.rivals import queries
from api.shares.rivals.models import Rivalry, RivalrySide, RivalryTerm
from tests.demo.conftest import Demo, loading


def test_eight_pks_one_taken_back_and_one_with_oneself(any_demo: Demo) -> None:
    pks = any_demo.all(Rivalry)
    assert len(pks) == 8
    assert sum(one.deleted_at is not None for one in pks) == 1
    assert [one.proposed_by_id for one in pks if one.with_oneself] == [
        any_demo.person("gu.chuan").id
    ]


def test_nobody_has_two_active_pks(any_demo: Demo) -> None:
    """From the proposal to the last day, or to the day it was taken back."""
    held: dict[UUID, list[tuple[date, date]]] = defaultdict(list)
    for one in any_demo.all(Rivalry):
        until = one.deleted_at.date() if one.deleted_at else one.last_day
        sides = one.people if one.accepted_at else one.people[:1]
        for person in sides:
            held[person].append((one.created_at.date(), until))
    for days in held.values():
        for (_, until), (first, _) in pairwise(sorted(days)):
            assert until < first
    holding = Counter(one.holds_id for one in any_demo.all(RivalrySide) if one.holds_id)
    assert holding
    assert max(holding.values()) == 1


def test_of_the_one_taken_back_no_word_is_left(any_demo: Demo) -> None:
    gone = next(one for one in any_demo.all(Rivalry) if one.deleted_at)
    assert gone.stake is None
    assert gone.id not in {one.rivalry_id for one in any_demo.all(RivalrySide)}
    assert gone.id not in {one.rivalry_id for one in any_demo.all(RivalryTerm)}


def test_what_was_frozen_is_what_the_rows_come_to(any_demo: Demo) -> None:
    over = [one for one in any_demo.all(Rivalry) if one.settled_at]
    assert len(over) == 4
    assert all(one.last_day < any_demo.today for one in over)

    def read(db: Session) -> None:
        for one in over:
            terms = queries.terms_of(db, one)
            facts = queries.facts_of(db, one, terms)
            kept = [(term.proposer_value, term.other_value) for term in terms]
            assert kept == [(fact.proposer.value, fact.other.value) for fact in facts]

    any_demo.store.read_now(read)


def test_every_pk_is_about_something_in_ones_own_hands(demo: Demo) -> None:
    terms = demo.all(RivalryTerm)
    for one in (one for one in demo.all(Rivalry) if not one.deleted_at):
        kinds = {term.metric for term in terms if term.rivalry_id == one.id}
        assert 1 <= len(kinds) <= 3
        assert kinds & {"visits", "effective_visits", "new_kps", "rounds_fired"}


def groups(demo: Demo) -> dict[date, list[frozenset[UUID]]]:
    seats: dict[UUID, set[UUID]] = defaultdict(set)
    for seat in demo.all(InterviewSeat):
        seats[seat.interview_id].add(seat.person_id)
    weeks: dict[date, list[frozenset[UUID]]] = defaultdict(list)
    for one in demo.all(PairInterview):
        weeks[one.week].append(frozenset(seats[one.id]))
    return weeks


def test_five_weeks_of_pairs_and_no_two_meet_two_weeks_running(any_demo: Demo) -> None:
    weeks = groups(any_demo)
    assert len(weeks) == 5
    met = [
        {frozenset(two) for group in weeks[week] for two in combinations(sorted(group), 2)}
        for week in sorted(weeks)
    ]
    for before, after in pairwise(met):
        assert not before & after
    reps = {one.id for one in any_demo.all(Person) if one.role == Role.REP}
    assert all(group <= reps for some in weeks.values() for group in some)


def test_most_were_held_and_what_was_not_has_no_line_taken_away(any_demo: Demo) -> None:
    earlier = [one for one in any_demo.all(PairInterview) if one.day < any_demo.today]
    held = [one for one in earlier if one.held_at]
    assert len(earlier) - len(held) == 2
    seats = any_demo.all(InterviewSeat)
    not_held = {one.id for one in any_demo.all(PairInterview) if not one.held_at}
    assert not any(seat.takeaway for seat in seats if seat.interview_id in not_held)
    assert all(seat.takeaway for seat in seats if seat.interview_id not in not_held)


def test_this_week_there_is_one_to_fill(any_demo: Demo) -> None:
    xiaoman = any_demo.person("lin.xiaoman").id
    monday = any_demo.today - timedelta(days=any_demo.today.weekday())
    mine = next(
        one for one in any_demo.all(InterviewSeat) if (one.person_id, one.week) == (xiaoman, monday)
    )
    interview = any_demo.by_id(PairInterview)[mine.interview_id]
    assert (mine.filled, interview.held_at) == (False, None)
    assert interview.day >= any_demo.today


def test_nothing_of_it_lies_after_loading(any_demo: Demo) -> None:
    loaded = loading(any_demo.today)
    for one in any_demo.all(PairInterview):
        assert one.created_at <= loaded
        assert one.held_at is None or one.held_at <= loaded
    for pk in any_demo.all(Rivalry):
        assert pk.updated_at <= loaded
