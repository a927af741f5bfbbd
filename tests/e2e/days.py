"""A night passes: the clock of no machine is touched, but everything stored happened a day earlier."""

import sqlite3
from contextlib import closing
from datetime import date, timedelta

import holidays
import sqlalchemy as sa

from api.kit.rows import UtcTime
from api.tables import metadata
from tests.served import Server

ONE_DAY, FRIDAY = timedelta(days=1), 5


def nights_pass(server: Server, *, nights: int = 1) -> None:
    """Between two starts of the server, as it is between two days; who is signed in stays so."""
    server.stop()
    with closing(sqlite3.connect(server.database)) as stored, stored:
        for table in metadata.sorted_tables:
            for column in table.columns:
                if isinstance(column.type, (sa.Date, UtcTime)) and lies_in_the_past(column):
                    stored.execute(earlier(table.name, column.name), (f"-{nights} days",))
    server.start()


def third_working_day(after: date) -> date:
    """By China's published calendar with its 调休, read here and not from the product; a demo works the next day, too."""
    found = after
    for _ in range(3):
        found += ONE_DAY
        while not (found == after + ONE_DAY or is_published_as_worked(found)):
            found += ONE_DAY
    return found


def is_published_as_worked(day: date) -> bool:
    published = holidays.country_holidays("CN", years=day.year)
    return day not in published and (
        day.isoweekday() <= FRIDAY or day in published.weekend_workdays
    )


def lies_in_the_past(column: sa.Column[object]) -> bool:
    """When a sign-in ends is counted from now on."""
    return column.name != "expires_at"


def earlier(table: str, column: str) -> str:
    """The day is moved and the time of day kept, whatever its form."""
    moved = f'date(substr("{column}", 1, 10), ?) || substr("{column}", 11)'
    return f'UPDATE "{table}" SET "{column}" = {moved} WHERE "{column}" IS NOT NULL'
