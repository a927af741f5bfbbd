"""Competitor notes on the wire."""

from datetime import date
from uuid import UUID

from pydantic import Field

from api.kit.wire import ReadModel


class ToldIn(ReadModel):
    """The record it came from: its kind and id, which `GET /today/origin` opens for whoever may read it."""

    kind: str = Field(examples=["share"])
    id: UUID


class CompetitorNoteRead(ReadModel):
    """No client is named in it, and no sum."""

    id: UUID
    name: str = Field(description="The competitor, as it was written.")
    claim: str | None = Field(description="What they claim.")
    learned: str = Field(description="What we learned.")
    day: date
    origin: ToldIn
