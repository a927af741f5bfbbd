"""A night passes: the clock of no machine is touched, but everything stored happened a day earlier."""

import sqlite3
from contextlib import closing

import sqlalchemy as sa

from api.kit.rows import UtcTime
from api.tables import metadata
from tests.served import Server


def nights_pass(server: Server, *, nights: int = 1) -> None:
    """Between two starts of the server, as it is between two days; who is signed in stays so."""
    server.stop()
    with closing(sqlite3.connect(server.database)) as stored, stored:
        for table in metadata.sorted_tables:
            for column in table.columns:
                if isinstance(column.type, (sa.Date, UtcTime)) and lies_in_the_past(column):
                    stored.execute(earlier(table.name, column.name), (f"-{nights} days",))
    server.start()


def lies_in_the_past(column: sa.Column[object]) -> bool:
    """When a sign-in ends is counted from now on."""
    return column.name != "expires_at"


def earlier(table: str, column: str) -> str:
    """The day is moved and the time of day kept, whatever its form."""
    moved = f'date(substr("{column}", 1, 10), ?) || substr("{column}", 11)'
    return f'UPDATE "{table}" SET "{column}" = {moved} WHERE "{column}" IS NOT NULL'
