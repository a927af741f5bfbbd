"""Tables of the ladder: where somebody stands in each skill, and every move with its evidence."""

from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from api.kit.rows import ChangingRow, RecordId, Row, UtcTime, belongs, one_of, refers
from api.ride_alongs.models import Rung


class Standing(ChangingRow, table=True):
    """The rung somebody is on in one skill since a day; without a row it is the first."""

    __tablename__ = "standings"
    __table_args__ = (
        belongs(),
        refers("person_id", "people"),
        one_of("rung", Rung),
        sa.UniqueConstraint("organisation_id", "person_id", "skill_key"),
    )

    person_id: UUID = Field(sa_type=RecordId)
    skill_key: str = Field(max_length=40)
    rung: Rung = Field(sa_type=sa.String(20))
    since: date


class RungMove(ChangingRow, table=True):
    """One rung up or down, proposed by one side and answered by the other; `day` is set when it counts.

    The database itself refuses a second move of a skill on one day.
    """

    __tablename__ = "rung_moves"
    __table_args__ = (
        belongs(),
        refers("person_id", "people"),
        refers("proposed_by_id", "people"),
        refers("answered_by_id", "people"),
        one_of("from_rung", Rung),
        one_of("to_rung", Rung),
        sa.CheckConstraint("from_rung <> to_rung", name="moves"),
        sa.CheckConstraint("(agrees IS NULL) = (answered_by_id IS NULL)", name="answer_is_whole"),
        sa.UniqueConstraint("organisation_id", "person_id", "skill_key", "day"),
        sa.Index(None, "organisation_id", "person_id", "id"),
    )

    person_id: UUID = Field(sa_type=RecordId)
    skill_key: str = Field(max_length=40)
    from_rung: Rung = Field(sa_type=sa.String(20))
    to_rung: Rung = Field(sa_type=sa.String(20))
    proposed_by_id: UUID = Field(sa_type=RecordId)
    why: str | None = Field(default=None, max_length=2000)
    answered_by_id: UUID | None = Field(default=None, sa_type=RecordId)
    answered_at: datetime | None = Field(default=None, sa_type=UtcTime)
    agrees: bool | None = Field(default=None)
    day: date | None = Field(default=None)
    birth_digest: bytes = Field(sa_type=sa.LargeBinary(32))

    @property
    def open(self) -> bool:
        return self.agrees is None


class RungEvidence(Row, table=True):
    """A visit at the rung that speaks for a move up."""

    __tablename__ = "rung_evidence"
    __table_args__ = (
        belongs(),
        refers("move_id", "rung_moves", on_delete="CASCADE"),
        refers("visit_id", "visits"),
        sa.UniqueConstraint("organisation_id", "move_id", "visit_id"),
    )

    move_id: UUID = Field(sa_type=RecordId)
    visit_id: UUID = Field(sa_type=RecordId)
