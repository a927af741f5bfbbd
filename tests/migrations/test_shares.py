"""Below the step that brought deal shares and cases only tips were told: they stay, and the others go."""

import pytest
import sqlalchemy as sa

from api.kit.migrations import migrate_to
from tests.builders.world import World
from tests.migrations.test_steps import engine_of, step_down

pytestmark = pytest.mark.anyio


def told(url: str) -> list[tuple[str, str]]:
    engine = engine_of(url)
    with engine.connect() as db:
        rows = db.execute(sa.text("SELECT kind, words FROM shares ORDER BY kind, words")).all()
    engine.dispose()
    return [(kind, words) for kind, words in rows]


async def test_tips_stay_and_what_is_younger_goes(full_world: World) -> None:
    url = str(full_world.app.state.settings.database_url)
    tips = [one for one in told(url) if one[0] == "tip"]
    assert tips
    assert len(told(url)) > len(tips)
    step_down(url, "0025")
    assert told(url) == tips
    migrate_to(url, "head")
    assert told(url) == tips
