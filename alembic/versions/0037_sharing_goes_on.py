"""What others told is tried at a client, a loss leaves a competitor note, a case is played and read at camp.

Revision: 0037, after 0036.
"""

import sqlalchemy as sa
from alembic import op

from api.kit.checks import allow, forbid
from api.kit.rows import RecordId
from api.kit.tables import (
    a_moment,
    an_id,
    changing,
    check,
    make_index,
    make_table,
    one_of,
    refers,
    unique,
)

revision = "0037"
down_revision = "0036"
branch_labels = None
depends_on = None

RESULTS = ("worked", "partly", "not")
CARD = "deck_cards"
BEFORE = ["organisation_id", "origin_kind", "origin_id", "step"]
UNIQUE_BEFORE = f"uq_{CARD}_{'_'.join(BEFORE)}"
SINCE = ["organisation_id", "rep_id", "origin_kind", "origin_id", "step"]
UNIQUE_SINCE = f"uq_{CARD}_{'_'.join(SINCE)}"


def upgrade() -> None:
    make_table(
        "tries",
        *changing(),
        an_id("by_id"),
        an_id("share_id", nullable=True),
        an_id("case_id", nullable=True),
        an_id("client_id", nullable=True),
        a_moment("wished_at"),
        an_id("asked_at_id", nullable=True),
        an_id("visit_id", nullable=True),
        sa.Column("result", sa.String(length=20), nullable=True),
        sa.Column("day", sa.Date(), nullable=True),
        one_of("tries", "result", RESULTS),
        check("tries", "of_one", "(share_id IS NULL) <> (case_id IS NULL)"),
        check(
            "tries",
            "told_is_whole",
            "(visit_id IS NULL) = (result IS NULL) AND (visit_id IS NULL) = (day IS NULL)",
        ),
        refers("tries", "by_id", "people"),
        refers("tries", "share_id", "shares"),
        refers("tries", "case_id", "cases"),
        refers("tries", "client_id", "clients"),
        refers("tries", "asked_at_id", "visits"),
        refers("tries", "visit_id", "visits"),
    )
    make_index("tries", "by_id", "id")
    make_index("tries", "share_id")
    make_index("tries", "case_id")
    make_table(
        "competitor_notes",
        an_id("author_id"),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("key", sa.String(length=240), nullable=False),
        sa.Column("claim", sa.String(length=2000), nullable=True),
        sa.Column("learned", sa.String(length=2000), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("origin_kind", sa.String(length=40), nullable=False),
        an_id("origin_id"),
        refers("competitor_notes", "author_id", "people"),
        unique("competitor_notes", "origin_kind", "origin_id", "key"),
    )
    make_index("competitor_notes", "key")
    with op.batch_alter_table(CARD) as table:
        table.alter_column("visit_id", existing_type=RecordId(), nullable=True)
        table.drop_constraint(op.f(UNIQUE_BEFORE), type_="unique")
        table.create_unique_constraint(op.f(UNIQUE_SINCE), SINCE)
        table.create_check_constraint(
            op.f(f"ck_{CARD}_of_a_visit_or_a_case"), "(visit_id IS NULL) = (origin_kind = 'case')"
        )
    allow("case_tags", "kind", "skill")
    for days in ("camp_template_days", "camp_days"):
        with op.batch_alter_table(days) as table:
            table.add_column(an_id("case_id", nullable=True))
            table.create_foreign_key(
                op.f(f"fk_{days}_organisation_id_case_id"),
                "cases",
                ["organisation_id", "case_id"],
                ["organisation_id", "id"],
                ondelete="RESTRICT",
            )


def downgrade() -> None:
    """Cards of cases go, as do tags of skills: below this step nothing can hold them."""
    for days in ("camp_days", "camp_template_days"):
        with op.batch_alter_table(days) as table:
            table.drop_constraint(op.f(f"fk_{days}_organisation_id_case_id"), type_="foreignkey")
            table.drop_column("case_id")
    forbid("case_tags", "kind", "skill")
    op.execute("DELETE FROM deck_cards WHERE origin_kind = 'case'")
    with op.batch_alter_table(CARD) as table:
        table.drop_constraint(op.f(f"ck_{CARD}_of_a_visit_or_a_case"), type_="check")
        table.drop_constraint(op.f(UNIQUE_SINCE), type_="unique")
        table.create_unique_constraint(op.f(UNIQUE_BEFORE), BEFORE)
        table.alter_column("visit_id", existing_type=RecordId(), nullable=False)
    op.drop_table("competitor_notes")
    op.drop_table("tries")
