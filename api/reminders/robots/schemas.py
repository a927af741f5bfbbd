"""Robots on the wire; an address comes in whole and goes out masked."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field, StringConstraints

from api.kit.wire import AN_ID, InputModel, ReadModel, example
from api.reminders.robots.models import RobotKind

WebhookAddress = Annotated[
    str, StringConstraints(min_length=10, max_length=500, pattern=r"^https?://[\x21-\x7e]+$")
]


class RobotGiven(InputModel):
    model_config = example(
        team_id=AN_ID,
        kind="wecom",
        address="https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=0f1e2d3c",
        language="zh-CN",
    )

    team_id: UUID | None = Field(description="Whose group it is; null for all of the organisation.")
    kind: RobotKind
    address: WebhookAddress = Field(
        description="As the group's robot shows it. Whoever has it can write to the group, so it is told once."
    )
    language: Literal["zh-CN", "en"]


class RobotRead(ReadModel):
    id: UUID
    team_id: UUID | None
    kind: RobotKind
    address: str = Field(
        description="The host and the last four characters.",
        examples=["qyapi.weixin.qq.com … 2d3c"],
    )
    language: Literal["zh-CN", "en"]
    updated_at: datetime
