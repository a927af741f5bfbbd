"""Whoever opens a growth file is listed to its owner.

Revision: 0030, after 0028.
"""

from api.kit.checks import allow, forbid

revision = "0030"
down_revision = "0028"
branch_labels = None
depends_on = None


def upgrade() -> None:
    allow("access_log", "kind", "growth")


def downgrade() -> None:
    forbid("access_log", "kind", "growth")
