"""The tables of who came and of what was practised; both say how somebody did, so both are personal."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from api.kit.origin import Origin
from api.kit.rows import ChangingRow, RecordId, UtcTime, belongs, one_of, refers


class AttendanceMark(StrEnum):
    """`caught_up` is somebody who missed it and learned it on another day."""

    CAME = "came"
    MISSED = "missed"
    CAUGHT_UP = "caught_up"


class EvidenceOrigin(StrEnum):
    """Where it was tried: in a round of a drill or at a visit; by a manager in a ride-along or a review they held."""

    ROUND = "round"
    VISIT = "visit"
    RIDE_ALONG = "ride_along"
    REVIEW = "review"


COACHED = frozenset({EvidenceOrigin.RIDE_ALONG, EvidenceOrigin.REVIEW})
"""What managers learn is tried with their reps (domain.md 16)."""


class SessionAttendance(ChangingRow, table=True):
    """Whether somebody came (到课); whoever missed it has a day to make it up."""

    __tablename__ = "session_attendance"
    __table_args__ = (
        belongs(),
        refers("session_id", "training_sessions", on_delete="CASCADE"),
        refers("person_id", "people"),
        refers("by_id", "people"),
        sa.UniqueConstraint("organisation_id", "session_id", "person_id"),
        one_of("mark", AttendanceMark),
        sa.CheckConstraint("(reason IS NULL) = (make_up_day IS NULL)", name="missed_is_whole"),
        sa.CheckConstraint("mark <> 'missed' OR make_up_day IS NOT NULL", name="made_up_some_day"),
        sa.CheckConstraint("mark <> 'came' OR make_up_day IS NULL", name="came_or_missed"),
    )

    session_id: UUID = Field(sa_type=RecordId)
    person_id: UUID = Field(sa_type=RecordId)
    by_id: UUID = Field(sa_type=RecordId)
    mark: AttendanceMark = Field(sa_type=sa.String(20))
    reason: str | None = Field(default=None, max_length=2000)
    make_up_day: date | None = Field(default=None)


class SessionEvidence(ChangingRow, table=True):
    """What somebody tried after the class, and who saw it; `partner_id` was with them: in the round, on the ride, in the review."""

    __tablename__ = "session_evidence"
    __table_args__ = (
        belongs(),
        refers("session_id", "training_sessions", on_delete="CASCADE"),
        refers("person_id", "people"),
        refers("partner_id", "people"),
        refers("confirmed_by_id", "people"),
        one_of("origin_kind", EvidenceOrigin),
        sa.CheckConstraint(
            "(confirmed_at IS NULL) = (confirmed_by_id IS NULL)", name="confirmed_is_whole"
        ),
        sa.CheckConstraint("confirmed_by_id <> person_id", name="seen_by_another"),
        sa.CheckConstraint("partner_id <> person_id", name="two_people"),
        sa.Index(None, "organisation_id", "session_id", "person_id"),
        sa.Index(None, "organisation_id", "person_id", "id"),
        sa.Index(None, "organisation_id", "partner_id", "id"),
    )

    session_id: UUID = Field(sa_type=RecordId)
    person_id: UUID = Field(sa_type=RecordId)
    origin_kind: EvidenceOrigin = Field(sa_type=sa.String(20))
    origin_id: UUID = Field(sa_type=RecordId)
    partner_id: UUID | None = Field(default=None, sa_type=RecordId)
    words: str = Field(max_length=2000)
    confirmed_at: datetime | None = Field(default=None, sa_type=UtcTime)
    confirmed_by_id: UUID | None = Field(default=None, sa_type=RecordId)
    birth_digest: bytes = Field(sa_type=sa.LargeBinary(32))

    @property
    def origin(self) -> Origin:
        return Origin(self.origin_kind, self.origin_id)
