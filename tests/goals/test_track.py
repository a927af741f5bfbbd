"""How a goal goes, tried with numbers."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.commitments.models import Correction
from api.goals.figures.policy import (
    ANSWERED_BY,
    FACTORS_OF,
    Counts,
    Elapsed,
    Factor,
    GoalState,
    advice_due,
    days_of,
    elapsed,
    factors,
    period_before,
    reached,
    track,
    what_helps,
    working_days,
)
from api.goals.models import GoalKind, Metric, Period
from api.kit.calendar import Calendar

SHANGHAI = Calendar()
days = st.dates(date(2020, 1, 1), date(2030, 12, 31))
counts = st.builds(
    Counts,
    visits=st.integers(0, 200),
    effective=st.integers(0, 100),
    signed=st.integers(0, 20),
    signed_minor=st.integers(0, 10**9),
    days=st.integers(1, 23),
)


@given(period=st.sampled_from(Period), day=days)
def test_a_period_holds_its_day_and_begins_after_the_one_before(period: Period, day: date) -> None:
    first, last = days_of(period, day)
    assert first <= day <= last
    assert days_of(period, first) == days_of(period, last) == (first, last)
    assert period_before(period, first)[1] == first - timedelta(days=1)


def test_a_month_a_week_and_a_day() -> None:
    tuesday = date(2026, 3, 24)
    assert days_of(Period.MONTH, tuesday) == (date(2026, 3, 1), date(2026, 3, 31))
    assert days_of(Period.WEEK, tuesday) == (date(2026, 3, 23), date(2026, 3, 29))
    assert days_of(Period.DAY, tuesday) == (tuesday, tuesday)
    assert days_of(Period.MONTH, date(2026, 12, 5))[1] == date(2026, 12, 31)


def test_only_working_days_that_are_over_count() -> None:
    """On Monday morning nothing of the week is over, and the weekend adds nothing."""
    monday, sunday = date(2026, 3, 23), date(2026, 3, 29)
    told = [
        elapsed(SHANGHAI, monday, sunday, today=monday + timedelta(days=ahead))
        for ahead in range(8)
    ]
    assert [one.worked for one in told] == [0, 1, 2, 3, 4, 5, 5, 5]
    assert {one.of for one in told} == {5}


@pytest.mark.parametrize(
    ("value", "worked", "state"),
    [
        (0, 0, GoalState.AGREED),
        (10, 0, GoalState.MET),
        (2, 1, GoalState.ON_TRACK),
        (0, 1, GoalState.OFF_TRACK),
        (9, 5, GoalState.ON_TRACK),
        (8, 5, GoalState.DRIFTING),
        (7, 5, GoalState.DRIFTING),
        (6, 5, GoalState.OFF_TRACK),
        (10, 5, GoalState.MET),
    ],
)
def test_completion_is_held_to_the_days_that_are_over(
    value: int, worked: int, state: GoalState
) -> None:
    passed = Elapsed(worked, 5)
    assert track(Metric.VISITS, value=value, target=10, passed=passed) is state


def test_nobody_is_told_how_it_goes_before_a_fifth_of_the_period_is_over() -> None:
    early = Elapsed(4, 22)
    assert track(Metric.VISITS, value=0, target=10, passed=early) is GoalState.AGREED


@pytest.mark.parametrize(
    ("value", "state"),
    [
        (0, GoalState.AGREED),
        (60, GoalState.OFF_TRACK),
        (80, GoalState.DRIFTING),
        (95, GoalState.ON_TRACK),
        (130, GoalState.ON_TRACK),
    ],
)
def test_an_average_is_held_to_the_whole_target_and_met_only_at_the_end(
    value: int, state: GoalState
) -> None:
    passed = Elapsed(10, 20)
    assert track(Metric.AVERAGE_ORDER, value=value, target=100, passed=passed) is state


RUNNING = [GoalState.OFF_TRACK, GoalState.DRIFTING, GoalState.ON_TRACK, GoalState.MET]


@given(
    target=st.integers(1, 10**9),
    less=st.integers(0, 10**9),
    more=st.integers(0, 10**9),
    worked=st.integers(5, 22),
)
def test_more_never_looks_worse(target: int, less: int, more: int, worked: int) -> None:
    passed = Elapsed(worked, 22)
    low, high = sorted((less, more))
    told = [track(Metric.SIGNED, value=one, target=target, passed=passed) for one in (low, high)]
    assert RUNNING.index(told[0]) <= RUNNING.index(told[1])


@given(value=st.integers(0, 100), worked=st.integers(5, 21))
def test_a_day_that_passes_without_a_row_never_looks_better(value: int, worked: int) -> None:
    told = [
        track(Metric.VISITS, value=value, target=100, passed=Elapsed(one, 22))
        for one in (worked, worked + 1)
    ]
    assert RUNNING.index(told[1]) <= RUNNING.index(told[0])


def test_advice_is_due_three_working_days_after_the_period() -> None:
    assert advice_due(SHANGHAI, date(2026, 3, 29)) == date(2026, 4, 1)
    assert advice_due(SHANGHAI, date(2026, 3, 27)) == date(2026, 4, 1)


BEFORE = Counts(
    visits=400,
    effective=160,
    signed=48,
    signed_minor=4_800_000,
    payments=48,
    collected_minor=1,
    days=20,
)


@pytest.mark.parametrize(
    ("change", "factor", "correction"),
    [
        ({"visits": 240, "effective": 96, "signed": 29}, Factor.VISITS, Correction.DIRECTION),
        ({"effective": 80, "signed": 24}, Factor.EFFECTIVE_RATE, Correction.METHOD),
        ({"signed": 24, "signed_minor": 2_400_000}, Factor.CLOSE_RATE, Correction.SKILL),
        ({"signed_minor": 2_400_000}, Factor.ORDER_SIZE, Correction.KNOWLEDGE),
    ],
)
def test_the_factor_that_fell_furthest_says_what_would_help(
    change: dict[str, int], factor: Factor, correction: Correction
) -> None:
    parts = factors(Metric.COLLECTED, replace(BEFORE, **change), BEFORE)
    helped = what_helps(Metric.COLLECTED, parts)
    assert (helped.factor, helped.correction) == (factor, correction)


def test_where_nothing_fell_the_kind_of_help_is_that_of_the_last_factor() -> None:
    helped = what_helps(Metric.SIGNED, factors(Metric.SIGNED, BEFORE, BEFORE))
    assert (helped.factor, helped.correction) == (None, Correction.SKILL)


@pytest.mark.parametrize(
    ("metric", "correction"),
    [
        (Metric.ROUNDS_FIRED, Correction.SKILL),
        (Metric.RUNGS, Correction.SKILL),
        (Metric.HELP_SOLVED, Correction.KNOWLEDGE),
    ],
)
def test_what_has_no_factors_is_practised_and_whoever_helps_needs_to_know(
    metric: Metric, correction: Correction
) -> None:
    assert what_helps(metric, []).correction == correction


@pytest.mark.parametrize(
    ("metric", "now", "told"),
    [
        (Metric.VISITS, {"visits": 1, "days": 2}, False),
        (Metric.VISITS, {"visits": 1, "days": 3}, True),
        (Metric.EFFECTIVE_VISITS, {"visits": 19, "effective": 0, "days": 1}, False),
        (Metric.EFFECTIVE_VISITS, {"visits": 20, "effective": 0, "days": 1}, True),
        (Metric.AVERAGE_ORDER, {"signed": 19, "signed_minor": 19, "days": 1}, False),
        (Metric.AVERAGE_ORDER, {"signed": 20, "signed_minor": 20, "days": 1}, True),
    ],
)
def test_of_a_few_cases_nobody_says_that_a_factor_fell(
    metric: Metric, now: dict[str, int], told: object
) -> None:
    """As little in the period before tells as little."""
    few = Counts(**now)
    helped = what_helps(metric, factors(metric, few, BEFORE))
    assert (helped.factor is not None) is told
    [last] = factors(metric, few, BEFORE)[-1:]
    assert replace(last, n=last.n_before, n_before=last.n).is_told is told


def test_where_a_factor_is_too_thin_to_judge_its_counts_are_told_instead_of_its_name() -> None:
    """Nineteen orders at half the size: it may be chance, and it may not be called the fault of anybody."""
    few = replace(BEFORE, signed=19, signed_minor=950_000)
    helped = what_helps(Metric.AVERAGE_ORDER, factors(Metric.AVERAGE_ORDER, few, BEFORE))
    assert (helped.factor, helped.n, helped.n_before) == (None, 19, 48)
    even = what_helps(Metric.AVERAGE_ORDER, factors(Metric.AVERAGE_ORDER, BEFORE, BEFORE))
    assert (even.factor, even.n, even.n_before) == (None, None, None)


def test_a_newcomer_without_a_period_before_is_told_no_factor() -> None:
    parts = factors(Metric.COLLECTED, BEFORE, Counts(days=20))
    assert what_helps(Metric.COLLECTED, parts).factor is None


@given(now=counts, before=counts, metric=st.sampled_from(Metric))
def test_a_factor_that_is_named_is_one_of_the_metric_and_really_fell(
    now: Counts, before: Counts, metric: Metric
) -> None:
    parts = factors(metric, now, before)
    helped = what_helps(metric, parts)
    ratios = {one.factor: one.ratio for one in parts if one.ratio is not None and one.is_told}
    assert [one.factor for one in parts] == list(FACTORS_OF[metric])
    if helped.factor is None:
        assert all(ratio >= 0.9 for ratio in ratios.values())
    else:
        assert ratios[helped.factor] == min(ratios.values()) < 0.9
        assert helped.correction is ANSWERED_BY[helped.factor]


def test_result_is_the_product_of_its_factors() -> None:
    """Visits a day × days × effective rate × close rate × order size is what was signed."""
    product = float(BEFORE.days)
    for one in factors(Metric.COLLECTED, BEFORE, BEFORE):
        assert one.now is not None
        product *= one.now
    assert round(product) == BEFORE.signed_minor


@pytest.mark.parametrize("metric", list(Metric))
def test_every_metric_has_a_figure_a_kind_and_its_factors(metric: Metric) -> None:
    assert reached(metric, Counts()).value == 0
    assert metric.kind in GoalKind
    assert metric in FACTORS_OF


def test_working_days_leave_out_holidays() -> None:
    """The first week of October 2026 is the national holiday."""
    assert working_days(SHANGHAI, date(2026, 10, 1), date(2026, 10, 7)) == 0
