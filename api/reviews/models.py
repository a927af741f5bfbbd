"""The tables of reviews and of how their days moved; the rooms below hold what belongs to each."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from api.kit.rows import ChangingRow, RecordId, Row, UtcTime, belongs, one_of, refers


class ReviewKind(StrEnum):
    """周Review, 主管Review (on the manager's coaching), 团队周会, 月Review, 单子复盘."""

    WEEKLY = "weekly"
    MANAGER = "manager"
    TEAM = "team"
    MONTH = "month"
    DEAL = "deal"


class ReviewState(StrEnum):
    """Computed from what happened, never set. `skipped` and `left` keep their reason and stay in sight."""

    PROPOSED = "proposed"
    SCHEDULED = "scheduled"
    PRE_READ = "pre_read"
    IN_SESSION = "in_session"
    AGREED = "agreed"
    FOLLOWED_UP = "followed_up"
    SKIPPED = "skipped"
    LEFT = "left"


class Review(ChangingRow, table=True):
    """One review. `slot` is the day its series gave it, `day` where it stands now.

    `proposed` came from a deal and waits to be taken; one that was called off while proposed was left, any other
    was skipped. `promises_version` counts the versions of the list of promises, so that a tap agrees to one of them.
    """

    __tablename__ = "reviews"
    __table_args__ = (
        belongs(),
        refers("series_id", "review_series"),
        refers("host_id", "people"),
        refers("person_id", "people"),
        refers("mentor_id", "people"),
        refers("team_id", "teams"),
        refers("deal_id", "deals"),
        refers("called_off_by_id", "people"),
        sa.UniqueConstraint("organisation_id", "series_id", "slot"),
        sa.UniqueConstraint("organisation_id", "deal_id"),
        one_of("kind", ReviewKind),
        sa.CheckConstraint(
            "(kind = 'team') = (person_id IS NULL) AND (kind = 'team') = (team_id IS NOT NULL)",
            name="with_whom",
        ),
        sa.CheckConstraint("(kind = 'deal') = (deal_id IS NOT NULL)", name="of_a_deal"),
        sa.CheckConstraint("host_id <> person_id", name="two_people"),
        sa.CheckConstraint("minutes BETWEEN 10 AND 240", name="minutes"),
        sa.CheckConstraint("(series_id IS NULL) = (slot IS NULL)", name="slot_of_series"),
        sa.CheckConstraint(
            "(called_off_at IS NULL) = (called_off_reason IS NULL) "
            "AND (called_off_at IS NULL) = (called_off_by_id IS NULL)",
            name="called_off_is_whole",
        ),
        sa.CheckConstraint("agreed_at IS NULL OR called_off_at IS NULL", name="one_end"),
        sa.CheckConstraint("(moved_from IS NULL) = (move_reason IS NULL)", name="move_is_whole"),
        sa.Index(None, "organisation_id", "day", "id"),
        sa.Index(None, "organisation_id", "host_id", "day", "id"),
        sa.Index(None, "organisation_id", "person_id", "day", "id"),
    )

    kind: ReviewKind = Field(sa_type=sa.String(20))
    series_id: UUID | None = Field(default=None, sa_type=RecordId)
    slot: date | None = Field(default=None)
    host_id: UUID = Field(sa_type=RecordId)
    person_id: UUID | None = Field(default=None, sa_type=RecordId)
    mentor_id: UUID | None = Field(default=None, sa_type=RecordId)
    team_id: UUID | None = Field(default=None, sa_type=RecordId)
    deal_id: UUID | None = Field(default=None, sa_type=RecordId)
    day: date
    starts: str = Field(max_length=5)
    minutes: int
    proposed: bool = Field(default=False)
    moved_from: date | None = Field(default=None)
    move_reason: str | None = Field(default=None, max_length=2000)
    prepared_at: datetime | None = Field(default=None, sa_type=UtcTime)
    started_at: datetime | None = Field(default=None, sa_type=UtcTime)
    agreed_at: datetime | None = Field(default=None, sa_type=UtcTime)
    called_off_at: datetime | None = Field(default=None, sa_type=UtcTime)
    called_off_reason: str | None = Field(default=None, max_length=2000)
    called_off_by_id: UUID | None = Field(default=None, sa_type=RecordId)
    promises_version: int = Field(default=0)
    birth_digest: bytes | None = Field(default=None, sa_type=sa.LargeBinary(32))

    @property
    def closed(self) -> bool:
        return self.agreed_at is not None or self.called_off_at is not None

    @property
    def held_at(self) -> datetime | None:
        """Of one that both agreed to: when the two sat down."""
        return None if self.agreed_at is None else self.started_at or self.agreed_at

    @property
    def untouched(self) -> bool:
        """Nobody has prepared, moved or begun it: its series may still lay it on another day."""
        begun = self.prepared_at or self.started_at or self.moved_from
        return begun is None and not self.closed

    def state(self, *, open_promises: int) -> ReviewState:
        if self.called_off_at is not None:
            return ReviewState.LEFT if self.proposed else ReviewState.SKIPPED
        if self.agreed_at is not None:
            return ReviewState.AGREED if open_promises else ReviewState.FOLLOWED_UP
        if self.proposed:
            return ReviewState.PROPOSED
        if self.started_at is not None:
            return ReviewState.IN_SESSION
        return ReviewState.SCHEDULED if self.prepared_at is None else ReviewState.PRE_READ

    def late(self, today: date) -> bool:
        """Its day is over and nobody held it or said why not: an open line of its host (domain.md §5, 4)."""
        return self.day < today and not self.closed and not self.proposed


class ReviewMove(Row, table=True):
    """Where it stood before, and why it moved; the first day is never lost."""

    __tablename__ = "review_moves"
    __table_args__ = (
        belongs(),
        refers("review_id", "reviews", on_delete="CASCADE"),
        refers("by_id", "people"),
        sa.Index(None, "organisation_id", "review_id", "id"),
    )

    review_id: UUID = Field(sa_type=RecordId)
    by_id: UUID = Field(sa_type=RecordId)
    from_day: date
    from_starts: str = Field(max_length=5)
    to_day: date
    to_starts: str = Field(max_length=5)
    reason: str = Field(max_length=2000)
