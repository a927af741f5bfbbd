"""The tables of a certification and of its two assessors' seats."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from api.kit.rows import ChangingRow, OptionalDocument, RecordId, UtcTime, belongs, one_of, refers
from api.training.certification_template.models import CertificationArea


class CertificationState(StrEnum):
    """`marking` once one of the two has marked; `not_yet` says what to practise and that there is a next time."""

    PLANNED = "planned"
    MARKING = "marking"
    PASSED = "passed"
    NOT_YET = "not_yet"


class Certification(ChangingRow, table=True):
    """One 通关 of one rep. `must_pass` is the area that both assessors have to see; `passed` once both have marked.

    `anchors` are the template's words of the day it was planned; without them it was planned by our proposal.
    """

    __tablename__ = "certifications"
    __table_args__ = (
        belongs(),
        refers("person_id", "people"),
        refers("planned_by_id", "people"),
        one_of("must_pass", CertificationArea),
        sa.CheckConstraint("(passed IS NULL) = (settled_at IS NULL)", name="settled_is_whole"),
        sa.Index(None, "organisation_id", "person_id", "id"),
    )

    person_id: UUID = Field(sa_type=RecordId)
    planned_by_id: UUID = Field(sa_type=RecordId)
    day: date
    must_pass: CertificationArea = Field(sa_type=sa.String(20))
    anchors: dict[str, list[dict[str, str]]] | None = Field(default=None, sa_type=OptionalDocument)
    passed: bool | None = Field(default=None)
    settled_at: datetime | None = Field(default=None, sa_type=UtcTime)
    birth_digest: bytes | None = Field(default=None, sa_type=sa.LargeBinary(32))


class CertificationSeat(ChangingRow, table=True):
    """What one assessor saw: a mark from 1 to 5 for each area, what is strong, and what to practise next."""

    __tablename__ = "certification_seats"
    __table_args__ = (
        belongs(),
        refers("certification_id", "certifications", on_delete="CASCADE"),
        refers("assessor_id", "people"),
        sa.UniqueConstraint("organisation_id", "certification_id", "assessor_id"),
        sa.CheckConstraint(
            "(marked_at IS NULL) = (strong IS NULL) AND (marked_at IS NULL) = (next IS NULL)",
            name="marked_is_whole",
        ),
        sa.Index(None, "organisation_id", "assessor_id"),
    )

    certification_id: UUID = Field(sa_type=RecordId)
    assessor_id: UUID = Field(sa_type=RecordId)
    marks: dict[str, int] | None = Field(default=None, sa_type=OptionalDocument)
    strong: str | None = Field(default=None, max_length=2000)
    next: str | None = Field(default=None, max_length=2000)
    marked_at: datetime | None = Field(default=None, sa_type=UtcTime)
