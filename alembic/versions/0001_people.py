"""Organisations, people, sign-in, and the facts of the house.

Revision: 0001, the first
"""

import sqlalchemy as sa
from alembic import op

from api.kit.rows import RecordId, UtcTime

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "organisations",
        sa.Column("id", RecordId(), nullable=False),
        sa.Column("created_at", UtcTime(), nullable=False),
        sa.Column("updated_at", UtcTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("slug", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("zone", sa.String(length=60), nullable=False),
        sa.Column("country", sa.String(length=2), nullable=False),
        sa.Column("week", sa.JSON(), nullable=False),
        sa.Column("settings", sa.JSON(), nullable=False),
        sa.Column("demo", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisations")),
        sa.UniqueConstraint("slug", name=op.f("uq_organisations_slug")),
    )
    op.create_table(
        "sign_in_tries",
        sa.Column("who", sa.String(length=64), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("last_at", UtcTime(), nullable=False),
        sa.Column("not_before", UtcTime(), nullable=False),
        sa.PrimaryKeyConstraint("who", name=op.f("pk_sign_in_tries")),
    )
    op.create_index(op.f("ix_sign_in_tries_last_at"), "sign_in_tries", ["last_at"], unique=False)

    op.create_table(
        "calendar_days",
        sa.Column("organisation_id", RecordId(), nullable=False),
        sa.Column("id", RecordId(), nullable=False),
        sa.Column("created_at", UtcTime(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("working", sa.Boolean(), nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_calendar_days_organisation_id")
        ),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_calendar_days")),
        sa.UniqueConstraint(
            "organisation_id", "day", name=op.f("uq_calendar_days_organisation_id_day")
        ),
    )
    op.create_table(
        "event_counters",
        sa.Column("organisation_id", RecordId(), nullable=False),
        sa.Column("last", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisations.id"],
            name=op.f("fk_event_counters_organisation_id"),
        ),
        sa.PrimaryKeyConstraint("organisation_id", name=op.f("pk_event_counters")),
    )
    op.create_table(
        "events",
        sa.Column("organisation_id", RecordId(), nullable=False),
        sa.Column("seq", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("topic", sa.String(length=60), nullable=False),
        sa.Column("actor_id", RecordId(), nullable=True),
        sa.Column("payload", sa.JSON(), nullable=False),
        sa.Column("at", UtcTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_events_organisation_id")
        ),
        sa.PrimaryKeyConstraint("organisation_id", "seq", name=op.f("pk_events")),
    )
    op.create_table(
        "flow_faults",
        sa.Column("organisation_id", RecordId(), nullable=False),
        sa.Column("id", RecordId(), nullable=False),
        sa.Column("created_at", UtcTime(), nullable=False),
        sa.Column("topic", sa.String(length=60), nullable=False),
        sa.Column("payload", sa.JSON(), nullable=False),
        sa.Column("flow", sa.String(length=120), nullable=False),
        sa.Column("error", sa.String(length=120), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_flow_faults_organisation_id")
        ),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_flow_faults")),
    )
    op.create_table(
        "teams",
        sa.Column("organisation_id", RecordId(), nullable=False),
        sa.Column("id", RecordId(), nullable=False),
        sa.Column("created_at", UtcTime(), nullable=False),
        sa.Column("updated_at", UtcTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("deleted_at", UtcTime(), nullable=True),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("name_zh", sa.String(length=200), nullable=False),
        sa.Column("name_en", sa.String(length=200), nullable=False),
        sa.Column("parent_id", RecordId(), nullable=True),
        sa.Column("birth_digest", sa.LargeBinary(), nullable=True),
        sa.CheckConstraint("kind IN ('region', 'team')", name=op.f("ck_teams_kind")),
        sa.ForeignKeyConstraint(
            ["organisation_id", "parent_id"],
            ["teams.organisation_id", "teams.id"],
            name=op.f("fk_teams_organisation_id_parent_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_teams_organisation_id")
        ),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_teams")),
    )
    op.create_index(
        op.f("ix_teams_organisation_id_parent_id"),
        "teams",
        ["organisation_id", "parent_id"],
        unique=False,
    )

    op.create_table(
        "people",
        sa.Column("organisation_id", RecordId(), nullable=False),
        sa.Column("id", RecordId(), nullable=False),
        sa.Column("created_at", UtcTime(), nullable=False),
        sa.Column("updated_at", UtcTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("deleted_at", UtcTime(), nullable=True),
        sa.Column("login", sa.String(length=60), nullable=False),
        sa.Column("family_name", sa.String(length=60), nullable=False),
        sa.Column("given_name", sa.String(length=60), nullable=False),
        sa.Column("latin_name", sa.String(length=120), nullable=False),
        sa.Column("role", sa.String(length=20), nullable=False),
        sa.Column("team_id", RecordId(), nullable=True),
        sa.Column("language", sa.String(length=10), nullable=False),
        sa.Column("newcomer", sa.Boolean(), nullable=False),
        sa.Column("joined_on", sa.Date(), nullable=False),
        sa.Column("password_hash", sa.String(length=200), nullable=True),
        sa.Column("keys_issue", sa.Integer(), nullable=False),
        sa.Column("disabled_at", UtcTime(), nullable=True),
        sa.Column("disabled_reason", sa.String(length=200), nullable=True),
        sa.Column("birth_digest", sa.LargeBinary(), nullable=True),
        sa.CheckConstraint("language IN ('zh-CN', 'en')", name=op.f("ck_people_language")),
        sa.CheckConstraint(
            "role IN ('rep', 'manager', 'regional_manager', 'trainer', 'admin')",
            name=op.f("ck_people_role"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "team_id"],
            ["teams.organisation_id", "teams.id"],
            name=op.f("fk_people_organisation_id_team_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_people_organisation_id")
        ),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_people")),
        sa.UniqueConstraint(
            "organisation_id", "login", name=op.f("uq_people_organisation_id_login")
        ),
    )
    op.create_index("ix_people_login", "people", ["login"], unique=False)
    op.create_index(
        op.f("ix_people_organisation_id_latin_name_id"),
        "people",
        ["organisation_id", "latin_name", "id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_people_organisation_id_team_id"),
        "people",
        ["organisation_id", "team_id"],
        unique=False,
    )

    op.create_table(
        "access_log",
        sa.Column("organisation_id", RecordId(), nullable=False),
        sa.Column("id", RecordId(), nullable=False),
        sa.Column("created_at", UtcTime(), nullable=False),
        sa.Column("owner_id", RecordId(), nullable=False),
        sa.Column("reader_id", RecordId(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.Column("last_at", UtcTime(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('visits', 'drill', 'client_sheet', 'plan')", name=op.f("ck_access_log_kind")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "owner_id"],
            ["people.organisation_id", "people.id"],
            name=op.f("fk_access_log_organisation_id_owner_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "reader_id"],
            ["people.organisation_id", "people.id"],
            name=op.f("fk_access_log_organisation_id_reader_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_access_log_organisation_id")
        ),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_access_log")),
        sa.UniqueConstraint(
            "organisation_id",
            "owner_id",
            "reader_id",
            "kind",
            "day",
            name=op.f("uq_access_log_organisation_id_owner_id_reader_id_kind_day"),
        ),
    )
    op.create_index(
        op.f("ix_access_log_organisation_id_owner_id_day_id"),
        "access_log",
        ["organisation_id", "owner_id", "day", "id"],
        unique=False,
    )

    op.create_table(
        "invitations",
        sa.Column("organisation_id", RecordId(), nullable=False),
        sa.Column("id", RecordId(), nullable=False),
        sa.Column("created_at", UtcTime(), nullable=False),
        sa.Column("person_id", RecordId(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("expires_at", UtcTime(), nullable=False),
        sa.CheckConstraint("kind IN ('join', 'reset')", name=op.f("ck_invitations_kind")),
        sa.ForeignKeyConstraint(
            ["organisation_id", "person_id"],
            ["people.organisation_id", "people.id"],
            name=op.f("fk_invitations_organisation_id_person_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_invitations_organisation_id")
        ),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_invitations")),
        sa.UniqueConstraint(
            "organisation_id", "person_id", name=op.f("uq_invitations_organisation_id_person_id")
        ),
    )
    op.create_table(
        "mentor_pairs",
        sa.Column("organisation_id", RecordId(), nullable=False),
        sa.Column("id", RecordId(), nullable=False),
        sa.Column("created_at", UtcTime(), nullable=False),
        sa.Column("updated_at", UtcTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("deleted_at", UtcTime(), nullable=True),
        sa.Column("mentor_id", RecordId(), nullable=False),
        sa.Column("apprentice_id", RecordId(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("birth_digest", sa.LargeBinary(), nullable=True),
        sa.CheckConstraint(
            "ends_on IS NULL OR ends_on >= starts_on", name=op.f("ck_mentor_pairs_order_of_days")
        ),
        sa.CheckConstraint("mentor_id <> apprentice_id", name=op.f("ck_mentor_pairs_two_people")),
        sa.ForeignKeyConstraint(
            ["organisation_id", "apprentice_id"],
            ["people.organisation_id", "people.id"],
            name=op.f("fk_mentor_pairs_organisation_id_apprentice_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "mentor_id"],
            ["people.organisation_id", "people.id"],
            name=op.f("fk_mentor_pairs_organisation_id_mentor_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_mentor_pairs_organisation_id")
        ),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_mentor_pairs")),
    )
    op.create_index(
        op.f("ix_mentor_pairs_organisation_id_apprentice_id"),
        "mentor_pairs",
        ["organisation_id", "apprentice_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_mentor_pairs_organisation_id_mentor_id"),
        "mentor_pairs",
        ["organisation_id", "mentor_id"],
        unique=False,
    )

    op.create_table(
        "refresh_tokens",
        sa.Column("organisation_id", RecordId(), nullable=False),
        sa.Column("id", RecordId(), nullable=False),
        sa.Column("created_at", UtcTime(), nullable=False),
        sa.Column("person_id", RecordId(), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("rotated_at", UtcTime(), nullable=False),
        sa.Column("expires_at", UtcTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id", "person_id"],
            ["people.organisation_id", "people.id"],
            name=op.f("fk_refresh_tokens_organisation_id_person_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisations.id"],
            name=op.f("fk_refresh_tokens_organisation_id"),
        ),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_refresh_tokens")),
    )
    op.create_index(
        op.f("ix_refresh_tokens_organisation_id_person_id"),
        "refresh_tokens",
        ["organisation_id", "person_id"],
        unique=False,
    )


def downgrade() -> None:
    op.drop_index(op.f("ix_refresh_tokens_organisation_id_person_id"), "refresh_tokens")

    op.drop_table("refresh_tokens")
    op.drop_index(op.f("ix_mentor_pairs_organisation_id_mentor_id"), "mentor_pairs")
    op.drop_index(op.f("ix_mentor_pairs_organisation_id_apprentice_id"), "mentor_pairs")

    op.drop_table("mentor_pairs")
    op.drop_table("invitations")
    op.drop_index(op.f("ix_access_log_organisation_id_owner_id_day_id"), "access_log")

    op.drop_table("access_log")
    op.drop_index(op.f("ix_people_organisation_id_team_id"), "people")
    op.drop_index(op.f("ix_people_organisation_id_latin_name_id"), "people")
    op.drop_index("ix_people_login", "people")

    op.drop_table("people")
    op.drop_index(op.f("ix_teams_organisation_id_parent_id"), "teams")

    op.drop_table("teams")
    op.drop_table("flow_faults")
    op.drop_table("events")
    op.drop_table("event_counters")
    op.drop_table("calendar_days")
    op.drop_index(op.f("ix_sign_in_tries_last_at"), "sign_in_tries")

    op.drop_table("sign_in_tries")
    op.drop_table("organisations")
