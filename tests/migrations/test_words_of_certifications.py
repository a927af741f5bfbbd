"""Below the step that brought the words of certifications, a certification stays, and what managers practised goes."""

from typing import Any

import pytest
import sqlalchemy as sa

from api.kit.migrations import migrate_to
from tests.builders.world import World
from tests.drills.evening import made
from tests.migrations.test_steps import engine_of, step_down
from tests.training.certifying import plan
from tests.training.test_certification_template import ANCHORS, change
from tests.training.test_managers_learn import a_lesson, a_review

pytestmark = pytest.mark.anyio


def asked(url: str, statement: str) -> list[Any]:
    engine = engine_of(url)
    with engine.connect() as db:
        rows = db.execute(sa.text(statement)).scalars().all()
    engine.dispose()
    return list(rows)


async def test_down_and_up_again(world: World) -> None:
    url = str(world.app.state.settings.database_url)
    await made(await change(world, anchors=ANCHORS))
    await made(await plan(world))
    lesson = await a_lesson(world)
    await made(await lesson.assign(kind="coaching", type_key=None, words="先听三分钟"))
    await made(await lesson.show("hejing", kind="review", origin=await a_review(world)))
    kinds = "SELECT practice_kind FROM training_sessions"
    assert asked(url, kinds) == ["coaching"]
    step_down(url, "0034")
    assert asked(url, kinds) == ["field"]
    assert asked(url, "SELECT count(*) FROM session_evidence") == [0]
    assert asked(url, "SELECT must_pass FROM certifications") == ["objections"]
    migrate_to(url, "head")
    assert asked(url, "SELECT anchors FROM certifications") == [None]
    assert asked(url, "SELECT count(*) FROM certification_template_areas") == [0]
    assert asked(url, kinds) == ["field"]
