"""Reminders: what was laid for whom, what is on its way, phones, group robots, choices, the server's own keys.

Revision: 0021, after 0020.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

from api.kit.rows import RecordId, UtcTime

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

KINDS = ("pre_read", "review_laid", "promise", "answer", "evening", "ride_along")
LANGUAGES = ("zh-CN", "en")
TABLES = (
    "server_keys",
    "deliveries",
    "robots",
    "push_subscriptions",
    "reminder_choices",
    "reminders",
)


def upgrade() -> None:
    _reminders()
    _receivers()
    _deliveries()
    op.create_table(
        "server_keys",
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("secret", sa.String(length=2000), nullable=False),
        _at("created_at"),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_server_keys")),
    )


def downgrade() -> None:
    for table in TABLES:
        op.drop_table(table)


def _reminders() -> None:
    _table(
        "reminders",
        *_person("reminders"),
        *_choice("reminders", "kind", KINDS),
        _id("origin_id"),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("params", sa.JSON(), nullable=False),
        sa.Column("path", sa.String(length=120), nullable=False),
        _at("due_at"),
        _at("until"),
        sa.Column("seen", sa.Integer(), nullable=False),
        _at("seen_at", nullable=True),
        _check("reminders", "seen", "seen IN (0, 1)"),
        _check("reminders", "seen_is_whole", "(seen = 1) = (seen_at IS NOT NULL)"),
        _unique("reminders", "person_id", "kind", "origin_id", "day"),
    )
    _index("reminders", "person_id", "seen", "due_at", "id")
    _index("reminders", "seen", "until")
    _table(
        "reminder_choices",
        *_person("reminder_choices"),
        sa.Column("off", sa.JSON(), nullable=False),
        _at("updated_at"),
        _unique("reminder_choices", "person_id"),
    )


def _receivers() -> None:
    _table(
        "push_subscriptions",
        *_person("push_subscriptions"),
        sa.Column("endpoint", sa.String(length=1000), nullable=False),
        sa.Column("endpoint_digest", sa.LargeBinary(length=32), nullable=False),
        sa.Column("p256dh", sa.String(length=100), nullable=False),
        sa.Column("auth", sa.String(length=40), nullable=False),
        *_choice("push_subscriptions", "language", LANGUAGES),
        _unique("push_subscriptions", "endpoint_digest"),
    )
    _index("push_subscriptions", "person_id", "created_at")
    op.create_index(
        op.f("ix_push_subscriptions_endpoint_digest"), "push_subscriptions", ["endpoint_digest"]
    )
    _table(
        "robots",
        _id("team_id", nullable=True),
        _refers("robots", "team_id", "teams"),
        *_choice("robots", "kind", ("wecom", "dingtalk", "feishu")),
        sa.Column("address", sa.String(length=500), nullable=False),
        *_choice("robots", "language", LANGUAGES),
        _at("updated_at"),
    )
    _index("robots", "created_at", "id")


def _deliveries() -> None:
    _table(
        "deliveries",
        _id("reminder_id"),
        _refers("deliveries", "reminder_id", "reminders", on_delete="CASCADE"),
        *_choice("deliveries", "channel", ("push", "robot")),
        _id("subscription_id", nullable=True),
        _refers("deliveries", "subscription_id", "push_subscriptions", on_delete="CASCADE"),
        _id("robot_id", nullable=True),
        _refers("deliveries", "robot_id", "robots", on_delete="CASCADE"),
        sa.Column("tag", sa.String(length=80), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        _at("next_try_at", nullable=True),
        _at("sent_at", nullable=True),
        _at("gave_up_at", nullable=True),
        _check(
            "deliveries",
            "one_channel",
            "(channel = 'push') = (subscription_id IS NOT NULL)"
            " AND (channel = 'robot') = (robot_id IS NOT NULL)",
        ),
        _check(
            "deliveries",
            "one_end",
            "(next_try_at IS NULL) = (sent_at IS NOT NULL OR gave_up_at IS NOT NULL)"
            " AND (sent_at IS NULL OR gave_up_at IS NULL)",
        ),
        _check("deliveries", "tries", "tries BETWEEN 0 AND 5"),
        _unique("deliveries", "subscription_id", "tag"),
        _unique("deliveries", "robot_id", "tag"),
    )
    _index("deliveries", "next_try_at")
    _index("deliveries", "reminder_id")


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


def _person(table: str) -> list[Any]:
    return [_id("person_id"), _refers(table, "person_id", "people")]


def _id(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, RecordId(), nullable=nullable)


def _at(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, UtcTime(), nullable=nullable)


def _choice(table: str, column: str, words: tuple[str, ...]) -> list[Any]:
    allowed = ", ".join(f"'{word}'" for word in words)
    longest = 10 if column == "language" else 20
    return [
        sa.Column(column, sa.String(length=longest), nullable=False),
        _check(table, column, f"{column} IN ({allowed})"),
    ]


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
