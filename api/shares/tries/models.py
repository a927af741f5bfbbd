"""The table of what somebody wants to try."""

from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from api.kit.rows import ChangingRow, RecordId, UtcTime, belongs, one_of, refers
from api.playbook.models import UseResult


class Try(ChangingRow, table=True):
    """The wish of `by_id` to try a share or a case at `client_id`, or at a client not chosen yet.

    `result` is what came of it at `visit_id`; `asked_at_id` is the last visit at which it was asked about and let be.
    One that was taken back stays as a tombstone, so that a phone's replay does not bring it back.
    """

    __tablename__ = "tries"
    __table_args__ = (
        belongs(),
        refers("by_id", "people"),
        refers("share_id", "shares"),
        refers("case_id", "cases"),
        refers("client_id", "clients"),
        refers("asked_at_id", "visits"),
        refers("visit_id", "visits"),
        one_of("result", UseResult),
        sa.CheckConstraint("(share_id IS NULL) <> (case_id IS NULL)", name="of_one"),
        sa.CheckConstraint(
            "(visit_id IS NULL) = (result IS NULL) AND (visit_id IS NULL) = (day IS NULL)",
            name="told_is_whole",
        ),
        sa.Index(None, "organisation_id", "by_id", "id"),
        sa.Index(None, "organisation_id", "share_id"),
        sa.Index(None, "organisation_id", "case_id"),
    )

    by_id: UUID = Field(sa_type=RecordId)
    share_id: UUID | None = Field(default=None, sa_type=RecordId)
    case_id: UUID | None = Field(default=None, sa_type=RecordId)
    client_id: UUID | None = Field(default=None, sa_type=RecordId)
    wished_at: datetime = Field(sa_type=UtcTime)
    asked_at_id: UUID | None = Field(default=None, sa_type=RecordId)
    visit_id: UUID | None = Field(default=None, sa_type=RecordId)
    result: UseResult | None = Field(default=None, sa_type=sa.String(20))
    day: date | None = Field(default=None)
