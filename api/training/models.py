"""The tables of sessions and their learning points; the rooms below hold what belongs to each."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from api.kit.origin import Origin
from api.kit.rows import (
    ChangingRow,
    Document,
    RecordId,
    Row,
    UtcTime,
    belongs,
    one_of,
    refers,
)


class Track(StrEnum):
    """新人培训, 专业培训, 管理培训: managers are learners, too (domain.md 12, 16)."""

    NEWCOMER = "newcomer"
    PROFESSIONAL = "professional"
    MANAGEMENT = "management"


class TopicClass(StrEnum):
    """公司战略与岗位, 业务能力, 专业技术, 通用能力 (domain.md 15)."""

    STRATEGY = "strategy"
    BUSINESS = "business"
    TECHNICAL = "technical"
    GENERAL = "general"


class SessionState(StrEnum):
    """Computed from what happened, never set."""

    PLANNED = "planned"
    ANNOUNCED = "announced"
    HELD = "held"
    PRACTISING = "practising"
    CLOSED = "closed"
    SKIPPED = "skipped"
    MADE_UP = "made_up"


class WhyOrigin(StrEnum):
    """What made a topic one: a proposal with its sentences, or a single record."""

    TOPIC_PROPOSAL = "topic_proposal"
    VISIT = "visit"
    ROUND = "round"
    REVIEW = "review"
    HELP_REQUEST = "help_request"


class PracticeKind(StrEnum):
    """A drill, or a try at a client's; for managers a ride-along or a review that they hold."""

    DRILL = "drill"
    FIELD = "field"
    COACHING = "coaching"


class TrainingSession(ChangingRow, table=True):
    """One class of one team, or of all managers. `slot` is the day its series gave it.

    `why_sentences` are what clients said, frozen as they were when the topic was chosen, with no client named.
    """

    __tablename__ = "training_sessions"
    __table_args__ = (
        belongs(),
        refers("series_id", "training_series"),
        refers("team_id", "teams"),
        refers("trainer_id", "people"),
        refers("held_by_id", "people"),
        refers("closed_by_id", "people"),
        refers("skipped_by_id", "people"),
        refers("makes_up_id", "training_sessions"),
        sa.UniqueConstraint("organisation_id", "series_id", "slot"),
        sa.UniqueConstraint("organisation_id", "makes_up_id"),
        one_of("track", Track),
        one_of("topic_class", TopicClass),
        one_of("why_origin_kind", WhyOrigin),
        one_of("practice_kind", PracticeKind),
        sa.CheckConstraint("(track = 'management') = (team_id IS NULL)", name="of_whom"),
        sa.CheckConstraint("minutes BETWEEN 10 AND 480", name="minutes"),
        sa.CheckConstraint("(series_id IS NULL) = (slot IS NULL)", name="slot_of_series"),
        sa.CheckConstraint("(topic IS NULL) = (topic_class IS NULL)", name="topic_is_whole"),
        sa.CheckConstraint(
            "(why_origin_kind IS NULL) = (why_origin_id IS NULL)", name="why_is_whole"
        ),
        sa.CheckConstraint("why_count >= 0", name="why_count"),
        sa.CheckConstraint(
            "(practice_kind IS NULL) = (practice_due IS NULL)", name="practice_is_whole"
        ),
        sa.CheckConstraint(
            "topic IS NOT NULL OR (announced_at IS NULL AND held_at IS NULL)", name="topic_first"
        ),
        sa.CheckConstraint("(held_at IS NULL) = (held_by_id IS NULL)", name="held_is_whole"),
        sa.CheckConstraint(
            "(closed_at IS NULL) = (closed_by_id IS NULL) "
            "AND (closed_at IS NULL OR (held_at IS NOT NULL AND practice_kind IS NOT NULL))",
            name="closed_after_practice",
        ),
        sa.CheckConstraint(
            "(skipped_at IS NULL) = (skip_reason IS NULL) "
            "AND (skipped_at IS NULL) = (skipped_by_id IS NULL)",
            name="skip_is_whole",
        ),
        sa.CheckConstraint("held_at IS NULL OR skipped_at IS NULL", name="held_or_skipped"),
        sa.CheckConstraint("makes_up_id <> id", name="another_session"),
        sa.Index(None, "organisation_id", "day", "id"),
        sa.Index(None, "organisation_id", "team_id", "day", "id"),
    )

    track: Track = Field(sa_type=sa.String(20))
    series_id: UUID | None = Field(default=None, sa_type=RecordId)
    slot: date | None = Field(default=None)
    team_id: UUID | None = Field(default=None, sa_type=RecordId)
    trainer_id: UUID = Field(sa_type=RecordId)
    day: date
    starts: str = Field(max_length=5)
    minutes: int
    topic: str | None = Field(default=None, max_length=200)
    topic_class: TopicClass | None = Field(default=None, sa_type=sa.String(20))
    product_key: str | None = Field(default=None, max_length=40)
    why: str | None = Field(default=None, max_length=2000)
    why_count: int | None = Field(default=None)
    why_sentences: list[str] = Field(default_factory=list, sa_type=Document)
    why_origin_kind: WhyOrigin | None = Field(default=None, sa_type=sa.String(20))
    why_origin_id: UUID | None = Field(default=None, sa_type=RecordId)
    practice_kind: PracticeKind | None = Field(default=None, sa_type=sa.String(20))
    practice_type_key: str | None = Field(default=None, max_length=40)
    practice_skill_key: str | None = Field(default=None, max_length=40)
    practice_words: str | None = Field(default=None, max_length=2000)
    practice_due: date | None = Field(default=None)
    announced_at: datetime | None = Field(default=None, sa_type=UtcTime)
    held_at: datetime | None = Field(default=None, sa_type=UtcTime)
    held_by_id: UUID | None = Field(default=None, sa_type=RecordId)
    closed_at: datetime | None = Field(default=None, sa_type=UtcTime)
    closed_by_id: UUID | None = Field(default=None, sa_type=RecordId)
    skipped_at: datetime | None = Field(default=None, sa_type=UtcTime)
    skip_reason: str | None = Field(default=None, max_length=2000)
    skipped_by_id: UUID | None = Field(default=None, sa_type=RecordId)
    makes_up_id: UUID | None = Field(default=None, sa_type=RecordId)
    birth_digest: bytes | None = Field(default=None, sa_type=sa.LargeBinary(32))

    @property
    def over(self) -> bool:
        return self.closed_at is not None or self.skipped_at is not None

    @property
    def untouched(self) -> bool:
        """Nobody has given it a topic or announced it: its series may still lay it on another day."""
        return self.topic is None and self.announced_at is None and not self.over

    @property
    def why_origin(self) -> Origin | None:
        if self.why_origin_kind is None or self.why_origin_id is None:
            return None
        return Origin(self.why_origin_kind, self.why_origin_id)

    def state(self, *, made_up: bool) -> SessionState:
        """`made_up` says whether the class that stands in for a skipped one was held."""
        if self.skipped_at is not None:
            return SessionState.MADE_UP if made_up else SessionState.SKIPPED
        if self.closed_at is not None:
            return SessionState.CLOSED
        if self.held_at is not None:
            practising = self.practice_kind is not None
            return SessionState.PRACTISING if practising else SessionState.HELD
        return SessionState.PLANNED if self.announced_at is None else SessionState.ANNOUNCED


class LearningPoint(Row, table=True):
    """要点, a rule: if the client does this, then I do that."""

    __tablename__ = "learning_points"
    __table_args__ = (
        belongs(),
        refers("session_id", "training_sessions", on_delete="CASCADE"),
        sa.Index(None, "organisation_id", "session_id", "place"),
    )

    session_id: UUID = Field(sa_type=RecordId)
    place: int
    if_: str = Field(max_length=200)
    then: str = Field(max_length=200)
    skill_key: str | None = Field(default=None, max_length=40)
