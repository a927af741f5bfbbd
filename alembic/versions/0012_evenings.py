"""Evenings, cards that come back, reality checks; the boss card of a round; which answer a line is.

Revision: 0012, after 0011.
"""

import sqlalchemy as sa
from alembic import op

from api.kit.rows import RecordId, UtcTime

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "evenings",
        sa.Column("organisation_id", RecordId(), nullable=False),
        sa.Column("id", RecordId(), nullable=False),
        sa.Column("created_at", UtcTime(), nullable=False),
        sa.Column("updated_at", UtcTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("deleted_at", UtcTime(), nullable=True),
        sa.Column("person_id", RecordId(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("wants_partner", sa.Boolean(), nullable=False),
        sa.Column("offered_by_id", RecordId(), nullable=True),
        sa.Column("reason", sa.String(length=20), nullable=True),
        sa.Column("words", sa.String(length=2000), nullable=True),
        sa.Column("to_day", sa.Date(), nullable=True),
        sa.Column("to_part", sa.String(length=20), nullable=True),
        sa.Column("reflection", sa.String(length=2000), nullable=True),
        sa.CheckConstraint(
            "reason IN ('family', 'unwell', 'on_the_road', 'no_partner', 'other')",
            name=op.f("ck_evenings_reason"),
        ),
        sa.CheckConstraint("to_part IN ('morning', 'evening')", name=op.f("ck_evenings_to_part")),
        sa.CheckConstraint(
            "(reason IS NULL) = (to_day IS NULL) AND (reason IS NULL) = (to_part IS NULL)",
            name=op.f("ck_evenings_postponement_is_whole"),
        ),
        sa.CheckConstraint("offered_by_id <> person_id", name=op.f("ck_evenings_two_people")),
        sa.CheckConstraint("to_day > day", name=op.f("ck_evenings_postponed_to_later")),
        sa.ForeignKeyConstraint(
            ["organisation_id", "offered_by_id"],
            ["people.organisation_id", "people.id"],
            name=op.f("fk_evenings_organisation_id_offered_by_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "person_id"],
            ["people.organisation_id", "people.id"],
            name=op.f("fk_evenings_organisation_id_person_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_evenings_organisation_id")
        ),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_evenings")),
        sa.UniqueConstraint(
            "organisation_id",
            "person_id",
            "day",
            name=op.f("uq_evenings_organisation_id_person_id_day"),
        ),
    )
    op.create_index(
        op.f("ix_evenings_organisation_id_day_person_id"),
        "evenings",
        ["organisation_id", "day", "person_id"],
        unique=False,
    )
    op.create_table(
        "reality_checks",
        sa.Column("organisation_id", RecordId(), nullable=False),
        sa.Column("id", RecordId(), nullable=False),
        sa.Column("created_at", UtcTime(), nullable=False),
        sa.Column("updated_at", UtcTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("deleted_at", UtcTime(), nullable=True),
        sa.Column("visit_id", RecordId(), nullable=False),
        sa.Column("client_id", RecordId(), nullable=False),
        sa.Column("rep_id", RecordId(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("told_at", UtcTime(), nullable=False),
        sa.Column("birth_digest", sa.LargeBinary(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id", "client_id"],
            ["clients.organisation_id", "clients.id"],
            name=op.f("fk_reality_checks_organisation_id_client_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "rep_id"],
            ["people.organisation_id", "people.id"],
            name=op.f("fk_reality_checks_organisation_id_rep_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "visit_id"],
            ["visits.organisation_id", "visits.id"],
            name=op.f("fk_reality_checks_organisation_id_visit_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisations.id"],
            name=op.f("fk_reality_checks_organisation_id"),
        ),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_reality_checks")),
        sa.UniqueConstraint(
            "organisation_id", "visit_id", name=op.f("uq_reality_checks_organisation_id_visit_id")
        ),
    )
    op.create_index(
        op.f("ix_reality_checks_organisation_id_day"),
        "reality_checks",
        ["organisation_id", "day"],
        unique=False,
    )
    op.create_index(
        op.f("ix_reality_checks_organisation_id_rep_id_day"),
        "reality_checks",
        ["organisation_id", "rep_id", "day"],
        unique=False,
    )
    op.create_table(
        "deck_cards",
        sa.Column("organisation_id", RecordId(), nullable=False),
        sa.Column("id", RecordId(), nullable=False),
        sa.Column("created_at", UtcTime(), nullable=False),
        sa.Column("rep_id", RecordId(), nullable=False),
        sa.Column("client_id", RecordId(), nullable=False),
        sa.Column("visit_id", RecordId(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("type_key", sa.String(length=40), nullable=True),
        sa.Column("words", sa.String(length=200), nullable=True),
        sa.Column("lost_on", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("origin_kind", sa.String(length=40), nullable=False),
        sa.Column("origin_id", RecordId(), nullable=False),
        sa.Column("round_id", RecordId(), nullable=True),
        sa.Column("settled_at", UtcTime(), nullable=True),
        sa.CheckConstraint("kind IN ('returns')", name=op.f("ck_deck_cards_kind")),
        sa.CheckConstraint("step > 0", name=op.f("ck_deck_cards_step")),
        sa.ForeignKeyConstraint(
            ["organisation_id", "client_id"],
            ["clients.organisation_id", "clients.id"],
            name=op.f("fk_deck_cards_organisation_id_client_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "rep_id"],
            ["people.organisation_id", "people.id"],
            name=op.f("fk_deck_cards_organisation_id_rep_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "round_id"],
            ["rounds.organisation_id", "rounds.id"],
            name=op.f("fk_deck_cards_organisation_id_round_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "visit_id"],
            ["visits.organisation_id", "visits.id"],
            name=op.f("fk_deck_cards_organisation_id_visit_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_deck_cards_organisation_id")
        ),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_deck_cards")),
        sa.UniqueConstraint(
            "organisation_id",
            "origin_kind",
            "origin_id",
            "step",
            name=op.f("uq_deck_cards_organisation_id_origin_kind_origin_id_step"),
        ),
    )
    op.create_index(
        op.f("ix_deck_cards_organisation_id_rep_id_due_on_id"),
        "deck_cards",
        ["organisation_id", "rep_id", "due_on", "id"],
        unique=False,
    )
    op.create_table(
        "reality_items",
        sa.Column("organisation_id", RecordId(), nullable=False),
        sa.Column("id", RecordId(), nullable=False),
        sa.Column("created_at", UtcTime(), nullable=False),
        sa.Column("check_id", RecordId(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("expected", sa.String(length=20), nullable=False),
        sa.Column("expected_id", RecordId(), nullable=True),
        sa.Column("objection_id", RecordId(), nullable=True),
        sa.Column("type_key", sa.String(length=40), nullable=True),
        sa.Column("words", sa.String(length=200), nullable=True),
        sa.Column("answer_id", RecordId(), nullable=True),
        sa.Column("result", sa.String(length=20), nullable=False),
        sa.CheckConstraint(
            "expected <> 'nowhere' OR result <> 'not_raised'",
            name=op.f("ck_reality_items_the_unexpected_came"),
        ),
        sa.CheckConstraint(
            "expected IN ('line', 'sheet', 'nowhere')", name=op.f("ck_reality_items_expected")
        ),
        sa.CheckConstraint(
            "result IN ('not_raised', 'answered', 'partly', 'not_answered')",
            name=op.f("ck_reality_items_result"),
        ),
        sa.CheckConstraint(
            "type_key IS NOT NULL OR words IS NOT NULL",
            name=op.f("ck_reality_items_says_something"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "check_id"],
            ["reality_checks.organisation_id", "reality_checks.id"],
            name=op.f("fk_reality_items_organisation_id_check_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_reality_items_organisation_id")
        ),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_reality_items")),
    )
    op.create_index(
        op.f("ix_reality_items_organisation_id_check_id_place"),
        "reality_items",
        ["organisation_id", "check_id", "place"],
        unique=False,
    )
    op.create_index(
        op.f("ix_reality_items_organisation_id_objection_id"),
        "reality_items",
        ["organisation_id", "objection_id"],
        unique=False,
    )
    op.add_column("round_lines", sa.Column("type_key", sa.String(length=40), nullable=True))
    op.add_column("round_lines", sa.Column("answer_id", RecordId(), nullable=True))
    op.add_column("rounds", sa.Column("boss_card", sa.JSON(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("rounds") as rounds:
        rounds.drop_column("boss_card")
    with op.batch_alter_table("round_lines") as lines:
        lines.drop_column("answer_id")
        lines.drop_column("type_key")
    op.drop_index(op.f("ix_reality_items_organisation_id_objection_id"), table_name="reality_items")
    op.drop_index(
        op.f("ix_reality_items_organisation_id_check_id_place"), table_name="reality_items"
    )
    op.drop_table("reality_items")
    op.drop_index(op.f("ix_deck_cards_organisation_id_rep_id_due_on_id"), table_name="deck_cards")
    op.drop_table("deck_cards")
    op.drop_index(op.f("ix_reality_checks_organisation_id_rep_id_day"), table_name="reality_checks")
    op.drop_index(op.f("ix_reality_checks_organisation_id_day"), table_name="reality_checks")
    op.drop_table("reality_checks")
    op.drop_index(op.f("ix_evenings_organisation_id_day_person_id"), table_name="evenings")
    op.drop_table("evenings")
