"""Opening somebody's deals is listed to them: one more kind of reading.

Revision: 0015, after 0014.
"""

from api.kit.checks import allow, forbid

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    allow("access_log", "kind", "deals")


def downgrade() -> None:
    forbid("access_log", "kind", "deals")
