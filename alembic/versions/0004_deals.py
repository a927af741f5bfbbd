"""Products, deals and payments.

Revision: 0004, after 0003.
"""

import sqlalchemy as sa
from alembic import op

from api.kit.rows import RecordId, UtcTime

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "products",
        sa.Column("organisation_id", RecordId(), nullable=False),
        sa.Column("id", RecordId(), nullable=False),
        sa.Column("created_at", UtcTime(), nullable=False),
        sa.Column("updated_at", UtcTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("deleted_at", UtcTime(), nullable=True),
        sa.Column("key", sa.String(length=40), nullable=False),
        sa.Column("name", sa.JSON(), nullable=False),
        sa.Column("price_minor", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("retired", sa.Boolean(), nullable=False),
        sa.CheckConstraint("price_minor >= 0", name=op.f("ck_products_price")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_products_organisation_id")
        ),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_products")),
        sa.UniqueConstraint("organisation_id", "key", name=op.f("uq_products_organisation_id_key")),
    )
    op.create_table(
        "deals",
        sa.Column("organisation_id", RecordId(), nullable=False),
        sa.Column("id", RecordId(), nullable=False),
        sa.Column("created_at", UtcTime(), nullable=False),
        sa.Column("updated_at", UtcTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("deleted_at", UtcTime(), nullable=True),
        sa.Column("client_id", RecordId(), nullable=False),
        sa.Column("owner_id", RecordId(), nullable=False),
        sa.Column("amount_minor", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("grade", sa.String(length=20), nullable=True),
        sa.Column("expected_on", sa.Date(), nullable=True),
        sa.Column("promise_minor", sa.BigInteger(), nullable=True),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("signed_on", sa.Date(), nullable=True),
        sa.Column("lost_on", sa.Date(), nullable=True),
        sa.Column("lost_reason", sa.String(length=2000), nullable=True),
        sa.Column("quality_note", sa.String(length=2000), nullable=True),
        sa.Column("opened_by_visit_id", RecordId(), nullable=True),
        sa.Column("signed_by_visit_id", RecordId(), nullable=True),
        sa.Column("birth_digest", sa.LargeBinary(length=32), nullable=True),
        sa.CheckConstraint(
            "(state = 'lost') = (lost_on IS NOT NULL)", name=op.f("ck_deals_lost_on")
        ),
        sa.CheckConstraint(
            "(state IN ('signed', 'collected')) = (signed_on IS NOT NULL)",
            name=op.f("ck_deals_signed_on"),
        ),
        sa.CheckConstraint(
            "state IN ('open', 'signed', 'collected', 'lost')", name=op.f("ck_deals_state")
        ),
        sa.CheckConstraint("amount_minor >= 0", name=op.f("ck_deals_amount")),
        sa.ForeignKeyConstraint(
            ["organisation_id", "client_id"],
            ["clients.organisation_id", "clients.id"],
            name=op.f("fk_deals_organisation_id_client_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "owner_id"],
            ["people.organisation_id", "people.id"],
            name=op.f("fk_deals_organisation_id_owner_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_deals_organisation_id")
        ),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_deals")),
    )
    op.create_index(
        op.f("ix_deals_organisation_id_client_id_state"),
        "deals",
        ["organisation_id", "client_id", "state"],
        unique=False,
    )
    op.create_index(
        op.f("ix_deals_organisation_id_owner_id_id"),
        "deals",
        ["organisation_id", "owner_id", "id"],
        unique=False,
    )

    op.create_table(
        "deal_lines",
        sa.Column("organisation_id", RecordId(), nullable=False),
        sa.Column("id", RecordId(), nullable=False),
        sa.Column("created_at", UtcTime(), nullable=False),
        sa.Column("deal_id", RecordId(), nullable=False),
        sa.Column("product_id", RecordId(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("amount_minor", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("amount_minor >= 0", name=op.f("ck_deal_lines_amount")),
        sa.ForeignKeyConstraint(
            ["organisation_id", "deal_id"],
            ["deals.organisation_id", "deals.id"],
            name=op.f("fk_deal_lines_organisation_id_deal_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "product_id"],
            ["products.organisation_id", "products.id"],
            name=op.f("fk_deal_lines_organisation_id_product_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_deal_lines_organisation_id")
        ),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_deal_lines")),
        sa.UniqueConstraint(
            "organisation_id",
            "deal_id",
            "product_id",
            name=op.f("uq_deal_lines_organisation_id_deal_id_product_id"),
        ),
    )
    op.create_table(
        "payments",
        sa.Column("organisation_id", RecordId(), nullable=False),
        sa.Column("id", RecordId(), nullable=False),
        sa.Column("created_at", UtcTime(), nullable=False),
        sa.Column("updated_at", UtcTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("deleted_at", UtcTime(), nullable=True),
        sa.Column("deal_id", RecordId(), nullable=False),
        sa.Column("amount_minor", sa.BigInteger(), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("visit_id", RecordId(), nullable=True),
        sa.Column("birth_digest", sa.LargeBinary(length=32), nullable=True),
        sa.CheckConstraint("amount_minor > 0", name=op.f("ck_payments_amount")),
        sa.ForeignKeyConstraint(
            ["organisation_id", "deal_id"],
            ["deals.organisation_id", "deals.id"],
            name=op.f("fk_payments_organisation_id_deal_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_payments_organisation_id")
        ),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_payments")),
    )
    op.create_index(
        op.f("ix_payments_organisation_id_deal_id_received_on"),
        "payments",
        ["organisation_id", "deal_id", "received_on"],
        unique=False,
    )
    op.create_index(
        op.f("ix_payments_organisation_id_visit_id"),
        "payments",
        ["organisation_id", "visit_id"],
        unique=False,
    )


def downgrade() -> None:
    op.drop_index(op.f("ix_payments_organisation_id_visit_id"), "payments")
    op.drop_index(op.f("ix_payments_organisation_id_deal_id_received_on"), "payments")

    op.drop_table("payments")
    op.drop_table("deal_lines")
    op.drop_index(op.f("ix_deals_organisation_id_owner_id_id"), "deals")
    op.drop_index(op.f("ix_deals_organisation_id_client_id_state"), "deals")

    op.drop_table("deals")
    op.drop_table("products")
