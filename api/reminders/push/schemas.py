"""Subscriptions to push on the wire; secrets come in and never go out."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from api.kit.wire import InputModel, ReadModel, example

WebAddress = Annotated[
    str, StringConstraints(min_length=10, max_length=1000, pattern=r"^https?://[\x21-\x7e]+$")
]
APoint = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{86,87}=?=?$")]
ASecret = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{21,22}=?=?$")]


class PushKeys(BaseModel):
    """As `PushSubscription.toJSON()` names them."""

    model_config = ConfigDict(extra="forbid")

    p256dh: APoint
    auth: ASecret


class PushSubscriptionGiven(InputModel):
    model_config = example(
        endpoint="https://push.example.net/wpush/v2/gAAAA",
        keys={
            "p256dh": "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
            "auth": "BTBZMqHH6r4Tts7J_aSIgg",
        },
        language="zh-CN",
    )

    endpoint: WebAddress = Field(description="Where the push service of this browser listens.")
    keys: PushKeys
    language: Literal["zh-CN", "en"] = Field(
        description="Of the phone, for whoever has chosen none."
    )


class PushSubscriptionRead(ReadModel):
    id: UUID


class PushKeyRead(ReadModel):
    key: str = Field(
        description="The server's public VAPID key (P-256, uncompressed, base64url), "
        "for `applicationServerKey`."
    )
