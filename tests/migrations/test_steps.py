"""Each step of the schema down and up again, under a company that has been at work."""

import pickle
from collections.abc import Iterator
from typing import Any

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.script import ScriptDirectory

from api.kit import migrations
from api.kit.migrations import migrate_to
from api.kit.postgres import postgres_engine
from api.kit.sqlite import sqlite_engine
from tests.builders.field import amend, an_objection, check_in, yuan
from tests.builders.world import World
from tests.commitments.promising import move
from tests.goals.setting import GOALS, STEP, missed_last_week
from tests.visibility.records import Records

pytestmark = pytest.mark.anyio
Rows = list[dict[str, Any]]
NOT_DATA = {"alembic_version"}
TAKES_ROWS = {"0034": {"media"}}
"""By the version below it, what a step down gives up: there a file that is no recording has no place."""


def steps() -> list[tuple[str, str]]:
    """Every revision with the one below it, the newest first."""
    script = ScriptDirectory.from_config(migrations._config("sqlite://"))
    return [
        (found.revision, str(found.down_revision or "base")) for found in script.walk_revisions()
    ]


def step_down(url: str, revision: str) -> None:
    command.downgrade(migrations._config(url), revision)


def engine_of(url: str) -> sa.Engine:
    return sqlite_engine(url, begin="BEGIN") if url.startswith("sqlite") else postgres_engine(url)


@pytest.fixture
def engine(world_at_work: str) -> Iterator[sa.Engine]:
    opened = engine_of(world_at_work)
    yield opened
    opened.dispose()


@pytest.fixture
async def world_at_work(full_world: World, records: Records) -> str:
    """The address of a database in which every table of the sales team has rows."""
    world, client_id = full_world, records["xiaoman", "client"]
    rep, heard = world.as_("xiaoman"), [an_objection(1)]
    told = await check_in(rep, client_id, outcome="paid", amount=yuan(500), objections=heard)
    assert (await move(world, "xiaoman", "2026-03-30", 620)).is_success
    missed = f"{GOALS}/{missed_last_week(world, 'xiaoman')}/advice"
    assert (await world.as_("hejing").put(missed, json=STEP)).is_success
    world.clock.at("21:00")
    late = world.as_("xiaoman")
    assert (await amend(late, told.json(), note="他想先看后台")).is_success
    url = str(world.app.state.settings.database_url)
    without_what_only_head_can_hold(url)
    return url


def without_what_only_head_can_hold(url: str) -> None:
    """A step down fills in what it must; that has a test of its own beside this file."""
    opened = engine_of(url)
    with opened.begin() as db:
        db.exec_driver_sql("UPDATE people SET language = 'en' WHERE language IS NULL")
        # Looks go with what was looked at: test_kinds_of_sights.py.
        db.exec_driver_sql("DELETE FROM access_log WHERE kind = 'training'")
        # What the method begins: test_what_comes_of_it.py.
        db.exec_driver_sql("DELETE FROM shares WHERE origin_kind = 'goal'")
        # Only tips were told before: test_shares.py.
        told = "SELECT id FROM shares WHERE kind <> 'tip'"
        db.exec_driver_sql(f"DELETE FROM cases WHERE share_id IN ({told})")
        db.exec_driver_sql("DELETE FROM shares WHERE kind <> 'tip'")
    opened.dispose()


def contents(engine: sa.Engine) -> dict[str, Rows]:
    """Every row of every table as the database stores it."""
    engine.dispose()
    with engine.connect() as db:
        tables = sorted(set(sa.inspect(db).get_table_names()) - NOT_DATA)
        return {
            table: [dict(row) for row in db.exec_driver_sql(f'SELECT * FROM "{table}"').mappings()]
            for table in tables
        }


def changed(before: dict[str, Rows], after: dict[str, Rows]) -> list[str]:
    """The tables of `after` whose rows are others than before, in the columns they had then and have now."""
    return [
        table
        for table, rows in after.items()
        if narrowed(before[table], beside=rows) != narrowed(rows, beside=before[table])
    ]


def only_lost(before: Rows, after: Rows) -> bool:
    """Whether each row that is left is one of before."""
    left = set(narrowed(after, beside=before))
    return left < set(narrowed(before, beside=after))


def narrowed(rows: Rows, *, beside: Rows) -> list[bytes]:
    """In an order that no rebuilding changes."""
    columns = sorted(rows[0].keys() & beside[0].keys()) if rows and beside else []
    return sorted(pickle.dumps([row[column] for column in columns]) for row in rows)


def dangling(engine: sa.Engine) -> list[Any]:
    """Rows that refer to nothing; PostgreSQL lets none be stored."""
    if engine.dialect.name != "sqlite":
        return []
    with engine.connect() as db:
        return list(db.exec_driver_sql("PRAGMA foreign_key_check").fetchall())


def test_there_are_steps() -> None:
    assert len(steps()) >= 6
    assert steps()[-1][1] == "base"


async def test_the_company_at_work_has_parents_with_children(engine: sa.Engine) -> None:
    """A rebuilt parent table must not take its children with it: here are children to lose."""
    stored = contents(engine)
    children = (
        "contacts",
        "visit_objections",
        "visit_amendments",
        "rounds",
        "round_ticks",
        "round_lines",
        "payments",
        "commitments",
        "commitment_moves",
        "goals",
        "goal_versions",
        "counted_rows",
        "advice",
        "rewards",
        "review_moves",
        "review_snapshots",
        "review_notes",
        "review_preparations",
        "review_answers",
        "review_promises",
        "review_agreements",
        "answer_uses",
        "shares",
        "ride_visits",
        "ride_moments",
        "ride_rescues",
        "curbside_lines",
        "debriefs",
    )
    assert [table for table in children if not stored[table]] == []


async def test_a_step_down_and_up_leaves_every_other_table_as_it_was(
    world_at_work: str, engine: sa.Engine
) -> None:
    """From the newest step to the first. A column that a step itself takes or gives is that step's own test."""
    before = contents(engine)
    for revision, below in steps():
        step_down(world_at_work, below)
        survived = contents(engine)
        lost = TAKES_ROWS.get(below, set())
        assert set(changed(before, survived)) == lost, below
        assert all(only_lost(before[table], survived[table]) for table in lost)
        migrate_to(world_at_work, revision)
        after = contents(engine)
        assert changed(after, survived) == [], revision
        assert after.keys() == before.keys()
        assert dangling(engine) == []
        step_down(world_at_work, below)
        before = survived
    assert before == {}


async def test_up_down_and_up_ends_in_the_same_schema(
    world_at_work: str, engine: sa.Engine
) -> None:
    first = schema_of(engine)
    migrate_to(world_at_work, "base")
    assert schema_of(engine) == {}
    migrate_to(world_at_work, "head")
    assert schema_of(engine) == first
    assert set(map(len, contents(engine).values())) == {0}


def schema_of(engine: sa.Engine) -> dict[str, Any]:
    """What the database itself tells of each table."""
    engine.dispose()
    with engine.connect() as db:
        asked = sa.inspect(db)
        return {
            table: {
                "columns": [
                    {**column, "type": str(column["type"])} for column in asked.get_columns(table)
                ],
                "key": asked.get_pk_constraint(table),
                "references": sorted(asked.get_foreign_keys(table), key=str),
                "unique": sorted(asked.get_unique_constraints(table), key=str),
                "indexes": sorted(map(in_words, asked.get_indexes(table)), key=str),
                "checks": sorted(asked.get_check_constraints(table), key=str),
            }
            for table in sorted(set(asked.get_table_names()) - NOT_DATA)
        }


def in_words(index: Any) -> dict[str, Any]:
    """The condition of a partial index is an object that equals nothing but itself."""
    options = {name: str(told) for name, told in index.get("dialect_options", {}).items()}
    return {**index, "dialect_options": options}
