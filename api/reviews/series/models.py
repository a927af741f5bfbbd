"""The table of series; what it lays into the calendar are rows of `reviews`."""

from datetime import date
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from api.kit.rows import ChangingRow, RecordId, belongs, refers
from api.reviews.models import ReviewKind


class ReviewSeries(ChangingRow, table=True):
    """Every so many weeks on one weekday; a month's series takes the last such weekday of each month."""

    __tablename__ = "review_series"
    __table_args__ = (
        belongs(),
        refers("host_id", "people"),
        refers("person_id", "people"),
        refers("team_id", "teams"),
        sa.CheckConstraint("kind IN ('weekly', 'manager', 'team', 'month')", name="kind"),
        sa.CheckConstraint(
            "(kind = 'team') = (person_id IS NULL) AND (kind = 'team') = (team_id IS NOT NULL)",
            name="with_whom",
        ),
        sa.CheckConstraint("host_id <> person_id", name="two_people"),
        sa.CheckConstraint("weekday BETWEEN 1 AND 7", name="weekday"),
        sa.CheckConstraint("every_weeks BETWEEN 1 AND 8", name="every_weeks"),
        sa.CheckConstraint("minutes BETWEEN 10 AND 240", name="minutes"),
        sa.CheckConstraint("(ends_on IS NULL) = (end_reason IS NULL)", name="end_is_whole"),
        sa.Index(None, "organisation_id", "host_id", "id"),
    )

    kind: ReviewKind = Field(sa_type=sa.String(20))
    host_id: UUID = Field(sa_type=RecordId)
    person_id: UUID | None = Field(default=None, sa_type=RecordId)
    team_id: UUID | None = Field(default=None, sa_type=RecordId)
    weekday: int
    starts: str = Field(max_length=5)
    every_weeks: int
    minutes: int
    starts_on: date
    ends_on: date | None = Field(default=None)
    end_reason: str | None = Field(default=None, max_length=2000)
    birth_digest: bytes = Field(sa_type=sa.LargeBinary(32))
