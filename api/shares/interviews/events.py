"""What may be said of a pair interview afterwards; who sat in it and what was said stays with them."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from api.kit.events import Event


@dataclass(frozen=True)
class InterviewMoved(Event):
    """It takes place on another day; the reason stays with them."""

    topic: ClassVar[str] = "pair_interview.moved"

    interview_id: UUID
    from_day: date
    to_day: date


@dataclass(frozen=True)
class InterviewHeld(Event):
    """They talked, and one of them wrote what they take with them."""

    topic: ClassVar[str] = "pair_interview.held"

    interview_id: UUID
    team_id: UUID
    week: date
