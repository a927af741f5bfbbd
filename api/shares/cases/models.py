"""Tables of the case library: the case, its parts, its tags, and what became of it at visits."""

from datetime import date
from enum import StrEnum
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from api.kit.rows import ChangingRow, RecordId, Row, belongs, one_of, refers
from api.playbook.models import UseResult
from api.shares.models import PartKey, ShareKind


class TagKind(StrEnum):
    """What a case is found by: the objection, the industry, the client's grade, the stage of the sale, the skill."""

    OBJECTION = "objection"
    INDUSTRY = "industry"
    GRADE = "grade"
    STAGE = "stage"
    SKILL = "skill"


class Stage(StrEnum):
    """Where in the sale it helps: 开发, 跟进, 异议, 签单, 收款."""

    FINDING = "finding"
    FOLLOWING_UP = "following_up"
    OBJECTIONS = "objections"
    SIGNING = "signing"
    COLLECTING = "collecting"


class Case(ChangingRow, table=True):
    """A share in words that name no client (案例); `author_id` told it, `owner_id` looks at it again on `check_on`.

    `searched` is its text spaced by character, so that one Chinese character finds it.
    """

    __tablename__ = "cases"
    __table_args__ = (
        belongs(),
        refers("share_id", "shares"),
        refers("author_id", "people"),
        refers("curated_by_id", "people"),
        refers("owner_id", "people"),
        one_of("kind", ShareKind),
        sa.UniqueConstraint("organisation_id", "share_id"),
        sa.Index(None, "organisation_id", "retired", "created_at", "id"),
        sa.Index(None, "organisation_id", "owner_id", "check_on"),
        sa.Index(None, "organisation_id", "author_id"),
    )

    share_id: UUID = Field(sa_type=RecordId)
    kind: ShareKind = Field(sa_type=sa.String(20))
    author_id: UUID = Field(sa_type=RecordId)
    curated_by_id: UUID = Field(sa_type=RecordId)
    owner_id: UUID = Field(sa_type=RecordId)
    title: str = Field(max_length=200)
    searched: str = Field(sa_type=sa.Text)
    check_on: date
    retired: bool = Field(default=False)
    birth_digest: bytes = Field(sa_type=sa.LargeBinary(32))


class CasePart(Row, table=True):
    """One part of a case; a tip has one, and it is `lesson`."""

    __tablename__ = "case_parts"
    __table_args__ = (
        belongs(),
        refers("case_id", "cases", on_delete="CASCADE"),
        one_of("key", PartKey),
        sa.UniqueConstraint("organisation_id", "case_id", "key"),
    )

    case_id: UUID = Field(sa_type=RecordId)
    key: PartKey = Field(sa_type=sa.String(20))
    place: int
    words: str = Field(max_length=2000)


class CaseTag(Row, table=True):
    """One thing a case is found by."""

    __tablename__ = "case_tags"
    __table_args__ = (
        belongs(),
        refers("case_id", "cases", on_delete="CASCADE"),
        one_of("kind", TagKind),
        sa.UniqueConstraint("organisation_id", "case_id", "kind", "value"),
        sa.Index(None, "organisation_id", "kind", "value"),
    )

    case_id: UUID = Field(sa_type=RecordId)
    kind: TagKind = Field(sa_type=sa.String(20))
    value: str = Field(max_length=60)


class CaseUse(ChangingRow, table=True):
    """A case used at a visit, and how it went: one row for both, so that no count can double."""

    __tablename__ = "case_uses"
    __table_args__ = (
        belongs(),
        refers("case_id", "cases"),
        refers("visit_id", "visits"),
        refers("by_id", "people"),
        one_of("result", UseResult),
        sa.UniqueConstraint("organisation_id", "case_id", "visit_id"),
        sa.Index(None, "organisation_id", "visit_id"),
        sa.Index(None, "organisation_id", "by_id"),
    )

    case_id: UUID = Field(sa_type=RecordId)
    visit_id: UUID = Field(sa_type=RecordId)
    by_id: UUID = Field(sa_type=RecordId)
    result: UseResult = Field(sa_type=sa.String(20))
    day: date
