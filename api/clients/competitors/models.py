"""The table of what was learned about a competitor."""

from datetime import date
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from api.kit.origin import Origin
from api.kit.rows import RecordId, Row, belongs, refers
from api.kit.text import folded

MOST_KEY = 240


def key_of(name: str) -> str:
    """A competitor's name as names are compared: without case and spaces."""
    return "".join(folded(name).split())[:MOST_KEY]


class CompetitorNote(Row, table=True):
    """What a competitor claims and what we learned, in words that name no client; `origin` is the share that told it.

    `key` is the name as it is compared. A share that is changed has its notes written anew.
    """

    __tablename__ = "competitor_notes"
    __table_args__ = (
        belongs(),
        refers("author_id", "people"),
        sa.UniqueConstraint("organisation_id", "origin_kind", "origin_id", "key"),
        sa.Index(None, "organisation_id", "key"),
    )

    author_id: UUID = Field(sa_type=RecordId)
    name: str = Field(max_length=60)
    key: str = Field(max_length=MOST_KEY)
    claim: str | None = Field(default=None, max_length=2000)
    learned: str = Field(max_length=2000)
    day: date
    origin_kind: str = Field(max_length=40)
    origin_id: UUID = Field(sa_type=RecordId)

    @property
    def origin(self) -> Origin:
        return Origin(self.origin_kind, self.origin_id)
