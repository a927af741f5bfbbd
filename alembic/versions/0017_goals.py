"""Goals with their versions, the rounds that count, advice and rewards; goals in the log of who opened what.

Revision: 0017, after 0016.
"""

import sqlalchemy as sa
from alembic import op

from api.kit.checks import allow, forbid
from api.kit.rows import RecordId, UtcTime

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    allow("access_log", "kind", "goals")
    op.create_table(
        "counted_rows",
        sa.Column("organisation_id", RecordId(), nullable=False),
        sa.Column("id", RecordId(), nullable=False),
        sa.Column("created_at", UtcTime(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("person_id", RecordId(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.CheckConstraint("kind IN ('round')", name=op.f("ck_counted_rows_kind")),
        sa.ForeignKeyConstraint(
            ["organisation_id", "person_id"],
            ["people.organisation_id", "people.id"],
            name=op.f("fk_counted_rows_organisation_id_person_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_counted_rows_organisation_id")
        ),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_counted_rows")),
    )
    op.create_index(
        op.f("ix_counted_rows_organisation_id_person_id_day_id"),
        "counted_rows",
        ["organisation_id", "person_id", "day", "id"],
        unique=False,
    )
    op.create_table(
        "goals",
        sa.Column("organisation_id", RecordId(), nullable=False),
        sa.Column("id", RecordId(), nullable=False),
        sa.Column("created_at", UtcTime(), nullable=False),
        sa.Column("updated_at", UtcTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("deleted_at", UtcTime(), nullable=True),
        sa.Column("owner_id", RecordId(), nullable=False),
        sa.Column("period", sa.String(length=20), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("metric", sa.String(length=20), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=True),
        sa.Column("within_id", RecordId(), nullable=True),
        sa.Column("birth_digest", sa.LargeBinary(length=32), nullable=False),
        sa.CheckConstraint(
            "metric IN ('visits', 'effective_visits', 'new_kps', 'signed', 'collected', 'average_order', 'rounds_fired')",
            name=op.f("ck_goals_metric"),
        ),
        sa.CheckConstraint("period IN ('month', 'week', 'day')", name=op.f("ck_goals_period")),
        sa.CheckConstraint("first_day <= last_day", name=op.f("ck_goals_order_of_days")),
        sa.ForeignKeyConstraint(
            ["organisation_id", "owner_id"],
            ["people.organisation_id", "people.id"],
            name=op.f("fk_goals_organisation_id_owner_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "within_id"],
            ["goals.organisation_id", "goals.id"],
            name=op.f("fk_goals_organisation_id_within_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_goals_organisation_id")
        ),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_goals")),
        sa.UniqueConstraint(
            "organisation_id",
            "owner_id",
            "metric",
            "period",
            "first_day",
            name=op.f("uq_goals_organisation_id_owner_id_metric_period_first_day"),
        ),
    )
    op.create_index(
        op.f("ix_goals_organisation_id_owner_id_last_day_id"),
        "goals",
        ["organisation_id", "owner_id", "last_day", "id"],
        unique=False,
    )
    op.create_table(
        "goal_versions",
        sa.Column("organisation_id", RecordId(), nullable=False),
        sa.Column("id", RecordId(), nullable=False),
        sa.Column("created_at", UtcTime(), nullable=False),
        sa.Column("goal_id", RecordId(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("target", sa.BigInteger(), nullable=False),
        sa.Column("stretch", sa.BigInteger(), nullable=True),
        sa.Column("quality", sa.String(length=200), nullable=True),
        sa.Column("why", sa.String(length=2000), nullable=True),
        sa.Column("proposed_by_id", RecordId(), nullable=False),
        sa.Column("agreed_by_id", RecordId(), nullable=True),
        sa.Column("agreed_at", UtcTime(), nullable=True),
        sa.Column("birth_digest", sa.LargeBinary(length=32), nullable=False),
        sa.CheckConstraint(
            "(agreed_by_id IS NULL) = (agreed_at IS NULL)", name=op.f("ck_goal_versions_agreed")
        ),
        sa.CheckConstraint(
            "agreed_by_id <> proposed_by_id", name=op.f("ck_goal_versions_two_people")
        ),
        sa.CheckConstraint("stretch > target", name=op.f("ck_goal_versions_stretch")),
        sa.CheckConstraint("target > 0", name=op.f("ck_goal_versions_target")),
        sa.ForeignKeyConstraint(
            ["organisation_id", "agreed_by_id"],
            ["people.organisation_id", "people.id"],
            name=op.f("fk_goal_versions_organisation_id_agreed_by_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "goal_id"],
            ["goals.organisation_id", "goals.id"],
            name=op.f("fk_goal_versions_organisation_id_goal_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "proposed_by_id"],
            ["people.organisation_id", "people.id"],
            name=op.f("fk_goal_versions_organisation_id_proposed_by_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_goal_versions_organisation_id")
        ),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_goal_versions")),
        sa.UniqueConstraint(
            "organisation_id",
            "goal_id",
            "number",
            name=op.f("uq_goal_versions_organisation_id_goal_id_number"),
        ),
    )
    op.create_table(
        "rewards",
        sa.Column("organisation_id", RecordId(), nullable=False),
        sa.Column("id", RecordId(), nullable=False),
        sa.Column("created_at", UtcTime(), nullable=False),
        sa.Column("goal_id", RecordId(), nullable=False),
        sa.Column("owner_id", RecordId(), nullable=False),
        sa.Column("by_id", RecordId(), nullable=False),
        sa.Column("team_id", RecordId(), nullable=False),
        sa.Column("why", sa.String(length=2000), nullable=False),
        sa.Column("birth_digest", sa.LargeBinary(length=32), nullable=False),
        sa.CheckConstraint("owner_id <> by_id", name=op.f("ck_rewards_two_people")),
        sa.ForeignKeyConstraint(
            ["organisation_id", "by_id"],
            ["people.organisation_id", "people.id"],
            name=op.f("fk_rewards_organisation_id_by_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "goal_id"],
            ["goals.organisation_id", "goals.id"],
            name=op.f("fk_rewards_organisation_id_goal_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "owner_id"],
            ["people.organisation_id", "people.id"],
            name=op.f("fk_rewards_organisation_id_owner_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "team_id"],
            ["teams.organisation_id", "teams.id"],
            name=op.f("fk_rewards_organisation_id_team_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_rewards_organisation_id")
        ),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_rewards")),
        sa.UniqueConstraint(
            "organisation_id", "goal_id", name=op.f("uq_rewards_organisation_id_goal_id")
        ),
    )
    op.create_index(
        op.f("ix_rewards_organisation_id_team_id_created_at_id"),
        "rewards",
        ["organisation_id", "team_id", "created_at", "id"],
        unique=False,
    )
    op.create_table(
        "advice",
        sa.Column("organisation_id", RecordId(), nullable=False),
        sa.Column("id", RecordId(), nullable=False),
        sa.Column("created_at", UtcTime(), nullable=False),
        sa.Column("updated_at", UtcTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("deleted_at", UtcTime(), nullable=True),
        sa.Column("goal_id", RecordId(), nullable=False),
        sa.Column("by_id", RecordId(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("words", sa.String(length=2000), nullable=False),
        sa.Column("step", sa.String(length=2000), nullable=False),
        sa.Column("how_seen", sa.String(length=2000), nullable=False),
        sa.Column("step_due", sa.Date(), nullable=False),
        sa.Column("answer", sa.String(length=20), nullable=True),
        sa.Column("answer_words", sa.String(length=2000), nullable=True),
        sa.Column("answered_at", UtcTime(), nullable=True),
        sa.Column("commitment_id", RecordId(), nullable=True),
        sa.Column("birth_digest", sa.LargeBinary(length=32), nullable=False),
        sa.Column("answer_digest", sa.LargeBinary(length=32), nullable=True),
        sa.CheckConstraint("answer IN ('agree', 'other_cause')", name=op.f("ck_advice_answer")),
        sa.CheckConstraint(
            "answer IS NULL OR answer = 'agree' OR answer_words IS NOT NULL",
            name=op.f("ck_advice_other_cause"),
        ),
        sa.CheckConstraint(
            "kind IN ('direction', 'method', 'knowledge', 'skill', 'resource')",
            name=op.f("ck_advice_kind"),
        ),
        sa.CheckConstraint(
            "(answer IS NULL) = (answered_at IS NULL) AND (answer IS NULL) = (commitment_id IS NULL)",
            name=op.f("ck_advice_answer_is_whole"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "by_id"],
            ["people.organisation_id", "people.id"],
            name=op.f("fk_advice_organisation_id_by_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "commitment_id"],
            ["commitments.organisation_id", "commitments.id"],
            name=op.f("fk_advice_organisation_id_commitment_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "goal_id"],
            ["goals.organisation_id", "goals.id"],
            name=op.f("fk_advice_organisation_id_goal_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_advice_organisation_id")
        ),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_advice")),
        sa.UniqueConstraint(
            "organisation_id", "goal_id", name=op.f("uq_advice_organisation_id_goal_id")
        ),
    )
    op.create_index(
        op.f("ix_advice_organisation_id_by_id_created_at"),
        "advice",
        ["organisation_id", "by_id", "created_at"],
        unique=False,
    )

    _count_rounds_so_far()


def downgrade() -> None:
    forbid("access_log", "kind", "goals")
    op.drop_index(op.f("ix_advice_organisation_id_by_id_created_at"), table_name="advice")
    op.drop_table("advice")
    op.drop_index(op.f("ix_rewards_organisation_id_team_id_created_at_id"), table_name="rewards")
    op.drop_table("rewards")
    op.drop_table("goal_versions")
    op.drop_index(op.f("ix_goals_organisation_id_owner_id_last_day_id"), table_name="goals")
    op.drop_table("goals")
    op.drop_index(
        op.f("ix_counted_rows_organisation_id_person_id_day_id"), table_name="counted_rows"
    )
    op.drop_table("counted_rows")


def _count_rounds_so_far() -> None:
    """The rounds of before count like those to come, for whoever sat in the rep's seat."""
    op.execute(
        "INSERT INTO counted_rows (organisation_id, id, created_at, kind, person_id, day) "
        "SELECT rounds.organisation_id, rounds.id, rounds.created_at, 'round', rounds.rep_id, drills.day "
        "FROM rounds JOIN drills ON drills.organisation_id = rounds.organisation_id "
        "AND drills.id = rounds.drill_id"
    )
