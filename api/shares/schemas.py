"""Shares on the wire."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from api.kit.wire import AN_ID, ANOTHER_ID, InputModel, ReadModel, Text, example, unsent
from api.people.schemas import PersonRef
from api.shares.models import ShareKind, ShareOrigin

OfType = Annotated[str, StringConstraints(pattern="^[a-z][a-z0-9_]{1,39}$")]


class OriginOfShare(BaseModel):
    """A round, a visit or a moment, by its id; who may open that record is decided there."""

    model_config = ConfigDict(extra="forbid", from_attributes=True, frozen=True)

    kind: ShareOrigin
    id: UUID


class ShareNew(InputModel):
    model_config = example(
        id=AN_ID,
        kind="tip",
        words="先问他去年谁回询盘，他自己会算出来。",
        type_key="noresult",
        origin={"kind": "visit", "id": ANOTHER_ID},
    )

    id: UUID | None = Field(
        default=None, description="A UUIDv7 born on the phone; sent twice, stored once."
    )
    kind: ShareKind
    words: Text
    type_key: OfType | None = Field(
        default=None, description="What it helps against: the key of an objection type."
    )
    origin: OriginOfShare | None = Field(default=None, description="What it came from.")


class ShareChange(InputModel):
    """What is absent stays as it is."""

    model_config = example(words="先问他去年谁回询盘、多久回，他自己会算出来。")

    words: Text = Field(default_factory=unsent)


class ShareRead(ReadModel):
    id: UUID
    kind: ShareKind
    author: PersonRef
    team_id: UUID = Field(description="The team it was told to; later moves do not change it.")
    words: str
    type_key: str | None
    origin: OriginOfShare | None
    published_at: datetime
    version: int
