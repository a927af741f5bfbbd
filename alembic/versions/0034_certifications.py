"""Certifications: two assessors, six areas, passed or not yet.

Revision: 0034, after 0033.
"""

import sqlalchemy as sa
from alembic import op

from api.kit.rows import OptionalDocument
from api.kit.tables import (
    a_moment,
    an_id,
    changing,
    check,
    make_index,
    make_table,
    one_of,
    refers,
    unique,
)

revision = "0034"
down_revision = "0033"
branch_labels = None
depends_on = None

AREAS = ("opening", "discovery", "presentation", "objections", "close", "collection")


def upgrade() -> None:
    make_table(
        "certifications",
        *changing(),
        an_id("person_id"),
        an_id("planned_by_id"),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("must_pass", sa.String(length=20), nullable=False),
        sa.Column("passed", sa.Boolean(), nullable=True),
        a_moment("settled_at", nullable=True),
        sa.Column("birth_digest", sa.LargeBinary(length=32), nullable=True),
        one_of("certifications", "must_pass", AREAS),
        check("certifications", "settled_is_whole", "(passed IS NULL) = (settled_at IS NULL)"),
        refers("certifications", "person_id", "people"),
        refers("certifications", "planned_by_id", "people"),
    )
    make_index("certifications", "person_id", "id")
    make_table(
        "certification_seats",
        *changing(),
        an_id("certification_id"),
        an_id("assessor_id"),
        sa.Column("marks", OptionalDocument, nullable=True),
        sa.Column("strong", sa.String(length=2000), nullable=True),
        sa.Column("next", sa.String(length=2000), nullable=True),
        a_moment("marked_at", nullable=True),
        check(
            "certification_seats",
            "marked_is_whole",
            "(marked_at IS NULL) = (strong IS NULL) AND (marked_at IS NULL) = (next IS NULL)",
        ),
        refers("certification_seats", "certification_id", "certifications", on_delete="CASCADE"),
        refers("certification_seats", "assessor_id", "people"),
        unique("certification_seats", "certification_id", "assessor_id"),
    )
    make_index("certification_seats", "assessor_id")


def downgrade() -> None:
    op.drop_table("certification_seats")
    op.drop_table("certifications")
