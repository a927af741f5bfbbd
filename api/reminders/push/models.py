"""Tables of phones that may be woken, and of the server's own keys."""

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from api.kit.rows import RecordId, Row, UtcTime, belongs, one_of, refers
from api.people.models import Spoken


class PushSubscription(Row, table=True):
    """One browser of a person. Its address and keys are secrets: they are in no list, answer or log."""

    __tablename__ = "push_subscriptions"
    __table_args__ = (
        belongs(),
        refers("person_id", "people"),
        one_of("language", Spoken),
        sa.UniqueConstraint("organisation_id", "endpoint_digest"),
        sa.Index(None, "organisation_id", "person_id", "created_at"),
        sa.Index(None, "endpoint_digest"),
    )

    person_id: UUID = Field(sa_type=RecordId)
    endpoint: str = Field(max_length=1000)
    endpoint_digest: bytes = Field(sa_type=sa.LargeBinary(32))
    p256dh: str = Field(max_length=100)
    auth: str = Field(max_length=40)
    language: Spoken = Field(sa_type=sa.String(10))


class ServerKey(SQLModel, table=True):
    """A key of this installation, made at the first start; every organisation is signed for by the same one."""

    __tablename__ = "server_keys"

    name: str = Field(primary_key=True, max_length=40)
    secret: str = Field(max_length=2000)
    created_at: datetime = Field(sa_type=UtcTime)
