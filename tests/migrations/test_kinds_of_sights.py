"""Down from 0014 the log of who opened what knows no promises."""

import pytest
import sqlalchemy as sa

from tests.builders.world import World
from tests.commitments.promising import give, read
from tests.migrations.test_steps import engine_of, step_down

pytestmark = pytest.mark.anyio


async def test_a_look_at_a_promise_leaves_with_the_promises(world: World) -> None:
    url = str(world.app.state.settings.database_url)
    give(world, owner="xiaoman", to="hanxue")
    await read(world, "hejing")
    step_down(url, "0013")
    engine = engine_of(url)
    with engine.connect() as db:
        assert db.execute(sa.text("SELECT count(*) FROM access_log")).scalar_one() == 0
    engine.dispose()
