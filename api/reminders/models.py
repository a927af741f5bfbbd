"""The tables of reminders and of the kinds a person has switched off."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from api.kit.rows import Document, RecordId, Row, UtcTime, belongs, one_of, refers


class ReminderKind(StrEnum):
    """What it is about; each can be switched off."""

    PRE_READ = "pre_read"
    REVIEW_LAID = "review_laid"
    PROMISE = "promise"
    ANSWER = "answer"
    EVENING = "evening"
    RIDE_ALONG = "ride_along"
    GOAL = "goal"


class Reminder(Row, table=True):
    """One for a person, kind, origin and day, so that a job that runs twice lays it once.

    `params` holds a day or a time and never words; `until` is when its moment has passed. `seen` is 0 or 1: the order
    of the list begins with it. What was done before anybody looked counts as seen.
    """

    __tablename__ = "reminders"
    __table_args__ = (
        belongs(),
        refers("person_id", "people"),
        one_of("kind", ReminderKind),
        sa.UniqueConstraint("organisation_id", "person_id", "kind", "origin_id", "day"),
        sa.CheckConstraint("seen IN (0, 1)", name="seen"),
        sa.CheckConstraint("(seen = 1) = (seen_at IS NOT NULL)", name="seen_is_whole"),
        sa.Index(None, "organisation_id", "person_id", "seen", "due_at", "id"),
        sa.Index(None, "organisation_id", "seen", "until"),
    )

    person_id: UUID = Field(sa_type=RecordId)
    kind: ReminderKind = Field(sa_type=sa.String(20))
    origin_id: UUID = Field(sa_type=RecordId)
    day: date
    params: dict[str, Any] = Field(sa_type=Document)
    path: str = Field(max_length=120)
    due_at: datetime = Field(sa_type=UtcTime)
    until: datetime = Field(sa_type=UtcTime)
    seen: int = Field(default=0)
    seen_at: datetime | None = Field(default=None, sa_type=UtcTime)


class ReminderChoice(Row, table=True):
    """The kinds a person wants no reminder of; without a row all are on."""

    __tablename__ = "reminder_choices"
    __table_args__ = (
        belongs(),
        refers("person_id", "people"),
        sa.UniqueConstraint("organisation_id", "person_id"),
    )

    person_id: UUID = Field(sa_type=RecordId)
    off: list[str] = Field(sa_type=Document)
    updated_at: datetime = Field(sa_type=UtcTime)
