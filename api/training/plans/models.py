"""The tables of plans and the topics in them."""

from datetime import date
from enum import StrEnum
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from api.kit.rows import ChangingRow, Document, RecordId, Row, belongs, one_of, refers
from api.training.models import TopicClass, Track


class PlanPeriod(StrEnum):
    QUARTER = "quarter"
    MONTH = "month"


class TrainingPlan(ChangingRow, table=True):
    """What one track is to learn in a quarter or a month; without a team it is for every team."""

    __tablename__ = "training_plans"
    __table_args__ = (
        belongs(),
        refers("team_id", "teams"),
        refers("by_id", "people"),
        one_of("period", PlanPeriod),
        one_of("track", Track),
        sa.CheckConstraint("track <> 'management' OR team_id IS NULL", name="of_whom"),
        sa.Index(None, "organisation_id", "starts_on", "id"),
    )

    period: PlanPeriod = Field(sa_type=sa.String(20))
    starts_on: date
    track: Track = Field(sa_type=sa.String(20))
    team_id: UUID | None = Field(default=None, sa_type=RecordId)
    by_id: UUID = Field(sa_type=RecordId)
    birth_digest: bytes = Field(sa_type=sa.LargeBinary(32))


class PlannedTopic(Row, table=True):
    """A topic of a plan; `wish_week` is the Monday of the week in which it is wished."""

    __tablename__ = "planned_topics"
    __table_args__ = (
        belongs(),
        refers("plan_id", "training_plans", on_delete="CASCADE"),
        one_of("topic_class", TopicClass),
        sa.Index(None, "organisation_id", "plan_id", "place"),
    )

    plan_id: UUID = Field(sa_type=RecordId)
    place: int
    topic: str = Field(max_length=200)
    topic_class: TopicClass = Field(sa_type=sa.String(20))
    skill_keys: list[str] = Field(sa_type=Document)
    product_keys: list[str] = Field(sa_type=Document)
    wish_week: date | None = Field(default=None)
