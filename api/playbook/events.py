"""What happened to the playbook."""

import uuid
from dataclasses import dataclass
from typing import ClassVar

from api.kit.events import Event


@dataclass(frozen=True)
class PlaybookChanged(Event):
    """`part` is skill, behaviour or objection_type; `part_id` is its row."""

    topic: ClassVar[str] = "playbook.changed"
    part: str
    part_id: uuid.UUID
