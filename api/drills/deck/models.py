"""The stored part of the deck: cards that come back on a later evening."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from api.kit.rows import RecordId, Row, UtcTime, belongs, one_of, refers


class ReasonKind(StrEnum):
    """Why a card is in tonight's deck."""

    TOMORROW = "tomorrow"
    BIG_ORDER = "big_order"
    HEARD_TODAY = "heard_today"
    RETURNS = "returns"
    REPLAY = "replay"


class CardOf(StrEnum):
    """A visit of the next working day, or an objection of a client who is not seen then."""

    VISIT = "visit"
    OBJECTION = "objection"


class CardKind(StrEnum):
    """Why a card was laid into the deck: an objection that was lost comes back, or today's ride-along is replayed."""

    RETURNS = "returns"
    REPLAY = "replay"


class StoredCard(Row, table=True):
    """A card due on an evening, pushed there by what happened before; `origin` says by what.

    `round_id` is the round in which it was played, `settled_at` the moment it was no longer needed, because the
    client was answered at a later visit, `settled_by_id`. The origin is the objection heard at `visit_id`; of a
    replay it is the moment or the rescue, and `within_id` the ride-along on which it was noted. A case of the library is
    played at a client of the own, and at no visit of before.
    """

    __tablename__ = "deck_cards"
    __table_args__ = (
        belongs(),
        refers("rep_id", "people"),
        refers("client_id", "clients"),
        refers("visit_id", "visits"),
        refers("round_id", "rounds"),
        refers("settled_by_id", "visits"),
        sa.UniqueConstraint("organisation_id", "rep_id", "origin_kind", "origin_id", "step"),
        one_of("kind", CardKind, name="kind"),
        sa.CheckConstraint("step > 0", name="step"),
        sa.CheckConstraint(
            "(visit_id IS NULL) = (origin_kind = 'case')", name="of_a_visit_or_a_case"
        ),
        sa.CheckConstraint(
            "(settled_at IS NULL) = (settled_by_id IS NULL)", name="settled_by_a_visit"
        ),
        sa.Index(None, "organisation_id", "rep_id", "due_on", "id"),
    )

    rep_id: UUID = Field(sa_type=RecordId)
    client_id: UUID = Field(sa_type=RecordId)
    visit_id: UUID | None = Field(default=None, sa_type=RecordId)
    kind: CardKind = Field(sa_type=sa.String(20))
    type_key: str | None = Field(default=None, max_length=40)
    words: str | None = Field(default=None, max_length=200)
    lost_on: date
    due_on: date
    step: int = Field(description="Working days after the evening of the visit.")
    origin_kind: str = Field(max_length=40)
    origin_id: UUID = Field(sa_type=RecordId)
    within_id: UUID | None = Field(default=None, sa_type=RecordId)
    round_id: UUID | None = Field(default=None, sa_type=RecordId)
    settled_at: datetime | None = Field(default=None, sa_type=UtcTime)
    settled_by_id: UUID | None = Field(default=None, sa_type=RecordId)
