"""What happened to the playbook."""

import uuid
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from api.kit.events import Event


@dataclass(frozen=True)
class PlaybookChanged(Event):
    """`part` is skill, behaviour, objection_type or answer; `part_id` is its row."""

    topic: ClassVar[str] = "playbook.changed"
    part: str
    part_id: uuid.UUID


@dataclass(frozen=True)
class AnswerAdded(Event):
    """Somebody found another answer to a kind of objection."""

    topic: ClassVar[str] = "answer.added"
    answer_id: uuid.UUID
    type_id: uuid.UUID


@dataclass(frozen=True)
class AnswerChecked(Event):
    """Somebody looked at an answer that had aged and found it still good."""

    topic: ClassVar[str] = "answer.checked"
    answer_id: uuid.UUID
    check_on: date


@dataclass(frozen=True)
class AnswerUsed(Event):
    """An answer was said at a visit, or what was told of that was put right."""

    topic: ClassVar[str] = "answer.used"
    answer_id: uuid.UUID
    visit_id: uuid.UUID


@dataclass(frozen=True)
class AnswerUseTakenBack(Event):
    """It was not said at that visit after all."""

    topic: ClassVar[str] = "answer.use_taken_back"
    answer_id: uuid.UUID
    visit_id: uuid.UUID
