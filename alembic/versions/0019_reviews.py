"""Reviews: series, pre-reads, answers, promises on the table, agreements; reading a review is noted.

Revision: 0019, after 0018.
"""

import sqlalchemy as sa
from alembic import op

from api.kit.checks import allow, forbid
from api.kit.rows import RecordId, UtcTime
from api.kit.tables import changing, make_table, refers

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

A_QUESTION = (
    "key IN ('review_goal', 'review_process', 'review_ability', 'review_help', 'review_next', "
    "'coaching_goal', 'coaching_process', 'coaching_ability', 'coaching_help', 'coaching_next', "
    "'deal_goal', 'deal_result', 'deal_cause', 'deal_rule')"
)
WITH_WHOM = "(kind = 'team') = (person_id IS NULL) AND (kind = 'team') = (team_id IS NOT NULL)"


def upgrade() -> None:
    make_table(
        "review_questions",
        *changing(),
        sa.Column("key", sa.String(length=40), nullable=False),
        sa.Column("text", sa.JSON(), nullable=False),
        sa.CheckConstraint(A_QUESTION, name=op.f("ck_review_questions_key")),
        sa.UniqueConstraint(
            "organisation_id", "key", name=op.f("uq_review_questions_organisation_id_key")
        ),
    )
    make_table(
        "review_series",
        *changing(),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("host_id", RecordId(), nullable=False),
        sa.Column("person_id", RecordId(), nullable=True),
        sa.Column("team_id", RecordId(), nullable=True),
        sa.Column("weekday", sa.Integer(), nullable=False),
        sa.Column("starts", sa.String(length=5), nullable=False),
        sa.Column("every_weeks", sa.Integer(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("end_reason", sa.String(length=2000), nullable=True),
        sa.Column("birth_digest", sa.LargeBinary(length=32), nullable=False),
        sa.CheckConstraint(WITH_WHOM, name=op.f("ck_review_series_with_whom")),
        sa.CheckConstraint(
            "kind IN ('weekly', 'manager', 'team', 'month')", name=op.f("ck_review_series_kind")
        ),
        sa.CheckConstraint(
            "(ends_on IS NULL) = (end_reason IS NULL)", name=op.f("ck_review_series_end_is_whole")
        ),
        sa.CheckConstraint(
            "every_weeks BETWEEN 1 AND 8", name=op.f("ck_review_series_every_weeks")
        ),
        sa.CheckConstraint("host_id <> person_id", name=op.f("ck_review_series_two_people")),
        sa.CheckConstraint("minutes BETWEEN 10 AND 240", name=op.f("ck_review_series_minutes")),
        sa.CheckConstraint("weekday BETWEEN 1 AND 7", name=op.f("ck_review_series_weekday")),
        refers("review_series", "host_id", "people"),
        refers("review_series", "person_id", "people"),
        refers("review_series", "team_id", "teams"),
    )
    op.create_index(
        op.f("ix_review_series_organisation_id_host_id_id"),
        "review_series",
        ["organisation_id", "host_id", "id"],
    )
    make_table(
        "reviews",
        *changing(),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("series_id", RecordId(), nullable=True),
        sa.Column("slot", sa.Date(), nullable=True),
        sa.Column("host_id", RecordId(), nullable=False),
        sa.Column("person_id", RecordId(), nullable=True),
        sa.Column("mentor_id", RecordId(), nullable=True),
        sa.Column("team_id", RecordId(), nullable=True),
        sa.Column("deal_id", RecordId(), nullable=True),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("starts", sa.String(length=5), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("proposed", sa.Boolean(), nullable=False),
        sa.Column("moved_from", sa.Date(), nullable=True),
        sa.Column("move_reason", sa.String(length=2000), nullable=True),
        sa.Column("prepared_at", UtcTime(), nullable=True),
        sa.Column("started_at", UtcTime(), nullable=True),
        sa.Column("agreed_at", UtcTime(), nullable=True),
        sa.Column("called_off_at", UtcTime(), nullable=True),
        sa.Column("called_off_reason", sa.String(length=2000), nullable=True),
        sa.Column("called_off_by_id", RecordId(), nullable=True),
        sa.Column("promises_version", sa.Integer(), nullable=False),
        sa.Column("birth_digest", sa.LargeBinary(length=32), nullable=True),
        sa.CheckConstraint(
            "(kind = 'deal') = (deal_id IS NOT NULL)", name=op.f("ck_reviews_of_a_deal")
        ),
        sa.CheckConstraint(WITH_WHOM, name=op.f("ck_reviews_with_whom")),
        sa.CheckConstraint(
            "kind IN ('weekly', 'manager', 'team', 'month', 'deal')", name=op.f("ck_reviews_kind")
        ),
        sa.CheckConstraint(
            "(called_off_at IS NULL) = (called_off_reason IS NULL) "
            "AND (called_off_at IS NULL) = (called_off_by_id IS NULL)",
            name=op.f("ck_reviews_called_off_is_whole"),
        ),
        sa.CheckConstraint(
            "(moved_from IS NULL) = (move_reason IS NULL)", name=op.f("ck_reviews_move_is_whole")
        ),
        sa.CheckConstraint(
            "(series_id IS NULL) = (slot IS NULL)", name=op.f("ck_reviews_slot_of_series")
        ),
        sa.CheckConstraint(
            "agreed_at IS NULL OR called_off_at IS NULL", name=op.f("ck_reviews_one_end")
        ),
        sa.CheckConstraint("host_id <> person_id", name=op.f("ck_reviews_two_people")),
        sa.CheckConstraint("minutes BETWEEN 10 AND 240", name=op.f("ck_reviews_minutes")),
        refers("reviews", "called_off_by_id", "people"),
        refers("reviews", "deal_id", "deals"),
        refers("reviews", "host_id", "people"),
        refers("reviews", "mentor_id", "people"),
        refers("reviews", "person_id", "people"),
        refers("reviews", "series_id", "review_series"),
        refers("reviews", "team_id", "teams"),
        sa.UniqueConstraint(
            "organisation_id", "deal_id", name=op.f("uq_reviews_organisation_id_deal_id")
        ),
        sa.UniqueConstraint(
            "organisation_id",
            "series_id",
            "slot",
            name=op.f("uq_reviews_organisation_id_series_id_slot"),
        ),
    )
    op.create_index(
        op.f("ix_reviews_organisation_id_day_id"), "reviews", ["organisation_id", "day", "id"]
    )
    op.create_index(
        op.f("ix_reviews_organisation_id_host_id_day_id"),
        "reviews",
        ["organisation_id", "host_id", "day", "id"],
    )
    op.create_index(
        op.f("ix_reviews_organisation_id_person_id_day_id"),
        "reviews",
        ["organisation_id", "person_id", "day", "id"],
    )
    make_table(
        "review_agreements",
        sa.Column("review_id", RecordId(), nullable=False),
        sa.Column("person_id", RecordId(), nullable=False),
        sa.Column("recorded_by_id", RecordId(), nullable=False),
        sa.Column("promises_version", sa.Integer(), nullable=False),
        sa.Column("tapped_at", UtcTime(), nullable=False),
        refers("review_agreements", "person_id", "people"),
        refers("review_agreements", "recorded_by_id", "people"),
        refers("review_agreements", "review_id", "reviews", on_delete="CASCADE"),
        sa.UniqueConstraint(
            "organisation_id",
            "review_id",
            "person_id",
            name=op.f("uq_review_agreements_organisation_id_review_id_person_id"),
        ),
    )
    make_table(
        "review_answers",
        *changing(),
        sa.Column("review_id", RecordId(), nullable=False),
        sa.Column("key", sa.String(length=40), nullable=False),
        sa.Column("asked", sa.JSON(), nullable=False),
        sa.Column("words", sa.String(length=2000), nullable=False),
        sa.Column("by_id", RecordId(), nullable=False),
        sa.CheckConstraint(A_QUESTION, name=op.f("ck_review_answers_key")),
        refers("review_answers", "by_id", "people"),
        refers("review_answers", "review_id", "reviews", on_delete="CASCADE"),
        sa.UniqueConstraint(
            "organisation_id",
            "review_id",
            "key",
            name=op.f("uq_review_answers_organisation_id_review_id_key"),
        ),
    )
    make_table(
        "review_moves",
        sa.Column("review_id", RecordId(), nullable=False),
        sa.Column("by_id", RecordId(), nullable=False),
        sa.Column("from_day", sa.Date(), nullable=False),
        sa.Column("from_starts", sa.String(length=5), nullable=False),
        sa.Column("to_day", sa.Date(), nullable=False),
        sa.Column("to_starts", sa.String(length=5), nullable=False),
        sa.Column("reason", sa.String(length=2000), nullable=False),
        refers("review_moves", "by_id", "people"),
        refers("review_moves", "review_id", "reviews", on_delete="CASCADE"),
    )
    op.create_index(
        op.f("ix_review_moves_organisation_id_review_id_id"),
        "review_moves",
        ["organisation_id", "review_id", "id"],
    )
    make_table(
        "review_notes",
        *changing(),
        sa.Column("review_id", RecordId(), nullable=False),
        sa.Column("by_id", RecordId(), nullable=False),
        sa.Column("side", sa.String(length=20), nullable=False),
        sa.Column("wants", sa.String(length=2000), nullable=True),
        sa.Column("stuck", sa.String(length=2000), nullable=True),
        sa.Column("tried", sa.String(length=2000), nullable=True),
        sa.Column("praise", sa.String(length=2000), nullable=True),
        sa.Column("evidence_kind", sa.String(length=20), nullable=True),
        sa.Column("evidence_id", RecordId(), nullable=True),
        sa.Column("question", sa.String(length=2000), nullable=True),
        sa.Column("offer", sa.String(length=2000), nullable=True),
        sa.CheckConstraint(
            "(side = 'person') = (wants IS NOT NULL) AND (side = 'host') = (praise IS NOT NULL)",
            name=op.f("ck_review_notes_words_of_its_side"),
        ),
        sa.CheckConstraint(
            "evidence_kind IN ('visit', 'deal', 'drill', 'review', 'commitment', "
            "'help_request', 'ride_along', 'goal')",
            name=op.f("ck_review_notes_evidence_kind"),
        ),
        sa.CheckConstraint("side IN ('person', 'host')", name=op.f("ck_review_notes_side")),
        sa.CheckConstraint(
            "(evidence_kind IS NULL) = (evidence_id IS NULL)",
            name=op.f("ck_review_notes_evidence_is_whole"),
        ),
        refers("review_notes", "by_id", "people"),
        refers("review_notes", "review_id", "reviews", on_delete="CASCADE"),
        sa.UniqueConstraint(
            "organisation_id",
            "review_id",
            "side",
            name=op.f("uq_review_notes_organisation_id_review_id_side"),
        ),
    )
    make_table(
        "review_preparations",
        sa.Column("review_id", RecordId(), nullable=False),
        sa.Column("words", sa.String(length=4000), nullable=False),
        refers("review_preparations", "review_id", "reviews", on_delete="CASCADE"),
        sa.UniqueConstraint(
            "organisation_id",
            "review_id",
            name=op.f("uq_review_preparations_organisation_id_review_id"),
        ),
    )
    make_table(
        "review_promises",
        sa.Column("review_id", RecordId(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("owner_id", RecordId(), nullable=False),
        sa.Column("words", sa.String(length=2000), nullable=False),
        sa.Column("how_seen", sa.String(length=2000), nullable=False),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("correction", sa.String(length=20), nullable=True),
        sa.Column("skill_key", sa.String(length=40), nullable=True),
        sa.Column("client_id", RecordId(), nullable=True),
        sa.CheckConstraint(
            "correction IN ('direction', 'method', 'knowledge', 'skill')",
            name=op.f("ck_review_promises_correction"),
        ),
        refers("review_promises", "client_id", "clients"),
        refers("review_promises", "owner_id", "people"),
        refers("review_promises", "review_id", "reviews", on_delete="CASCADE"),
    )
    op.create_index(
        op.f("ix_review_promises_organisation_id_review_id_place"),
        "review_promises",
        ["organisation_id", "review_id", "place"],
    )
    make_table(
        "review_snapshots",
        sa.Column("review_id", RecordId(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("facts", sa.JSON(), nullable=False),
        refers("review_snapshots", "review_id", "reviews", on_delete="CASCADE"),
        sa.UniqueConstraint(
            "organisation_id",
            "review_id",
            name=op.f("uq_review_snapshots_organisation_id_review_id"),
        ),
    )
    allow("access_log", "kind", "review")


def downgrade() -> None:
    forbid("access_log", "kind", "review")
    op.drop_table("review_snapshots")
    op.drop_index(
        op.f("ix_review_promises_organisation_id_review_id_place"), table_name="review_promises"
    )
    op.drop_table("review_promises")
    op.drop_table("review_preparations")
    op.drop_table("review_notes")
    op.drop_index(op.f("ix_review_moves_organisation_id_review_id_id"), table_name="review_moves")
    op.drop_table("review_moves")
    op.drop_table("review_answers")
    op.drop_table("review_agreements")
    op.drop_index(op.f("ix_reviews_organisation_id_person_id_day_id"), table_name="reviews")
    op.drop_index(op.f("ix_reviews_organisation_id_host_id_day_id"), table_name="reviews")
    op.drop_index(op.f("ix_reviews_organisation_id_day_id"), table_name="reviews")
    op.drop_table("reviews")
    op.drop_index(op.f("ix_review_series_organisation_id_host_id_id"), table_name="review_series")
    op.drop_table("review_series")
    op.drop_table("review_questions")
