"""Clients, contacts and client sheets.

Revision: 0003, after 0002.
"""

import sqlalchemy as sa
from alembic import op

from api.kit.rows import RecordId, UtcTime

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "clients",
        sa.Column("organisation_id", RecordId(), nullable=False),
        sa.Column("id", RecordId(), nullable=False),
        sa.Column("created_at", UtcTime(), nullable=False),
        sa.Column("updated_at", UtcTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("deleted_at", UtcTime(), nullable=True),
        sa.Column("owner_id", RecordId(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("name_search", sa.String(length=480), nullable=False),
        sa.Column("initials", sa.String(length=240), nullable=False),
        sa.Column("industry", sa.String(length=60), nullable=True),
        sa.Column("district", sa.String(length=60), nullable=True),
        sa.Column("size", sa.String(length=60), nullable=True),
        sa.Column("exports_now", sa.String(length=20), nullable=False),
        sa.Column("channels", sa.String(length=200), nullable=True),
        sa.Column("grade", sa.String(length=60), nullable=True),
        sa.Column("source", sa.String(length=60), nullable=True),
        sa.Column("external_id", sa.String(length=120), nullable=True),
        sa.Column("birth_digest", sa.LargeBinary(), nullable=True),
        sa.CheckConstraint(
            "exports_now IN ('yes', 'no', 'unknown')", name=op.f("ck_clients_exports_now")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "owner_id"],
            ["people.organisation_id", "people.id"],
            name=op.f("fk_clients_organisation_id_owner_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_clients_organisation_id")
        ),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_clients")),
    )
    op.create_index(
        op.f("ix_clients_organisation_id_external_id"),
        "clients",
        ["organisation_id", "external_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_clients_organisation_id_owner_id_initials_id"),
        "clients",
        ["organisation_id", "owner_id", "initials", "id"],
        unique=False,
    )

    op.create_table(
        "client_owners",
        sa.Column("organisation_id", RecordId(), nullable=False),
        sa.Column("id", RecordId(), nullable=False),
        sa.Column("created_at", UtcTime(), nullable=False),
        sa.Column("client_id", RecordId(), nullable=False),
        sa.Column("owner_id", RecordId(), nullable=False),
        sa.Column("owned_until", UtcTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["organisation_id", "client_id"],
            ["clients.organisation_id", "clients.id"],
            name=op.f("fk_client_owners_organisation_id_client_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "owner_id"],
            ["people.organisation_id", "people.id"],
            name=op.f("fk_client_owners_organisation_id_owner_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_client_owners_organisation_id")
        ),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_client_owners")),
    )
    op.create_index(
        op.f("ix_client_owners_organisation_id_client_id_owner_id"),
        "client_owners",
        ["organisation_id", "client_id", "owner_id"],
        unique=False,
    )

    op.create_table(
        "client_sheets",
        sa.Column("organisation_id", RecordId(), nullable=False),
        sa.Column("id", RecordId(), nullable=False),
        sa.Column("created_at", UtcTime(), nullable=False),
        sa.Column("client_id", RecordId(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("author_id", RecordId(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("birth_digest", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id", "author_id"],
            ["people.organisation_id", "people.id"],
            name=op.f("fk_client_sheets_organisation_id_author_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "client_id"],
            ["clients.organisation_id", "clients.id"],
            name=op.f("fk_client_sheets_organisation_id_client_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_client_sheets_organisation_id")
        ),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_client_sheets")),
        sa.UniqueConstraint(
            "organisation_id",
            "client_id",
            "number",
            name=op.f("uq_client_sheets_organisation_id_client_id_number"),
        ),
    )
    op.create_table(
        "contacts",
        sa.Column("organisation_id", RecordId(), nullable=False),
        sa.Column("id", RecordId(), nullable=False),
        sa.Column("created_at", UtcTime(), nullable=False),
        sa.Column("updated_at", UtcTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("deleted_at", UtcTime(), nullable=True),
        sa.Column("client_id", RecordId(), nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("title", sa.String(length=60), nullable=True),
        sa.Column("role", sa.String(length=20), nullable=False),
        sa.Column("birth_digest", sa.LargeBinary(), nullable=True),
        sa.CheckConstraint(
            "role IN ('boss', 'influencer', 'user', 'gatekeeper', 'unknown')",
            name=op.f("ck_contacts_role"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "client_id"],
            ["clients.organisation_id", "clients.id"],
            name=op.f("fk_contacts_organisation_id_client_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_contacts_organisation_id")
        ),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_contacts")),
    )
    op.create_index(
        op.f("ix_contacts_organisation_id_client_id"),
        "contacts",
        ["organisation_id", "client_id"],
        unique=False,
    )


def downgrade() -> None:
    op.drop_index(op.f("ix_contacts_organisation_id_client_id"), "contacts")

    op.drop_table("contacts")
    op.drop_table("client_sheets")
    op.drop_index(op.f("ix_client_owners_organisation_id_client_id_owner_id"), "client_owners")

    op.drop_table("client_owners")
    op.drop_index(op.f("ix_clients_organisation_id_owner_id_initials_id"), "clients")
    op.drop_index(op.f("ix_clients_organisation_id_external_id"), "clients")

    op.drop_table("clients")
