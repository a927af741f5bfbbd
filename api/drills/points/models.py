"""The tables of what a class taught somebody, and of how much of it was seen in a round."""

from datetime import date
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from api.drills.models import Mark
from api.kit.rows import RecordId, Row, belongs, one_of, refers


class PracticePoint(Row, table=True):
    """A rule somebody learned, offered from one day to another; `origin_id` is the learning point, `within_id` the class."""

    __tablename__ = "practice_points"
    __table_args__ = (
        belongs(),
        refers("rep_id", "people"),
        sa.UniqueConstraint("organisation_id", "rep_id", "origin_id"),
        sa.CheckConstraint("until >= since", name="order_of_days"),
        sa.Index(None, "organisation_id", "rep_id", "until", "id"),
    )

    rep_id: UUID = Field(sa_type=RecordId)
    origin_id: UUID = Field(sa_type=RecordId)
    within_id: UUID = Field(sa_type=RecordId)
    if_: str = Field(max_length=200)
    then: str = Field(max_length=200)
    since: date
    until: date


class PointTick(Row, table=True):
    """How much of a learning point was seen; like the ticks of the playbook's behaviours never added up."""

    __tablename__ = "point_ticks"
    __table_args__ = (
        belongs(),
        refers("round_id", "rounds", on_delete="CASCADE"),
        refers("point_id", "practice_points"),
        sa.UniqueConstraint("organisation_id", "round_id", "point_id"),
        one_of("mark", Mark),
    )

    round_id: UUID = Field(sa_type=RecordId)
    point_id: UUID = Field(sa_type=RecordId)
    mark: Mark = Field(sa_type=sa.String(20))
