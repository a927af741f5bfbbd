"""Training: series, plans, sessions, learning points, who came, what was practised, topics; reading practice is noted.

Revision: 0024, after 0023.
"""

import sqlalchemy as sa
from alembic import op

from api.kit.checks import allow, forbid
from api.kit.rows import RecordId, UtcTime
from api.kit.tables import changing, check, drop_index, make_index, make_table, refers

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    make_table(
        "training_series",
        *changing(),
        sa.Column("track", sa.String(length=20), nullable=False),
        sa.Column("team_id", RecordId(), nullable=True),
        sa.Column("trainer_id", RecordId(), nullable=False),
        sa.Column("weekday", sa.Integer(), nullable=False),
        sa.Column("starts", sa.String(length=5), nullable=False),
        sa.Column("every_weeks", sa.Integer(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("end_reason", sa.String(length=2000), nullable=True),
        sa.Column("birth_digest", sa.LargeBinary(length=32), nullable=False),
        check("training_series", "weekday", "weekday BETWEEN 1 AND 7"),
        check("training_series", "track", "track IN ('newcomer', 'professional', 'management')"),
        check("training_series", "every_weeks", "every_weeks BETWEEN 1 AND 8"),
        check("training_series", "of_whom", "(track = 'management') = (team_id IS NULL)"),
        check("training_series", "minutes", "minutes BETWEEN 10 AND 480"),
        check("training_series", "end_is_whole", "(ends_on IS NULL) = (end_reason IS NULL)"),
        refers("training_series", "team_id", "teams"),
        refers("training_series", "trainer_id", "people"),
    )
    make_index("training_series", "team_id", "id")
    make_table(
        "training_plans",
        *changing(),
        sa.Column("period", sa.String(length=20), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("track", sa.String(length=20), nullable=False),
        sa.Column("team_id", RecordId(), nullable=True),
        sa.Column("by_id", RecordId(), nullable=False),
        sa.Column("birth_digest", sa.LargeBinary(length=32), nullable=False),
        check("training_plans", "of_whom", "track <> 'management' OR team_id IS NULL"),
        check("training_plans", "period", "period IN ('quarter', 'month')"),
        check("training_plans", "track", "track IN ('newcomer', 'professional', 'management')"),
        refers("training_plans", "by_id", "people"),
        refers("training_plans", "team_id", "teams"),
    )
    make_index("training_plans", "starts_on", "id")
    make_table(
        "planned_topics",
        sa.Column("plan_id", RecordId(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("topic", sa.String(length=200), nullable=False),
        sa.Column("topic_class", sa.String(length=20), nullable=False),
        sa.Column("skill_keys", sa.JSON(), nullable=False),
        sa.Column("product_keys", sa.JSON(), nullable=False),
        sa.Column("wish_week", sa.Date(), nullable=True),
        check(
            "planned_topics",
            "topic_class",
            "topic_class IN ('strategy', 'business', 'technical', 'general')",
        ),
        refers("planned_topics", "plan_id", "training_plans", on_delete="CASCADE"),
    )
    make_index("planned_topics", "plan_id", "place")
    make_table(
        "training_sessions",
        *changing(),
        sa.Column("track", sa.String(length=20), nullable=False),
        sa.Column("series_id", RecordId(), nullable=True),
        sa.Column("slot", sa.Date(), nullable=True),
        sa.Column("team_id", RecordId(), nullable=True),
        sa.Column("trainer_id", RecordId(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("starts", sa.String(length=5), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("topic", sa.String(length=200), nullable=True),
        sa.Column("topic_class", sa.String(length=20), nullable=True),
        sa.Column("why", sa.String(length=2000), nullable=True),
        sa.Column("why_count", sa.Integer(), nullable=True),
        sa.Column("why_sentences", sa.JSON(), nullable=False),
        sa.Column("why_origin_kind", sa.String(length=20), nullable=True),
        sa.Column("why_origin_id", RecordId(), nullable=True),
        sa.Column("practice_kind", sa.String(length=20), nullable=True),
        sa.Column("practice_type_key", sa.String(length=40), nullable=True),
        sa.Column("practice_skill_key", sa.String(length=40), nullable=True),
        sa.Column("practice_words", sa.String(length=2000), nullable=True),
        sa.Column("practice_due", sa.Date(), nullable=True),
        sa.Column("announced_at", UtcTime(), nullable=True),
        sa.Column("held_at", UtcTime(), nullable=True),
        sa.Column("held_by_id", RecordId(), nullable=True),
        sa.Column("closed_at", UtcTime(), nullable=True),
        sa.Column("closed_by_id", RecordId(), nullable=True),
        sa.Column("skipped_at", UtcTime(), nullable=True),
        sa.Column("skip_reason", sa.String(length=2000), nullable=True),
        sa.Column("skipped_by_id", RecordId(), nullable=True),
        sa.Column("makes_up_id", RecordId(), nullable=True),
        sa.Column("birth_digest", sa.LargeBinary(length=32), nullable=True),
        check("training_sessions", "topic_is_whole", "(topic IS NULL) = (topic_class IS NULL)"),
        check("training_sessions", "held_or_skipped", "held_at IS NULL OR skipped_at IS NULL"),
        check(
            "training_sessions",
            "why_origin_kind",
            "why_origin_kind IN ('topic_proposal', 'visit', 'round', 'review', 'help_request')",
        ),
        check(
            "training_sessions",
            "practice_is_whole",
            "(practice_kind IS NULL) = (practice_due IS NULL)",
        ),
        check("training_sessions", "minutes", "minutes BETWEEN 10 AND 480"),
        check(
            "training_sessions",
            "closed_after_practice",
            "(closed_at IS NULL) = (closed_by_id IS NULL) "
            "AND (closed_at IS NULL OR (held_at IS NOT NULL AND practice_kind IS NOT NULL))",
        ),
        check("training_sessions", "practice_kind", "practice_kind IN ('drill', 'field')"),
        check(
            "training_sessions",
            "why_is_whole",
            "(why_origin_kind IS NULL) = (why_origin_id IS NULL)",
        ),
        check("training_sessions", "another_session", "makes_up_id <> id"),
        check("training_sessions", "track", "track IN ('newcomer', 'professional', 'management')"),
        check(
            "training_sessions",
            "topic_first",
            "topic IS NOT NULL OR (announced_at IS NULL AND held_at IS NULL)",
        ),
        check("training_sessions", "held_is_whole", "(held_at IS NULL) = (held_by_id IS NULL)"),
        check("training_sessions", "slot_of_series", "(series_id IS NULL) = (slot IS NULL)"),
        check(
            "training_sessions",
            "skip_is_whole",
            "(skipped_at IS NULL) = (skip_reason IS NULL) AND (skipped_at IS NULL) = (skipped_by_id IS NULL)",
        ),
        check(
            "training_sessions",
            "topic_class",
            "topic_class IN ('strategy', 'business', 'technical', 'general')",
        ),
        check("training_sessions", "why_count", "why_count >= 0"),
        check("training_sessions", "of_whom", "(track = 'management') = (team_id IS NULL)"),
        refers("training_sessions", "closed_by_id", "people"),
        refers("training_sessions", "held_by_id", "people"),
        refers("training_sessions", "makes_up_id", "training_sessions"),
        refers("training_sessions", "series_id", "training_series"),
        refers("training_sessions", "skipped_by_id", "people"),
        refers("training_sessions", "team_id", "teams"),
        refers("training_sessions", "trainer_id", "people"),
        sa.UniqueConstraint(
            "organisation_id",
            "series_id",
            "slot",
            name=op.f("uq_training_sessions_organisation_id_series_id_slot"),
        ),
        sa.UniqueConstraint(
            "organisation_id",
            "makes_up_id",
            name=op.f("uq_training_sessions_organisation_id_makes_up_id"),
        ),
    )
    make_index("training_sessions", "day", "id")
    make_index("training_sessions", "team_id", "day", "id")
    make_table(
        "learning_points",
        sa.Column("session_id", RecordId(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("if_", sa.String(length=200), nullable=False),
        sa.Column("then", sa.String(length=200), nullable=False),
        sa.Column("skill_key", sa.String(length=40), nullable=True),
        refers("learning_points", "session_id", "training_sessions", on_delete="CASCADE"),
    )
    make_index("learning_points", "session_id", "place")
    make_table(
        "session_attendance",
        *changing(),
        sa.Column("session_id", RecordId(), nullable=False),
        sa.Column("person_id", RecordId(), nullable=False),
        sa.Column("by_id", RecordId(), nullable=False),
        sa.Column("mark", sa.String(length=20), nullable=False),
        sa.Column("reason", sa.String(length=2000), nullable=True),
        sa.Column("make_up_day", sa.Date(), nullable=True),
        check("session_attendance", "missed_is_whole", "(reason IS NULL) = (make_up_day IS NULL)"),
        check(
            "session_attendance", "made_up_some_day", "mark <> 'missed' OR make_up_day IS NOT NULL"
        ),
        check("session_attendance", "mark", "mark IN ('came', 'missed', 'caught_up')"),
        check("session_attendance", "came_or_missed", "mark <> 'came' OR make_up_day IS NULL"),
        refers("session_attendance", "by_id", "people"),
        refers("session_attendance", "person_id", "people"),
        refers("session_attendance", "session_id", "training_sessions", on_delete="CASCADE"),
        sa.UniqueConstraint(
            "organisation_id",
            "session_id",
            "person_id",
            name=op.f("uq_session_attendance_organisation_id_session_id_person_id"),
        ),
    )
    make_table(
        "session_evidence",
        *changing(),
        sa.Column("session_id", RecordId(), nullable=False),
        sa.Column("person_id", RecordId(), nullable=False),
        sa.Column("origin_kind", sa.String(length=20), nullable=False),
        sa.Column("origin_id", RecordId(), nullable=False),
        sa.Column("partner_id", RecordId(), nullable=True),
        sa.Column("words", sa.String(length=2000), nullable=False),
        sa.Column("confirmed_at", UtcTime(), nullable=True),
        sa.Column("confirmed_by_id", RecordId(), nullable=True),
        sa.Column("birth_digest", sa.LargeBinary(length=32), nullable=False),
        check("session_evidence", "two_people", "partner_id <> person_id"),
        check("session_evidence", "seen_by_another", "confirmed_by_id <> person_id"),
        check(
            "session_evidence",
            "confirmed_is_whole",
            "(confirmed_at IS NULL) = (confirmed_by_id IS NULL)",
        ),
        check("session_evidence", "origin_kind", "origin_kind IN ('round', 'visit')"),
        refers("session_evidence", "confirmed_by_id", "people"),
        refers("session_evidence", "partner_id", "people"),
        refers("session_evidence", "person_id", "people"),
        refers("session_evidence", "session_id", "training_sessions", on_delete="CASCADE"),
    )
    make_index("session_evidence", "partner_id", "id")
    make_index("session_evidence", "person_id", "id")
    make_index("session_evidence", "session_id", "person_id")
    make_table(
        "topic_proposals",
        *changing(),
        sa.Column("team_id", RecordId(), nullable=False),
        sa.Column("proposed_by", sa.String(length=20), nullable=False),
        sa.Column("by_id", RecordId(), nullable=True),
        sa.Column("topic", sa.String(length=200), nullable=False),
        sa.Column("topic_class", sa.String(length=20), nullable=False),
        sa.Column("type_key", sa.String(length=40), nullable=True),
        sa.Column("skill_key", sa.String(length=40), nullable=True),
        sa.Column("words", sa.String(length=2000), nullable=True),
        sa.Column("heard", sa.Integer(), nullable=True),
        sa.Column("sentences", sa.JSON(), nullable=False),
        sa.Column("stalled_before", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("stalled_now", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("heard_until", sa.Date(), nullable=True),
        sa.Column("decision", sa.String(length=20), nullable=True),
        sa.Column("decided_at", UtcTime(), nullable=True),
        sa.Column("decided_by_id", RecordId(), nullable=True),
        sa.Column("later_words", sa.String(length=2000), nullable=True),
        sa.Column("session_id", RecordId(), nullable=True),
        sa.Column("birth_digest", sa.LargeBinary(length=32), nullable=True),
        check("topic_proposals", "by_whom", "(proposed_by = 'person') = (by_id IS NOT NULL)"),
        check(
            "topic_proposals",
            "decided_is_whole",
            "(decision IS NULL) = (decided_at IS NULL) AND (decision IS NULL) = (decided_by_id IS NULL)",
        ),
        check(
            "topic_proposals",
            "accepted_for_a_session",
            "(decision IS NULL OR decision <> 'accepted') OR session_id IS NOT NULL",
        ),
        check("topic_proposals", "proposed_by", "proposed_by IN ('person', 'field')"),
        check(
            "topic_proposals",
            "topic_class",
            "topic_class IN ('strategy', 'business', 'technical', 'general')",
        ),
        check("topic_proposals", "decision", "decision IN ('accepted', 'later')"),
        check(
            "topic_proposals",
            "heard_in_the_field",
            "(proposed_by = 'field') = (heard IS NOT NULL) AND (proposed_by = 'person' OR type_key IS NOT NULL)",
        ),
        check(
            "topic_proposals",
            "later_with_a_word",
            "(decision IS NULL OR decision <> 'later') OR later_words IS NOT NULL",
        ),
        refers("topic_proposals", "by_id", "people"),
        refers("topic_proposals", "decided_by_id", "people"),
        refers("topic_proposals", "session_id", "training_sessions"),
        refers("topic_proposals", "team_id", "teams"),
    )
    make_index("topic_proposals", "team_id", "id")
    make_table(
        "topic_votes",
        sa.Column("proposal_id", RecordId(), nullable=False),
        sa.Column("person_id", RecordId(), nullable=False),
        refers("topic_votes", "person_id", "people"),
        refers("topic_votes", "proposal_id", "topic_proposals", on_delete="CASCADE"),
        sa.UniqueConstraint(
            "organisation_id",
            "proposal_id",
            "person_id",
            name=op.f("uq_topic_votes_organisation_id_proposal_id_person_id"),
        ),
    )
    allow("access_log", "kind", "training")


def downgrade() -> None:
    forbid("access_log", "kind", "training")
    op.drop_table("topic_votes")
    drop_index("topic_proposals", "team_id", "id")
    op.drop_table("topic_proposals")
    drop_index("session_evidence", "partner_id", "id")
    drop_index("session_evidence", "person_id", "id")
    drop_index("session_evidence", "session_id", "person_id")
    op.drop_table("session_evidence")
    op.drop_table("session_attendance")
    drop_index("learning_points", "session_id", "place")
    op.drop_table("learning_points")
    drop_index("training_sessions", "day", "id")
    drop_index("training_sessions", "team_id", "day", "id")
    op.drop_table("training_sessions")
    drop_index("planned_topics", "plan_id", "place")
    op.drop_table("planned_topics")
    drop_index("training_plans", "starts_on", "id")
    op.drop_table("training_plans")
    drop_index("training_series", "team_id", "id")
    op.drop_table("training_series")
