"""How a loop is read: lesson → drill → ride-along → visit → outcome, each the first one after the step before it.

Pure, and only counts: that one thing came after another says nothing of why (domain.md §6). What a handful of visits
came to is not told at all.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from api.visits.models import Purpose

FEWEST = 20
"""Visits behind a share of them; below, chance tells as much (domain.md §2.4)."""
LOOKS_BACK = timedelta(days=90)

CALLED_FOR: dict[Purpose, tuple[str, ...]] = {
    Purpose.FIRST: ("opening", "discovery"),
    Purpose.FOLLOW_UP: ("presentation",),
    Purpose.CLOSE: ("close",),
    Purpose.COLLECT: ("collection",),
}
"""Which skill of our playbook a visit asks for, by what it was planned for."""
OBJECTIONS = "objections"
"""Asked for wherever a client says something against it. A skill of one's own is asked for nowhere that we know of."""


class Stage(StrEnum):
    LESSON = "lesson"
    DRILL = "drill"
    RIDE_ALONG = "ride_along"
    VISIT = "visit"
    OUTCOME = "outcome"


TAUGHT = (Stage.LESSON, Stage.DRILL, Stage.RIDE_ALONG)


@dataclass(frozen=True)
class Happened:
    """One step: on which day, and the record that shows it."""

    day: date
    id: UUID


@dataclass(frozen=True)
class Visited(Happened):
    moved: bool


@dataclass(frozen=True)
class Step:
    """How often it happened since the step before, the first of them, and how many days after that step."""

    stage: Stage
    n: int
    on: date | None
    lag_days: int | None
    record_id: UUID | None


@dataclass(frozen=True)
class Loop:
    """`moved` of `visits` got further; None while they are too few. `breaks_at` is the first step that is missing.

    What the visits came to is no step that somebody could have left out.
    """

    steps: Sequence[Step]
    visits: int
    moved: int | None
    breaks_at: Stage | None


def loop(taught: Mapping[Stage, Sequence[Happened]], visited: Sequence[Visited]) -> Loop:
    """From the latest lesson on, or from the first step there is; a missing step keeps the count of days running."""
    since = _latest(taught.get(Stage.LESSON, ()))
    steps: list[Step] = []
    for stage in TAUGHT:
        steps.append(_step(stage, sorted(taught.get(stage, ()), key=_day), since))
        since = steps[-1].on or since
    # Class and drill are in the evening, and the visits of that day lie before them; a ride is the visits.
    first = since and since + timedelta(days=0 if steps[-1].on else 1)
    after = [one for one in sorted(visited, key=_day) if first is None or one.day >= first]
    steps.append(_step(Stage.VISIT, after, since))
    breaks_at = next((one.stage for one in steps if one.n == 0), None)
    told = sum(one.moved for one in after) if len(after) >= FEWEST else None
    steps.append(Step(Stage.OUTCOME, told or 0, None, None, None))
    return Loop(steps, len(after), told, breaks_at)


def _step(stage: Stage, happened: Sequence[Happened], since: date | None) -> Step:
    after = [one for one in happened if since is None or one.day >= since]
    if not after:
        return Step(stage, 0, None, None, None)
    lag = None if since is None or stage is Stage.LESSON else (after[0].day - since).days
    return Step(stage, len(after), after[0].day, lag, after[0].id)


def _latest(happened: Sequence[Happened]) -> date | None:
    return max((one.day for one in happened), default=None)


def _day(one: Happened) -> tuple[date, UUID]:
    return one.day, one.id
