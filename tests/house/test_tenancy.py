"""Every row belongs to an organisation, and the database itself refuses a stranger's id."""

from collections.abc import Iterable, Iterator
from typing import Any

import pytest
import sqlalchemy as sa
from sqlmodel import SQLModel

import api.tables

# Rows that belong to the installation. Whoever adds a line says why.
WITHOUT_AN_ORGANISATION = {
    "organisations": "the tenant itself: its id is what the others carry",
    "server_keys": "one set of keys signs for everybody",
    "sign_in_tries": "counted before anybody knows whose login it is, and only as digests",
}

assert api.tables.__doc__, "importing the tables fills the metadata read below"
TABLES = sorted(set(SQLModel.metadata.tables) - set(WITHOUT_AN_ORGANISATION))


def table(name: str) -> sa.Table:
    return SQLModel.metadata.tables[name]


def test_there_are_tables_to_look_at() -> None:
    assert TABLES


@pytest.mark.parametrize("name", TABLES)
def test_the_key_begins_with_the_organisation(name: str) -> None:
    assert first_column(table(name).primary_key.columns) == "organisation_id"


@pytest.mark.parametrize("name", TABLES)
def test_what_is_unique_is_unique_within_the_organisation(name: str) -> None:
    across = [str(rule.name) for rule in unique_rules(table(name)) if not within(rule)]
    assert across == []


@pytest.mark.parametrize("name", TABLES)
def test_a_row_points_only_into_its_own_organisation(name: str) -> None:
    across = [
        str(link.name)
        for link in table(name).foreign_key_constraints
        if link.referred_table.name not in WITHOUT_AN_ORGANISATION and not within(link)
    ]
    assert across == []


def unique_rules(of: sa.Table) -> Iterator[sa.UniqueConstraint | sa.Index]:
    yield from (rule for rule in of.constraints if isinstance(rule, sa.UniqueConstraint))
    yield from (index for index in of.indexes if index.unique)


def within(rule: sa.UniqueConstraint | sa.Index | sa.ForeignKeyConstraint) -> bool:
    return first_column(rule.columns) == "organisation_id"


def first_column(columns: Iterable[sa.Column[Any]]) -> str:
    return next((column.name for column in columns), "none")
