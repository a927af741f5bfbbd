"""Rivals and their PKs; pair interviews with their worksheets.

Revision: 0025, after 0024.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

from api.kit.rows import RecordId, UtcTime

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
    _table(
        "rivalries",
        *_changing(),
        _id("proposed_by_id"),
        _refers("rivalries", "proposed_by_id", "people"),
        _id("rival_id", nullable=True),
        _refers("rivalries", "rival_id", "people"),
        _id("team_id"),
        _refers("rivalries", "team_id", "teams"),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("before_first", sa.Date(), nullable=True),
        sa.Column("before_last", sa.Date(), nullable=True),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("stake", sa.String(length=20), nullable=True),
        _at("accepted_at", nullable=True),
        _at("settled_at", nullable=True),
        sa.Column("birth_digest", sa.LargeBinary(length=32), nullable=False),
        _one_of("rivalries", "stake", STAKES),
        _check("rivalries", "two_people", "rival_id <> proposed_by_id"),
        _check("rivalries", "order_of_days", "first_day <= last_day"),
        _check(
            "rivalries",
            "with_whom",
            "(rival_id IS NULL) = (before_first IS NOT NULL)"
            " AND (before_first IS NULL) = (before_last IS NULL)",
        ),
        _check(
            "rivalries",
            "stake_is_between_two",
            "(stake IS NOT NULL) = (rival_id IS NOT NULL AND deleted_at IS NULL)",
        ),
        _check("rivalries", "settled", "settled_at IS NULL OR accepted_at IS NOT NULL"),
        _check("rivalries", "withdrawn", "deleted_at IS NULL OR settled_at IS NULL"),
    )
    _index("rivalries", "team_id", "last_day", "id")


def _terms() -> None:
    _table(
        "rivalry_terms",
        _id("rivalry_id"),
        _refers("rivalry_terms", "rivalry_id", "rivalries", on_delete="CASCADE"),
        sa.Column("metric", sa.String(length=20), nullable=False),
        sa.Column("handicap", sa.BigInteger(), nullable=False),
        _id("handicap_for_id", nullable=True),
        _refers("rivalry_terms", "handicap_for_id", "people"),
        sa.Column("proposer_value", sa.BigInteger(), nullable=True),
        sa.Column("proposer_n", sa.Integer(), nullable=True),
        sa.Column("other_value", sa.BigInteger(), nullable=True),
        sa.Column("other_n", sa.Integer(), nullable=True),
        _one_of("rivalry_terms", "metric", METRICS),
        _check(
            "rivalry_terms",
            "handicap",
            "handicap >= 0 AND (handicap = 0) = (handicap_for_id IS NULL)",
        ),
        _check(
            "rivalry_terms",
            "facts_are_whole",
            "(proposer_value IS NULL) = (other_value IS NULL)"
            " AND (proposer_value IS NULL) = (proposer_n IS NULL)"
            " AND (other_value IS NULL) = (other_n IS NULL)",
        ),
        _unique("rivalry_terms", "rivalry_id", "metric"),
    )


def _sides() -> None:
    _table(
        "rivalry_sides",
        _id("rivalry_id"),
        _refers("rivalry_sides", "rivalry_id", "rivalries", on_delete="CASCADE"),
        _id("person_id"),
        _refers("rivalry_sides", "person_id", "people"),
        _id("holds_id", nullable=True),
        sa.Column("learn", sa.String(length=200), nullable=False),
        sa.Column("tells_team", sa.Boolean(), nullable=False),
        _check("rivalry_sides", "holds_oneself", "holds_id IS NULL OR holds_id = person_id"),
        _unique("rivalry_sides", "rivalry_id", "person_id"),
        _unique("rivalry_sides", "holds_id"),
    )
    _index("rivalry_sides", "person_id", "id")


def _interviews() -> None:
    _table(
        "pair_interviews",
        *_changing(),
        _id("team_id"),
        _refers("pair_interviews", "team_id", "teams"),
        sa.Column("week", sa.Date(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("moved_from", sa.Date(), nullable=True),
        sa.Column("move_reason", sa.String(length=200), nullable=True),
        _at("held_at", nullable=True),
        _check("pair_interviews", "move_is_whole", "(moved_from IS NULL) = (move_reason IS NULL)"),
    )
    _index("pair_interviews", "team_id", "week")
    lines = ("went_well", "stuck", "tried", "would_ask")
    _table(
        "interview_seats",
        _id("interview_id"),
        _refers("interview_seats", "interview_id", "pair_interviews", on_delete="CASCADE"),
        _id("person_id"),
        _refers("interview_seats", "person_id", "people"),
        sa.Column("week", sa.Date(), nullable=False),
        *(sa.Column(line, sa.String(length=200), nullable=True) for line in lines),
        _at("filled_at", nullable=True),
        sa.Column("takeaway", sa.String(length=200), nullable=True),
        _check(
            "interview_seats",
            "worksheet_is_whole",
            " AND ".join(f"(filled_at IS NULL) = ({line} IS NULL)" for line in lines),
        ),
        _check("interview_seats", "takeaway", "takeaway IS NULL OR filled_at IS NOT NULL"),
        _unique("interview_seats", "person_id", "week"),
    )
    _index("interview_seats", "interview_id")


def _table(name: str, *columns: Any) -> None:
    op.create_table(
        name,
        _id("organisation_id"),
        _id("id"),
        _at("created_at"),
        *columns,
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisations.id"],
            name=op.f(f"fk_{name}_organisation_id"),
        ),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f(f"pk_{name}")),
    )


def _changing() -> list[sa.Column[Any]]:
    return [
        _at("updated_at"),
        sa.Column("version", sa.Integer(), nullable=False),
        _at("deleted_at", nullable=True),
    ]


def _id(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, RecordId(), nullable=nullable)


def _at(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, UtcTime(), nullable=nullable)


def _one_of(table: str, column: str, words: tuple[str, ...]) -> sa.CheckConstraint:
    allowed = ", ".join(f"'{word}'" for word in words)
    return _check(table, column, f"{column} IN ({allowed})")


def _refers(
    table: str, column: str, other: str, *, on_delete: str = "RESTRICT"
) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["organisation_id", column],
        [f"{other}.organisation_id", f"{other}.id"],
        name=op.f(f"fk_{table}_organisation_id_{column}"),
        ondelete=on_delete,
    )


def _check(table: str, name: str, condition: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(condition, name=op.f(f"ck_{table}_{name}"))


def _unique(table: str, *columns: str) -> sa.UniqueConstraint:
    named = "_".join(columns)
    return sa.UniqueConstraint(
        "organisation_id", *columns, name=op.f(f"uq_{table}_organisation_id_{named}")
    )


def _index(table: str, *columns: str) -> None:
    named = "_".join(columns)
    op.create_index(
        op.f(f"ix_{table}_organisation_id_{named}"), table, ["organisation_id", *columns]
    )
