"""Two tables without ids, moments or rowids: a UUIDv7, a time or the order of rows would lead an answer back to a person."""

import uuid
from datetime import date
from enum import StrEnum

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from api.kit.rows import RecordId, belongs, one_of, refers

IN_NO_ORDER = {"sqlite_with_rowid": False}


class PulseQuestion(StrEnum):
    """Was the advice useful? Was help there in time? (domain.md 28)"""

    USEFUL = "useful"
    IN_TIME = "in_time"


class PulseAnswer(StrEnum):
    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class PulseTurn(SQLModel, table=True):
    """That somebody has had their turn, answered or skipped; `month` is its first day."""

    __tablename__ = "pulse_turns"
    __table_args__ = (belongs(), refers("person_id", "people"), IN_NO_ORDER)

    organisation_id: uuid.UUID = Field(primary_key=True, sa_type=RecordId)
    month: date = Field(primary_key=True)
    person_id: uuid.UUID = Field(primary_key=True, sa_type=RecordId)


class PulseCount(SQLModel, table=True):
    """How many of a team gave an answer to a question in a month."""

    __tablename__ = "pulse_counts"
    __table_args__ = (
        belongs(),
        refers("team_id", "teams"),
        one_of("question", PulseQuestion),
        one_of("answer", PulseAnswer),
        sa.CheckConstraint("times >= 0", name="times"),
        IN_NO_ORDER,
    )

    organisation_id: uuid.UUID = Field(primary_key=True, sa_type=RecordId)
    team_id: uuid.UUID = Field(primary_key=True, sa_type=RecordId)
    month: date = Field(primary_key=True)
    question: PulseQuestion = Field(primary_key=True, sa_type=sa.String(20))
    answer: PulseAnswer = Field(primary_key=True, sa_type=sa.String(20))
    times: int
