"""Below the step that brought what comes of advice, a tip about a goal stays, and loses only where it came from."""

import pytest
import sqlalchemy as sa

from api.kit.migrations import migrate_to
from tests.builders.world import World
from tests.drills.evening import made
from tests.flows.test_route_correction import settled
from tests.goals.setting import agreed, reward, visits
from tests.migrations.test_steps import engine_of, step_down
from tests.shares.telling import begun

pytestmark = pytest.mark.anyio


def origins(url: str) -> list[tuple[str, str | None]]:
    engine = engine_of(url)
    with engine.connect() as db:
        rows = db.execute(sa.text("SELECT kind, origin_kind FROM shares")).all()
    engine.dispose()
    return [(kind, origin) for kind, origin in rows]


def topics(url: str) -> int:
    engine = engine_of(url)
    with engine.connect() as db:
        counted = db.execute(sa.text("SELECT count(*) FROM topic_proposals")).scalar_one()
    engine.dispose()
    return int(counted)


async def test_the_page_stays_and_the_wish_goes(world: World) -> None:
    url = str(world.app.state.settings.database_url)
    await agreed(world, target=1)
    await visits(world, ["2026-03-24"])
    await made(await reward(world))
    assert len(await begun(world)) == 1
    assert origins(url) == [("tip", "goal")]
    step_down(url, "0028")
    assert origins(url) == [("tip", None)]
    migrate_to(url, "head")
    assert origins(url) == [("tip", None)]


async def test_what_the_method_wished_goes(world: World) -> None:
    url = str(world.app.state.settings.database_url)
    await agreed(world, metric="signed", target=2)
    await settled(world, "knowledge")
    assert topics(url) == 1
    step_down(url, "0028")
    assert topics(url) == 0
    migrate_to(url, "head")
