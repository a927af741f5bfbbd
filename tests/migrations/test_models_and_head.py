"""The tables in the code and the schema at head are the same, on both databases."""

from collections.abc import Iterator
from typing import Any

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext

from api.tables import metadata
from tests.migrations.test_steps import engine_of

OTHERS = ("dbos_", "sqlite_")


@pytest.fixture
def db(database_url: str) -> Iterator[sa.Connection]:
    engine = engine_of(database_url)
    with engine.connect() as connection:
        yield connection
    engine.dispose()


def test_alembic_finds_nothing_to_change(db: sa.Connection) -> None:
    """Tables, columns, types, null, defaults, indexes, unique and foreign keys."""
    options = {
        "compare_type": True,
        "compare_server_default": True,
        "include_name": lambda name, kind, _: kind != "table" or not name.startswith(OTHERS),
    }
    context = MigrationContext.configure(db, opts=options)
    assert compare_metadata(context, metadata) == []


def test_alembic_would_find_a_column_that_is_missing(db: sa.Connection) -> None:
    other = sa.MetaData(naming_convention=metadata.naming_convention)
    for table in metadata.tables.values():
        table.to_metadata(other)
    other.tables["visits"].append_column(sa.Column("weather", sa.String(20)))
    found = compare_metadata(MigrationContext.configure(db), other)
    assert [(change[0], change[3].name) for change in found] == [("add_column", "weather")]


def test_the_checks_are_the_same(db: sa.Connection) -> None:
    """Alembic does not compare CHECKs, so their names are compared here."""
    asked = sa.inspect(db)
    stored = {
        (table, check["name"])
        for table in metadata.tables
        for check in asked.get_check_constraints(table)
    }
    meant = {
        (table.name, check_name(table, rule))
        for table in metadata.tables.values()
        for rule in table.constraints
        if isinstance(rule, sa.CheckConstraint)
    }
    assert meant
    assert stored == meant


def check_name(table: sa.Table, rule: sa.CheckConstraint) -> str:
    given = str(rule.name)
    return given if given.startswith("ck_") else f"ck_{table.name}_{given}"


def test_every_constraint_has_a_name(db: sa.Connection) -> None:
    """A nameless one could not be dropped by a later step."""
    asked = sa.inspect(db)
    nameless = [
        (table, rule)
        for table in metadata.tables
        for rule in constraints(asked, table)
        if not rule.get("name")
    ]
    assert nameless == []


def constraints(asked: sa.Inspector, table: str) -> list[Any]:
    return [
        asked.get_pk_constraint(table),
        *asked.get_foreign_keys(table),
        *asked.get_unique_constraints(table),
        *asked.get_check_constraints(table),
    ]


def test_the_checks_say_the_same(db: sa.Connection) -> None:
    """Every value of an enum that the code may store is one the database takes."""
    asked = sa.inspect(db)
    for table in metadata.tables.values():
        stored = {
            check["name"]: check["sqltext"] for check in asked.get_check_constraints(table.name)
        }
        for rule in table.constraints:
            if isinstance(rule, sa.CheckConstraint):
                assert words(str(rule.sqltext)) == words(stored[check_name(table, rule)])


def words(condition: str) -> set[str]:
    """The values in quotes: the databases write the rest of a CHECK in their own way."""
    return {part for part in condition.split("'")[1::2] if part.replace("_", "").isalpha()}
