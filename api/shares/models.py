"""The table of shares; kinds to come get their parts in tables of their own."""

from enum import StrEnum
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from api.kit.origin import Origin
from api.kit.rows import ChangingRow, RecordId, belongs, one_of, refers


class ShareKind(StrEnum):
    """A tip (诀窍) is a few words on what helped."""

    TIP = "tip"


class ShareOrigin(StrEnum):
    """What a share came from: a round of a drill, a visit, or a moment of a ride-along."""

    ROUND = "round"
    VISIT = "visit"
    MOMENT = "moment"


class Share(ChangingRow, table=True):
    """Told to the team its author worked in that day; a withdrawn one leaves a tombstone without words."""

    __tablename__ = "shares"
    __table_args__ = (
        belongs(),
        refers("author_id", "people"),
        refers("team_id", "teams"),
        one_of("kind", ShareKind),
        one_of("origin_kind", ShareOrigin),
        sa.CheckConstraint("(origin_kind IS NULL) = (origin_id IS NULL)", name="origin_is_whole"),
        sa.Index(None, "organisation_id", "team_id", "created_at", "id"),
        sa.Index(None, "organisation_id", "author_id", "created_at", "id"),
    )

    kind: ShareKind = Field(sa_type=sa.String(20))
    author_id: UUID = Field(sa_type=RecordId)
    team_id: UUID = Field(sa_type=RecordId)
    words: str = Field(max_length=2000)
    type_key: str | None = Field(default=None, max_length=40)
    origin_kind: ShareOrigin | None = Field(default=None, sa_type=sa.String(20))
    origin_id: UUID | None = Field(default=None, sa_type=RecordId)
    birth_digest: bytes = Field(sa_type=sa.LargeBinary(32))

    @property
    def origin(self) -> Origin | None:
        if self.origin_kind is None or self.origin_id is None:
            return None
        return Origin(self.origin_kind, self.origin_id)
