"""What came of an answered advice, questions that wait for a review, and topics and tips the method begins.

Revision: 0031, after 0030.
"""

import sqlalchemy as sa
from alembic import op

from api.kit.checks import allow, forbid
from api.kit.tables import an_id, check, make_index, make_table, one_of, refers, unique

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None

LEADS = ("review_question", "case", "rival", "topic", "session", "drill_plan", "ride_focus")
QUESTIONS = ("goal_or_mix", "help_rising", "policy_note")
HEARD = "(proposed_by = 'field') = (heard IS NOT NULL) AND ({} OR type_key IS NOT NULL)"


def upgrade() -> None:
    make_table(
        "advice_leads",
        an_id("goal_id"),
        sa.Column("kind", sa.String(length=20), nullable=False),
        an_id("record_id", nullable=True),
        one_of("advice_leads", "kind", LEADS),
        refers("advice_leads", "goal_id", "goals", on_delete="CASCADE"),
        unique("advice_leads", "goal_id", "kind"),
    )
    make_table(
        "review_asks",
        an_id("person_id", nullable=True),
        an_id("team_id", nullable=True),
        sa.Column("key", sa.String(length=20), nullable=False),
        sa.Column("about", sa.String(length=40), nullable=False),
        sa.Column("times", sa.Integer(), nullable=True),
        sa.Column("asked_on", sa.Date(), nullable=False),
        an_id("goal_id", nullable=True),
        an_id("review_id", nullable=True),
        one_of("review_asks", "key", QUESTIONS),
        check("review_asks", "of_whom", "(person_id IS NULL) <> (team_id IS NULL)"),
        refers("review_asks", "person_id", "people"),
        refers("review_asks", "team_id", "teams"),
        refers("review_asks", "goal_id", "goals"),
        refers("review_asks", "review_id", "reviews"),
    )
    make_index("review_asks", "person_id")
    make_index("review_asks", "team_id")
    allow("topic_proposals", "proposed_by", "method")
    _heard_in_the_field("proposed_by <> 'field'")
    allow("help_requests", "about_kind", "share")
    allow("shares", "origin_kind", "goal")
    with op.batch_alter_table("shares") as shares:
        shares.add_column(an_id("proof_visit_id", nullable=True))
        shares.create_foreign_key(
            op.f("fk_shares_organisation_id_proof_visit_id"),
            "visits",
            ["organisation_id", "proof_visit_id"],
            ["organisation_id", "id"],
            ondelete="RESTRICT",
        )


def downgrade() -> None:
    op.execute("UPDATE shares SET origin_kind = NULL, origin_id = NULL WHERE origin_kind = 'goal'")
    with op.batch_alter_table("shares") as shares:
        shares.drop_constraint(op.f("fk_shares_organisation_id_proof_visit_id"), type_="foreignkey")
        shares.drop_column("proof_visit_id")
    forbid("shares", "origin_kind", "goal")
    op.execute(
        "UPDATE help_requests SET about_kind = NULL, about_id = NULL WHERE about_kind = 'share'"
    )
    forbid("help_requests", "about_kind", "share")
    op.execute(
        "DELETE FROM topic_votes WHERE (organisation_id, proposal_id) IN "
        "(SELECT organisation_id, id FROM topic_proposals WHERE proposed_by = 'method')"
    )
    # Gone before the rule they would break comes back.
    op.execute("DELETE FROM topic_proposals WHERE proposed_by = 'method'")
    _heard_in_the_field("proposed_by = 'person'")
    forbid("topic_proposals", "proposed_by", "method")
    op.drop_table("review_asks")
    op.drop_table("advice_leads")


def _heard_in_the_field(or_else: str) -> None:
    """Of what the field hears the type is known; who else may leave it open."""
    with op.batch_alter_table("topic_proposals") as topics:
        name = op.f("ck_topic_proposals_heard_in_the_field")
        topics.drop_constraint(name, type_="check")
        topics.create_check_constraint(name, sa.text(HEARD.format(or_else)))
