"""The table of camp days an organisation has put in its own words; the others are our proposal, in `defaults.json`."""

from enum import StrEnum
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from api.kit.rows import ChangingRow, Document, RecordId, belongs, one_of, refers


class CampDimension(StrEnum):
    """看, 信, 行, 思, 分享, one a day and in this order (domain.md 14); only these five words are the article's."""

    SEE = "see"
    BELIEVE = "believe"
    ACT = "act"
    REFLECT = "reflect"
    SHARE = "share"


class CampTemplateDay(ChangingRow, table=True):
    """A day as the organisation wants it: its title, its task, what the newcomer hands in, and a case to read or play."""

    __tablename__ = "camp_template_days"
    __table_args__ = (
        belongs(),
        refers("case_id", "cases"),
        sa.UniqueConstraint("organisation_id", "dimension"),
        one_of("dimension", CampDimension),
    )

    dimension: CampDimension = Field(sa_type=sa.String(20))
    title: dict[str, str] = Field(sa_type=Document)
    task: dict[str, str] = Field(sa_type=Document)
    asked: dict[str, str] = Field(sa_type=Document)
    case_id: UUID | None = Field(default=None, sa_type=RecordId)
