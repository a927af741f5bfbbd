"""The table of questions an organisation has put in its own words; the others are the method's own, in `defaults.json`."""

from enum import StrEnum

import sqlalchemy as sa
from sqlmodel import Field

from api.kit.rows import ChangingRow, Document, belongs, one_of


class QuestionKey(StrEnum):
    """A form and its parts: goal → process → ability → help → next, or 目标 → 结果 → 原因 → 规则 for a deal."""

    REVIEW_GOAL = "review_goal"
    REVIEW_PROCESS = "review_process"
    REVIEW_ABILITY = "review_ability"
    REVIEW_HELP = "review_help"
    REVIEW_NEXT = "review_next"
    COACHING_GOAL = "coaching_goal"
    COACHING_PROCESS = "coaching_process"
    COACHING_ABILITY = "coaching_ability"
    COACHING_HELP = "coaching_help"
    COACHING_NEXT = "coaching_next"
    DEAL_GOAL = "deal_goal"
    DEAL_RESULT = "deal_result"
    DEAL_CAUSE = "deal_cause"
    DEAL_RULE = "deal_rule"

    @property
    def form(self) -> str:
        return self.partition("_")[0]

    @property
    def part(self) -> str:
        return self.partition("_")[2]


class ReviewQuestion(ChangingRow, table=True):
    """A question in the organisation's own words."""

    __tablename__ = "review_questions"
    __table_args__ = (
        belongs(),
        sa.UniqueConstraint("organisation_id", "key"),
        one_of("key", QuestionKey),
    )

    key: QuestionKey = Field(sa_type=sa.String(40))
    text: dict[str, str] = Field(sa_type=Document)
