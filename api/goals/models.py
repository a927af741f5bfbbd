"""Tables of goals: what was proposed and agreed, the rounds that count, advice after a miss, reward after a success."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from api.kit.rows import ChangingRow, Minor, RecordId, Row, UtcTime, belongs, one_of, refers


class Period(StrEnum):
    MONTH = "month"
    WEEK = "week"
    DAY = "day"


class GoalKind(StrEnum):
    """Result 结果, process 过程, ability 能力: kept apart, since only the last two are in one's own hands."""

    RESULT = "result"
    PROCESS = "process"
    ABILITY = "ability"


class Metric(StrEnum):
    """What can be computed from rows today; a mechanism to come brings its own (docs/decisions/0010)."""

    VISITS = "visits"
    EFFECTIVE_VISITS = "effective_visits"
    NEW_KPS = "new_kps"
    SIGNED = "signed"
    COLLECTED = "collected"
    AVERAGE_ORDER = "average_order"
    ROUNDS_FIRED = "rounds_fired"
    RUNGS = "rungs"
    HELP_SOLVED = "help_solved"

    @property
    def kind(self) -> GoalKind:
        if self in (Metric.SIGNED, Metric.COLLECTED, Metric.AVERAGE_ORDER):
            return GoalKind.RESULT
        own = self in (Metric.ROUNDS_FIRED, Metric.RUNGS)
        return GoalKind.ABILITY if own else GoalKind.PROCESS

    @property
    def is_money(self) -> bool:
        """Counted in the smallest unit of the goal's currency."""
        return self in (Metric.COLLECTED, Metric.AVERAGE_ORDER)


class CountedKind(StrEnum):
    """Rows of mechanisms above that a figure counts."""

    ROUND = "round"
    RUNG = "rung"
    HELP_SOLVED = "help_solved"


class AdviceKind(StrEnum):
    """The four corrections, and what nobody can learn: something that is missing."""

    DIRECTION = "direction"
    METHOD = "method"
    KNOWLEDGE = "knowledge"
    SKILL = "skill"
    RESOURCE = "resource"


class LeadKind(StrEnum):
    """What the method laid out when an advice was answered, by the four corrections (domain.md §4)."""

    REVIEW_QUESTION = "review_question"
    CASE = "case"
    RIVAL = "rival"
    TOPIC = "topic"
    SESSION = "session"
    DRILL_PLAN = "drill_plan"
    RIDE_FOCUS = "ride_focus"


class AdviceAnswer(StrEnum):
    AGREE = "agree"
    OTHER_CAUSE = "other_cause"


class Goal(ChangingRow, table=True):
    """One metric of one rep in one period; how much of it is in its versions."""

    __tablename__ = "goals"
    __table_args__ = (
        belongs(),
        refers("owner_id", "people"),
        refers("within_id", "goals"),
        one_of("period", Period),
        one_of("metric", Metric),
        sa.CheckConstraint("first_day <= last_day", name="order_of_days"),
        sa.UniqueConstraint("organisation_id", "owner_id", "metric", "period", "first_day"),
        sa.Index(None, "organisation_id", "owner_id", "last_day", "id"),
    )

    owner_id: UUID = Field(sa_type=RecordId)
    period: Period = Field(sa_type=sa.String(20))
    first_day: date
    last_day: date
    metric: Metric = Field(sa_type=sa.String(20))
    currency: str | None = Field(default=None, max_length=3)
    within_id: UUID | None = Field(default=None, sa_type=RecordId)
    birth_digest: bytes = Field(sa_type=sa.LargeBinary(32))


class GoalVersion(Row, table=True):
    """What one side proposed and the other agreed to, or has not yet; the latest agreed one is in force."""

    __tablename__ = "goal_versions"
    __table_args__ = (
        belongs(),
        refers("goal_id", "goals", on_delete="CASCADE"),
        refers("proposed_by_id", "people"),
        refers("agreed_by_id", "people"),
        sa.UniqueConstraint("organisation_id", "goal_id", "number"),
        sa.CheckConstraint("target > 0", name="target"),
        sa.CheckConstraint("stretch > target", name="stretch"),
        sa.CheckConstraint("(agreed_by_id IS NULL) = (agreed_at IS NULL)", name="agreed"),
        sa.CheckConstraint("agreed_by_id <> proposed_by_id", name="two_people"),
    )

    goal_id: UUID = Field(sa_type=RecordId)
    number: int
    target: int = Field(sa_type=Minor)
    stretch: int | None = Field(default=None, sa_type=Minor)
    quality: str | None = Field(default=None, max_length=200)
    why: str | None = Field(default=None, max_length=2000)
    proposed_by_id: UUID = Field(sa_type=RecordId)
    agreed_by_id: UUID | None = Field(default=None, sa_type=RecordId)
    agreed_at: datetime | None = Field(default=None, sa_type=UtcTime)
    birth_digest: bytes = Field(sa_type=sa.LargeBinary(32))


class CountedRow(Row, table=True):
    """A row of a mechanism above, noted by a flow: its id is that row's own, so it is counted once.

    `opens_id` is what shows it, where that is another record: of an answer that helped, the request.
    """

    __tablename__ = "counted_rows"
    __table_args__ = (
        belongs(),
        refers("person_id", "people"),
        one_of("kind", CountedKind),
        sa.Index(None, "organisation_id", "person_id", "day", "id"),
    )

    kind: CountedKind = Field(sa_type=sa.String(20))
    person_id: UUID = Field(sa_type=RecordId)
    day: date
    opens_id: UUID | None = Field(default=None, sa_type=RecordId)


class Advice(ChangingRow, table=True):
    """What the manager thinks after a miss, the step with a day, and what the rep answers; private to the two."""

    __tablename__ = "advice"
    __table_args__ = (
        belongs(),
        refers("goal_id", "goals"),
        refers("by_id", "people"),
        refers("commitment_id", "commitments"),
        sa.UniqueConstraint("organisation_id", "goal_id"),
        one_of("kind", AdviceKind),
        one_of("answer", AdviceAnswer),
        sa.CheckConstraint(
            "(answer IS NULL) = (answered_at IS NULL) AND (answer IS NULL) = (commitment_id IS NULL)",
            name="answer_is_whole",
        ),
        sa.CheckConstraint(
            "answer IS NULL OR answer = 'agree' OR answer_words IS NOT NULL", name="other_cause"
        ),
        sa.Index(None, "organisation_id", "by_id", "created_at"),
    )

    goal_id: UUID = Field(sa_type=RecordId)
    by_id: UUID = Field(sa_type=RecordId)
    kind: AdviceKind = Field(sa_type=sa.String(20))
    words: str = Field(max_length=2000)
    step: str = Field(max_length=2000)
    how_seen: str = Field(max_length=2000)
    step_due: date
    answer: AdviceAnswer | None = Field(default=None, sa_type=sa.String(20))
    answer_words: str | None = Field(default=None, max_length=2000)
    answered_at: datetime | None = Field(default=None, sa_type=UtcTime)
    commitment_id: UUID | None = Field(default=None, sa_type=RecordId)
    birth_digest: bytes = Field(sa_type=sa.LargeBinary(32))
    answer_digest: bytes | None = Field(default=None, sa_type=sa.LargeBinary(32))


class AdviceLead(Row, table=True):
    """One thing that came of an answered advice; `record_id` is the record that holds it, where one does."""

    __tablename__ = "advice_leads"
    __table_args__ = (
        belongs(),
        refers("goal_id", "goals", on_delete="CASCADE"),
        one_of("kind", LeadKind),
        sa.UniqueConstraint("organisation_id", "goal_id", "kind"),
    )

    goal_id: UUID = Field(sa_type=RecordId)
    kind: LeadKind = Field(sa_type=sa.String(20))
    record_id: UUID | None = Field(default=None, sa_type=RecordId)


class Reward(Row, table=True):
    """A word of thanks for a goal that was met, with the reason; the team of that day reads it."""

    __tablename__ = "rewards"
    __table_args__ = (
        belongs(),
        refers("goal_id", "goals"),
        refers("owner_id", "people"),
        refers("by_id", "people"),
        refers("team_id", "teams"),
        sa.UniqueConstraint("organisation_id", "goal_id"),
        sa.CheckConstraint("owner_id <> by_id", name="two_people"),
        sa.Index(None, "organisation_id", "team_id", "created_at", "id"),
    )

    goal_id: UUID = Field(sa_type=RecordId)
    owner_id: UUID = Field(sa_type=RecordId)
    by_id: UUID = Field(sa_type=RecordId)
    team_id: UUID = Field(sa_type=RecordId)
    why: str = Field(max_length=2000)
    birth_digest: bytes = Field(sa_type=sa.LargeBinary(32))
