"""What a class taught is ticked in rounds for seven days: the points that drills keep, and their ticks.

Revision: 0027, after 0026.
"""

import sqlalchemy as sa
from alembic import op

from api.kit.rows import RecordId
from api.kit.tables import check, make_index, make_table, refers

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None


def upgrade() -> None:
    make_table(
        "practice_points",
        sa.Column("rep_id", RecordId(), nullable=False),
        sa.Column("origin_id", RecordId(), nullable=False),
        sa.Column("within_id", RecordId(), nullable=False),
        sa.Column("if_", sa.String(length=200), nullable=False),
        sa.Column("then", sa.String(length=200), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        check("practice_points", "order_of_days", "until >= since"),
        refers("practice_points", "rep_id", "people"),
        sa.UniqueConstraint(
            "organisation_id",
            "rep_id",
            "origin_id",
            name=op.f("uq_practice_points_organisation_id_rep_id_origin_id"),
        ),
    )
    make_index("practice_points", "rep_id", "until", "id")
    make_table(
        "point_ticks",
        sa.Column("round_id", RecordId(), nullable=False),
        sa.Column("point_id", RecordId(), nullable=False),
        sa.Column("mark", sa.String(length=20), nullable=False),
        check("point_ticks", "mark", "mark IN ('yes', 'partly', 'no')"),
        refers("point_ticks", "point_id", "practice_points"),
        refers("point_ticks", "round_id", "rounds", on_delete="CASCADE"),
        sa.UniqueConstraint(
            "organisation_id",
            "round_id",
            "point_id",
            name=op.f("uq_point_ticks_organisation_id_round_id_point_id"),
        ),
    )


def downgrade() -> None:
    op.drop_table("point_ticks")
    op.drop_table("practice_points")
