"""Down from the step that brought a kind of record, the log of who opened what knows it no more."""

import pytest
import sqlalchemy as sa

from tests.builders.field import API, add_client, yuan
from tests.builders.world import World
from tests.commitments.promising import give, read
from tests.migrations.test_steps import engine_of, step_down

pytestmark = pytest.mark.anyio


async def test_a_look_at_a_deal_leaves_the_other_looks_there(world: World) -> None:
    url = str(world.app.state.settings.database_url)
    rep, manager = world.as_("xiaoman"), world.as_("hejing")
    client = await add_client(rep)
    await rep.post(f"{API}/deals", json={"client_id": client, "amount": yuan(9_000)})
    give(world, owner="xiaoman", to="hanxue")
    await read(world, "hejing")
    assert (await manager.get(f"{API}/deals")).json()["items"]
    step_down(url, "0014")
    engine = engine_of(url)
    with engine.connect() as db:
        kinds = db.execute(sa.text("SELECT kind FROM access_log")).scalars().all()
        assert kinds == ["commitments"]
    engine.dispose()


async def test_a_look_at_a_promise_leaves_with_the_promises(world: World) -> None:
    url = str(world.app.state.settings.database_url)
    give(world, owner="xiaoman", to="hanxue")
    await read(world, "hejing")
    step_down(url, "0013")
    engine = engine_of(url)
    with engine.connect() as db:
        assert db.execute(sa.text("SELECT count(*) FROM access_log")).scalar_one() == 0
    engine.dispose()
