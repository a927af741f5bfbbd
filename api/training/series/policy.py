"""Who sees a series, and on which days it lies. The days are pure: the same series and calendar give the same."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

import sqlalchemy as sa
from sqlmodel import col

from api.kit.calendar import Calendar
from api.kit.errors import Conflict
from api.people.policy import Actor
from api.training.models import Track
from api.training.policy import of_the_team
from api.training.series.models import TrainingSeries

AHEAD = timedelta(days=28)
"""So far ahead sessions stand in the calendar."""
EVERY = {Track.MANAGEMENT: 4}
"""Weeks between two; every week for what is not named (domain.md §2.2)."""


class SeriesStands(Conflict):
    code = "training_series_stands"
    en = "There is such a series already. Change that one, or end it first."
    zh = "已经有这样一个系列了，请直接修改，或先结束它。"


class SeriesEnded(Conflict):
    code = "training_series_ended"
    en = "This series has ended. Begin a new one."
    zh = "这个系列已经结束，请新建一个。"


def visible_to(actor: Actor) -> sa.ColumnElement[bool]:
    """A series is seen by those whose sessions it makes."""
    return sa.and_(
        col(TrainingSeries.organisation_id) == actor.organisation_id,
        of_the_team(actor, TrainingSeries.team_id, TrainingSeries.track),
    )


class Repeating(Protocol):
    """As far as the calendar looks at a series."""

    weekday: int
    every_weeks: int
    starts_on: date
    ends_on: date | None


@dataclass(frozen=True)
class Slot:
    """The weekday's own date, by which a session is known, and the day on which it can be held."""

    slot: date
    day: date


def slots(series: Repeating, calendar: Calendar, *, until: date) -> list[Slot]:
    """Every day of the series up to `until`; on a day off the class is on the next working day."""
    last = min(until, series.ends_on) if series.ends_on else until
    return [Slot(day, _worked(day, calendar)) for day in _days(series, last)]


def _days(series: Repeating, last: date) -> Iterator[date]:
    day = series.starts_on + timedelta(days=(series.weekday - series.starts_on.isoweekday()) % 7)
    while day <= last:
        yield day
        day += timedelta(weeks=series.every_weeks)


def _worked(day: date, calendar: Calendar) -> date:
    return day if calendar.is_working(day) else calendar.next_working(day)
