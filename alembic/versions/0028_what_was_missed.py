"""Promises of help that were let pass stay with whoever let them pass, and how somebody sees a promise differently.

Revision: 0028, after 0027.
"""

import sqlalchemy as sa
from alembic import op

from api.kit.rows import RecordId, UtcTime
from api.kit.tables import check, make_index, make_table, one_of, refers

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("help_requests", sa.Column("helper_due_at", UtcTime(), nullable=True))
    make_table(
        "help_missed",
        sa.Column("request_id", RecordId(), nullable=False),
        sa.Column("helper_id", RecordId(), nullable=False),
        sa.Column("due_at", UtcTime(), nullable=False),
        sa.Column("ended_at", UtcTime(), nullable=False),
        sa.Column("handed_over", sa.Boolean(), nullable=False),
        check("help_missed", "was_late", "ended_at > due_at"),
        refers("help_missed", "helper_id", "people"),
        refers("help_missed", "request_id", "help_requests", on_delete="CASCADE"),
    )
    make_index("help_missed", "helper_id", "ended_at")
    make_table(
        "commitment_replies",
        sa.Column("commitment_id", RecordId(), nullable=False),
        sa.Column("by_id", RecordId(), nullable=False),
        sa.Column("said_to", sa.String(length=20), nullable=False),
        sa.Column("words", sa.String(length=200), nullable=False),
        one_of("commitment_replies", "said_to", ("kept", "partly", "not")),
        refers("commitment_replies", "by_id", "people"),
        refers("commitment_replies", "commitment_id", "commitments", on_delete="CASCADE"),
    )
    make_index("commitment_replies", "commitment_id", "created_at")


def downgrade() -> None:
    op.drop_table("commitment_replies")
    op.drop_table("help_missed")
    op.drop_column("help_requests", "helper_due_at")
