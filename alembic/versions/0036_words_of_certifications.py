"""A certification in the organisation's own words, and practice of managers: a ride-along or a review they held.

Revision: 0036, after 0035.
"""

import sqlalchemy as sa
from alembic import op

from api.kit.checks import allow, forbid
from api.kit.rows import Document, OptionalDocument
from api.kit.tables import changing, make_table, one_of, unique

revision = "0036"
down_revision = "0035"
branch_labels = None
depends_on = None

AREAS = ("opening", "discovery", "presentation", "objections", "close", "collection")
TABLE = "certification_template_areas"


def upgrade() -> None:
    make_table(
        TABLE,
        *changing(),
        sa.Column("area", sa.String(length=20), nullable=False),
        sa.Column("anchors", Document, nullable=False),
        sa.Column("must_pass", sa.Boolean(), nullable=False),
        one_of(TABLE, "area", AREAS),
        unique(TABLE, "area"),
    )
    op.add_column("certifications", sa.Column("anchors", OptionalDocument, nullable=True))
    allow("session_evidence", "origin_kind", "ride_along")
    allow("session_evidence", "origin_kind", "review")
    allow("training_sessions", "practice_kind", "coaching")


def downgrade() -> None:
    op.execute(
        "UPDATE training_sessions SET practice_kind = 'field' WHERE practice_kind = 'coaching'"
    )
    forbid("training_sessions", "practice_kind", "coaching")
    op.execute("DELETE FROM session_evidence WHERE origin_kind IN ('ride_along', 'review')")
    forbid("session_evidence", "origin_kind", "review")
    forbid("session_evidence", "origin_kind", "ride_along")
    with op.batch_alter_table("certifications") as certifications:
        certifications.drop_column("anchors")
    op.drop_table(TABLE)
