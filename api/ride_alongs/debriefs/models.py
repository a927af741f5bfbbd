"""Tables of the debrief. Each save is a version of whoever wrote it; none is ever overwritten."""

from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from api.commitments.models import Correction
from api.kit.rows import RecordId, Row, UtcTime, belongs, one_of, refers


def _mark(column: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(f"{column} BETWEEN 1 AND 5", name=column)


class Debrief(Row, table=True):
    """What one of the two wrote, as it stood at `written_at`; the latest of each writer counts.

    The three marks are of the day and stay apart: they are never added up.
    """

    __tablename__ = "debriefs"
    __table_args__ = (
        belongs(),
        refers("ride_along_id", "ride_alongs", on_delete="CASCADE"),
        refers("by_id", "people"),
        one_of("correction", Correction),
        _mark("mark_preparation"),
        _mark("mark_script"),
        _mark("mark_result"),
        sa.Index(None, "organisation_id", "ride_along_id", "written_at"),
    )

    ride_along_id: UUID = Field(sa_type=RecordId)
    by_id: UUID = Field(sa_type=RecordId)
    written_at: datetime = Field(sa_type=UtcTime)
    well: str | None = Field(default=None, max_length=2000)
    stuck: str | None = Field(default=None, max_length=2000)
    strength_one: str | None = Field(default=None, max_length=200)
    strength_two: str | None = Field(default=None, max_length=200)
    change: str | None = Field(default=None, max_length=200)
    correction: Correction | None = Field(default=None, sa_type=sa.String(20))
    mark_preparation: int | None = Field(default=None)
    mark_script: int | None = Field(default=None)
    mark_result: int | None = Field(default=None)
    action: str | None = Field(default=None, max_length=200)
    action_due: date | None = Field(default=None)
    action_seen: str | None = Field(default=None, max_length=200)
    promise: str | None = Field(default=None, max_length=200)
    promise_due: date | None = Field(default=None)
    birth_digest: bytes = Field(sa_type=sa.LargeBinary(32))


class Acknowledgement(Row, table=True):
    """The apprentice's answer to the mentor's version that was read: agreed, or seen differently, in writing."""

    __tablename__ = "debrief_acknowledgements"
    __table_args__ = (
        belongs(),
        refers("ride_along_id", "ride_alongs", on_delete="CASCADE"),
        refers("debrief_id", "debriefs"),
        refers("by_id", "people"),
        sa.CheckConstraint("agrees OR words IS NOT NULL", name="says_why_not"),
        sa.Index(None, "organisation_id", "ride_along_id", "id"),
    )

    ride_along_id: UUID = Field(sa_type=RecordId)
    debrief_id: UUID = Field(sa_type=RecordId)
    by_id: UUID = Field(sa_type=RecordId)
    agrees: bool
    words: str | None = Field(default=None, max_length=2000)
    birth_digest: bytes = Field(sa_type=sa.LargeBinary(32))
