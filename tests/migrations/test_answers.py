"""The step that gives each objection type answers in the place of its one line, both ways."""

from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from alembic.script import ScriptDirectory

from api.kit import migrations
from api.kit.migrations import migrate_to
from tests.builders.field import API
from tests.builders.world import World
from tests.migrations.test_steps import engine_of, step_down

pytestmark = pytest.mark.anyio
Line = dict[str, str]


def the_step() -> tuple[str, str]:
    """The revision and the one below it, whatever their numbers."""
    script = ScriptDirectory.from_config(migrations._config("sqlite://"))
    return next(
        (found.revision, str(found.down_revision))
        for found in script.walk_revisions()
        if Path(found.path).stem.endswith("_answers")
    )


def lines(url: str) -> dict[str, Line]:
    """Below the step: the line of each objection type of Lanbridge."""
    return told(url, "SELECT t.key, t.answer FROM objection_types t")


def first_answers(url: str) -> dict[str, Line]:
    return told(
        url,
        "SELECT t.key, a.text FROM objection_types t JOIN answers a"
        " ON a.organisation_id = t.organisation_id AND a.type_id = t.id",
    )


def told(url: str, statement: str) -> dict[str, Line]:
    engine = engine_of(url)
    asked = sa.text(
        f"{statement} JOIN organisations o ON o.id = t.organisation_id WHERE o.slug = 'lanbridge'"
    ).columns(sa.column("key", sa.String()), sa.column("said", sa.JSON()))
    with engine.connect() as db:
        rows = db.execute(asked).all()
    engine.dispose()
    found = {row[0]: row[1] for row in rows}
    assert len(found) == len(rows), "more than one answer to a type"
    return found


async def own_answers(world: World) -> dict[str, dict[str, Any]]:
    playbook = (await world.as_("sumin").get(f"{API}/playbook")).json()
    return {kind["key"]: kind["best"][0] for kind in playbook["objection_types"]}


def address(world: World) -> str:
    return str(world.app.state.settings.database_url)


async def test_each_line_becomes_an_answer_and_each_first_answer_a_line(world: World) -> None:
    revision, below = the_step()
    before = {key: one["text"] for key, one in (await own_answers(world)).items()}
    assert len(before) == 12
    step_down(address(world), below)
    assert lines(address(world)) == before
    migrate_to(address(world), revision)
    assert first_answers(address(world)) == before


async def test_a_line_is_the_offered_answer_and_never_in_one_language_only(world: World) -> None:
    """The trainer retired the playbook's own answer to "price"; what stays was written in English."""
    retired = (await own_answers(world))["price"]
    said = {"type_key": "price", "text": "What does one order earn you?"}
    assert (await world.as_("qihang").post(f"{API}/playbook/answers", json=said)).is_success
    where, version = f"{API}/playbook/answers/{retired['id']}", {"If-Match": '"1"'}
    gone = await world.as_("sumin").patch(where, json={"retired": True}, headers=version)
    assert gone.is_success
    step_down(address(world), the_step()[1])
    assert lines(address(world))["price"] == {"zh": said["text"], "en": said["text"]}


async def test_the_playbooks_own_answer_is_the_line_before_anybody_elses(world: World) -> None:
    own = (await own_answers(world))["price"]["text"]
    said = {"type_key": "price", "text": "按单算。"}
    assert (await world.as_("qihang").post(f"{API}/playbook/answers", json=said)).is_success
    step_down(address(world), the_step()[1])
    assert lines(address(world))["price"] == own
