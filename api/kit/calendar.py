"""The working calendar of an organisation: its zone, its week, and the days that differ (调休).

"Tomorrow" is the next working day, and "+3" counts working days.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

import holidays

FAR = 366


def knows_holidays_of(country: str) -> bool:
    """Whether the public holidays of a country (ISO 3166, two letters) are published where we read them."""
    return country in _countries()


@dataclass(frozen=True)
class Calendar:
    """`week` holds ISO weekdays that are worked (1 = Monday); `exceptions` overrule week and holidays."""

    zone: str = "Asia/Shanghai"
    country: str = "CN"
    week: frozenset[int] = frozenset({1, 2, 3, 4, 5})
    exceptions: Mapping[date, bool] = field(default_factory=dict)
    always_working: frozenset[date] = frozenset()

    def today(self, now: datetime) -> date:
        return now.astimezone(ZoneInfo(self.zone)).date()

    def is_working(self, day: date) -> bool:
        if day in self.always_working:
            return True
        if day in self.exceptions:
            return self.exceptions[day]
        by_country = self._by_country(day)
        return day.isoweekday() in self.week if by_country is None else by_country

    def next_working(self, day: date, *, steps: int = 1) -> date:
        """The working day `steps` working days after `day`."""
        found = day
        for _ in range(steps):
            found = self._first_working(found + timedelta(days=1))
        return found

    def previous_working(self, day: date, *, steps: int = 1) -> date:
        """The working day `steps` working days before `day`."""
        found = day
        for _ in range(steps):
            found = self._last_working(found - timedelta(days=1))
        return found

    def moment(self, day: date, at: str | time) -> datetime:
        """A local wall-clock time ("18:30") of a day as a moment in UTC."""
        wall = time.fromisoformat(at) if isinstance(at, str) else at
        return datetime.combine(day, wall, ZoneInfo(self.zone)).astimezone(UTC)

    def wall(self, moment: datetime) -> time:
        """The local wall-clock time of a moment, to the minute."""
        local = moment.astimezone(ZoneInfo(self.zone))
        return time(local.hour, local.minute)

    def _first_working(self, day: date) -> date:
        for ahead in range(FAR):
            if self.is_working(day + timedelta(days=ahead)):
                return day + timedelta(days=ahead)
        raise ValueError("no working day within a year; the calendar's exceptions leave none")

    def _last_working(self, day: date) -> date:
        for back in range(FAR):
            if self.is_working(day - timedelta(days=back)):
                return day - timedelta(days=back)
        raise ValueError("no working day within a year; the calendar's exceptions leave none")

    def _by_country(self, day: date) -> bool | None:
        """What the country's published calendar says of this day, or None when it says nothing."""
        if not self.country:
            return None
        published = _published(self.country, day.year)
        if day in published:
            return False
        return True if day in published.weekend_workdays else None


@lru_cache(maxsize=1)
def _countries() -> frozenset[str]:
    return frozenset(holidays.list_supported_countries(include_aliases=False))


@lru_cache(maxsize=64)
def _published(country: str, year: int) -> holidays.HolidayBase:
    return holidays.country_holidays(country, years=year)
