"""Tables of the reality check: one a visit, an item for each objection that was expected or came unexpected."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from api.kit.rows import ChangingRow, RecordId, Row, UtcTime, belongs, one_of, refers


class Expected(StrEnum):
    """Where an objection was expected: a line agreed in a drill, the client sheet, or nowhere."""

    LINE = "line"
    SHEET = "sheet"
    NOWHERE = "nowhere"


class Result(StrEnum):
    """没说, 接住了, 接住一半, 没接住."""

    NOT_RAISED = "not_raised"
    ANSWERED = "answered"
    PARTLY = "partly"
    NOT_ANSWERED = "not_answered"


class RealityCheck(ChangingRow, table=True):
    """What the rep said after a visit about what had been rehearsed for it."""

    __tablename__ = "reality_checks"
    __table_args__ = (
        belongs(),
        refers("visit_id", "visits"),
        refers("client_id", "clients"),
        refers("rep_id", "people"),
        sa.UniqueConstraint("organisation_id", "visit_id"),
        sa.Index(None, "organisation_id", "rep_id", "day"),
        sa.Index(None, "organisation_id", "day"),
    )

    visit_id: UUID = Field(sa_type=RecordId)
    client_id: UUID = Field(sa_type=RecordId)
    rep_id: UUID = Field(sa_type=RecordId)
    day: date
    told_at: datetime = Field(sa_type=UtcTime)
    birth_digest: bytes = Field(sa_type=sa.LargeBinary(32))


class RealityItem(Row, table=True):
    """One objection: expected where, came or not, answered or not. `objection_id` is what was heard at the visit."""

    __tablename__ = "reality_items"
    __table_args__ = (
        belongs(),
        refers("check_id", "reality_checks", on_delete="CASCADE"),
        one_of("expected", Expected, name="expected"),
        one_of("result", Result, name="result"),
        sa.CheckConstraint("type_key IS NOT NULL OR words IS NOT NULL", name="says_something"),
        sa.CheckConstraint(
            "expected <> 'nowhere' OR result <> 'not_raised'", name="the_unexpected_came"
        ),
        sa.Index(None, "organisation_id", "check_id", "place"),
        sa.Index(None, "organisation_id", "objection_id"),
    )

    check_id: UUID = Field(sa_type=RecordId)
    place: int
    expected: Expected = Field(sa_type=sa.String(20))
    expected_id: UUID | None = Field(default=None, sa_type=RecordId)
    objection_id: UUID | None = Field(default=None, sa_type=RecordId)
    type_key: str | None = Field(default=None, max_length=40)
    words: str | None = Field(default=None, max_length=200)
    answer_id: UUID | None = Field(default=None, sa_type=RecordId)
    result: Result = Field(sa_type=sa.String(20))
