"""Tables of a ride-along: the day two people agreed on, its moves, its visits, and the rung of each visit."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from api.kit.rows import ChangingRow, RecordId, Row, UtcTime, belongs, one_of, refers


class Rung(StrEnum):
    """我说你听, 我做你看, 你说我听, 你做我看; the organisation's settings say in which order."""

    TELL = "tell"
    SHOW = "show"
    TELL_BACK = "tell_back"
    DO = "do"


class Leads(StrEnum):
    """Who talks with the client; agreed before the door."""

    MENTOR = "mentor"
    APPRENTICE = "apprentice"


class RidePurpose(StrEnum):
    """What the day is for: 练技能, 陪大客户, 看市场 (domain.md §2.5)."""

    SKILL = "skill"
    KEY_CLIENT = "key_client"
    MARKET = "market"


class RideState(StrEnum):
    """How far a ride-along is. It is read from its rows and never set."""

    REQUESTED = "requested"
    ACCEPTED = "accepted"
    PREPARED = "prepared"
    IN_FIELD = "in_field"
    DEBRIEFING = "debriefing"
    AGREED = "agreed"
    FOLLOWED_UP = "followed_up"
    WITHDRAWN = "withdrawn"


class RideAlong(ChangingRow, table=True):
    """A day on which `mentor_id` helps `apprentice_id`; managers are apprentices too, of their regional manager.

    `announced_at` is when this day was last asked for, by `asked_by_id`; moving it asks again. Whoever asked may take
    it back until it is accepted, and the row stays with the reason.
    """

    __tablename__ = "ride_alongs"
    __table_args__ = (
        belongs(),
        refers("mentor_id", "people"),
        refers("apprentice_id", "people"),
        refers("asked_by_id", "people"),
        sa.CheckConstraint("mentor_id <> apprentice_id", name="two_people"),
        sa.CheckConstraint(
            "(prepared_at IS NULL) = (focus_skill_key IS NULL)"
            " AND (prepared_at IS NULL) = (help_wanted IS NULL)"
            " AND (prepared_at IS NULL) = (to_know IS NULL)",
            name="preparation_is_whole",
        ),
        one_of("purpose", RidePurpose),
        sa.CheckConstraint(
            "withdrawn_at IS NOT NULL OR withdraw_reason IS NULL", name="reason_of_withdrawal"
        ),
        sa.CheckConstraint(
            "withdrawn_at IS NULL OR accepted_at IS NULL", name="withdrawn_before_accepted"
        ),
        sa.Index(None, "organisation_id", "apprentice_id", "day", "id"),
        sa.Index(None, "organisation_id", "mentor_id", "day", "id"),
    )

    mentor_id: UUID = Field(sa_type=RecordId)
    apprentice_id: UUID = Field(sa_type=RecordId)
    asked_by_id: UUID = Field(sa_type=RecordId)
    announced_at: datetime = Field(sa_type=UtcTime)
    day: date
    purpose: RidePurpose | None = Field(default=None, sa_type=sa.String(20))
    wish: str | None = Field(default=None, max_length=200)
    short_notice: bool = Field(default=False)
    accepted_at: datetime | None = Field(default=None, sa_type=UtcTime)
    focus_skill_key: str | None = Field(default=None, max_length=40)
    help_wanted: str | None = Field(default=None, max_length=2000)
    to_know: str | None = Field(default=None, max_length=2000)
    prepared_at: datetime | None = Field(default=None, sa_type=UtcTime)
    debriefed_at: datetime | None = Field(default=None, sa_type=UtcTime)
    agreed_at: datetime | None = Field(default=None, sa_type=UtcTime)
    followed_up_at: datetime | None = Field(default=None, sa_type=UtcTime)
    shared_at: datetime | None = Field(default=None, sa_type=UtcTime)
    withdrawn_at: datetime | None = Field(default=None, sa_type=UtcTime)
    withdraw_reason: str | None = Field(default=None, max_length=2000)
    birth_digest: bytes = Field(sa_type=sa.LargeBinary(32))

    @property
    def riders(self) -> tuple[UUID, UUID]:
        return self.mentor_id, self.apprentice_id

    def state(self, today: date) -> RideState:
        """From the latest thing that happened back to the first."""
        so_far = (
            (self.withdrawn_at is not None, RideState.WITHDRAWN),
            (self.followed_up_at is not None, RideState.FOLLOWED_UP),
            (self.agreed_at is not None, RideState.AGREED),
            (self.debriefed_at is not None, RideState.DEBRIEFING),
            (self.accepted_at is None, RideState.REQUESTED),
            (self.day <= today, RideState.IN_FIELD),
            (self.prepared_at is not None, RideState.PREPARED),
        )
        return next((state for holds, state in so_far if holds), RideState.ACCEPTED)


class RideMove(Row, table=True):
    """The ride-along takes place on another day: it moves with a reason and never vanishes."""

    __tablename__ = "ride_moves"
    __table_args__ = (
        belongs(),
        refers("ride_along_id", "ride_alongs", on_delete="CASCADE"),
        refers("by_id", "people"),
        sa.Index(None, "organisation_id", "ride_along_id", "id"),
    )

    ride_along_id: UUID = Field(sa_type=RecordId)
    by_id: UUID = Field(sa_type=RecordId)
    from_day: date
    to_day: date
    why: str = Field(max_length=2000)
    birth_digest: bytes = Field(sa_type=sa.LargeBinary(32))


class RideVisit(Row, table=True):
    """A real visit to which the two go together; a visit is in one ride-along at most."""

    __tablename__ = "ride_visits"
    __table_args__ = (
        belongs(),
        refers("ride_along_id", "ride_alongs", on_delete="CASCADE"),
        refers("visit_id", "visits"),
        sa.UniqueConstraint("organisation_id", "visit_id"),
        sa.Index(None, "organisation_id", "ride_along_id"),
    )

    ride_along_id: UUID = Field(sa_type=RecordId)
    visit_id: UUID = Field(sa_type=RecordId)


class RungChoice(Row, table=True):
    """The rung somebody chose for a visit, on the way; the latest counts, and every choice is kept."""

    __tablename__ = "rung_choices"
    __table_args__ = (
        belongs(),
        refers("ride_visit_id", "ride_visits", on_delete="CASCADE"),
        refers("by_id", "people"),
        one_of("rung", Rung),
        one_of("leads", Leads),
        sa.Index(None, "organisation_id", "ride_visit_id", "at"),
    )

    ride_visit_id: UUID = Field(sa_type=RecordId)
    by_id: UUID = Field(sa_type=RecordId)
    at: datetime = Field(sa_type=UtcTime)
    rung: Rung = Field(sa_type=sa.String(20))
    leads: Leads = Field(sa_type=sa.String(20))
    birth_digest: bytes = Field(sa_type=sa.LargeBinary(32))
