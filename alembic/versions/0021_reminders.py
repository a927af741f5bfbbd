"""Reminders: what was laid for whom, what is on its way, phones, group robots, choices, the server's own keys.

Revision: 0021, after 0020.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

from api.kit.tables import a_moment, an_id, check, make_index, make_table, refers, unique

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
        a_moment("created_at"),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_server_keys")),
    )


def downgrade() -> None:
    for table in TABLES:
        op.drop_table(table)


def _reminders() -> None:
    make_table(
        "reminders",
        *_person("reminders"),
        *_choice("reminders", "kind", KINDS),
        an_id("origin_id"),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("params", sa.JSON(), nullable=False),
        sa.Column("path", sa.String(length=120), nullable=False),
        a_moment("due_at"),
        a_moment("until"),
        sa.Column("seen", sa.Integer(), nullable=False),
        a_moment("seen_at", nullable=True),
        check("reminders", "seen", "seen IN (0, 1)"),
        check("reminders", "seen_is_whole", "(seen = 1) = (seen_at IS NOT NULL)"),
        unique("reminders", "person_id", "kind", "origin_id", "day"),
    )
    make_index("reminders", "person_id", "seen", "due_at", "id")
    make_index("reminders", "seen", "until")
    make_table(
        "reminder_choices",
        *_person("reminder_choices"),
        sa.Column("off", sa.JSON(), nullable=False),
        a_moment("updated_at"),
        unique("reminder_choices", "person_id"),
    )


def _receivers() -> None:
    make_table(
        "push_subscriptions",
        *_person("push_subscriptions"),
        sa.Column("endpoint", sa.String(length=1000), nullable=False),
        sa.Column("endpoint_digest", sa.LargeBinary(length=32), nullable=False),
        sa.Column("p256dh", sa.String(length=100), nullable=False),
        sa.Column("auth", sa.String(length=40), nullable=False),
        *_choice("push_subscriptions", "language", LANGUAGES),
        unique("push_subscriptions", "endpoint_digest"),
    )
    make_index("push_subscriptions", "person_id", "created_at")
    op.create_index(
        op.f("ix_push_subscriptions_endpoint_digest"), "push_subscriptions", ["endpoint_digest"]
    )
    make_table(
        "robots",
        an_id("team_id", nullable=True),
        refers("robots", "team_id", "teams"),
        *_choice("robots", "kind", ("wecom", "dingtalk", "feishu")),
        sa.Column("address", sa.String(length=500), nullable=False),
        *_choice("robots", "language", LANGUAGES),
        a_moment("updated_at"),
    )
    make_index("robots", "created_at", "id")


def _deliveries() -> None:
    make_table(
        "deliveries",
        an_id("reminder_id"),
        refers("deliveries", "reminder_id", "reminders", on_delete="CASCADE"),
        *_choice("deliveries", "channel", ("push", "robot")),
        an_id("subscription_id", nullable=True),
        refers("deliveries", "subscription_id", "push_subscriptions", on_delete="CASCADE"),
        an_id("robot_id", nullable=True),
        refers("deliveries", "robot_id", "robots", on_delete="CASCADE"),
        sa.Column("tag", sa.String(length=80), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        a_moment("next_try_at", nullable=True),
        a_moment("sent_at", nullable=True),
        a_moment("gave_up_at", nullable=True),
        check(
            "deliveries",
            "one_channel",
            "(channel = 'push') = (subscription_id IS NOT NULL)"
            " AND (channel = 'robot') = (robot_id IS NOT NULL)",
        ),
        check(
            "deliveries",
            "one_end",
            "(next_try_at IS NULL) = (sent_at IS NOT NULL OR gave_up_at IS NOT NULL)"
            " AND (sent_at IS NULL OR gave_up_at IS NULL)",
        ),
        check("deliveries", "tries", "tries BETWEEN 0 AND 5"),
        unique("deliveries", "subscription_id", "tag"),
        unique("deliveries", "robot_id", "tag"),
    )
    make_index("deliveries", "next_try_at")
    make_index("deliveries", "reminder_id")


def _person(table: str) -> list[Any]:
    return [an_id("person_id"), refers(table, "person_id", "people")]


def _choice(table: str, column: str, words: tuple[str, ...]) -> list[Any]:
    allowed = ", ".join(f"'{word}'" for word in words)
    longest = 10 if column == "language" else 20
    return [
        sa.Column(column, sa.String(length=longest), nullable=False),
        check(table, column, f"{column} IN ({allowed})"),
    ]
