"""Which two answers of a kind are offered first: one rule, held against anything."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from random import Random
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.playbook.answers.policy import best, lower_bound
from tests.builders.people import an_id

BIRTH = datetime(2026, 3, 24, tzinfo=UTC)
SOMEBODY = an_id(1)
times = st.integers(min_value=0, max_value=400)


@dataclass(frozen=True)
class Said:
    """An answer, its counts and nothing else."""

    id: UUID
    author_id: UUID | None = None
    created_at: datetime = BIRTH
    retired: bool = False
    worked: int = 0
    partly: int = 0
    not_worked: int = 0


@st.composite
def answers(draw: st.DrawFn) -> list[Said]:
    few = st.integers(min_value=0, max_value=4)
    made = st.builds(
        Said,
        id=st.uuids(),
        author_id=st.sampled_from([None, SOMEBODY]),
        created_at=few.map(lambda days: BIRTH + timedelta(days=days)),
        retired=st.booleans(),
        worked=few,
        partly=few,
        not_worked=few,
    )
    return draw(st.lists(made, max_size=8, unique_by=lambda one: one.id))


@given(found=answers(), chance=st.randoms())
def test_the_order_in_which_they_are_read_decides_nothing(
    found: list[Said], chance: Random
) -> None:
    shuffled = list(found)
    chance.shuffle(shuffled)
    assert best(shuffled) == best(found)


@given(found=answers())
def test_two_at_most_are_offered_and_no_retired_one(found: list[Said]) -> None:
    offered = best(found)
    assert len(offered) == min(2, sum(not one.retired for one in found))
    assert not any(one.retired for one in offered)


@given(found=answers())
def test_nobody_left_out_is_surer_than_one_offered(found: list[Said]) -> None:
    offered = best(found)
    left = [one for one in found if one not in offered and not one.retired]
    sure = [lower_bound(one.worked, one.partly, one.not_worked) for one in offered]
    assert all(
        lower_bound(one.worked, one.partly, one.not_worked) <= min(sure) for one in left if sure
    )


@given(worked=times, partly=times, not_worked=times)
def test_the_bound_lies_between_nothing_and_the_share_itself(
    worked: int, partly: int, not_worked: int
) -> None:
    bound, said = lower_bound(worked, partly, not_worked), worked + partly + not_worked
    share = Fraction(2 * worked + partly, 2 * said) if said else Fraction(0)
    assert 0 <= bound <= share
    assert (bound == 0) is (share == 0)


@given(worked=times, partly=times, not_worked=times)
def test_a_visit_at_which_it_worked_makes_an_answer_surer_and_one_at_which_it_did_not_less(
    worked: int, partly: int, not_worked: int
) -> None:
    bound = lower_bound(worked, partly, not_worked)
    assert lower_bound(worked + 1, partly, not_worked) > bound
    if bound:
        assert lower_bound(worked, partly, not_worked + 1) < bound


@given(worked=times, partly=times, not_worked=times)
def test_worked_is_better_than_partly_and_partly_than_not(
    worked: int, partly: int, not_worked: int
) -> None:
    in_part = lower_bound(worked, partly + 1, not_worked)
    assert lower_bound(worked + 1, partly, not_worked) > in_part
    assert in_part > lower_bound(worked, partly, not_worked + 1)


@pytest.mark.parametrize(
    ("counts", "bound"),
    [((1, 0, 0), 0.2065), ((8, 0, 2), 0.4902), ((5, 0, 5), 0.2366), ((0, 2, 0), 0.0945)],
)
def test_the_bound_is_the_one_of_wilson(counts: tuple[int, int, int], bound: float) -> None:
    """Worked out by hand from the formula, with 1.96."""
    assert lower_bound(*counts) == pytest.approx(bound, abs=0.0001)


def test_eight_of_ten_come_before_one_of_one() -> None:
    once, often = Said(an_id(1), worked=1), Said(an_id(2), worked=8, not_worked=2)
    assert best([once, often]) == [often, once]


def test_untried_ones_stand_by_the_playbooks_own_first_then_by_age() -> None:
    own = Said(an_id(1), created_at=BIRTH + timedelta(days=9))
    older = Said(an_id(3), author_id=SOMEBODY)
    newer = Said(an_id(2), author_id=SOMEBODY, created_at=BIRTH + timedelta(days=1))
    assert best([newer, older, own]) == [own, older]
    assert best([newer, older]) == [older, newer]


def test_what_was_tried_in_vain_comes_after_what_nobody_tried() -> None:
    in_vain, untried = Said(an_id(1), not_worked=1), Said(an_id(2), author_id=SOMEBODY)
    worse = Said(an_id(3), not_worked=2)
    assert best([worse, in_vain, untried]) == [untried, in_vain]


def test_what_worked_once_comes_before_what_nobody_tried() -> None:
    own, tried = Said(an_id(1)), Said(an_id(2), author_id=SOMEBODY, worked=1)
    assert best([own, tried]) == [tried, own]
