"""The newcomers' camp, its days and their template; and which product a class is about.

Revision: 0029, after 0028.
"""

import sqlalchemy as sa
from alembic import op

from api.kit.rows import RecordId, UtcTime
from api.kit.tables import (
    an_id,
    changing,
    check,
    drop_index,
    make_index,
    make_table,
    one_of,
    refers,
    unique,
)

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None

DIMENSIONS = ("see", "believe", "act", "reflect", "share")
WORDS = ("title", "task", "asked")


def upgrade() -> None:
    make_table(
        "camp_template_days",
        *changing(),
        sa.Column("dimension", sa.String(length=20), nullable=False),
        *(sa.Column(name, sa.JSON(), nullable=False) for name in WORDS),
        one_of("camp_template_days", "dimension", DIMENSIONS),
        unique("camp_template_days", "dimension"),
    )
    make_table(
        "camps",
        *changing(),
        an_id("person_id"),
        sa.Column("begins_on", sa.Date(), nullable=False),
        sa.Column("enrolled_by_id", RecordId(), nullable=True),
        sa.Column("show_day", sa.Date(), nullable=True),
        sa.Column("show_about", sa.String(length=2000), nullable=True),
        sa.Column("show_held_at", UtcTime(), nullable=True),
        sa.Column("show_held_by_id", RecordId(), nullable=True),
        sa.Column("newcomer_hand_at", UtcTime(), nullable=True),
        sa.Column("mentor_hand_at", UtcTime(), nullable=True),
        sa.Column("mentor_id", RecordId(), nullable=True),
        sa.Column("finished_at", UtcTime(), nullable=True),
        check("camps", "show_is_whole", "(show_day IS NULL) = (show_about IS NULL)"),
        check(
            "camps",
            "held_is_whole",
            "(show_held_at IS NULL) = (show_held_by_id IS NULL) "
            "AND (show_held_at IS NULL OR show_day IS NOT NULL)",
        ),
        check("camps", "mentors_hand_is_whole", "(mentor_hand_at IS NULL) = (mentor_id IS NULL)"),
        check(
            "camps",
            "finished_after_the_handshake",
            "finished_at IS NULL OR (show_held_at IS NOT NULL "
            "AND newcomer_hand_at IS NOT NULL AND mentor_hand_at IS NOT NULL)",
        ),
        check("camps", "two_people", "mentor_id <> person_id"),
        refers("camps", "person_id", "people"),
        refers("camps", "enrolled_by_id", "people"),
        refers("camps", "show_held_by_id", "people"),
        refers("camps", "mentor_id", "people"),
        unique("camps", "person_id"),
    )
    make_index("camps", "begins_on", "id")
    make_table(
        "camp_days",
        *changing(),
        an_id("camp_id"),
        sa.Column("dimension", sa.String(length=20), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        *(sa.Column(name, sa.JSON(), nullable=False) for name in WORDS),
        sa.Column("words", sa.String(length=2000), nullable=True),
        sa.Column("link_kind", sa.String(length=20), nullable=True),
        sa.Column("link_id", RecordId(), nullable=True),
        sa.Column("done_at", UtcTime(), nullable=True),
        one_of("camp_days", "dimension", DIMENSIONS),
        one_of("camp_days", "link_kind", ("visit", "ride_along", "drill", "share", "case")),
        check("camp_days", "link_is_whole", "(link_kind IS NULL) = (link_id IS NULL)"),
        check(
            "camp_days",
            "done_is_whole",
            "(done_at IS NULL) = (words IS NULL AND link_id IS NULL)",
        ),
        refers("camp_days", "camp_id", "camps", on_delete="CASCADE"),
        unique("camp_days", "camp_id", "dimension"),
    )
    op.add_column(
        "training_sessions", sa.Column("product_key", sa.String(length=40), nullable=True)
    )


def downgrade() -> None:
    op.drop_column("training_sessions", "product_key")
    op.drop_table("camp_days")
    drop_index("camps", "begins_on", "id")
    op.drop_table("camps")
    op.drop_table("camp_template_days")
