"""Tables of pair interviews: the two (or three) of a week, and each one's worksheet of four lines."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from api.kit.rows import ChangingRow, RecordId, Row, UtcTime, belongs, refers


class InterviewState(StrEnum):
    """How far an interview is. It is read from its rows and the day, and never set."""

    PLANNED = "planned"
    READY = "ready"
    HELD = "held"
    NOT_HELD = "not_held"


class PairInterview(ChangingRow, table=True):
    """One conversation of a week; it may move, with the reason, and never vanishes."""

    __tablename__ = "pair_interviews"
    __table_args__ = (
        belongs(),
        refers("team_id", "teams"),
        sa.CheckConstraint("(moved_from IS NULL) = (move_reason IS NULL)", name="move_is_whole"),
        sa.Index(None, "organisation_id", "team_id", "week"),
    )

    team_id: UUID = Field(sa_type=RecordId)
    week: date
    day: date
    moved_from: date | None = Field(default=None)
    move_reason: str | None = Field(default=None, max_length=200)
    held_at: datetime | None = Field(default=None, sa_type=UtcTime)


class InterviewSeat(Row, table=True):
    """One of them: the worksheet, and the one line taken away. Nobody sits twice in a week."""

    __tablename__ = "interview_seats"
    __table_args__ = (
        belongs(),
        refers("interview_id", "pair_interviews", on_delete="CASCADE"),
        refers("person_id", "people"),
        sa.UniqueConstraint("organisation_id", "person_id", "week"),
        sa.CheckConstraint(
            "(filled_at IS NULL) = (went_well IS NULL)"
            " AND (filled_at IS NULL) = (stuck IS NULL)"
            " AND (filled_at IS NULL) = (tried IS NULL)"
            " AND (filled_at IS NULL) = (would_ask IS NULL)",
            name="worksheet_is_whole",
        ),
        sa.CheckConstraint("takeaway IS NULL OR filled_at IS NOT NULL", name="takeaway"),
        sa.Index(None, "organisation_id", "interview_id"),
    )

    interview_id: UUID = Field(sa_type=RecordId)
    person_id: UUID = Field(sa_type=RecordId)
    week: date
    went_well: str | None = Field(default=None, max_length=200)
    stuck: str | None = Field(default=None, max_length=200)
    tried: str | None = Field(default=None, max_length=200)
    would_ask: str | None = Field(default=None, max_length=200)
    filled_at: datetime | None = Field(default=None, sa_type=UtcTime)
    takeaway: str | None = Field(default=None, max_length=200)

    @property
    def filled(self) -> bool:
        return self.filled_at is not None
