"""What 0017 gives and takes: the order of the rungs for companies that were there before, and replays in the deck."""

import pytest
import sqlalchemy as sa

from api.kit.migrations import migrate_to
from tests.builders.people import an_id
from tests.builders.world import World
from tests.drills.evening import made
from tests.migrations.test_steps import engine_of, step_down
from tests.ride_alongs.the_day import Day

pytestmark = pytest.mark.anyio
BELOW = "0014"


def rows(url: str, statement: str) -> list[tuple[object, ...]]:
    engine = engine_of(url)
    with engine.connect() as db:
        found = [tuple(row) for row in db.execute(sa.text(statement))]
    engine.dispose()
    return found


async def test_a_replay_and_the_looks_at_a_ride_leave_and_the_usual_order_comes(
    world: World,
) -> None:
    url = str(world.app.state.settings.database_url)
    day = await Day(world).begin()
    await day.note(7200)
    await day.sum_up()
    await made(await world.as_("hejing").get(day.at))
    asked = await day.tablet.put(f"{day.at}/replays/{an_id(7200)}", json={"of_kind": "moment"})
    assert asked.status_code == 204
    assert len(rows(url, "SELECT id FROM deck_cards")) == 1
    step_down(url, BELOW)
    assert rows(url, "SELECT id FROM deck_cards") == []
    assert rows(url, "SELECT id FROM access_log WHERE kind = 'ride_along'") == []
    _forget_the_order(url)
    migrate_to(url, "head")
    rungs = {world.actor(name).settings.rungs for name in ("xiaoman", "stranger")}
    assert rungs == {("tell", "show", "tell_back", "do")}


def _forget_the_order(url: str) -> None:
    """As a company of before 0017 has it."""
    organisations = sa.table("organisations", sa.column("id"), sa.column("settings", sa.JSON()))
    engine = engine_of(url)
    with engine.begin() as db:
        for row in db.execute(sa.select(organisations)).all():
            kept = {name: value for name, value in row.settings.items() if name != "rungs"}
            db.execute(
                sa.update(organisations).where(organisations.c.id == row.id).values(settings=kept)
            )
    engine.dispose()
