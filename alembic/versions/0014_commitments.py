"""Commitments, the days they moved from, and their place in the log of who opened what.

Revision: 0014, after 0013.
"""

import sqlalchemy as sa
from alembic import op

from api.kit.checks import allow, forbid
from api.kit.rows import RecordId, UtcTime

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    allow("access_log", "kind", "commitments")
    op.create_table(
        "commitments",
        sa.Column("organisation_id", RecordId(), nullable=False),
        sa.Column("id", RecordId(), nullable=False),
        sa.Column("created_at", UtcTime(), nullable=False),
        sa.Column("updated_at", UtcTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("deleted_at", UtcTime(), nullable=True),
        sa.Column("owner_id", RecordId(), nullable=False),
        sa.Column("to_id", RecordId(), nullable=False),
        sa.Column("words", sa.String(length=2000), nullable=False),
        sa.Column("how_seen", sa.String(length=2000), nullable=False),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("correction", sa.String(length=20), nullable=True),
        sa.Column("skill_key", sa.String(length=40), nullable=True),
        sa.Column("client_id", RecordId(), nullable=True),
        sa.Column("origin_kind", sa.String(length=20), nullable=False),
        sa.Column("origin_id", RecordId(), nullable=False),
        sa.Column("outcome", sa.String(length=20), nullable=True),
        sa.Column("outcome_reason", sa.String(length=2000), nullable=True),
        sa.Column("evidence_kind", sa.String(length=20), nullable=True),
        sa.Column("evidence_id", RecordId(), nullable=True),
        sa.Column("settled_at", UtcTime(), nullable=True),
        sa.Column("settled_by_id", RecordId(), nullable=True),
        sa.Column("birth_digest", sa.LargeBinary(length=32), nullable=False),
        sa.CheckConstraint(
            "correction IN ('direction', 'method', 'knowledge', 'skill')",
            name=op.f("ck_commitments_correction"),
        ),
        sa.CheckConstraint(
            "evidence_kind IN ('visit', 'round', 'drill', 'deal', 'payment', 'ride_along', 'review', 'help_request', 'share')",
            name=op.f("ck_commitments_evidence_kind"),
        ),
        sa.CheckConstraint(
            "origin_kind IN ('ride_along', 'review', 'advice', 'help_request')",
            name=op.f("ck_commitments_origin_kind"),
        ),
        sa.CheckConstraint(
            "outcome IN ('kept', 'partly', 'not')", name=op.f("ck_commitments_outcome")
        ),
        sa.CheckConstraint(
            "outcome IS NULL OR outcome = 'kept' OR outcome_reason IS NOT NULL",
            name=op.f("ck_commitments_outcome_has_its_reason"),
        ),
        sa.CheckConstraint(
            "(evidence_kind IS NULL) = (evidence_id IS NULL)",
            name=op.f("ck_commitments_evidence_is_whole"),
        ),
        sa.CheckConstraint(
            "(outcome IS NULL) = (settled_at IS NULL) AND (outcome IS NULL) = (settled_by_id IS NULL) "
            "AND (outcome IS NOT NULL OR outcome_reason IS NULL)",
            name=op.f("ck_commitments_outcome_is_whole"),
        ),
        sa.CheckConstraint("owner_id <> to_id", name=op.f("ck_commitments_two_people")),
        sa.ForeignKeyConstraint(
            ["organisation_id", "client_id"],
            ["clients.organisation_id", "clients.id"],
            name=op.f("fk_commitments_organisation_id_client_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "owner_id"],
            ["people.organisation_id", "people.id"],
            name=op.f("fk_commitments_organisation_id_owner_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "settled_by_id"],
            ["people.organisation_id", "people.id"],
            name=op.f("fk_commitments_organisation_id_settled_by_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "to_id"],
            ["people.organisation_id", "people.id"],
            name=op.f("fk_commitments_organisation_id_to_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_commitments_organisation_id")
        ),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_commitments")),
    )
    op.create_index(
        op.f("ix_commitments_organisation_id_origin_id"),
        "commitments",
        ["organisation_id", "origin_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_commitments_organisation_id_owner_id_due_id"),
        "commitments",
        ["organisation_id", "owner_id", "due", "id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_commitments_organisation_id_to_id_due_id"),
        "commitments",
        ["organisation_id", "to_id", "due", "id"],
        unique=False,
    )
    op.create_table(
        "commitment_moves",
        sa.Column("organisation_id", RecordId(), nullable=False),
        sa.Column("id", RecordId(), nullable=False),
        sa.Column("created_at", UtcTime(), nullable=False),
        sa.Column("commitment_id", RecordId(), nullable=False),
        sa.Column("from_day", sa.Date(), nullable=False),
        sa.Column("to_day", sa.Date(), nullable=False),
        sa.Column("why", sa.String(length=2000), nullable=False),
        sa.Column("by_id", RecordId(), nullable=False),
        sa.CheckConstraint("from_day <> to_day", name=op.f("ck_commitment_moves_another_day")),
        sa.ForeignKeyConstraint(
            ["organisation_id", "by_id"],
            ["people.organisation_id", "people.id"],
            name=op.f("fk_commitment_moves_organisation_id_by_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "commitment_id"],
            ["commitments.organisation_id", "commitments.id"],
            name=op.f("fk_commitment_moves_organisation_id_commitment_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisations.id"],
            name=op.f("fk_commitment_moves_organisation_id"),
        ),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_commitment_moves")),
    )
    op.create_index(
        op.f("ix_commitment_moves_organisation_id_commitment_id_created_at"),
        "commitment_moves",
        ["organisation_id", "commitment_id", "created_at"],
        unique=False,
    )


def downgrade() -> None:
    forbid("access_log", "kind", "commitments")
    op.drop_index(
        op.f("ix_commitment_moves_organisation_id_commitment_id_created_at"),
        table_name="commitment_moves",
    )
    op.drop_table("commitment_moves")
    op.drop_index(op.f("ix_commitments_organisation_id_to_id_due_id"), table_name="commitments")
    op.drop_index(op.f("ix_commitments_organisation_id_owner_id_due_id"), table_name="commitments")
    op.drop_index(op.f("ix_commitments_organisation_id_origin_id"), table_name="commitments")
    op.drop_table("commitments")
