"""Down from 0007 a person must have a language again."""

import pytest
import sqlalchemy as sa

from tests.builders.world import World
from tests.migrations.test_steps import engine_of, step_down

pytestmark = pytest.mark.anyio


async def test_who_speaks_as_the_phone_comes_back_with_the_default_of_then(world: World) -> None:
    url = str(world.app.state.settings.database_url)
    rep = world.as_("xiaoman")
    version = {"if-match": (await rep.get("/api/v1/me")).headers["etag"]}
    await rep.patch("/api/v1/me", json={"language": None}, headers=version)
    step_down(url, "0006")
    engine = engine_of(url)
    with engine.connect() as db:
        spoken = sa.text("SELECT DISTINCT language FROM people WHERE login = 'lin.xiaoman'")
        assert db.execute(spoken).scalars().all() == ["zh-CN"]
    engine.dispose()
