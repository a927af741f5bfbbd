"""Down from 0015 and 0014 the log of who opened what knows neither goals nor promises; up, rounds are counted."""

import pytest
import sqlalchemy as sa

from api.kit.migrations import migrate_to
from tests.builders.world import World
from tests.commitments.promising import give, read
from tests.drills.evening import Evening, made
from tests.goals.setting import at, propose
from tests.migrations.test_steps import engine_of, step_down

pytestmark = pytest.mark.anyio


async def test_a_look_leaves_with_what_was_looked_at(world: World) -> None:
    url = str(world.app.state.settings.database_url)
    give(world, owner="xiaoman", to="hanxue")
    await read(world, "hejing")
    await propose(world)
    assert (await world.as_("hejing").get(at())).is_success
    step_down(url, "0013")
    engine = engine_of(url)
    with engine.connect() as db:
        assert db.execute(sa.text("SELECT count(*) FROM access_log")).scalar_one() == 0
    engine.dispose()


async def test_rounds_of_before_count_like_those_to_come(world: World) -> None:
    url = str(world.app.state.settings.database_url)
    evening = await Evening(world).begin()
    await made(await evening.play(evening.new_round()))
    counted = sa.text("SELECT id, person_id, day FROM counted_rows")
    engine = engine_of(url)
    with engine.connect() as db:
        by_flow = [tuple(row) for row in db.execute(counted)]
    engine.dispose()
    step_down(url, "0014")
    migrate_to(url, "head")
    with engine.connect() as db:
        assert [tuple(row) for row in db.execute(counted)] == by_flow != []
    engine.dispose()
