"""Down from the step that brought a kind of record, the log of who opened what knows it no more."""

import pytest
import sqlalchemy as sa

from api.kit.migrations import migrate_to
from tests.builders.field import API, add_client, yuan
from tests.builders.world import World
from tests.commitments.promising import give, read
from tests.drills.evening import Evening, made
from tests.goals.setting import at, propose
from tests.migrations.test_steps import engine_of, step_down
from tests.reviews.talking import Talk

pytestmark = pytest.mark.anyio


def kinds_logged(url: str) -> list[str]:
    engine = engine_of(url)
    with engine.connect() as db:
        kinds = db.execute(sa.text("SELECT kind FROM access_log ORDER BY kind")).scalars().all()
    engine.dispose()
    return list(kinds)


async def test_a_look_leaves_with_what_was_looked_at(world: World) -> None:
    url = str(world.app.state.settings.database_url)
    rep, manager = world.as_("xiaoman"), world.as_("hejing")
    client = await add_client(rep)
    await rep.post(f"{API}/deals", json={"client_id": client, "amount": yuan(9_000)})
    give(world, owner="xiaoman", to="hanxue")
    await read(world, "hejing")
    assert (await manager.get(f"{API}/deals")).json()["items"]
    await propose(world)
    assert (await manager.get(at())).is_success
    talk = Talk(world)
    await talk.plan()
    await talk.read("hejing")
    assert kinds_logged(url) == ["commitments", "deals", "goals", "review"]
    step_down(url, "0018")
    assert kinds_logged(url) == ["commitments", "deals", "goals"]
    step_down(url, "0016")
    assert kinds_logged(url) == ["commitments", "deals"]
    step_down(url, "0014")
    assert kinds_logged(url) == ["commitments"]
    step_down(url, "0013")
    assert kinds_logged(url) == []


async def test_rounds_of_before_count_like_those_to_come(world: World) -> None:
    url = str(world.app.state.settings.database_url)
    evening = await Evening(world).begin()
    await made(await evening.play(evening.new_round()))
    counted = sa.text("SELECT id, person_id, day FROM counted_rows")
    engine = engine_of(url)
    with engine.connect() as db:
        by_flow = [tuple(row) for row in db.execute(counted)]
    engine.dispose()
    step_down(url, "0016")
    migrate_to(url, "head")
    with engine.connect() as db:
        assert [tuple(row) for row in db.execute(counted)] == by_flow != []
    engine.dispose()
