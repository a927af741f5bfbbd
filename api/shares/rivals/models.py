"""Tables of a PK: its days and stake, the metrics it is about, and the two who agreed on it."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from api.goals.models import Metric
from api.kit.rows import ChangingRow, Minor, RecordId, Row, UtcTime, belongs, one_of, refers


class Stake(StrEnum):
    """彩头: a closed list, so that no money and nothing that hurts can be put up."""

    TEA = "tea"
    HOSTS_SHARE = "hosts_share"
    SWAPS_RIDE = "swaps_ride"
    BOOK = "book"


class RivalryState(StrEnum):
    """How far a PK is. It is read from its row and the day, and never set; a withdrawn one is not there."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    RUNNING = "running"
    SETTLED = "settled"


class Rivalry(ChangingRow, table=True):
    """A PK of `proposed_by_id` with `rival_id`, or without one: with the own days of before.

    A withdrawn one stays as a tombstone without stake, metrics or words, so that a phone's replay brings nothing back.
    """

    __tablename__ = "rivalries"
    __table_args__ = (
        belongs(),
        refers("proposed_by_id", "people"),
        refers("rival_id", "people"),
        refers("team_id", "teams"),
        one_of("stake", Stake),
        sa.CheckConstraint("rival_id <> proposed_by_id", name="two_people"),
        sa.CheckConstraint("first_day <= last_day", name="order_of_days"),
        sa.CheckConstraint(
            "(rival_id IS NULL) = (before_first IS NOT NULL)"
            " AND (before_first IS NULL) = (before_last IS NULL)",
            name="with_whom",
        ),
        sa.CheckConstraint(
            "(stake IS NOT NULL) = (rival_id IS NOT NULL AND deleted_at IS NULL)",
            name="stake_is_between_two",
        ),
        sa.CheckConstraint("settled_at IS NULL OR accepted_at IS NOT NULL", name="settled"),
        sa.CheckConstraint("deleted_at IS NULL OR settled_at IS NULL", name="withdrawn"),
        sa.Index(None, "organisation_id", "team_id", "last_day", "id"),
    )

    proposed_by_id: UUID = Field(sa_type=RecordId)
    rival_id: UUID | None = Field(default=None, sa_type=RecordId)
    team_id: UUID = Field(sa_type=RecordId)
    first_day: date
    last_day: date
    before_first: date | None = Field(default=None)
    before_last: date | None = Field(default=None)
    currency: str = Field(max_length=3)
    stake: Stake | None = Field(default=None, sa_type=sa.String(20))
    accepted_at: datetime | None = Field(default=None, sa_type=UtcTime)
    settled_at: datetime | None = Field(default=None, sa_type=UtcTime)
    birth_digest: bytes = Field(sa_type=sa.LargeBinary(32))

    @property
    def with_oneself(self) -> bool:
        return self.rival_id is None

    @property
    def people(self) -> tuple[UUID, ...]:
        return (
            (self.proposed_by_id,)
            if self.rival_id is None
            else (self.proposed_by_id, self.rival_id)
        )

    def state(self, today: date) -> RivalryState:
        if self.accepted_at is None:
            return RivalryState.PROPOSED
        if self.settled_at is not None or today > self.last_day:
            return RivalryState.SETTLED
        return RivalryState.RUNNING if self.first_day <= today else RivalryState.ACCEPTED


class RivalryTerm(Row, table=True):
    """One metric of a PK, what one side gets added to it, and the facts of both sides once they are frozen."""

    __tablename__ = "rivalry_terms"
    __table_args__ = (
        belongs(),
        refers("rivalry_id", "rivalries", on_delete="CASCADE"),
        refers("handicap_for_id", "people"),
        one_of("metric", Metric),
        sa.UniqueConstraint("organisation_id", "rivalry_id", "metric"),
        sa.CheckConstraint(
            "handicap >= 0 AND (handicap = 0) = (handicap_for_id IS NULL)", name="handicap"
        ),
        sa.CheckConstraint(
            "(proposer_value IS NULL) = (other_value IS NULL)"
            " AND (proposer_value IS NULL) = (proposer_n IS NULL)"
            " AND (other_value IS NULL) = (other_n IS NULL)",
            name="facts_are_whole",
        ),
    )

    rivalry_id: UUID = Field(sa_type=RecordId)
    metric: Metric = Field(sa_type=sa.String(20))
    handicap: int = Field(default=0, sa_type=Minor)
    handicap_for_id: UUID | None = Field(default=None, sa_type=RecordId)
    proposer_value: int | None = Field(default=None, sa_type=Minor)
    proposer_n: int | None = Field(default=None)
    other_value: int | None = Field(default=None, sa_type=Minor)
    other_n: int | None = Field(default=None)


class RivalrySide(Row, table=True):
    """What one of the two wants to learn from the other, and whether the team may know of the PK.

    `holds_id` is the person while this PK is their active one: it is unique, so the database itself knows of no second.
    """

    __tablename__ = "rivalry_sides"
    __table_args__ = (
        belongs(),
        refers("rivalry_id", "rivalries", on_delete="CASCADE"),
        refers("person_id", "people"),
        sa.UniqueConstraint("organisation_id", "rivalry_id", "person_id"),
        sa.UniqueConstraint("organisation_id", "holds_id"),
        sa.CheckConstraint("holds_id IS NULL OR holds_id = person_id", name="holds_oneself"),
        sa.Index(None, "organisation_id", "person_id", "id"),
    )

    rivalry_id: UUID = Field(sa_type=RecordId)
    person_id: UUID = Field(sa_type=RecordId)
    holds_id: UUID | None = Field(default=None, sa_type=RecordId)
    learn: str = Field(max_length=200)
    tells_team: bool = Field(default=False)
