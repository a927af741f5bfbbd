"""The demo's days by number: 0 to 19 are the working days of four weeks, 20 is today, 21 tomorrow.

Everything is told by number, so that the same month happens whenever the demo is loaded.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from api.kit.calendar import Calendar

WORKED, TODAY, TOMORROW = 20, 20, 21
WEEK = 5
LONGEST_LOOK_BACK = 60


@dataclass(frozen=True)
class Month:
    """`days[number]` is a date; `now` is the moment of loading, and nothing has happened after it."""

    days: tuple[date, ...]
    calendar: Calendar
    now: datetime

    @classmethod
    def ending(cls, now: datetime, *, zone: str, country: str) -> "Month":
        plain = Calendar(zone=zone, country=country)
        today = plain.today(now)
        tomorrow = today + timedelta(days=1)
        calendar = Calendar(zone, country, always_working=frozenset({today, tomorrow}))
        earlier = [day for day in _days_before(today) if plain.is_working(day)][:WORKED]
        later = [calendar.next_working(tomorrow, steps=steps) for steps in range(1, WORKED)]
        return cls((*reversed(earlier), today, tomorrow, *later), calendar, now)

    @property
    def today(self) -> date:
        return self.days[TODAY]

    def at(self, number: int, wall: str, *, minutes: int = 0) -> datetime:
        """A wall-clock time of a day, and so many minutes later."""
        return self.calendar.moment(self.days[number], wall) + timedelta(minutes=minutes)

    def happened(self, number: int, wall: str, *, minutes: int = 0) -> datetime:
        """`at`, for what is already over: this morning is drawn together when it is still early."""
        planned = self.at(number, wall, minutes=minutes)
        if planned < self.now:
            return planned
        midnight = self.at(number, "00:00")
        share = (planned - midnight) / timedelta(days=1)
        return midnight + (self.now - midnight) * share

    def worked_before(self, number_of_days: int) -> date:
        """A working day about so many days before the month began."""
        return next(
            day
            for day in _days_before(self.before(number_of_days))
            if self.calendar.is_working(day)
        )

    def before(self, number_of_days: int) -> date:
        """A date so many calendar days before the month began."""
        return self.days[0] - timedelta(days=number_of_days)


def _days_before(today: date) -> Iterator[date]:
    for back in range(1, LONGEST_LOOK_BACK):
        yield today - timedelta(days=back)
