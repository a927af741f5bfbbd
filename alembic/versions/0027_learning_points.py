"""What a class taught is ticked in rounds for seven days: the points that drills keep, and their ticks.

Revision: 0027, after 0026.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

from api.kit.rows import RecordId, UtcTime

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "practice_points",
        *_row(),
        sa.Column("rep_id", RecordId(), nullable=False),
        sa.Column("origin_id", RecordId(), nullable=False),
        sa.Column("within_id", RecordId(), nullable=False),
        sa.Column("if_", sa.String(length=200), nullable=False),
        sa.Column("then", sa.String(length=200), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        _check("practice_points", "order_of_days", "until >= since"),
        _refers("practice_points", "rep_id", "people"),
        *_belongs("practice_points"),
        sa.UniqueConstraint(
            "organisation_id",
            "rep_id",
            "origin_id",
            name=op.f("uq_practice_points_organisation_id_rep_id_origin_id"),
        ),
    )
    _index("practice_points", "rep_id", "until", "id")
    op.create_table(
        "point_ticks",
        *_row(),
        sa.Column("round_id", RecordId(), nullable=False),
        sa.Column("point_id", RecordId(), nullable=False),
        sa.Column("mark", sa.String(length=20), nullable=False),
        _check("point_ticks", "mark", "mark IN ('yes', 'partly', 'no')"),
        _refers("point_ticks", "point_id", "practice_points"),
        _refers("point_ticks", "round_id", "rounds", on_delete="CASCADE"),
        *_belongs("point_ticks"),
        sa.UniqueConstraint(
            "organisation_id",
            "round_id",
            "point_id",
            name=op.f("uq_point_ticks_organisation_id_round_id_point_id"),
        ),
    )


def downgrade() -> None:
    op.drop_table("point_ticks")
    op.drop_table("practice_points")


def _row() -> list[sa.Column[Any]]:
    return [
        sa.Column("organisation_id", RecordId(), nullable=False),
        sa.Column("id", RecordId(), nullable=False),
        sa.Column("created_at", UtcTime(), nullable=False),
    ]


def _belongs(table: str) -> list[sa.Constraint]:
    return [
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f(f"fk_{table}_organisation_id")
        ),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f(f"pk_{table}")),
    ]


def _refers(
    table: str, column: str, other: str, *, on_delete: str = "RESTRICT"
) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["organisation_id", column],
        [f"{other}.organisation_id", f"{other}.id"],
        name=op.f(f"fk_{table}_organisation_id_{column}"),
        ondelete=on_delete,
    )


def _check(table: str, name: str, condition: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(condition, name=op.f(f"ck_{table}_{name}"))


def _index(table: str, *columns: str) -> None:
    named = ["organisation_id", *columns]
    op.create_index(op.f(f"ix_{table}_{'_'.join(named)}"), table, named)
