"""Counts what a screen asks of the database."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import sqlalchemy as sa

from tests.builders.world import World

MOST = 15
"""What stands on a day's cards comes from a dozen places, each asked once for all of them."""


@contextmanager
def statements(world: World) -> Iterator[list[str]]:
    """The SELECTs of what happens inside, sign-in included."""
    asked: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_more: Any) -> None:
        if statement.lstrip().upper().startswith("SELECT"):
            asked.append(statement)

    sa.event.listen(world.store.engine, "before_cursor_execute", note)
    try:
        yield asked
    finally:
        sa.event.remove(world.store.engine, "before_cursor_execute", note)
