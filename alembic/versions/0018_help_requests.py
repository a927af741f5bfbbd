"""Help requests with their answers and hand-overs; who reads one that was not told to them is listed.

Revision: 0018, after 0017.
"""

import sqlalchemy as sa
from alembic import op

from api.kit.checks import allow, forbid
from api.kit.rows import RecordId, UtcTime

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "help_requests",
        sa.Column("organisation_id", RecordId(), nullable=False),
        sa.Column("id", RecordId(), nullable=False),
        sa.Column("created_at", UtcTime(), nullable=False),
        sa.Column("updated_at", UtcTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("deleted_at", UtcTime(), nullable=True),
        sa.Column("asker_id", RecordId(), nullable=False),
        sa.Column("team_id", RecordId(), nullable=True),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("about_kind", sa.String(length=20), nullable=True),
        sa.Column("about_id", RecordId(), nullable=True),
        sa.Column("client_id", RecordId(), nullable=True),
        sa.Column("words", sa.String(length=2000), nullable=True),
        sa.Column("needed", sa.String(length=20), nullable=False),
        sa.Column("wanted", sa.String(length=20), nullable=True),
        sa.Column("audience", sa.String(length=20), nullable=False),
        sa.Column("helper_id", RecordId(), nullable=True),
        sa.Column("happened_at", UtcTime(), nullable=False),
        sa.Column("raised_at", UtcTime(), nullable=False),
        sa.Column("due_at", UtcTime(), nullable=False),
        sa.Column("seen_at", UtcTime(), nullable=True),
        sa.Column("answered_at", UtcTime(), nullable=True),
        sa.Column("tried_at", UtcTime(), nullable=True),
        sa.Column("solved_at", UtcTime(), nullable=True),
        sa.Column("helped", sa.String(length=20), nullable=True),
        sa.Column("birth_digest", sa.LargeBinary(length=32), nullable=True),
        sa.CheckConstraint(
            "about_kind IN ('visit', 'client', 'deal', 'goal', 'round')",
            name=op.f("ck_help_requests_about_kind"),
        ),
        sa.CheckConstraint(
            "audience IN ('manager', 'mentor', 'team')", name=op.f("ck_help_requests_audience")
        ),
        sa.CheckConstraint(
            "helped IN ('yes', 'partly', 'no')", name=op.f("ck_help_requests_helped")
        ),
        sa.CheckConstraint(
            "helper_id IS NOT NULL OR audience = 'team'",
            name=op.f("ck_help_requests_somebody_is_asked"),
        ),
        sa.CheckConstraint(
            "kind <> 'personal' OR audience <> 'team'",
            name=op.f("ck_help_requests_personal_to_one"),
        ),
        sa.CheckConstraint(
            "kind IN ('client', 'knowledge', 'price', 'resource', 'personal')",
            name=op.f("ck_help_requests_kind"),
        ),
        sa.CheckConstraint(
            "needed IN ('now', 'tonight', 'week')", name=op.f("ck_help_requests_needed")
        ),
        sa.CheckConstraint(
            "wanted IN ('advice', 'answer', 'ride_along', 'drill', 'decision')",
            name=op.f("ck_help_requests_wanted"),
        ),
        sa.CheckConstraint(
            "(about_kind IS NULL) = (about_id IS NULL)",
            name=op.f("ck_help_requests_about_is_whole"),
        ),
        sa.CheckConstraint(
            "(solved_at IS NULL) = (helped IS NULL)", name=op.f("ck_help_requests_outcome_is_whole")
        ),
        sa.CheckConstraint("asker_id <> helper_id", name=op.f("ck_help_requests_two_people")),
        sa.ForeignKeyConstraint(
            ["organisation_id", "asker_id"],
            ["people.organisation_id", "people.id"],
            name=op.f("fk_help_requests_organisation_id_asker_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "client_id"],
            ["clients.organisation_id", "clients.id"],
            name=op.f("fk_help_requests_organisation_id_client_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "helper_id"],
            ["people.organisation_id", "people.id"],
            name=op.f("fk_help_requests_organisation_id_helper_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "team_id"],
            ["teams.organisation_id", "teams.id"],
            name=op.f("fk_help_requests_organisation_id_team_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_help_requests_organisation_id")
        ),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_help_requests")),
    )
    op.create_index(
        op.f("ix_help_requests_organisation_id_asker_id_due_at_id"),
        "help_requests",
        ["organisation_id", "asker_id", "due_at", "id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_help_requests_organisation_id_helper_id_due_at_id"),
        "help_requests",
        ["organisation_id", "helper_id", "due_at", "id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_help_requests_organisation_id_team_id_raised_at_id"),
        "help_requests",
        ["organisation_id", "team_id", "raised_at", "id"],
        unique=False,
    )

    op.create_table(
        "help_answers",
        sa.Column("organisation_id", RecordId(), nullable=False),
        sa.Column("id", RecordId(), nullable=False),
        sa.Column("created_at", UtcTime(), nullable=False),
        sa.Column("request_id", RecordId(), nullable=False),
        sa.Column("by_id", RecordId(), nullable=False),
        sa.Column("words", sa.String(length=2000), nullable=True),
        sa.Column("offers", sa.String(length=20), nullable=False),
        sa.Column("on_day", sa.Date(), nullable=True),
        sa.Column("correction", sa.String(length=20), nullable=True),
        sa.Column("said_at", UtcTime(), nullable=False),
        sa.Column("birth_digest", sa.LargeBinary(length=32), nullable=False),
        sa.CheckConstraint(
            "(offers = 'none') = (on_day IS NULL)", name=op.f("ck_help_answers_offer_has_its_day")
        ),
        sa.CheckConstraint(
            "correction IN ('direction', 'method', 'knowledge', 'skill')",
            name=op.f("ck_help_answers_correction"),
        ),
        sa.CheckConstraint(
            "offers IN ('none', 'ride_along', 'drill')", name=op.f("ck_help_answers_offers")
        ),
        sa.CheckConstraint(
            "words IS NOT NULL OR offers <> 'none'", name=op.f("ck_help_answers_says_something")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "by_id"],
            ["people.organisation_id", "people.id"],
            name=op.f("fk_help_answers_organisation_id_by_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "request_id"],
            ["help_requests.organisation_id", "help_requests.id"],
            name=op.f("fk_help_answers_organisation_id_request_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_help_answers_organisation_id")
        ),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_help_answers")),
    )
    op.create_index(
        op.f("ix_help_answers_organisation_id_request_id_created_at_id"),
        "help_answers",
        ["organisation_id", "request_id", "created_at", "id"],
        unique=False,
    )

    op.create_table(
        "help_hand_overs",
        sa.Column("organisation_id", RecordId(), nullable=False),
        sa.Column("id", RecordId(), nullable=False),
        sa.Column("created_at", UtcTime(), nullable=False),
        sa.Column("request_id", RecordId(), nullable=False),
        sa.Column("from_id", RecordId(), nullable=True),
        sa.Column("to_id", RecordId(), nullable=False),
        sa.Column("by_id", RecordId(), nullable=False),
        sa.Column("why", sa.String(length=2000), nullable=True),
        sa.ForeignKeyConstraint(
            ["organisation_id", "by_id"],
            ["people.organisation_id", "people.id"],
            name=op.f("fk_help_hand_overs_organisation_id_by_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "from_id"],
            ["people.organisation_id", "people.id"],
            name=op.f("fk_help_hand_overs_organisation_id_from_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "request_id"],
            ["help_requests.organisation_id", "help_requests.id"],
            name=op.f("fk_help_hand_overs_organisation_id_request_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "to_id"],
            ["people.organisation_id", "people.id"],
            name=op.f("fk_help_hand_overs_organisation_id_to_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisations.id"],
            name=op.f("fk_help_hand_overs_organisation_id"),
        ),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_help_hand_overs")),
    )
    op.create_index(
        op.f("ix_help_hand_overs_organisation_id_request_id_created_at_id"),
        "help_hand_overs",
        ["organisation_id", "request_id", "created_at", "id"],
        unique=False,
    )

    allow("access_log", "kind", "help_requests")


def downgrade() -> None:
    forbid("access_log", "kind", "help_requests")
    op.drop_index(
        op.f("ix_help_hand_overs_organisation_id_request_id_created_at_id"),
        table_name="help_hand_overs",
    )

    op.drop_table("help_hand_overs")
    op.drop_index(
        op.f("ix_help_answers_organisation_id_request_id_created_at_id"), table_name="help_answers"
    )

    op.drop_table("help_answers")
    op.drop_index(
        op.f("ix_help_requests_organisation_id_team_id_raised_at_id"), table_name="help_requests"
    )
    op.drop_index(
        op.f("ix_help_requests_organisation_id_helper_id_due_at_id"), table_name="help_requests"
    )
    op.drop_index(
        op.f("ix_help_requests_organisation_id_asker_id_due_at_id"), table_name="help_requests"
    )

    op.drop_table("help_requests")
