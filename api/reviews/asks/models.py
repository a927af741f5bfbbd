"""The table of questions that wait for a review."""

from datetime import date
from enum import StrEnum
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from api.kit.rows import RecordId, Row, belongs, one_of, refers
from api.reviews.models import ReviewKind


class AskKey(StrEnum):
    """Whether goal or client mix should change; what help a team asks for more often; what a region should decide."""

    GOAL_OR_MIX = "goal_or_mix"
    HELP_RISING = "help_rising"
    POLICY_NOTE = "policy_note"


ASKED_IN: dict[ReviewKind, AskKey] = {
    ReviewKind.WEEKLY: AskKey.GOAL_OR_MIX,
    ReviewKind.MONTH: AskKey.GOAL_OR_MIX,
    ReviewKind.TEAM: AskKey.HELP_RISING,
    ReviewKind.MANAGER: AskKey.POLICY_NOTE,
}
"""Which question belongs to which kind of review; a deal's has its own four."""


class ReviewAsk(Row, table=True):
    """A question for the next review of a person or a team; `review_id` is the one in which it was talked over.

    `about` is the metric of the goal, or the kind of help; `times` how often that help was asked for.
    """

    __tablename__ = "review_asks"
    __table_args__ = (
        belongs(),
        refers("person_id", "people"),
        refers("team_id", "teams"),
        refers("goal_id", "goals"),
        refers("review_id", "reviews"),
        one_of("key", AskKey),
        sa.CheckConstraint("(person_id IS NULL) <> (team_id IS NULL)", name="of_whom"),
        sa.Index(None, "organisation_id", "person_id"),
        sa.Index(None, "organisation_id", "team_id"),
    )

    person_id: UUID | None = Field(default=None, sa_type=RecordId)
    team_id: UUID | None = Field(default=None, sa_type=RecordId)
    key: AskKey = Field(sa_type=sa.String(20))
    about: str = Field(max_length=40)
    times: int | None = Field(default=None)
    asked_on: date
    goal_id: UUID | None = Field(default=None, sa_type=RecordId)
    review_id: UUID | None = Field(default=None, sa_type=RecordId)
