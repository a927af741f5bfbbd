"""The tables of a camp and its five days; what a newcomer hands in is personal."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from api.kit.origin import Origin
from api.kit.rows import ChangingRow, Document, RecordId, UtcTime, belongs, one_of, refers
from api.training.camp_template.models import CampDimension


class CampLinkKind(StrEnum):
    """What a day's output may point to."""

    VISIT = "visit"
    RIDE_ALONG = "ride_along"
    DRILL = "drill"
    SHARE = "share"
    CASE = "case"


class CampDayState(StrEnum):
    """`open` is also a day that was missed: it keeps its date and waits."""

    DONE = "done"
    OPEN = "open"
    AHEAD = "ahead"


class Camp(ChangingRow, table=True):
    """One newcomer's five days. `enrolled_by_id` is empty when it began by itself on the join date."""

    __tablename__ = "camps"
    __table_args__ = (
        belongs(),
        refers("person_id", "people"),
        refers("enrolled_by_id", "people"),
        refers("show_held_by_id", "people"),
        refers("mentor_id", "people"),
        sa.UniqueConstraint("organisation_id", "person_id"),
        sa.CheckConstraint("(show_day IS NULL) = (show_about IS NULL)", name="show_is_whole"),
        sa.CheckConstraint(
            "(show_held_at IS NULL) = (show_held_by_id IS NULL) "
            "AND (show_held_at IS NULL OR show_day IS NOT NULL)",
            name="held_is_whole",
        ),
        sa.CheckConstraint(
            "(mentor_hand_at IS NULL) = (mentor_id IS NULL)", name="mentors_hand_is_whole"
        ),
        sa.CheckConstraint(
            "finished_at IS NULL OR (show_held_at IS NOT NULL "
            "AND newcomer_hand_at IS NOT NULL AND mentor_hand_at IS NOT NULL)",
            name="finished_after_the_handshake",
        ),
        sa.CheckConstraint("mentor_id <> person_id", name="two_people"),
        sa.Index(None, "organisation_id", "begins_on", "id"),
    )

    person_id: UUID = Field(sa_type=RecordId)
    begins_on: date
    enrolled_by_id: UUID | None = Field(default=None, sa_type=RecordId)
    show_day: date | None = Field(default=None)
    show_about: str | None = Field(default=None, max_length=2000)
    show_held_at: datetime | None = Field(default=None, sa_type=UtcTime)
    show_held_by_id: UUID | None = Field(default=None, sa_type=RecordId)
    newcomer_hand_at: datetime | None = Field(default=None, sa_type=UtcTime)
    mentor_hand_at: datetime | None = Field(default=None, sa_type=UtcTime)
    mentor_id: UUID | None = Field(default=None, sa_type=RecordId)
    finished_at: datetime | None = Field(default=None, sa_type=UtcTime)


class CampDay(ChangingRow, table=True):
    """One of the five, in the words of the template as it was when the camp began."""

    __tablename__ = "camp_days"
    __table_args__ = (
        belongs(),
        refers("camp_id", "camps", on_delete="CASCADE"),
        refers("case_id", "cases"),
        sa.UniqueConstraint("organisation_id", "camp_id", "dimension"),
        one_of("dimension", CampDimension),
        one_of("link_kind", CampLinkKind),
        sa.CheckConstraint("(link_kind IS NULL) = (link_id IS NULL)", name="link_is_whole"),
        sa.CheckConstraint(
            "(done_at IS NULL) = (words IS NULL AND link_id IS NULL)", name="done_is_whole"
        ),
    )

    camp_id: UUID = Field(sa_type=RecordId)
    dimension: CampDimension = Field(sa_type=sa.String(20))
    day: date
    title: dict[str, str] = Field(sa_type=Document)
    task: dict[str, str] = Field(sa_type=Document)
    asked: dict[str, str] = Field(sa_type=Document)
    case_id: UUID | None = Field(default=None, sa_type=RecordId)
    words: str | None = Field(default=None, max_length=2000)
    link_kind: CampLinkKind | None = Field(default=None, sa_type=sa.String(20))
    link_id: UUID | None = Field(default=None, sa_type=RecordId)
    done_at: datetime | None = Field(default=None, sa_type=UtcTime)

    @property
    def link(self) -> Origin | None:
        if self.link_kind is None or self.link_id is None:
            return None
        return Origin(self.link_kind, self.link_id)

    def state(self, *, today: date) -> CampDayState:
        if self.done_at is not None:
            return CampDayState.DONE
        return CampDayState.OPEN if self.day <= today else CampDayState.AHEAD
