"""The log of who opened what knows no promises down from 0014, and no reviews down from 0018."""

import pytest
import sqlalchemy as sa

from tests.builders.world import World
from tests.commitments.promising import give, read
from tests.migrations.test_steps import engine_of, step_down, steps
from tests.reviews.talking import Talk

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


async def test_a_look_at_a_review_leaves_with_the_reviews(world: World) -> None:
    url = str(world.app.state.settings.database_url)
    talk = Talk(world)
    await talk.plan()
    await talk.read("hejing")
    step_down(url, dict(steps())["0018"])
    engine = engine_of(url)
    with engine.connect() as db:
        assert db.execute(sa.text("SELECT count(*) FROM access_log")).scalar_one() == 0
    engine.dispose()
