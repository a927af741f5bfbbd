"""Whoever opens a growth file is listed to its owner; two anonymous questions at the end of a month.

Revision: 0030, after 0029.
"""

from collections.abc import Callable, Sequence
from typing import Any

import sqlalchemy as sa
from alembic import op

from api.kit.checks import allow, forbid
from api.kit.tables import an_id, check, one_of, refers

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None


def upgrade() -> None:
    allow("access_log", "kind", "growth")
    _without_order("pulse_turns", "month", "person_id", of=("person_id", "people"))
    _without_order(
        "pulse_counts",
        *("team_id", "month", "question", "answer"),
        of=("team_id", "teams"),
        more=[
            sa.Column("times", sa.Integer(), nullable=False),
            one_of("pulse_counts", "question", ("useful", "in_time")),
            one_of("pulse_counts", "answer", ("yes", "partly", "no")),
            check("pulse_counts", "times", "times >= 0"),
        ],
    )


def downgrade() -> None:
    op.drop_table("pulse_counts")
    op.drop_table("pulse_turns")
    forbid("access_log", "kind", "growth")


def _without_order(name: str, *key: str, of: tuple[str, str], more: Sequence[Any] = ()) -> None:
    """A table without ids, moments and rowids: none of them may tell who came when."""
    op.create_table(
        name,
        an_id("organisation_id"),
        *(KINDS[column](column) for column in key),
        *more,
        refers(name, *of),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f(f"fk_{name}_organisation_id")
        ),
        sa.PrimaryKeyConstraint("organisation_id", *key, name=op.f(f"pk_{name}")),
        sqlite_with_rowid=False,
    )


def _a_day(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Date(), nullable=False)


def _a_word(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.String(20), nullable=False)


KINDS: dict[str, Callable[[str], sa.Column[Any]]] = {
    "month": _a_day,
    "person_id": an_id,
    "team_id": an_id,
    "question": _a_word,
    "answer": _a_word,
}
