"""Promises of help that were kept before their asker was still stuck.

Revision: 0022, after 0021.
"""

import sqlalchemy as sa
from alembic import op

from api.kit.checks import allow, forbid
from api.kit.rows import RecordId, UtcTime

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

WHAT_WAS_ON_ITS_WAY = """
    DELETE FROM deliveries WHERE EXISTS (
    SELECT 1 FROM reminders r WHERE r.organisation_id = deliveries.organisation_id
        AND r.id = deliveries.reminder_id AND r.kind = 'goal'
    )
"""


def upgrade() -> None:
    op.create_table(
        "help_kept",
        sa.Column("organisation_id", RecordId(), nullable=False),
        sa.Column("id", RecordId(), nullable=False),
        sa.Column("created_at", UtcTime(), nullable=False),
        sa.Column("request_id", RecordId(), nullable=False),
        sa.Column("helper_id", RecordId(), nullable=False),
        sa.Column("due_at", UtcTime(), nullable=False),
        sa.Column("answered_at", UtcTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id", "helper_id"],
            ["people.organisation_id", "people.id"],
            name=op.f("fk_help_kept_organisation_id_helper_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "request_id"],
            ["help_requests.organisation_id", "help_requests.id"],
            name=op.f("fk_help_kept_organisation_id_request_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_help_kept_organisation_id")
        ),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_help_kept")),
    )
    op.create_index(
        op.f("ix_help_kept_organisation_id_helper_id_answered_at"),
        "help_kept",
        ["organisation_id", "helper_id", "answered_at"],
    )
    allow("reminders", "kind", "goal")


def downgrade() -> None:
    op.execute(WHAT_WAS_ON_ITS_WAY)
    forbid("reminders", "kind", "goal")
    op.drop_table("help_kept")
