"""A list costs the same few statements whatever its size."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import event

from api.people.models import SightKind
from api.people.service import seen
from tests.builders.world import World

MOST = 6


@contextmanager
def counted(world: World) -> Iterator[list[str]]:
    """The statements that reading connections ran."""
    ran: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_more: Any) -> None:
        ran.append(statement)

    event.listen(world.store.engine, "before_cursor_execute", note)
    try:
        yield ran
    finally:
        event.remove(world.store.engine, "before_cursor_execute", note)


@pytest.mark.parametrize(
    "path",
    ["people", "people?q=lxm", "teams", "mentor-pairs", "me", "me/access-log", "organisation"],
)
async def test_a_screen_of_people_costs_at_most_six_statements(world: World, path: str) -> None:
    for reader in ("hejing", "hanxue"):
        owner = world.id("xiaoman")
        await world.store.read(seen, world.actor(reader), owner, SightKind.PLAN)
    client = world.as_("xiaoman")
    with counted(world) as ran:
        assert (await client.get(f"/api/v1/{path}")).status_code == 200
    asked = [statement for statement in ran if not statement.startswith("BEGIN")]
    assert 3 <= len(asked) <= MOST, asked
