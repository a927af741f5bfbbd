"""Tables of a drill: the evening, its people, its rounds, and what each round left behind."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from api.kit.rows import (
    ChangingRow,
    OptionalDocument,
    RecordId,
    Row,
    UtcTime,
    belongs,
    one_of,
    refers,
)


class DrillState(StrEnum):
    """`planned` and `postponed` belong to drills agreed beforehand."""

    PLANNED = "planned"
    RUNNING = "running"
    WRAPPED = "wrapped"
    POSTPONED = "postponed"


class Verdict(StrEnum):
    """What the boss says first."""

    WOULD_SIGN = "would_sign"
    WOULD_MEET_AGAIN = "would_meet_again"
    WOULD_NOT = "would_not"


class Mark(StrEnum):
    """How much of a behaviour was seen."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class ChangeKind(StrEnum):
    """The typed outcome: 方向, 方法, 知识, 技能."""

    DIRECTION = "direction"
    METHOD = "method"
    KNOWLEDGE = "knowledge"
    SKILL = "skill"


class Temper(StrEnum):
    """How the boss is: 急性子, 谨慎, 好说话, 话少, 爱面子."""

    HASTY = "hasty"
    CAREFUL = "careful"
    FRIENDLY = "friendly"
    SILENT = "silent"
    PROUD = "proud"


class Mood(StrEnum):
    """What kind of day the boss has had."""

    BUSY = "busy"
    CALM = "calm"
    ANNOYED = "annoyed"
    TIRED = "tired"
    CURIOUS = "curious"


class Pressed(StrEnum):
    """How far the boss got with an objection: 说了, 追问, 被说动."""

    SAID = "said"
    PRESSED = "pressed"
    SETTLED = "settled"


class OwnWords(StrEnum):
    """The fields of a round its rep may put right."""

    REP_WORDS = "rep_words"
    KEEP = "keep"
    CHANGE = "change"


class Drill(ChangingRow, table=True):
    """One evening of two or three people; `recorded_by_id` is the person whose phone it was kept on."""

    __tablename__ = "drills"
    __table_args__ = (
        belongs(),
        refers("started_by_id", "people"),
        refers("recorded_by_id", "people"),
        one_of("state", DrillState, name="state"),
        sa.Index(None, "organisation_id", "day", "id"),
    )

    day: date
    state: DrillState = Field(sa_type=sa.String(20))
    started_by_id: UUID = Field(sa_type=RecordId)
    recorded_by_id: UUID = Field(sa_type=RecordId)
    started_at: datetime = Field(sa_type=UtcTime)
    wrapped_at: datetime | None = Field(default=None, sa_type=UtcTime)
    birth_digest: bytes = Field(sa_type=sa.LargeBinary(32))


class DrillPerson(Row, table=True):
    """Somebody who took part; `acknowledged_at` says they saw what another phone recorded."""

    __tablename__ = "drill_people"
    __table_args__ = (
        belongs(),
        refers("drill_id", "drills", on_delete="CASCADE"),
        refers("person_id", "people"),
        sa.UniqueConstraint("organisation_id", "drill_id", "person_id"),
        sa.Index(None, "organisation_id", "person_id", "drill_id"),
    )

    drill_id: UUID = Field(sa_type=RecordId)
    person_id: UUID = Field(sa_type=RecordId)
    acknowledged_at: datetime | None = Field(default=None, sa_type=UtcTime)


class Round(ChangingRow, table=True):
    """One play of one client, with the sheet as it was when they played and the boss's card, if one was written."""

    __tablename__ = "rounds"
    __table_args__ = (
        belongs(),
        refers("drill_id", "drills", on_delete="CASCADE"),
        refers("visit_id", "visits"),
        refers("client_id", "clients"),
        refers("rep_id", "people"),
        refers("boss_id", "people"),
        refers("observer_id", "people"),
        refers("sheet_version_id", "client_sheets"),
        sa.UniqueConstraint("organisation_id", "drill_id", "number"),
        one_of("verdict", Verdict, name="verdict"),
        one_of("change_kind", ChangeKind, name="change_kind"),
        sa.CheckConstraint("rep_id <> boss_id", name="two_seats"),
        sa.CheckConstraint("seconds >= 0", name="seconds"),
        sa.Index(None, "organisation_id", "client_id"),
        sa.Index(None, "organisation_id", "visit_id"),
    )

    drill_id: UUID = Field(sa_type=RecordId)
    number: int
    visit_id: UUID | None = Field(default=None, sa_type=RecordId)
    client_id: UUID = Field(sa_type=RecordId)
    rep_id: UUID = Field(sa_type=RecordId)
    boss_id: UUID = Field(sa_type=RecordId)
    observer_id: UUID | None = Field(default=None, sa_type=RecordId)
    sheet_version_id: UUID = Field(sa_type=RecordId)
    briefed: bool
    started_at: datetime = Field(sa_type=UtcTime)
    seconds: int
    verdict: Verdict = Field(sa_type=sa.String(20))
    key_moment: str | None = Field(default=None, max_length=2000)
    rep_words: str | None = Field(default=None, max_length=2000)
    keep: str | None = Field(default=None, max_length=2000)
    change: str | None = Field(default=None, max_length=2000)
    change_kind: ChangeKind | None = Field(default=None, sa_type=sa.String(20))
    boss_card: dict[str, Any] | None = Field(default=None, sa_type=OptionalDocument)
    birth_digest: bytes = Field(sa_type=sa.LargeBinary(32))


class RoundTick(Row, table=True):
    """One behaviour, seen or not; ticks are never added up."""

    __tablename__ = "round_ticks"
    __table_args__ = (
        belongs(),
        refers("round_id", "rounds", on_delete="CASCADE"),
        refers("behaviour_id", "behaviours"),
        sa.UniqueConstraint("organisation_id", "round_id", "behaviour_id"),
        one_of("mark", Mark, name="mark"),
    )

    round_id: UUID = Field(sa_type=RecordId)
    behaviour_id: UUID = Field(sa_type=RecordId)
    mark: Mark = Field(sa_type=sa.String(20))


class RoundLine(Row, table=True):
    """What the client will say and what we agreed to answer tomorrow; `answer_id` when it is the playbook's line."""

    __tablename__ = "round_lines"
    __table_args__ = (
        belongs(),
        refers("round_id", "rounds", on_delete="CASCADE"),
        sa.Index(None, "organisation_id", "round_id"),
    )

    round_id: UUID = Field(sa_type=RecordId)
    place: int
    words: str = Field(max_length=200)
    answer: str = Field(max_length=2000)
    type_key: str | None = Field(default=None, max_length=40)
    answer_id: UUID | None = Field(default=None, sa_type=RecordId)


class RoundCorrection(Row, table=True):
    """The rep's own words put right: what stood there before and after, both kept."""

    __tablename__ = "round_corrections"
    __table_args__ = (
        belongs(),
        refers("round_id", "rounds", on_delete="CASCADE"),
        refers("by_id", "people"),
        one_of("field", OwnWords, name="field"),
        sa.Index(None, "organisation_id", "round_id"),
    )

    round_id: UUID = Field(sa_type=RecordId)
    by_id: UUID = Field(sa_type=RecordId)
    field: OwnWords = Field(sa_type=sa.String(20))
    before: str | None = Field(default=None, max_length=2000)
    after: str | None = Field(default=None, max_length=2000)
