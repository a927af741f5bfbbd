"""The rows of one person, table by table: one statement each, parents before what belongs to them."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, SQLModel

from api.people.policy import Actor
from api.today.export.policy import MINE, Mine, is_told

TABLES = SQLModel.metadata.tables
Row = dict[str, Any]


def tables_of(db: Session, actor: Actor) -> Iterator[tuple[str, list[Row]]]:
    """Every table with its rows, the oldest first; a row shows the columns a person can read."""
    for name in MINE:
        table = TABLES[name]
        told = [column for column in table.columns if is_told(column.name)]
        asked = sa.select(*told).where(_is_mine(name, actor), *_stands(table))
        found = db.execute(asked.order_by(table.c.id)).mappings()
        yield name, [dict(one) for one in found]


def people_in(rows: dict[str, list[Row]]) -> set[UUID]:
    """Everybody these rows name by id."""
    found: set[UUID] = set()
    for name, of_table in rows.items():
        columns = [one for one in columns_of_people(name) if is_told(one)]
        found |= {row[one] for row in of_table for one in columns if row[one] is not None}
    return found


def columns_of_people(name: str) -> list[str]:
    """The columns of a table that refer to a person."""
    return [
        column.name
        for key in TABLES[name].foreign_key_constraints
        if key.referred_table.name == "people"
        for column in key.columns
        if column.name != "organisation_id"
    ]


def _is_mine(name: str, actor: Actor) -> Any:
    own, table = MINE[name], TABLES[name]
    ways = [table.c[column] == actor.person_id for column in own.people]
    ways += [table.c[column].in_(_ids(parent, actor)) for column, parent in own.within]
    ways += _by_a_child(table, own, actor)
    return sa.and_(table.c.organisation_id == actor.organisation_id, sa.or_(*ways))


def _by_a_child(table: Any, own: Mine, actor: Actor) -> list[Any]:
    if own.through is None:
        return []
    name, column = own.through
    child = TABLES[name]
    return [table.c.id.in_(sa.select(child.c[column]).where(_is_mine(name, actor)))]


def _ids(name: str, actor: Actor) -> Any:
    table = TABLES[name]
    return sa.select(table.c.id).where(_is_mine(name, actor), *_stands(table))


def _stands(table: Any) -> list[Any]:
    return [table.c.deleted_at.is_(None)] if "deleted_at" in table.c else []
