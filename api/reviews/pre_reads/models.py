"""Tables of what is known and written before a review."""

from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from api.kit.origin import Origin
from api.kit.rows import ChangingRow, Document, RecordId, Row, belongs, one_of, refers


class Side(StrEnum):
    """Whose part of the pre-read: who is reviewed, or who helps."""

    PERSON = "person"
    HOST = "host"


class FactPart(StrEnum):
    """What a fact speaks to: the order of the questions."""

    GOAL = "goal"
    PROCESS = "process"
    ABILITY = "ability"
    HELP = "help"


class LinkKind(StrEnum):
    """Which record a fact is made of."""

    VISIT = "visit"
    DEAL = "deal"
    DRILL = "drill"
    REVIEW = "review"
    COMMITMENT = "commitment"
    HELP_REQUEST = "help_request"
    RIDE_ALONG = "ride_along"
    GOAL = "goal"


class ReviewSnapshot(Row, table=True):
    """The facts of the days since the last review; from the evening before they stand: both talk about the same ones."""

    __tablename__ = "review_snapshots"
    __table_args__ = (
        belongs(),
        refers("review_id", "reviews", on_delete="CASCADE"),
        sa.UniqueConstraint("organisation_id", "review_id"),
    )

    review_id: UUID = Field(sa_type=RecordId)
    since: date
    until: date
    facts: list[dict[str, Any]] = Field(sa_type=Document)


class ReviewNote(ChangingRow, table=True):
    """What one side wrote beforehand, for both to read: three things of the person; praise, question and offer of the host."""

    __tablename__ = "review_notes"
    __table_args__ = (
        belongs(),
        refers("review_id", "reviews", on_delete="CASCADE"),
        refers("by_id", "people"),
        sa.UniqueConstraint("organisation_id", "review_id", "side"),
        one_of("side", Side),
        one_of("evidence_kind", LinkKind),
        sa.CheckConstraint(
            "(evidence_kind IS NULL) = (evidence_id IS NULL)", name="evidence_is_whole"
        ),
        sa.CheckConstraint(
            "(side = 'person') = (wants IS NOT NULL) AND (side = 'host') = (praise IS NOT NULL)",
            name="words_of_its_side",
        ),
    )

    review_id: UUID = Field(sa_type=RecordId)
    by_id: UUID = Field(sa_type=RecordId)
    side: Side = Field(sa_type=sa.String(20))
    wants: str | None = Field(default=None, max_length=2000)
    stuck: str | None = Field(default=None, max_length=2000)
    tried: str | None = Field(default=None, max_length=2000)
    praise: str | None = Field(default=None, max_length=2000)
    evidence_kind: LinkKind | None = Field(default=None, sa_type=sa.String(20))
    evidence_id: UUID | None = Field(default=None, sa_type=RecordId)
    question: str | None = Field(default=None, max_length=2000)
    offer: str | None = Field(default=None, max_length=2000)

    @property
    def evidence(self) -> Origin | None:
        if self.evidence_kind is None or self.evidence_id is None:
            return None
        return Origin(self.evidence_kind, self.evidence_id)


class ReviewPreparation(Row, table=True):
    """The host's own notes on the way to the talk. The row is deleted when the review closes; no copy is kept."""

    __tablename__ = "review_preparations"
    __table_args__ = (
        belongs(),
        refers("review_id", "reviews", on_delete="CASCADE"),
        sa.UniqueConstraint("organisation_id", "review_id"),
    )

    review_id: UUID = Field(sa_type=RecordId)
    words: str = Field(max_length=4000)
