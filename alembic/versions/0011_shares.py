"""Shares: tips so far.

Revision: 0011, after 0010.
"""

import sqlalchemy as sa
from alembic import op

from api.kit.rows import RecordId, UtcTime

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "shares",
        sa.Column("organisation_id", RecordId(), nullable=False),
        sa.Column("id", RecordId(), nullable=False),
        sa.Column("created_at", UtcTime(), nullable=False),
        sa.Column("updated_at", UtcTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("deleted_at", UtcTime(), nullable=True),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("author_id", RecordId(), nullable=False),
        sa.Column("team_id", RecordId(), nullable=False),
        sa.Column("words", sa.String(length=2000), nullable=False),
        sa.Column("type_key", sa.String(length=40), nullable=True),
        sa.Column("origin_kind", sa.String(length=20), nullable=True),
        sa.Column("origin_id", RecordId(), nullable=True),
        sa.Column("birth_digest", sa.LargeBinary(length=32), nullable=False),
        sa.CheckConstraint(
            "(origin_kind IS NULL) = (origin_id IS NULL)", name=op.f("ck_shares_origin_is_whole")
        ),
        sa.CheckConstraint("kind IN ('tip')", name=op.f("ck_shares_kind")),
        sa.CheckConstraint(
            "origin_kind IN ('round', 'visit', 'moment')", name=op.f("ck_shares_origin_kind")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "author_id"],
            ["people.organisation_id", "people.id"],
            name=op.f("fk_shares_organisation_id_author_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "team_id"],
            ["teams.organisation_id", "teams.id"],
            name=op.f("fk_shares_organisation_id_team_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_shares_organisation_id")
        ),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_shares")),
    )
    op.create_index(
        op.f("ix_shares_organisation_id_author_id_created_at_id"),
        "shares",
        ["organisation_id", "author_id", "created_at", "id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_shares_organisation_id_team_id_created_at_id"),
        "shares",
        ["organisation_id", "team_id", "created_at", "id"],
        unique=False,
    )


def downgrade() -> None:
    op.drop_index(op.f("ix_shares_organisation_id_team_id_created_at_id"), "shares")
    op.drop_index(op.f("ix_shares_organisation_id_author_id_created_at_id"), "shares")

    op.drop_table("shares")
