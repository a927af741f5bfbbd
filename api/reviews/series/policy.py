"""Who sees a series, and on which days it lies. The days are pure: the same series and calendar give the same."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Protocol

import sqlalchemy as sa
from sqlmodel import col

from api.kit.calendar import Calendar
from api.kit.errors import Conflict
from api.kit.series import Repeating, Slot, weekly, worked
from api.people.policy import Actor
from api.reviews.models import ReviewKind
from api.reviews.series.models import ReviewSeries

EVERY = {ReviewKind.MANAGER: 2}
"""Weeks between two; every week for what is not named."""


class SeriesStands(Conflict):
    code = "review_series_stands"
    en = "There is such a series already. Change that one, or end it first."
    zh = "已经有这样一个系列了，请直接修改，或先结束它。"


class SeriesEnded(Conflict):
    code = "review_series_ended"
    en = "This series has ended. Begin a new one."
    zh = "这个系列已经结束，请新建一个。"


def visible_to(actor: Actor) -> sa.ColumnElement[bool]:
    """A series is seen by those whose reviews it makes."""
    me = actor.person_id
    whose = [col(ReviewSeries.host_id) == me, col(ReviewSeries.person_id) == me]
    if actor.team_id is not None:
        whose.append(col(ReviewSeries.team_id) == actor.team_id)
    return sa.and_(col(ReviewSeries.organisation_id) == actor.organisation_id, sa.or_(*whose))


class Held(Repeating, Protocol):
    """A month's lies otherwise than a week's."""

    kind: ReviewKind


def slots(series: Held, calendar: Calendar, *, until: date) -> list[Slot]:
    """Every day of the series up to `until`; on a day off the review lies on the next working day, a month's before it."""
    if series.kind != ReviewKind.MONTH:
        return worked(weekly(series, until=until), calendar)
    last = min(until, series.ends_on) if series.ends_on else until
    return [Slot(day, _worked_before(day, calendar)) for day in _monthly(series, last)]


def _monthly(series: Repeating, last: date) -> Iterator[date]:
    """The last such weekday of each month."""
    month = series.starts_on.replace(day=1)
    while month <= last:
        following = (month + timedelta(days=32)).replace(day=1)
        end = following - timedelta(days=1)
        day = end - timedelta(days=(end.isoweekday() - series.weekday) % 7)
        if series.starts_on <= day <= last:
            yield day
        month = following


def _worked_before(day: date, calendar: Calendar) -> date:
    return day if calendar.is_working(day) else calendar.previous_working(day)
