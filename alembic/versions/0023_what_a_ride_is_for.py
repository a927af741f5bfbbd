"""Ride-alongs say what they are for, and whoever asked may take a request back before it is accepted.

Revision: 0023, after 0022.
"""

import sqlalchemy as sa
from alembic import op

from api.kit.rows import UtcTime

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None

PURPOSES = ("skill", "key_client", "market")
NEW = ("purpose", "withdrawn_at", "withdraw_reason")


def upgrade() -> None:
    """Of the days asked for before, nobody has said what for."""
    allowed = ", ".join(f"'{word}'" for word in PURPOSES)
    with op.batch_alter_table("ride_alongs") as rides:
        rides.add_column(sa.Column("purpose", sa.String(length=20), nullable=True))
        rides.add_column(sa.Column("withdrawn_at", UtcTime(), nullable=True))
        rides.add_column(sa.Column("withdraw_reason", sa.String(length=2000), nullable=True))
        rides.create_check_constraint(op.f("ck_ride_alongs_purpose"), f"purpose IN ({allowed})")
        rides.create_check_constraint(
            op.f("ck_ride_alongs_reason_of_withdrawal"),
            "withdrawn_at IS NOT NULL OR withdraw_reason IS NULL",
        )
        rides.create_check_constraint(
            op.f("ck_ride_alongs_withdrawn_before_accepted"),
            "withdrawn_at IS NULL OR accepted_at IS NULL",
        )


def downgrade() -> None:
    with op.batch_alter_table("ride_alongs") as rides:
        for name in ("purpose", "reason_of_withdrawal", "withdrawn_before_accepted"):
            rides.drop_constraint(op.f(f"ck_ride_alongs_{name}"), type_="check")
        for name in NEW:
            rides.drop_column(name)
