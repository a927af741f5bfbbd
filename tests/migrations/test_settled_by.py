"""The step that tells by which visit a card was settled: the stored ones are read from what reps said."""

from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from alembic.script import ScriptDirectory

from api.kit import migrations
from api.kit.migrations import migrate_to
from api.kit.rows import RecordId
from tests.builders.world import World
from tests.drills.evening import add_client, made
from tests.drills.the_day_after import hear, item, tell
from tests.migrations.test_steps import engine_of, step_down

pytestmark = pytest.mark.anyio


def the_step() -> tuple[str, str]:
    """The revision and the one below it, whatever their numbers."""
    script = ScriptDirectory.from_config(migrations._config("sqlite://"))
    return next(
        (found.revision, str(found.down_revision))
        for found in script.walk_revisions()
        if Path(found.path).stem.endswith("_settled_by")
    )


def on(world: World, statement: str, *columns: sa.ColumnClause[Any]) -> list[Any]:
    """What a statement answers, or nothing when it changes rows."""
    engine = engine_of(str(world.app.state.settings.database_url))
    with engine.begin() as db:
        asked = db.execute(sa.text(statement).columns(*columns) if columns else sa.text(statement))
        rows = list(asked.all()) if columns else []
    engine.dispose()
    return rows


def settled(world: World) -> set[tuple[str, str | None]]:
    """By visit that lost something, the visit that settled it."""
    ids = (sa.column("lost", RecordId()), sa.column("by", RecordId()))
    rows = on(world, "SELECT visit_id, settled_by_id FROM deck_cards", *ids)
    return {(str(lost), str(by) if by else None) for lost, by in rows}


async def test_a_stored_card_learns_its_visit_and_one_settled_by_its_own_visit_comes_back(
    world: World,
) -> None:
    client = await add_client(world.as_("xiaoman"))
    lost = await hear(world, client=client, outcome="stalled")
    elsewhere = await hear(world, number=3, outcome="stalled")
    world.clock.at("10:00", day=world.tomorrow)
    again = await hear(world, number=2, client=client)
    await made(await tell(world.as_("xiaoman"), again, item(2, result="answered")))
    after = {(lost["id"], again["id"]), (elsewhere["id"], None)}
    assert settled(world) == after
    revision, below = the_step()
    address = str(world.app.state.settings.database_url)
    step_down(address, below)
    on(world, "UPDATE deck_cards SET settled_at = created_at")
    migrate_to(address, revision)
    assert settled(world) == after
    left = "SELECT count(*) FROM deck_cards WHERE settled_at IS NULL"
    assert on(world, left, sa.column("n", sa.Integer())) == [(3,)]
