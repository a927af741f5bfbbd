"""Tables of what is noted on the way. Every note is born on a device with its own id, so that two devices merge."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.schema import SchemaItem
from sqlmodel import Field

from api.kit.rows import ChangingRow, RecordId, Row, UtcTime, belongs, one_of, refers


class Tag(StrEnum):
    """What happened at a moment: 开场, 提问, 听到, 应答, 促成, 别的."""

    OPENED = "opened"
    ASKED = "asked"
    HEARD = "heard"
    ANSWERED = "answered"
    CLOSED = "closed"
    OTHER = "other"


class WhyRescued(StrEnum):
    """Why a mentor stepped in; stepping in too early is a finding for the mentor."""

    STUCK = "stuck"
    WRONG_PROMISE = "wrong_promise"
    CLIENT_LEAVING = "client_leaving"
    TOO_EARLY = "too_early"
    OTHER = "other"


class ReplayOf(StrEnum):
    """What can be played again tonight."""

    MOMENT = "moment"
    RESCUE = "rescue"


def _noted(*more: SchemaItem) -> tuple[SchemaItem, ...]:
    """What every note refers to: the ride-along, the visit it belongs to, and who noted it."""
    return (
        belongs(),
        refers("ride_along_id", "ride_alongs", on_delete="CASCADE"),
        refers("visit_id", "visits"),
        refers("by_id", "people"),
        sa.Index(None, "organisation_id", "ride_along_id", "at"),
        *more,
    )


class Moment(ChangingRow, table=True):
    """A moment 片段: what happened, at what time, in a few words. It notes things, it judges nobody."""

    __tablename__ = "ride_moments"
    __table_args__ = _noted(one_of("tag", Tag))

    ride_along_id: UUID = Field(sa_type=RecordId)
    visit_id: UUID | None = Field(default=None, sa_type=RecordId)
    by_id: UUID = Field(sa_type=RecordId)
    at: datetime = Field(sa_type=UtcTime)
    tag: Tag = Field(sa_type=sa.String(20))
    words: str | None = Field(default=None, max_length=200)
    birth_digest: bytes = Field(sa_type=sa.LargeBinary(32))


class Rescue(Row, table=True):
    """接管: the mentor took over, and says why. The mentor alone reads it."""

    __tablename__ = "ride_rescues"
    __table_args__ = _noted(one_of("why", WhyRescued))

    ride_along_id: UUID = Field(sa_type=RecordId)
    visit_id: UUID | None = Field(default=None, sa_type=RecordId)
    by_id: UUID = Field(sa_type=RecordId)
    at: datetime = Field(sa_type=UtcTime)
    why: WhyRescued = Field(sa_type=sa.String(20))
    words: str | None = Field(default=None, max_length=200)
    skill_key: str | None = Field(default=None, max_length=40)
    type_key: str | None = Field(default=None, max_length=40)
    said: str | None = Field(default=None, max_length=200)
    birth_digest: bytes = Field(sa_type=sa.LargeBinary(32))


class CurbsideLine(Row, table=True):
    """车上一句话: one line after the door has closed, in words or as a voice note."""

    __tablename__ = "curbside_lines"
    __table_args__ = _noted()

    ride_along_id: UUID = Field(sa_type=RecordId)
    visit_id: UUID | None = Field(default=None, sa_type=RecordId)
    by_id: UUID = Field(sa_type=RecordId)
    at: datetime = Field(sa_type=UtcTime)
    words: str | None = Field(default=None, max_length=200)
    birth_digest: bytes = Field(sa_type=sa.LargeBinary(32))


class Watched(Row, table=True):
    """Something of the watch-list that the apprentice saw the mentor do, on the first two rungs."""

    __tablename__ = "ride_watched"
    __table_args__ = (
        *_noted(refers("behaviour_id", "behaviours")),
        sa.UniqueConstraint("organisation_id", "ride_along_id", "visit_id", "behaviour_id"),
    )

    ride_along_id: UUID = Field(sa_type=RecordId)
    visit_id: UUID = Field(sa_type=RecordId)
    by_id: UUID = Field(sa_type=RecordId)
    at: datetime = Field(sa_type=UtcTime)
    behaviour_id: UUID = Field(sa_type=RecordId)


class Replay(Row, table=True):
    """Somebody asked to play a moment or a rescue again tonight; asked twice, it is one card."""

    __tablename__ = "ride_replays"
    __table_args__ = (
        belongs(),
        refers("ride_along_id", "ride_alongs", on_delete="CASCADE"),
        refers("by_id", "people"),
        one_of("of_kind", ReplayOf),
        sa.UniqueConstraint("organisation_id", "of_id"),
        sa.Index(None, "organisation_id", "ride_along_id"),
    )

    ride_along_id: UUID = Field(sa_type=RecordId)
    by_id: UUID = Field(sa_type=RecordId)
    of_kind: ReplayOf = Field(sa_type=sa.String(20))
    of_id: UUID = Field(sa_type=RecordId)
