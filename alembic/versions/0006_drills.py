"""Drills, rounds and agreed lines.

Revision: 0006, after 0005.
"""

import sqlalchemy as sa
from alembic import op

from api.kit.rows import RecordId, UtcTime

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "drills",
        sa.Column("organisation_id", RecordId(), nullable=False),
        sa.Column("id", RecordId(), nullable=False),
        sa.Column("created_at", UtcTime(), nullable=False),
        sa.Column("updated_at", UtcTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("deleted_at", UtcTime(), nullable=True),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("started_by_id", RecordId(), nullable=False),
        sa.Column("recorded_by_id", RecordId(), nullable=False),
        sa.Column("started_at", UtcTime(), nullable=False),
        sa.Column("wrapped_at", UtcTime(), nullable=True),
        sa.Column("birth_digest", sa.LargeBinary(length=32), nullable=False),
        sa.CheckConstraint(
            "state IN ('planned', 'running', 'wrapped', 'postponed')", name=op.f("ck_drills_state")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "recorded_by_id"],
            ["people.organisation_id", "people.id"],
            name=op.f("fk_drills_organisation_id_recorded_by_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "started_by_id"],
            ["people.organisation_id", "people.id"],
            name=op.f("fk_drills_organisation_id_started_by_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_drills_organisation_id")
        ),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_drills")),
    )
    op.create_index(
        op.f("ix_drills_organisation_id_day_id"),
        "drills",
        ["organisation_id", "day", "id"],
        unique=False,
    )

    op.create_table(
        "drill_people",
        sa.Column("organisation_id", RecordId(), nullable=False),
        sa.Column("id", RecordId(), nullable=False),
        sa.Column("created_at", UtcTime(), nullable=False),
        sa.Column("drill_id", RecordId(), nullable=False),
        sa.Column("person_id", RecordId(), nullable=False),
        sa.Column("acknowledged_at", UtcTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["organisation_id", "drill_id"],
            ["drills.organisation_id", "drills.id"],
            name=op.f("fk_drill_people_organisation_id_drill_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "person_id"],
            ["people.organisation_id", "people.id"],
            name=op.f("fk_drill_people_organisation_id_person_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_drill_people_organisation_id")
        ),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_drill_people")),
        sa.UniqueConstraint(
            "organisation_id",
            "drill_id",
            "person_id",
            name=op.f("uq_drill_people_organisation_id_drill_id_person_id"),
        ),
    )
    op.create_index(
        op.f("ix_drill_people_organisation_id_person_id_drill_id"),
        "drill_people",
        ["organisation_id", "person_id", "drill_id"],
        unique=False,
    )

    op.create_table(
        "rounds",
        sa.Column("organisation_id", RecordId(), nullable=False),
        sa.Column("id", RecordId(), nullable=False),
        sa.Column("created_at", UtcTime(), nullable=False),
        sa.Column("updated_at", UtcTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("deleted_at", UtcTime(), nullable=True),
        sa.Column("drill_id", RecordId(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("visit_id", RecordId(), nullable=True),
        sa.Column("client_id", RecordId(), nullable=False),
        sa.Column("rep_id", RecordId(), nullable=False),
        sa.Column("boss_id", RecordId(), nullable=False),
        sa.Column("observer_id", RecordId(), nullable=True),
        sa.Column("sheet_version_id", RecordId(), nullable=False),
        sa.Column("briefed", sa.Boolean(), nullable=False),
        sa.Column("started_at", UtcTime(), nullable=False),
        sa.Column("seconds", sa.Integer(), nullable=False),
        sa.Column("verdict", sa.String(length=20), nullable=False),
        sa.Column("key_moment", sa.String(length=2000), nullable=True),
        sa.Column("rep_words", sa.String(length=2000), nullable=True),
        sa.Column("keep", sa.String(length=2000), nullable=True),
        sa.Column("change", sa.String(length=2000), nullable=True),
        sa.Column("change_kind", sa.String(length=20), nullable=True),
        sa.Column("birth_digest", sa.LargeBinary(length=32), nullable=False),
        sa.CheckConstraint(
            "change_kind IN ('direction', 'method', 'knowledge', 'skill')",
            name=op.f("ck_rounds_change_kind"),
        ),
        sa.CheckConstraint(
            "verdict IN ('would_sign', 'would_meet_again', 'would_not')",
            name=op.f("ck_rounds_verdict"),
        ),
        sa.CheckConstraint("rep_id <> boss_id", name=op.f("ck_rounds_two_seats")),
        sa.CheckConstraint("seconds >= 0", name=op.f("ck_rounds_seconds")),
        sa.ForeignKeyConstraint(
            ["organisation_id", "boss_id"],
            ["people.organisation_id", "people.id"],
            name=op.f("fk_rounds_organisation_id_boss_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "client_id"],
            ["clients.organisation_id", "clients.id"],
            name=op.f("fk_rounds_organisation_id_client_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "drill_id"],
            ["drills.organisation_id", "drills.id"],
            name=op.f("fk_rounds_organisation_id_drill_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "observer_id"],
            ["people.organisation_id", "people.id"],
            name=op.f("fk_rounds_organisation_id_observer_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "rep_id"],
            ["people.organisation_id", "people.id"],
            name=op.f("fk_rounds_organisation_id_rep_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "sheet_version_id"],
            ["client_sheets.organisation_id", "client_sheets.id"],
            name=op.f("fk_rounds_organisation_id_sheet_version_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "visit_id"],
            ["visits.organisation_id", "visits.id"],
            name=op.f("fk_rounds_organisation_id_visit_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_rounds_organisation_id")
        ),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_rounds")),
        sa.UniqueConstraint(
            "organisation_id",
            "drill_id",
            "number",
            name=op.f("uq_rounds_organisation_id_drill_id_number"),
        ),
    )
    op.create_index(
        op.f("ix_rounds_organisation_id_client_id"),
        "rounds",
        ["organisation_id", "client_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_rounds_organisation_id_visit_id"),
        "rounds",
        ["organisation_id", "visit_id"],
        unique=False,
    )

    op.create_table(
        "round_corrections",
        sa.Column("organisation_id", RecordId(), nullable=False),
        sa.Column("id", RecordId(), nullable=False),
        sa.Column("created_at", UtcTime(), nullable=False),
        sa.Column("round_id", RecordId(), nullable=False),
        sa.Column("by_id", RecordId(), nullable=False),
        sa.Column("field", sa.String(length=20), nullable=False),
        sa.Column("before", sa.String(length=2000), nullable=True),
        sa.Column("after", sa.String(length=2000), nullable=True),
        sa.CheckConstraint(
            "field IN ('rep_words', 'keep', 'change')", name=op.f("ck_round_corrections_field")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "by_id"],
            ["people.organisation_id", "people.id"],
            name=op.f("fk_round_corrections_organisation_id_by_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "round_id"],
            ["rounds.organisation_id", "rounds.id"],
            name=op.f("fk_round_corrections_organisation_id_round_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisations.id"],
            name=op.f("fk_round_corrections_organisation_id"),
        ),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_round_corrections")),
    )
    op.create_index(
        op.f("ix_round_corrections_organisation_id_round_id"),
        "round_corrections",
        ["organisation_id", "round_id"],
        unique=False,
    )

    op.create_table(
        "round_lines",
        sa.Column("organisation_id", RecordId(), nullable=False),
        sa.Column("id", RecordId(), nullable=False),
        sa.Column("created_at", UtcTime(), nullable=False),
        sa.Column("round_id", RecordId(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("words", sa.String(length=200), nullable=False),
        sa.Column("answer", sa.String(length=2000), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id", "round_id"],
            ["rounds.organisation_id", "rounds.id"],
            name=op.f("fk_round_lines_organisation_id_round_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_round_lines_organisation_id")
        ),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_round_lines")),
    )
    op.create_index(
        op.f("ix_round_lines_organisation_id_round_id"),
        "round_lines",
        ["organisation_id", "round_id"],
        unique=False,
    )

    op.create_table(
        "round_ticks",
        sa.Column("organisation_id", RecordId(), nullable=False),
        sa.Column("id", RecordId(), nullable=False),
        sa.Column("created_at", UtcTime(), nullable=False),
        sa.Column("round_id", RecordId(), nullable=False),
        sa.Column("behaviour_id", RecordId(), nullable=False),
        sa.Column("mark", sa.String(length=20), nullable=False),
        sa.CheckConstraint("mark IN ('yes', 'partly', 'no')", name=op.f("ck_round_ticks_mark")),
        sa.ForeignKeyConstraint(
            ["organisation_id", "behaviour_id"],
            ["behaviours.organisation_id", "behaviours.id"],
            name=op.f("fk_round_ticks_organisation_id_behaviour_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "round_id"],
            ["rounds.organisation_id", "rounds.id"],
            name=op.f("fk_round_ticks_organisation_id_round_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_round_ticks_organisation_id")
        ),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_round_ticks")),
        sa.UniqueConstraint(
            "organisation_id",
            "round_id",
            "behaviour_id",
            name=op.f("uq_round_ticks_organisation_id_round_id_behaviour_id"),
        ),
    )


def downgrade() -> None:
    op.drop_table("round_ticks")
    op.drop_index(op.f("ix_round_lines_organisation_id_round_id"), "round_lines")

    op.drop_table("round_lines")
    op.drop_index(op.f("ix_round_corrections_organisation_id_round_id"), "round_corrections")

    op.drop_table("round_corrections")
    op.drop_index(op.f("ix_rounds_organisation_id_visit_id"), "rounds")
    op.drop_index(op.f("ix_rounds_organisation_id_client_id"), "rounds")

    op.drop_table("rounds")
    op.drop_index(op.f("ix_drill_people_organisation_id_person_id_drill_id"), "drill_people")

    op.drop_table("drill_people")
    op.drop_index(op.f("ix_drills_organisation_id_day_id"), "drills")

    op.drop_table("drills")
