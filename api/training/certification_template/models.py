"""The table of areas an organisation has put in its own words; the others are our proposal, in `defaults.json`."""

from enum import StrEnum

import sqlalchemy as sa
from sqlmodel import Field

from api.kit.rows import ChangingRow, Document, belongs, one_of


class CertificationArea(StrEnum):
    """开场, 摸需求, 介绍, 异议, 促单, 收款."""

    OPENING = "opening"
    DISCOVERY = "discovery"
    PRESENTATION = "presentation"
    OBJECTIONS = "objections"
    CLOSE = "close"
    COLLECTION = "collection"


class CertificationTemplateArea(ChangingRow, table=True):
    """`anchors` are five sentences in both languages, the one of mark 1 first; one row at most has `must_pass`."""

    __tablename__ = "certification_template_areas"
    __table_args__ = (
        belongs(),
        sa.UniqueConstraint("organisation_id", "area"),
        one_of("area", CertificationArea),
    )

    area: CertificationArea = Field(sa_type=sa.String(20))
    anchors: list[dict[str, str]] = Field(sa_type=Document)
    must_pass: bool = Field(default=False)
