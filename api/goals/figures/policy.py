"""How a goal goes, as arithmetic on counts: nothing here reads a row, so that every rule can be tried with numbers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from api.commitments.models import Correction
from api.goals.models import Metric, Period
from api.kit.calendar import Calendar

ON_TRACK, DRIFTING = 0.9, 0.7
"""Completion beside the share of working days that are over: from here on it is on track, from there it drifts."""

TOO_EARLY = 0.2
"""Before this share of a period is over nobody says how it goes."""

SHORT = 0.9
"""A factor below this share of what it was in the period before is short."""

FEWEST_DAYS, FEWEST_CASES = 3, 20
"""So many working days, or visits, effective visits or orders, stand behind a factor in both periods before it is said
to be short: of a handful chance alone tells as much."""

ADVICE_WITHIN = 3
"""Working days after a missed period in which the manager owes advice (domain.md §2.3)."""


class GoalState(StrEnum):
    PROPOSED = "proposed"
    AGREED = "agreed"
    ON_TRACK = "on_track"
    DRIFTING = "drifting"
    OFF_TRACK = "off_track"
    MET = "met"
    MISSED = "missed"
    CLOSED = "closed"
    NEVER_AGREED = "never_agreed"


class Factor(StrEnum):
    """Result ≈ visits × effective rate × close rate × order size (domain.md §2.0)."""

    VISITS = "visits"
    EFFECTIVE_RATE = "effective_rate"
    CLOSE_RATE = "close_rate"
    ORDER_SIZE = "order_size"


ANSWERED_BY = {
    Factor.VISITS: Correction.DIRECTION,
    Factor.EFFECTIVE_RATE: Correction.METHOD,
    Factor.CLOSE_RATE: Correction.SKILL,
    Factor.ORDER_SIZE: Correction.KNOWLEDGE,
}
"""Where to look first: at the plan of the days, at how doors are opened, at the close, at the products."""

ANSWERED_WITHOUT = {Metric.HELP_SOLVED: Correction.KNOWLEDGE}
"""Of what has no factors: whoever is to help needs to know. The others are practised."""

FACTORS_OF = {
    Metric.VISITS: (Factor.VISITS,),
    Metric.EFFECTIVE_VISITS: (Factor.VISITS, Factor.EFFECTIVE_RATE),
    Metric.NEW_KPS: (Factor.VISITS, Factor.EFFECTIVE_RATE),
    Metric.SIGNED: (Factor.VISITS, Factor.EFFECTIVE_RATE, Factor.CLOSE_RATE),
    Metric.COLLECTED: tuple(Factor),
    Metric.AVERAGE_ORDER: (Factor.ORDER_SIZE,),
    Metric.ROUNDS_FIRED: (),
    Metric.RUNGS: (),
    Metric.HELP_SOLVED: (),
}


@dataclass(frozen=True)
class Counts:
    """What one person's rows of some days come to; money in the smallest unit."""

    visits: int = 0
    effective: int = 0
    new_kps: int = 0
    signed: int = 0
    signed_minor: int = 0
    payments: int = 0
    collected_minor: int = 0
    rounds: int = 0
    rungs: int = 0
    help_solved: int = 0
    days: int = 0
    """Working days the counts were made in."""


@dataclass(frozen=True)
class Reached:
    """A figure, and how many rows it is made of."""

    value: int
    n: int


@dataclass(frozen=True)
class Elapsed:
    """Working days that are over, of those of the period."""

    worked: int
    of: int

    @property
    def share(self) -> float:
        return self.worked / self.of if self.of else 1.0


@dataclass(frozen=True)
class FactorNow:
    """A factor in this period and in the one before it, each with its n; a rate without cases is None."""

    factor: Factor
    now: float | None
    n: int
    before: float | None
    n_before: int

    @property
    def ratio(self) -> float | None:
        if self.now is None or not self.before:
            return None
        return self.now / self.before

    @property
    def is_told(self) -> bool:
        """Whether enough stands behind it, in both periods, to say that it fell."""
        fewest = FEWEST_DAYS if self.factor is Factor.VISITS else FEWEST_CASES
        return min(self.n, self.n_before) >= fewest


@dataclass(frozen=True)
class WhatHelps:
    """Which factor is short, if one is, and what kind of help answers it.

    Without a factor the counts are those of the one that is too thin to be judged; none are, where nothing is short.
    """

    factor: Factor | None
    correction: Correction
    n: int | None = None
    n_before: int | None = None


def days_of(period: Period, day: date) -> tuple[date, date]:
    """The first and the last day of the month, the week (from Monday) or the day that `day` lies in."""
    if period is Period.DAY:
        return day, day
    if period is Period.WEEK:
        monday = day - timedelta(days=day.weekday())
        return monday, monday + timedelta(days=6)
    next_month = (day.replace(day=1) + timedelta(days=32)).replace(day=1)
    return day.replace(day=1), next_month - timedelta(days=1)


def period_before(period: Period, first: date) -> tuple[date, date]:
    return days_of(period, first - timedelta(days=1))


def elapsed(calendar: Calendar, first: date, last: date, *, today: date) -> Elapsed:
    """Only days that are over count: at noon nobody is behind because of the afternoon."""
    worked = working_days(calendar, first, min(last, today - timedelta(days=1)))
    return Elapsed(worked, working_days(calendar, first, last))


def working_days(calendar: Calendar, first: date, last: date) -> int:
    ahead = range((last - first).days + 1)
    return sum(calendar.is_working(first + timedelta(days=day)) for day in ahead)


def reached(metric: Metric, counts: Counts) -> Reached:
    average = round(counts.signed_minor / counts.signed) if counts.signed else 0
    of = {
        Metric.VISITS: (counts.visits, counts.visits),
        Metric.EFFECTIVE_VISITS: (counts.effective, counts.effective),
        Metric.NEW_KPS: (counts.new_kps, counts.new_kps),
        Metric.SIGNED: (counts.signed, counts.signed),
        Metric.COLLECTED: (counts.collected_minor, counts.payments),
        Metric.AVERAGE_ORDER: (average, counts.signed),
        Metric.ROUNDS_FIRED: (counts.rounds, counts.rounds),
        Metric.RUNGS: (counts.rungs, counts.rungs),
        Metric.HELP_SOLVED: (counts.help_solved, counts.help_solved),
    }
    return Reached(*of[metric])


def track(metric: Metric, *, value: int, target: int, passed: Elapsed) -> GoalState:
    """How an agreed goal goes while its period runs; one that is reached is met, also before the last day.

    An average does not grow with the days, so it is held to the whole target, and met only at the end.
    """
    if metric is Metric.AVERAGE_ORDER:
        due = float(target)
    elif value >= target:
        return GoalState.MET
    else:
        due = target * passed.share
    if passed.share < TOO_EARLY or (metric is Metric.AVERAGE_ORDER and value == 0):
        return GoalState.AGREED
    ratio = value / due
    if ratio >= ON_TRACK:
        return GoalState.ON_TRACK
    return GoalState.DRIFTING if ratio >= DRIFTING else GoalState.OFF_TRACK


def factors(metric: Metric, now: Counts, before: Counts) -> list[FactorNow]:
    """The factors this metric is the product of."""
    return [_factor(one, now, before) for one in FACTORS_OF[metric]]


def what_helps(metric: Metric, parts: Sequence[FactorNow]) -> WhatHelps:
    """The factor furthest below the own period before; where none is, the last one decides the kind of help."""
    told = [(one.ratio, one) for one in parts if one.ratio is not None and one.is_told]
    ratio, short = min(told, key=lambda pair: pair[0], default=(1.0, None))
    if short is not None and ratio < SHORT:
        return WhatHelps(short.factor, ANSWERED_BY[short.factor], short.n, short.n_before)
    own = FACTORS_OF[metric]
    correction = ANSWERED_BY[own[-1]] if own else ANSWERED_WITHOUT.get(metric, Correction.SKILL)
    thin = [one for one in parts if not one.is_told]
    if not thin:
        return WhatHelps(None, correction)
    thinnest = min(thin, key=lambda one: min(one.n, one.n_before))
    return WhatHelps(None, correction, thinnest.n, thinnest.n_before)


def advice_due(calendar: Calendar, last: date) -> date:
    return calendar.next_working(last, steps=ADVICE_WITHIN)


def _factor(factor: Factor, now: Counts, before: Counts) -> FactorNow:
    (value, n), (was, n_before) = _value(factor, now), _value(factor, before)
    return FactorNow(factor, value, n, was, n_before)


def _value(factor: Factor, counts: Counts) -> tuple[float | None, int]:
    """Visits are those of a working day, rates shares of 1, the size of an order in the smallest unit."""
    parts = {
        Factor.VISITS: (counts.visits, counts.days),
        Factor.EFFECTIVE_RATE: (counts.effective, counts.visits),
        Factor.CLOSE_RATE: (counts.signed, counts.effective),
        Factor.ORDER_SIZE: (counts.signed_minor, counts.signed),
    }
    over, n = parts[factor]
    return (round(over / n, 4) if n else None), n
