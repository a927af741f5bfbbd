"""Tables of promises and of how their days moved."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from api.kit.origin import Origin
from api.kit.rows import ChangingRow, RecordId, Row, UtcTime, belongs, one_of, refers


class Correction(StrEnum):
    """What every act of coaching ends in, and what decides the next step (domain.md 48)."""

    DIRECTION = "direction"
    METHOD = "method"
    KNOWLEDGE = "knowledge"
    SKILL = "skill"


class CommitmentOrigin(StrEnum):
    """Where a promise was given."""

    RIDE_ALONG = "ride_along"
    REVIEW = "review"
    ADVICE = "advice"
    HELP_REQUEST = "help_request"


class EvidenceKind(StrEnum):
    """By which record both can see that a promise was kept."""

    VISIT = "visit"
    ROUND = "round"
    DRILL = "drill"
    DEAL = "deal"
    PAYMENT = "payment"
    RIDE_ALONG = "ride_along"
    REVIEW = "review"
    HELP_REQUEST = "help_request"
    SHARE = "share"


class CommitmentOutcome(StrEnum):
    """How a promise ended."""

    KEPT = "kept"
    PARTLY = "partly"
    NOT = "not"


class Commitment(ChangingRow, table=True):
    """A promise from `owner_id` to `to_id`. A withdrawn one leaves a tombstone without words."""

    __tablename__ = "commitments"
    __table_args__ = (
        belongs(),
        refers("owner_id", "people"),
        refers("to_id", "people"),
        refers("client_id", "clients"),
        refers("settled_by_id", "people"),
        one_of("correction", Correction),
        one_of("origin_kind", CommitmentOrigin),
        one_of("outcome", CommitmentOutcome),
        one_of("evidence_kind", EvidenceKind),
        sa.CheckConstraint("owner_id <> to_id", name="two_people"),
        sa.CheckConstraint(
            "(outcome IS NULL) = (settled_at IS NULL) "
            "AND (outcome IS NULL) = (settled_by_id IS NULL) "
            "AND (outcome IS NOT NULL OR outcome_reason IS NULL)",
            name="outcome_is_whole",
        ),
        sa.CheckConstraint(
            "outcome IS NULL OR outcome = 'kept' OR outcome_reason IS NOT NULL",
            name="outcome_has_its_reason",
        ),
        sa.CheckConstraint(
            "(evidence_kind IS NULL) = (evidence_id IS NULL)", name="evidence_is_whole"
        ),
        sa.Index(None, "organisation_id", "owner_id", "due", "id"),
        sa.Index(None, "organisation_id", "to_id", "due", "id"),
        sa.Index(None, "organisation_id", "origin_id"),
    )

    owner_id: UUID = Field(sa_type=RecordId)
    to_id: UUID = Field(sa_type=RecordId)
    words: str = Field(max_length=2000)
    how_seen: str = Field(max_length=2000)
    due: date
    correction: Correction | None = Field(default=None, sa_type=sa.String(20))
    skill_key: str | None = Field(default=None, max_length=40)
    client_id: UUID | None = Field(default=None, sa_type=RecordId)
    origin_kind: CommitmentOrigin = Field(sa_type=sa.String(20))
    origin_id: UUID = Field(sa_type=RecordId)
    outcome: CommitmentOutcome | None = Field(default=None, sa_type=sa.String(20))
    outcome_reason: str | None = Field(default=None, max_length=2000)
    evidence_kind: EvidenceKind | None = Field(default=None, sa_type=sa.String(20))
    evidence_id: UUID | None = Field(default=None, sa_type=RecordId)
    settled_at: datetime | None = Field(default=None, sa_type=UtcTime)
    settled_by_id: UUID | None = Field(default=None, sa_type=RecordId)
    birth_digest: bytes = Field(sa_type=sa.LargeBinary(32))

    @property
    def origin(self) -> Origin:
        return Origin(self.origin_kind, self.origin_id)

    @property
    def evidence(self) -> Origin | None:
        if self.evidence_kind is None or self.evidence_id is None:
            return None
        return Origin(self.evidence_kind, self.evidence_id)

    @property
    def settled(self) -> bool:
        return self.outcome is not None

    @property
    def sides(self) -> frozenset[UUID]:
        """Who gave the promise and to whom: these two settle and move it."""
        return frozenset({self.owner_id, self.to_id})


class CommitmentMove(Row, table=True):
    """The day of a promise moved, with the reason; the first day is never lost."""

    __tablename__ = "commitment_moves"
    __table_args__ = (
        belongs(),
        refers("commitment_id", "commitments", on_delete="CASCADE"),
        refers("by_id", "people"),
        sa.CheckConstraint("from_day <> to_day", name="another_day"),
        sa.Index(None, "organisation_id", "commitment_id", "created_at"),
    )

    commitment_id: UUID = Field(sa_type=RecordId)
    from_day: date
    to_day: date
    why: str = Field(max_length=2000)
    by_id: UUID = Field(sa_type=RecordId)


class CommitmentReply(Row, table=True):
    """How the other side sees it; `said_to` is what stood there then, should it be corrected later."""

    __tablename__ = "commitment_replies"
    __table_args__ = (
        belongs(),
        refers("commitment_id", "commitments", on_delete="CASCADE"),
        refers("by_id", "people"),
        one_of("said_to", CommitmentOutcome),
        sa.Index(None, "organisation_id", "commitment_id", "created_at"),
    )

    commitment_id: UUID = Field(sa_type=RecordId)
    by_id: UUID = Field(sa_type=RecordId)
    said_to: CommitmentOutcome = Field(sa_type=sa.String(20))
    words: str = Field(max_length=200)
