"""Shares of deals, losses and weeks in parts, with thanks and nudges, and the case library.

Revision: 0026, after 0025.
"""

import sqlalchemy as sa
from alembic import op

from api.kit.rows import RecordId, UtcTime
from api.kit.tables import an_id, changing, make_index, make_table, one_of, refers, unique

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None

KINDS = ("tip", "deal", "loss", "kpi")
STATES = ("prompted", "draft", "published")
PARTS = (
    *("found", "followed_up", "signed", "problems", "collection"),
    *("why", "otherwise", "lesson"),
    *("target", "completion", "solutions"),
)
METRICS = (
    *("visits", "effective_visits", "new_kps", "signed", "collected", "average_order"),
    *("rounds_fired", "help_solved", "rungs"),
)
RESULTS = ("worked", "partly", "not")
SHARES_HOLD = {
    "kind": f"kind IN {KINDS}",
    "state": f"state IN {STATES}",
    "of_a_deal": "(kind IN ('deal', 'loss')) = (deal_id IS NOT NULL)",
    "of_a_week": "(kind = 'kpi') = (week_of IS NOT NULL)",
    "offered": "offered_at IS NULL OR state = 'published'",
}
TABLES = (
    *("case_uses", "case_tags", "case_parts", "cases"),
    *("share_taps", "share_figures", "share_parts"),
)


def upgrade() -> None:
    _widen_shares()
    _share_children()
    _cases()


def downgrade() -> None:
    for table in TABLES:
        op.drop_table(table)
    op.execute("DELETE FROM shares WHERE kind <> 'tip'")
    for index in (
        *("team_id_told_at_id", "author_id_told_at_id"),
        "deal_id",
    ):
        op.drop_index(op.f(f"ix_shares_organisation_id_{index}"), "shares")
    with op.batch_alter_table("shares") as shares:
        for check in SHARES_HOLD:
            shares.drop_constraint(op.f(f"ck_shares_{check}"), type_="check")
        shares.drop_constraint(op.f("fk_shares_organisation_id_deal_id"), type_="foreignkey")
        for column in ("state", "deal_id", "week_of", "told_at", "offered_at", "drilled"):
            shares.drop_column(column)
        shares.alter_column("birth_digest", existing_type=sa.LargeBinary(32), nullable=False)
        shares.create_check_constraint(op.f("ck_shares_kind"), sa.text("kind IN ('tip')"))
    for index in ("team_id_created_at_id", "author_id_created_at_id"):
        columns = ["organisation_id", index.removesuffix("_created_at_id"), "created_at", "id"]
        op.create_index(op.f(f"ix_shares_organisation_id_{index}"), "shares", columns)


def _widen_shares() -> None:
    for index in ("team_id_created_at_id", "author_id_created_at_id"):
        op.drop_index(op.f(f"ix_shares_organisation_id_{index}"), "shares")
    with op.batch_alter_table("shares") as shares:
        shares.add_column(sa.Column("state", sa.String(20), nullable=True))
        shares.add_column(sa.Column("deal_id", RecordId(), nullable=True))
        shares.add_column(sa.Column("week_of", sa.Date(), nullable=True))
        shares.add_column(sa.Column("told_at", UtcTime(), nullable=True))
        shares.add_column(sa.Column("offered_at", UtcTime(), nullable=True))
        shares.add_column(sa.Column("drilled", sa.JSON(none_as_null=True), nullable=True))
    op.execute("UPDATE shares SET state = 'published', told_at = created_at")
    with op.batch_alter_table("shares") as shares:
        shares.alter_column("state", existing_type=sa.String(20), nullable=False)
        shares.alter_column("told_at", existing_type=UtcTime(), nullable=False)
        # A share the method has begun was born on no phone.
        shares.alter_column("birth_digest", existing_type=sa.LargeBinary(32), nullable=True)
        shares.drop_constraint(op.f("ck_shares_kind"), type_="check")
        for name, condition in SHARES_HOLD.items():
            shares.create_check_constraint(op.f(f"ck_shares_{name}"), sa.text(condition))
        shares.create_foreign_key(
            op.f("fk_shares_organisation_id_deal_id"),
            "deals",
            ["organisation_id", "deal_id"],
            ["organisation_id", "id"],
            ondelete="RESTRICT",
        )
    for whose in ("team_id", "author_id"):
        columns = ["organisation_id", whose, "told_at", "id"]
        op.create_index(op.f(f"ix_shares_organisation_id_{whose}_told_at_id"), "shares", columns)
    op.create_index(
        op.f("ix_shares_organisation_id_deal_id"), "shares", ["organisation_id", "deal_id"]
    )


def _share_children() -> None:
    make_table(
        "share_parts",
        an_id("share_id"),
        sa.Column("key", sa.String(20), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("words", sa.String(2000), nullable=False),
        one_of("share_parts", "key", PARTS),
        refers("share_parts", "share_id", "shares", on_delete="CASCADE"),
        unique("share_parts", "share_id", "key"),
    )
    make_table(
        "share_figures",
        an_id("share_id"),
        an_id("goal_id"),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("metric", sa.String(20), nullable=False),
        sa.Column("target", sa.BigInteger(), nullable=False),
        sa.Column("reached", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.String(3), nullable=True),
        one_of("share_figures", "metric", METRICS),
        refers("share_figures", "share_id", "shares", on_delete="CASCADE"),
        refers("share_figures", "goal_id", "goals"),
        unique("share_figures", "share_id", "goal_id"),
    )
    make_table(
        "share_taps",
        an_id("share_id"),
        an_id("by_id"),
        sa.Column("kind", sa.String(20), nullable=False),
        one_of("share_taps", "kind", ("thanks", "nudge")),
        refers("share_taps", "share_id", "shares", on_delete="CASCADE"),
        refers("share_taps", "by_id", "people"),
        unique("share_taps", "share_id", "by_id", "kind"),
    )


def _cases() -> None:
    make_table(
        "cases",
        *changing(),
        an_id("share_id"),
        sa.Column("kind", sa.String(20), nullable=False),
        an_id("author_id"),
        an_id("curated_by_id"),
        an_id("owner_id"),
        sa.Column("title", sa.String(200), nullable=False),
        sa.Column("searched", sa.Text(), nullable=False),
        sa.Column("check_on", sa.Date(), nullable=False),
        sa.Column("retired", sa.Boolean(), nullable=False),
        sa.Column("birth_digest", sa.LargeBinary(32), nullable=False),
        one_of("cases", "kind", KINDS),
        refers("cases", "share_id", "shares"),
        refers("cases", "author_id", "people"),
        refers("cases", "curated_by_id", "people"),
        refers("cases", "owner_id", "people"),
        unique("cases", "share_id"),
    )
    make_index("cases", "retired", "created_at", "id")
    make_index("cases", "owner_id", "check_on")
    make_index("cases", "author_id")
    make_table(
        "case_parts",
        an_id("case_id"),
        sa.Column("key", sa.String(20), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("words", sa.String(2000), nullable=False),
        one_of("case_parts", "key", PARTS),
        refers("case_parts", "case_id", "cases", on_delete="CASCADE"),
        unique("case_parts", "case_id", "key"),
    )
    make_table(
        "case_tags",
        an_id("case_id"),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("value", sa.String(60), nullable=False),
        one_of("case_tags", "kind", ("objection", "industry", "grade", "stage")),
        refers("case_tags", "case_id", "cases", on_delete="CASCADE"),
        unique("case_tags", "case_id", "kind", "value"),
    )
    make_index("case_tags", "kind", "value")
    make_table(
        "case_uses",
        *changing(),
        an_id("case_id"),
        an_id("visit_id"),
        an_id("by_id"),
        sa.Column("result", sa.String(20), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        one_of("case_uses", "result", RESULTS),
        refers("case_uses", "case_id", "cases"),
        refers("case_uses", "visit_id", "visits"),
        refers("case_uses", "by_id", "people"),
        unique("case_uses", "case_id", "visit_id"),
    )
    make_index("case_uses", "visit_id")
    make_index("case_uses", "by_id")
