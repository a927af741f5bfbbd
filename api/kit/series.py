"""What repeats on one weekday: its days in a working calendar, and what stands in the calendar of it already."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Protocol, TypeVar
from uuid import UUID

from sqlmodel import Session, SQLModel, col, select

from api.kit.calendar import Calendar

AHEAD = timedelta(days=28)
"""So far ahead what a series makes stands in the calendar."""
Made = TypeVar("Made", bound=SQLModel)


class Repeating(Protocol):
    """As far as the calendar looks at a series."""

    weekday: int
    every_weeks: int
    starts_on: date
    ends_on: date | None


class Stored(Protocol):
    organisation_id: UUID
    id: UUID


@dataclass(frozen=True)
class Slot:
    """The weekday's own date, by which what is made is known, and the day on which it can be held."""

    slot: date
    day: date


def weekly(series: Repeating, *, until: date) -> Iterator[date]:
    """Every so many weeks, from its first weekday to its end or `until`, whichever comes first."""
    last = min(until, series.ends_on) if series.ends_on else until
    day = series.starts_on + timedelta(days=(series.weekday - series.starts_on.isoweekday()) % 7)
    while day <= last:
        yield day
        day += timedelta(weeks=series.every_weeks)


def worked(days: Iterable[date], calendar: Calendar) -> list[Slot]:
    """On a day off it lies on the next working day."""
    return [Slot(day, _working(day, calendar)) for day in days]


def laid(
    db: Session, made: type[Made], organisation_id: UUID, series_ids: Collection[UUID]
) -> dict[UUID, set[date]]:
    """The slots of these series for which there is one already; `made` has series_id and slot."""
    table: Any = made
    found = db.exec(
        select(col(table.series_id), col(table.slot)).where(
            col(table.organisation_id) == organisation_id,
            col(table.series_id).in_(sorted(series_ids)),
            col(table.slot).is_not(None),
        )
    ).all()
    slots: dict[UUID, set[date]] = defaultdict(set)
    for series_id, slot in found:
        slots[series_id].add(slot)
    return slots


def ahead(db: Session, made: type[Made], series: Stored, *, after: date) -> list[Made]:
    """What the series has made and is still to come; `made` has series_id and day."""
    table: Any = made
    found = db.exec(
        select(made).where(
            col(table.organisation_id) == series.organisation_id,
            col(table.series_id) == series.id,
            col(table.day) > after,
        )
    )
    return list(found)


def _working(day: date, calendar: Calendar) -> date:
    return day if calendar.is_working(day) else calendar.next_working(day)
