"""Proposed cases on the wire."""

from uuid import UUID

from pydantic import Field

from api.kit.wire import ReadModel
from api.people.schemas import PersonRef
from api.shares.models import ShareKind
from api.shares.proposals.policy import ProposedFor


class WhyProposed(ReadModel):
    kind: ProposedFor
    value: str | None = Field(description="The key of the objection type, or the industry.")


class SuggestedCaseRead(ReadModel):
    id: UUID
    kind: ShareKind
    title: str
    excerpt: str
    author: PersonRef
    reason: WhyProposed
    worked: int
    partly: int
    not_worked: int


class SuggestedCasesRead(ReadModel):
    cases: list[SuggestedCaseRead] = Field(description="At most three, the most useful first.")
