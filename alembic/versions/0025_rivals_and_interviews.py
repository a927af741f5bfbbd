"""Rivals and their PKs; pair interviews with their worksheets.

Revision: 0025, after 0024.
"""

import sqlalchemy as sa
from alembic import op

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

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None

METRICS = (
    "visits",
    "effective_visits",
    "new_kps",
    "signed",
    "collected",
    "average_order",
    "rounds_fired",
    "help_solved",
    "rungs",
)
STAKES = ("tea", "hosts_share", "swaps_ride", "book")
TABLES = (
    "interview_seats",
    "pair_interviews",
    "rivalry_sides",
    "rivalry_terms",
    "rivalries",
)


def upgrade() -> None:
    _rivalries()
    _terms()
    _sides()
    _interviews()


def downgrade() -> None:
    for table in TABLES:
        op.drop_table(table)


def _rivalries() -> None:
    make_table(
        "rivalries",
        *changing(),
        an_id("proposed_by_id"),
        refers("rivalries", "proposed_by_id", "people"),
        an_id("rival_id", nullable=True),
        refers("rivalries", "rival_id", "people"),
        an_id("team_id"),
        refers("rivalries", "team_id", "teams"),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("before_first", sa.Date(), nullable=True),
        sa.Column("before_last", sa.Date(), nullable=True),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("stake", sa.String(length=20), nullable=True),
        a_moment("accepted_at", nullable=True),
        a_moment("settled_at", nullable=True),
        sa.Column("birth_digest", sa.LargeBinary(length=32), nullable=False),
        one_of("rivalries", "stake", STAKES),
        check("rivalries", "two_people", "rival_id <> proposed_by_id"),
        check("rivalries", "order_of_days", "first_day <= last_day"),
        check(
            "rivalries",
            "with_whom",
            "(rival_id IS NULL) = (before_first IS NOT NULL)"
            " AND (before_first IS NULL) = (before_last IS NULL)",
        ),
        check(
            "rivalries",
            "stake_is_between_two",
            "(stake IS NOT NULL) = (rival_id IS NOT NULL AND deleted_at IS NULL)",
        ),
        check("rivalries", "settled", "settled_at IS NULL OR accepted_at IS NOT NULL"),
        check("rivalries", "withdrawn", "deleted_at IS NULL OR settled_at IS NULL"),
    )
    make_index("rivalries", "team_id", "last_day", "id")


def _terms() -> None:
    make_table(
        "rivalry_terms",
        an_id("rivalry_id"),
        refers("rivalry_terms", "rivalry_id", "rivalries", on_delete="CASCADE"),
        sa.Column("metric", sa.String(length=20), nullable=False),
        sa.Column("handicap", sa.BigInteger(), nullable=False),
        an_id("handicap_for_id", nullable=True),
        refers("rivalry_terms", "handicap_for_id", "people"),
        sa.Column("proposer_value", sa.BigInteger(), nullable=True),
        sa.Column("proposer_n", sa.Integer(), nullable=True),
        sa.Column("other_value", sa.BigInteger(), nullable=True),
        sa.Column("other_n", sa.Integer(), nullable=True),
        one_of("rivalry_terms", "metric", METRICS),
        check(
            "rivalry_terms",
            "handicap",
            "handicap >= 0 AND (handicap = 0) = (handicap_for_id IS NULL)",
        ),
        check(
            "rivalry_terms",
            "facts_are_whole",
            "(proposer_value IS NULL) = (other_value IS NULL)"
            " AND (proposer_value IS NULL) = (proposer_n IS NULL)"
            " AND (other_value IS NULL) = (other_n IS NULL)",
        ),
        unique("rivalry_terms", "rivalry_id", "metric"),
    )


def _sides() -> None:
    make_table(
        "rivalry_sides",
        an_id("rivalry_id"),
        refers("rivalry_sides", "rivalry_id", "rivalries", on_delete="CASCADE"),
        an_id("person_id"),
        refers("rivalry_sides", "person_id", "people"),
        an_id("holds_id", nullable=True),
        sa.Column("learn", sa.String(length=200), nullable=False),
        sa.Column("tells_team", sa.Boolean(), nullable=False),
        check("rivalry_sides", "holds_oneself", "holds_id IS NULL OR holds_id = person_id"),
        unique("rivalry_sides", "rivalry_id", "person_id"),
        unique("rivalry_sides", "holds_id"),
    )
    make_index("rivalry_sides", "person_id", "id")


def _interviews() -> None:
    make_table(
        "pair_interviews",
        *changing(),
        an_id("team_id"),
        refers("pair_interviews", "team_id", "teams"),
        sa.Column("week", sa.Date(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("moved_from", sa.Date(), nullable=True),
        sa.Column("move_reason", sa.String(length=200), nullable=True),
        a_moment("held_at", nullable=True),
        check("pair_interviews", "move_is_whole", "(moved_from IS NULL) = (move_reason IS NULL)"),
    )
    make_index("pair_interviews", "team_id", "week")
    lines = ("went_well", "stuck", "tried", "would_ask")
    make_table(
        "interview_seats",
        an_id("interview_id"),
        refers("interview_seats", "interview_id", "pair_interviews", on_delete="CASCADE"),
        an_id("person_id"),
        refers("interview_seats", "person_id", "people"),
        sa.Column("week", sa.Date(), nullable=False),
        *(sa.Column(line, sa.String(length=200), nullable=True) for line in lines),
        a_moment("filled_at", nullable=True),
        sa.Column("takeaway", sa.String(length=200), nullable=True),
        check(
            "interview_seats",
            "worksheet_is_whole",
            " AND ".join(f"(filled_at IS NULL) = ({line} IS NULL)" for line in lines),
        ),
        check("interview_seats", "takeaway", "takeaway IS NULL OR filled_at IS NOT NULL"),
        unique("interview_seats", "person_id", "week"),
    )
    make_index("interview_seats", "interview_id")
