"""Help that stays: promises kept before their asker was still stuck, what became of a request, and what goals count.

Revision: 0022, after 0021.
"""

import sqlalchemy as sa
from alembic import op

from api.kit.checks import allow, forbid
from api.kit.rows import RecordId, UtcTime

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

WHAT_WAS_ON_ITS_WAY = """
    DELETE FROM deliveries WHERE EXISTS (
    SELECT 1 FROM reminders r WHERE r.organisation_id = deliveries.organisation_id
        AND r.id = deliveries.reminder_id AND r.kind = 'goal'
    )
"""

METRICS = ("rungs", "help_solved")
OF_THESE_GOALS = """
    DELETE FROM {table} WHERE EXISTS (
    SELECT 1 FROM goals g WHERE g.organisation_id = {table}.organisation_id
        AND g.id = {table}.goal_id AND g.metric IN ('rungs', 'help_solved')
    )
"""
STEPS_OF_THESE_GOALS = """
    UPDATE goals SET within_id = NULL WHERE EXISTS (
    SELECT 1 FROM goals g WHERE g.organisation_id = goals.organisation_id
        AND g.id = goals.within_id AND g.metric IN ('rungs', 'help_solved')
    )
"""


def upgrade() -> None:
    op.create_table(
        "help_kept",
        sa.Column("organisation_id", RecordId(), nullable=False),
        sa.Column("id", RecordId(), nullable=False),
        sa.Column("created_at", UtcTime(), nullable=False),
        sa.Column("request_id", RecordId(), nullable=False),
        sa.Column("helper_id", RecordId(), nullable=False),
        sa.Column("due_at", UtcTime(), nullable=False),
        sa.Column("answered_at", UtcTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id", "helper_id"],
            ["people.organisation_id", "people.id"],
            name=op.f("fk_help_kept_organisation_id_helper_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "request_id"],
            ["help_requests.organisation_id", "help_requests.id"],
            name=op.f("fk_help_kept_organisation_id_request_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_help_kept_organisation_id")
        ),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_help_kept")),
    )
    op.create_index(
        op.f("ix_help_kept_organisation_id_helper_id_answered_at"),
        "help_kept",
        ["organisation_id", "helper_id", "answered_at"],
    )
    allow("reminders", "kind", "goal")
    for word in ("rung", "help_solved"):
        allow("counted_rows", "kind", word)
    for word in METRICS:
        allow("goals", "metric", word)
    op.add_column("counted_rows", sa.Column("opens_id", RecordId(), nullable=True))
    _harvests()


def downgrade() -> None:
    with op.batch_alter_table("help_requests") as requests:
        for name in ("harvest_kind", "harvest_is_whole", "personal_stays"):
            requests.drop_constraint(op.f(f"ck_help_requests_{name}"), type_="check")
        requests.drop_constraint(
            op.f("fk_help_requests_organisation_id_harvest_by_id"), type_="foreignkey"
        )
        for name in ("harvest_kind", "harvest_words", "harvest_by_id", "harvested_at"):
            requests.drop_column(name)
    with op.batch_alter_table("counted_rows") as counted:
        counted.drop_column("opens_id")
    for word in ("rung", "help_solved"):
        forbid("counted_rows", "kind", word)
    for table in ("advice", "rewards"):
        op.execute(OF_THESE_GOALS.format(table=table))
    op.execute(STEPS_OF_THESE_GOALS)
    op.execute(OF_THESE_GOALS.format(table="goal_versions"))
    for word in METRICS:
        forbid("goals", "metric", word)
    op.execute(WHAT_WAS_ON_ITS_WAY)
    forbid("reminders", "kind", "goal")
    op.drop_table("help_kept")


def _harvests() -> None:
    with op.batch_alter_table("help_requests") as requests:
        requests.add_column(sa.Column("harvest_kind", sa.String(length=20), nullable=True))
        requests.add_column(sa.Column("harvest_words", sa.String(length=200), nullable=True))
        requests.add_column(sa.Column("harvest_by_id", RecordId(), nullable=True))
        requests.add_column(sa.Column("harvested_at", UtcTime(), nullable=True))
        requests.create_foreign_key(
            op.f("fk_help_requests_organisation_id_harvest_by_id"),
            "people",
            ["organisation_id", "harvest_by_id"],
            ["organisation_id", "id"],
            ondelete="RESTRICT",
        )
        requests.create_check_constraint(
            op.f("ck_help_requests_harvest_kind"), "harvest_kind IN ('drill', 'case', 'topic')"
        )
        requests.create_check_constraint(
            op.f("ck_help_requests_harvest_is_whole"),
            "(harvest_kind IS NULL) = (harvest_words IS NULL) "
            "AND (harvest_kind IS NULL) = (harvest_by_id IS NULL) "
            "AND (harvest_kind IS NULL) = (harvested_at IS NULL)",
        )
        requests.create_check_constraint(
            op.f("ck_help_requests_personal_stays"), "kind <> 'personal' OR harvest_kind IS NULL"
        )
