"""Tables of what a review leaves behind: answers, promises not yet agreed, and who tapped agree."""

from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from api.commitments.models import Correction
from api.kit.rows import ChangingRow, Document, RecordId, Row, UtcTime, belongs, one_of, refers
from api.reviews.questions.models import QuestionKey


class ReviewAnswer(ChangingRow, table=True):
    """What was written down together; `asked` is the question as it stood that day."""

    __tablename__ = "review_answers"
    __table_args__ = (
        belongs(),
        refers("review_id", "reviews", on_delete="CASCADE"),
        refers("by_id", "people"),
        sa.UniqueConstraint("organisation_id", "review_id", "key"),
        one_of("key", QuestionKey),
    )

    review_id: UUID = Field(sa_type=RecordId)
    key: QuestionKey = Field(sa_type=sa.String(40))
    asked: dict[str, str] = Field(sa_type=Document)
    words: str = Field(max_length=2000)
    by_id: UUID = Field(sa_type=RecordId)


class ReviewPromise(Row, table=True):
    """A promise on the table. Once both agree it becomes the commitment of the same id."""

    __tablename__ = "review_promises"
    __table_args__ = (
        belongs(),
        refers("review_id", "reviews", on_delete="CASCADE"),
        refers("owner_id", "people"),
        refers("client_id", "clients"),
        one_of("correction", Correction),
        sa.Index(None, "organisation_id", "review_id", "place"),
    )

    review_id: UUID = Field(sa_type=RecordId)
    place: int
    owner_id: UUID = Field(sa_type=RecordId)
    words: str = Field(max_length=2000)
    how_seen: str = Field(max_length=2000)
    due: date
    correction: Correction | None = Field(default=None, sa_type=sa.String(20))
    skill_key: str | None = Field(default=None, max_length=40)
    client_id: UUID | None = Field(default=None, sa_type=RecordId)


class ReviewAgreement(Row, table=True):
    """Somebody tapped agree, on whose device, and to which version of the promises."""

    __tablename__ = "review_agreements"
    __table_args__ = (
        belongs(),
        refers("review_id", "reviews", on_delete="CASCADE"),
        refers("person_id", "people"),
        refers("recorded_by_id", "people"),
        sa.UniqueConstraint("organisation_id", "review_id", "person_id"),
    )

    review_id: UUID = Field(sa_type=RecordId)
    person_id: UUID = Field(sa_type=RecordId)
    recorded_by_id: UUID = Field(sa_type=RecordId)
    promises_version: int
    tapped_at: datetime = Field(sa_type=UtcTime)
