"""The table of series; what it lays into the calendar are rows of `training_sessions`."""

from datetime import date
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from api.kit.rows import ChangingRow, RecordId, belongs, one_of, refers
from api.training.models import Track


class TrainingSeries(ChangingRow, table=True):
    """Every so many weeks on one weekday, for one team, or for all managers."""

    __tablename__ = "training_series"
    __table_args__ = (
        belongs(),
        refers("team_id", "teams"),
        refers("trainer_id", "people"),
        one_of("track", Track),
        sa.CheckConstraint("(track = 'management') = (team_id IS NULL)", name="of_whom"),
        sa.CheckConstraint("weekday BETWEEN 1 AND 7", name="weekday"),
        sa.CheckConstraint("every_weeks BETWEEN 1 AND 8", name="every_weeks"),
        sa.CheckConstraint("minutes BETWEEN 10 AND 480", name="minutes"),
        sa.CheckConstraint("(ends_on IS NULL) = (end_reason IS NULL)", name="end_is_whole"),
        sa.Index(None, "organisation_id", "team_id", "id"),
    )

    track: Track = Field(sa_type=sa.String(20))
    team_id: UUID | None = Field(default=None, sa_type=RecordId)
    trainer_id: UUID = Field(sa_type=RecordId)
    weekday: int
    starts: str = Field(max_length=5)
    every_weeks: int
    minutes: int
    starts_on: date
    ends_on: date | None = Field(default=None)
    end_reason: str | None = Field(default=None, max_length=2000)
    birth_digest: bytes = Field(sa_type=sa.LargeBinary(32))
