"""The visit somebody tells the own team about at the morning kick-off.

Revision: 0033, after 0028.
"""

import sqlalchemy as sa
from alembic import op

from api.kit.rows import RecordId
from api.kit.tables import changing, make_index, make_table, refers, unique

revision = "0033"
down_revision = "0028"
branch_labels = None
depends_on = None


def upgrade() -> None:
    make_table(
        "kick_offs",
        *changing(),
        sa.Column("person_id", RecordId(), nullable=False),
        sa.Column("team_id", RecordId(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("visit_id", RecordId(), nullable=False),
        sa.Column("wants_company", sa.Boolean(), nullable=False),
        refers("kick_offs", "person_id", "people"),
        refers("kick_offs", "team_id", "teams"),
        refers("kick_offs", "visit_id", "visits"),
        unique("kick_offs", "person_id", "day"),
    )
    make_index("kick_offs", "team_id", "day")


def downgrade() -> None:
    op.drop_table("kick_offs")
