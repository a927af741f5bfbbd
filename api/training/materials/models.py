"""The table of materials. The bytes of a file lie in `media`, under the material's own id."""

from enum import StrEnum
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from api.kit.rows import ChangingRow, RecordId, belongs, one_of, refers

MOST_BODY = 20_000
MOST_ADDRESS = 2_000


class MaterialKind(StrEnum):
    """文字, 文件, 链接."""

    TEXT = "text"
    FILE = "file"
    LINK = "link"


class TrainingMaterial(ChangingRow, table=True):
    """Something to read, look at or hear for a class, in the order of `place`; a removed one is a tombstone.

    `body` is Markdown of a small kind (headings, lists, quotes, bold, italics, links), never HTML.
    """

    __tablename__ = "training_materials"
    __table_args__ = (
        belongs(),
        refers("session_id", "training_sessions", on_delete="CASCADE"),
        refers("added_by_id", "people"),
        one_of("kind", MaterialKind),
        sa.CheckConstraint("(kind = 'text') = (body IS NOT NULL)", name="text_has_a_body"),
        sa.CheckConstraint("(kind = 'link') = (address IS NOT NULL)", name="link_has_an_address"),
        sa.Index(None, "organisation_id", "session_id", "place"),
    )

    session_id: UUID = Field(sa_type=RecordId)
    added_by_id: UUID = Field(sa_type=RecordId)
    kind: MaterialKind = Field(sa_type=sa.String(20))
    place: int
    title: str = Field(max_length=200)
    body: str | None = Field(default=None, max_length=MOST_BODY)
    address: str | None = Field(default=None, max_length=MOST_ADDRESS)
    birth_digest: bytes = Field(sa_type=sa.LargeBinary(32))
