"""Recordings, as files beside the records they belong to.

Revision: 0009, after 0008.
"""

import sqlalchemy as sa
from alembic import op

from api.kit.rows import RecordId, UtcTime

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

STANDS = sa.text("removed_at IS NULL")


def upgrade() -> None:
    op.create_table(
        "media",
        sa.Column("organisation_id", RecordId(), nullable=False),
        sa.Column("id", RecordId(), nullable=False),
        sa.Column("created_at", UtcTime(), nullable=False),
        sa.Column("owner_id", RecordId(), nullable=False),
        sa.Column("of_kind", sa.String(length=20), nullable=False),
        sa.Column("of_id", RecordId(), nullable=False),
        sa.Column("form", sa.String(length=40), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("seconds", sa.Integer(), nullable=False),
        sa.Column("digest", sa.LargeBinary(length=32), nullable=False),
        sa.Column("file", sa.String(length=120), nullable=True),
        sa.Column("removed_at", UtcTime(), nullable=True),
        sa.CheckConstraint("size > 0", name=op.f("ck_media_size")),
        sa.CheckConstraint("seconds > 0", name=op.f("ck_media_seconds")),
        sa.CheckConstraint(
            "(file IS NULL) = (removed_at IS NOT NULL)", name=op.f("ck_media_file_until_removed")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "owner_id"],
            ["people.organisation_id", "people.id"],
            name=op.f("fk_media_organisation_id_owner_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_media_organisation_id")
        ),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_media")),
    )
    op.create_index(
        op.f("ix_media_organisation_id_of_kind_of_id"),
        "media",
        ["organisation_id", "of_kind", "of_id"],
        unique=True,
        sqlite_where=STANDS,
        postgresql_where=STANDS,
    )


def downgrade() -> None:
    op.drop_table("media")
