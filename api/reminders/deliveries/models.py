"""The table of deliveries: which reminder goes where, how often it was tried, how it ended."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from api.kit.rows import RecordId, Row, UtcTime, belongs, one_of, refers


class Channel(StrEnum):
    PUSH = "push"
    ROBOT = "robot"


class Delivery(Row, table=True):
    """`next_try_at` is when it may be taken up (again); it is empty once the delivery was sent or given up.

    `tag` names what is told, the same at every try: a phone shows a repeat in the place of the first. A group hears a
    tag once, whoever of the team it was laid for.
    """

    __tablename__ = "deliveries"
    __table_args__ = (
        belongs(),
        refers("reminder_id", "reminders", on_delete="CASCADE"),
        refers("subscription_id", "push_subscriptions", on_delete="CASCADE"),
        refers("robot_id", "robots", on_delete="CASCADE"),
        one_of("channel", Channel),
        sa.UniqueConstraint("organisation_id", "subscription_id", "tag"),
        sa.UniqueConstraint("organisation_id", "robot_id", "tag"),
        sa.CheckConstraint(
            "(channel = 'push') = (subscription_id IS NOT NULL)"
            " AND (channel = 'robot') = (robot_id IS NOT NULL)",
            name="one_channel",
        ),
        sa.CheckConstraint(
            "(next_try_at IS NULL) = (sent_at IS NOT NULL OR gave_up_at IS NOT NULL)"
            " AND (sent_at IS NULL OR gave_up_at IS NULL)",
            name="one_end",
        ),
        sa.CheckConstraint("tries BETWEEN 0 AND 5", name="tries"),
        sa.Index(None, "organisation_id", "next_try_at"),
        sa.Index(None, "organisation_id", "reminder_id"),
    )

    reminder_id: UUID = Field(sa_type=RecordId)
    channel: Channel = Field(sa_type=sa.String(20))
    subscription_id: UUID | None = Field(default=None, sa_type=RecordId)
    robot_id: UUID | None = Field(default=None, sa_type=RecordId)
    tag: str = Field(max_length=80)
    tries: int = Field(default=0)
    next_try_at: datetime | None = Field(default=None, sa_type=UtcTime)
    sent_at: datetime | None = Field(default=None, sa_type=UtcTime)
    gave_up_at: datetime | None = Field(default=None, sa_type=UtcTime)
