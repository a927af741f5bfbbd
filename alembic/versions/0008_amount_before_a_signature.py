"""A deal keeps the amount that a signing check-in overwrote, so that a corrected check-in gives it back.

Of deals signed before this step it is not known any more; they keep the amount they were signed at.

Revision: 0008, after 0007
"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("deals") as deals:
        deals.add_column(sa.Column("amount_before_minor", sa.BigInteger(), nullable=True))
        deals.create_check_constraint(
            op.f("ck_deals_amount_before"), sa.text("amount_before_minor >= 0")
        )


def downgrade() -> None:
    with op.batch_alter_table("deals") as deals:
        deals.drop_constraint(op.f("ck_deals_amount_before"), type_="check")
        deals.drop_column("amount_before_minor")
