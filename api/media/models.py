"""The table of recordings and other files. A row names its file until it is removed; the row itself stays."""

import uuid
from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Field

from api.kit.files import name_of
from api.kit.rows import RecordId, Row, UtcTime, belongs, refers

STANDS = sa.text("removed_at IS NULL")


class Media(Row, table=True):
    """A recording, or another file, of `owner_id` at the record `of_kind`, `of_id`; one at a time stands there.

    `digest` is the SHA-256 of its content: equal content arriving again under this id changes nothing, also
    after it was removed. `form` is what the bytes are ("audio/webm"), whatever they were sent as. `seconds` is 0 for
    what is no recording: it stays as long as its record does.
    """

    __tablename__ = "media"
    __table_args__ = (
        belongs(),
        refers("owner_id", "people"),
        sa.CheckConstraint("size > 0", name="size"),
        sa.CheckConstraint("seconds >= 0", name="seconds"),
        sa.CheckConstraint("(file IS NULL) = (removed_at IS NOT NULL)", name="file_until_removed"),
        sa.Index(
            None,
            "organisation_id",
            "of_kind",
            "of_id",
            unique=True,
            sqlite_where=STANDS,
            postgresql_where=STANDS,
        ),
    )

    owner_id: uuid.UUID = Field(sa_type=RecordId)
    of_kind: str = Field(max_length=20)
    of_id: uuid.UUID = Field(sa_type=RecordId)
    form: str = Field(max_length=40)
    size: int
    seconds: int
    digest: bytes = Field(sa_type=sa.LargeBinary(32))
    file: str | None = Field(default=None, max_length=120)
    removed_at: datetime | None = Field(default=None, sa_type=UtcTime)

    @property
    def name(self) -> str:
        """What its file is called, also after it has gone."""
        return name_of(self.organisation_id, self.id, self.digest)
