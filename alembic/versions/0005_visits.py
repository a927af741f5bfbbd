"""Visits, check-ins and what was heard.

Revision: 0005, after 0004.
"""

import sqlalchemy as sa
from alembic import op

from api.kit.rows import RecordId, UtcTime

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "effective_visit_rules",
        sa.Column("organisation_id", RecordId(), nullable=False),
        sa.Column("id", RecordId(), nullable=False),
        sa.Column("created_at", UtcTime(), nullable=False),
        sa.Column("requires", sa.JSON(), nullable=False),
        sa.Column("applies_from", sa.Date(), nullable=False),
        sa.Column("by_id", RecordId(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id", "by_id"],
            ["people.organisation_id", "people.id"],
            name=op.f("fk_effective_visit_rules_organisation_id_by_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisations.id"],
            name=op.f("fk_effective_visit_rules_organisation_id"),
        ),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_effective_visit_rules")),
    )
    op.create_index(
        op.f("ix_effective_visit_rules_organisation_id_applies_from_id"),
        "effective_visit_rules",
        ["organisation_id", "applies_from", "id"],
        unique=False,
    )

    op.create_table(
        "visits",
        sa.Column("organisation_id", RecordId(), nullable=False),
        sa.Column("id", RecordId(), nullable=False),
        sa.Column("created_at", UtcTime(), nullable=False),
        sa.Column("updated_at", UtcTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("deleted_at", UtcTime(), nullable=True),
        sa.Column("client_id", RecordId(), nullable=False),
        sa.Column("rep_id", RecordId(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("planned", sa.Boolean(), nullable=False),
        sa.Column("planned_time", sa.String(length=5), nullable=True),
        sa.Column("purpose", sa.String(length=20), nullable=False),
        sa.Column("aim", sa.String(length=200), nullable=True),
        sa.Column("expected_minor", sa.BigInteger(), nullable=True),
        sa.Column("expected_currency", sa.String(length=3), nullable=True),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("moved_to", sa.Date(), nullable=True),
        sa.Column("moved_to_id", RecordId(), nullable=True),
        sa.Column("reason", sa.String(length=2000), nullable=True),
        sa.Column("birth_digest", sa.LargeBinary(length=32), nullable=True),
        sa.Column("happened_at", UtcTime(), nullable=True),
        sa.Column("received_at", UtcTime(), nullable=True),
        sa.Column("outcome", sa.String(length=20), nullable=True),
        sa.Column("met_contact_id", RecordId(), nullable=True),
        sa.Column("met_name", sa.String(length=60), nullable=True),
        sa.Column("met_role", sa.String(length=20), nullable=True),
        sa.Column("next_step", sa.String(length=20), nullable=True),
        sa.Column("next_step_text", sa.String(length=200), nullable=True),
        sa.Column("next_on", sa.Date(), nullable=True),
        sa.Column("amount_minor", sa.BigInteger(), nullable=True),
        sa.Column("amount_currency", sa.String(length=3), nullable=True),
        sa.Column("competitor", sa.String(length=60), nullable=True),
        sa.Column("confidence_before", sa.Integer(), nullable=True),
        sa.Column("note", sa.String(length=2000), nullable=True),
        sa.Column("wants_help", sa.Boolean(), nullable=False),
        sa.Column("help_words", sa.String(length=2000), nullable=True),
        sa.Column("effective", sa.Boolean(), nullable=False),
        sa.Column("late", sa.Boolean(), nullable=False),
        sa.Column("check_in_digest", sa.LargeBinary(length=32), nullable=True),
        sa.CheckConstraint(
            "(state IN ('done', 'not_met')) = (outcome IS NOT NULL)",
            name=op.f("ck_visits_checked_in"),
        ),
        sa.CheckConstraint(
            "met_role IN ('boss', 'influencer', 'user', 'gatekeeper', 'unknown')",
            name=op.f("ck_visits_met_role"),
        ),
        sa.CheckConstraint(
            "next_step IN ('see_enquiries', 'meet_partner', 'send_material', 'call_again', 'visit_again', 'other')",
            name=op.f("ck_visits_next_step"),
        ),
        sa.CheckConstraint(
            "outcome IN ('advanced', 'continued', 'stalled', 'nobody_met', 'signed', 'paid', 'lost')",
            name=op.f("ck_visits_outcome"),
        ),
        sa.CheckConstraint(
            "purpose IN ('first', 'follow_up', 'close', 'collect', 'service', 'renew')",
            name=op.f("ck_visits_purpose"),
        ),
        sa.CheckConstraint(
            "state IN ('planned', 'done', 'not_met', 'moved', 'cancelled')",
            name=op.f("ck_visits_state"),
        ),
        sa.CheckConstraint(
            "(outcome IS NULL) = (happened_at IS NULL) AND (outcome IS NULL) = (received_at IS NULL)",
            name=op.f("ck_visits_check_in_is_whole"),
        ),
        sa.CheckConstraint(
            "confidence_before BETWEEN 1 AND 3", name=op.f("ck_visits_confidence_before")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "client_id"],
            ["clients.organisation_id", "clients.id"],
            name=op.f("fk_visits_organisation_id_client_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "met_contact_id"],
            ["contacts.organisation_id", "contacts.id"],
            name=op.f("fk_visits_organisation_id_met_contact_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "moved_to_id"],
            ["visits.organisation_id", "visits.id"],
            name=op.f("fk_visits_organisation_id_moved_to_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "rep_id"],
            ["people.organisation_id", "people.id"],
            name=op.f("fk_visits_organisation_id_rep_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_visits_organisation_id")
        ),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_visits")),
    )
    op.create_index(
        op.f("ix_visits_organisation_id_client_id_day_id"),
        "visits",
        ["organisation_id", "client_id", "day", "id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_visits_organisation_id_day_id"),
        "visits",
        ["organisation_id", "day", "id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_visits_organisation_id_rep_id_day_id"),
        "visits",
        ["organisation_id", "rep_id", "day", "id"],
        unique=False,
    )

    op.create_table(
        "visit_amendments",
        sa.Column("organisation_id", RecordId(), nullable=False),
        sa.Column("id", RecordId(), nullable=False),
        sa.Column("created_at", UtcTime(), nullable=False),
        sa.Column("visit_id", RecordId(), nullable=False),
        sa.Column("by_id", RecordId(), nullable=False),
        sa.Column("field", sa.String(length=40), nullable=False),
        sa.Column("before", sa.String(), nullable=True),
        sa.Column("after", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["organisation_id", "by_id"],
            ["people.organisation_id", "people.id"],
            name=op.f("fk_visit_amendments_organisation_id_by_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "visit_id"],
            ["visits.organisation_id", "visits.id"],
            name=op.f("fk_visit_amendments_organisation_id_visit_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisations.id"],
            name=op.f("fk_visit_amendments_organisation_id"),
        ),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_visit_amendments")),
    )
    op.create_index(
        op.f("ix_visit_amendments_organisation_id_visit_id_id"),
        "visit_amendments",
        ["organisation_id", "visit_id", "id"],
        unique=False,
    )

    op.create_table(
        "visit_objections",
        sa.Column("organisation_id", RecordId(), nullable=False),
        sa.Column("id", RecordId(), nullable=False),
        sa.Column("created_at", UtcTime(), nullable=False),
        sa.Column("visit_id", RecordId(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("type_key", sa.String(length=40), nullable=True),
        sa.Column("words", sa.String(length=200), nullable=True),
        sa.CheckConstraint(
            "type_key IS NOT NULL OR words IS NOT NULL",
            name=op.f("ck_visit_objections_says_something"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "visit_id"],
            ["visits.organisation_id", "visits.id"],
            name=op.f("fk_visit_objections_organisation_id_visit_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisations.id"],
            name=op.f("fk_visit_objections_organisation_id"),
        ),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_visit_objections")),
    )
    op.create_index(
        op.f("ix_visit_objections_organisation_id_visit_id_place"),
        "visit_objections",
        ["organisation_id", "visit_id", "place"],
        unique=False,
    )


def downgrade() -> None:
    op.drop_index(op.f("ix_visit_objections_organisation_id_visit_id_place"), "visit_objections")

    op.drop_table("visit_objections")
    op.drop_index(op.f("ix_visit_amendments_organisation_id_visit_id_id"), "visit_amendments")

    op.drop_table("visit_amendments")
    op.drop_index(op.f("ix_visits_organisation_id_rep_id_day_id"), "visits")
    op.drop_index(op.f("ix_visits_organisation_id_day_id"), "visits")
    op.drop_index(op.f("ix_visits_organisation_id_client_id_day_id"), "visits")

    op.drop_table("visits")
    op.drop_index(
        op.f("ix_effective_visit_rules_organisation_id_applies_from_id"), "effective_visit_rules"
    )

    op.drop_table("effective_visit_rules")
