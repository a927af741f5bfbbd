"""Promises of help that were let pass stay with whoever let them pass, and how somebody sees a promise differently.

Revision: 0028, after 0027.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

from api.kit.rows import RecordId, UtcTime

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("help_requests", sa.Column("helper_due_at", UtcTime(), nullable=True))
    op.create_table(
        "help_missed",
        *_row(),
        sa.Column("request_id", RecordId(), nullable=False),
        sa.Column("helper_id", RecordId(), nullable=False),
        sa.Column("due_at", UtcTime(), nullable=False),
        sa.Column("ended_at", UtcTime(), nullable=False),
        sa.Column("handed_over", sa.Boolean(), nullable=False),
        _check("help_missed", "was_late", "ended_at > due_at"),
        _refers("help_missed", "helper_id", "people"),
        _refers("help_missed", "request_id", "help_requests", on_delete="CASCADE"),
        *_belongs("help_missed"),
    )
    _index("help_missed", "helper_id", "ended_at")
    op.create_table(
        "commitment_replies",
        *_row(),
        sa.Column("commitment_id", RecordId(), nullable=False),
        sa.Column("by_id", RecordId(), nullable=False),
        sa.Column("said_to", sa.String(length=20), nullable=False),
        sa.Column("words", sa.String(length=200), nullable=False),
        _check("commitment_replies", "said_to", "said_to IN ('kept', 'partly', 'not')"),
        _refers("commitment_replies", "by_id", "people"),
        _refers("commitment_replies", "commitment_id", "commitments", on_delete="CASCADE"),
        *_belongs("commitment_replies"),
    )
    _index("commitment_replies", "commitment_id", "created_at")


def downgrade() -> None:
    op.drop_table("commitment_replies")
    op.drop_table("help_missed")
    op.drop_column("help_requests", "helper_due_at")


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
