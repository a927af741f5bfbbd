"""One row a person and evening; nothing of it is counted."""

from datetime import date
from enum import StrEnum
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from api.kit.rows import ChangingRow, RecordId, belongs, one_of, refers


class PostponeReason(StrEnum):
    """Why not tonight: 家里有事, 不舒服, 还在路上, 没有搭档, 别的."""

    FAMILY = "family"
    UNWELL = "unwell"
    ON_THE_ROAD = "on_the_road"
    NO_PARTNER = "no_partner"
    OTHER = "other"


class DayPart(StrEnum):
    MORNING = "morning"
    EVENING = "evening"


class ObligationKind(StrEnum):
    """Why tonight asks for a round."""

    NEWCOMER = "newcomer"
    BIG_ORDER = "big_order"
    STALLED_TWICE = "stalled_twice"


class Why(StrEnum):
    """Why somebody is suggested as a partner, the most useful first."""

    WAITS = "waits"
    MENTOR = "mentor"
    APPRENTICE = "apprentice"
    STRONG = "strong"
    NEWCOMER = "newcomer"
    MANAGER = "manager"
    TEAM = "team"


class PersonsEvening(ChangingRow, table=True):
    """Somebody's evening: a partner wished for, a postponement with reason and new day, a line of reflection."""

    __tablename__ = "evenings"
    __table_args__ = (
        belongs(),
        refers("person_id", "people"),
        refers("offered_by_id", "people"),
        sa.UniqueConstraint("organisation_id", "person_id", "day"),
        one_of("reason", PostponeReason, name="reason"),
        one_of("to_part", DayPart, name="to_part"),
        sa.CheckConstraint(
            "(reason IS NULL) = (to_day IS NULL) AND (reason IS NULL) = (to_part IS NULL)",
            name="postponement_is_whole",
        ),
        sa.CheckConstraint("to_day > day", name="postponed_to_later"),
        sa.CheckConstraint("offered_by_id <> person_id", name="two_people"),
        sa.Index(None, "organisation_id", "day", "person_id"),
    )

    person_id: UUID = Field(sa_type=RecordId)
    day: date
    wants_partner: bool = Field(default=False)
    offered_by_id: UUID | None = Field(default=None, sa_type=RecordId)
    reason: PostponeReason | None = Field(default=None, sa_type=sa.String(20))
    words: str | None = Field(default=None, max_length=2000)
    to_day: date | None = Field(default=None)
    to_part: DayPart | None = Field(default=None, sa_type=sa.String(20))
    reflection: str | None = Field(default=None, max_length=2000)

    @property
    def postponed(self) -> bool:
        return self.reason is not None
