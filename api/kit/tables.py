"""Columns, keys and rules that tables have alike, as the steps of the schema write them.

Each name follows what it is on: ck_table_rule, fk_table_columns, uq_table_columns, ix_table_columns.
A step that has run is not run again, so none of this may come to mean something else.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

from api.kit.rows import RecordId, UtcTime


def make_table(name: str, *parts: Any) -> None:
    """Begins as every table does: whose it is, its id, when it came."""
    op.create_table(
        name,
        an_id("organisation_id"),
        an_id("id"),
        a_moment("created_at"),
        *parts,
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f(f"fk_{name}_organisation_id")
        ),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f(f"pk_{name}")),
    )


def changing() -> list[sa.Column[Any]]:
    """What rows have besides that people change."""
    return [
        a_moment("updated_at"),
        sa.Column("version", sa.Integer(), nullable=False),
        a_moment("deleted_at", nullable=True),
    ]


def an_id(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, RecordId(), nullable=nullable)


def a_moment(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, UtcTime(), nullable=nullable)


def refers(
    table: str, column: str, other: str, *, on_delete: str = "RESTRICT"
) -> sa.ForeignKeyConstraint:
    """To a row of `other` of the same organisation."""
    return sa.ForeignKeyConstraint(
        ["organisation_id", column],
        [f"{other}.organisation_id", f"{other}.id"],
        name=op.f(f"fk_{table}_organisation_id_{column}"),
        ondelete=on_delete,
    )


def check(table: str, name: str, condition: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(condition, name=op.f(f"ck_{table}_{name}"))


def one_of(table: str, column: str, words: tuple[str, ...]) -> sa.CheckConstraint:
    return check(table, column, f"{column} IN ({', '.join(repr(word) for word in words)})")


def unique(table: str, *columns: str) -> sa.UniqueConstraint:
    """Within the organisation."""
    named = ("organisation_id", *columns)
    return sa.UniqueConstraint(*named, name=op.f(f"uq_{table}_{'_'.join(named)}"))


def make_index(table: str, *columns: str) -> None:
    """Within the organisation."""
    named = ["organisation_id", *columns]
    op.create_index(op.f(f"ix_{table}_{'_'.join(named)}"), table, named)


def drop_index(table: str, *columns: str) -> None:
    named = ["organisation_id", *columns]
    op.drop_index(op.f(f"ix_{table}_{'_'.join(named)}"), table_name=table)
