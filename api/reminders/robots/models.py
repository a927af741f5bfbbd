"""The table of group robots."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from api.kit.rows import RecordId, Row, UtcTime, belongs, one_of, refers
from api.people.models import Spoken


class RobotKind(StrEnum):
    """企业微信, 钉钉, 飞书."""

    WECOM = "wecom"
    DINGTALK = "dingtalk"
    FEISHU = "feishu"


class Robot(Row, table=True):
    """A robot in the group of one team, or of the whole organisation without one. Its address is a secret."""

    __tablename__ = "robots"
    __table_args__ = (
        belongs(),
        refers("team_id", "teams"),
        one_of("kind", RobotKind),
        one_of("language", Spoken),
        sa.Index(None, "organisation_id", "created_at", "id"),
    )

    team_id: UUID | None = Field(default=None, sa_type=RecordId)
    kind: RobotKind = Field(sa_type=sa.String(20))
    address: str = Field(max_length=500)
    language: Spoken = Field(sa_type=sa.String(10))
    updated_at: datetime = Field(sa_type=UtcTime)
