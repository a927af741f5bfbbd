"""What a team would say afterwards of its robots; their addresses stay where they are."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from api.kit.events import Event


@dataclass(frozen=True)
class RobotPut(Event):
    """A group hears from now on what concerns its team, or hears it at another address."""

    topic: ClassVar[str] = "robot.put"

    robot_id: UUID
    kind: str
    team_id: UUID | None


@dataclass(frozen=True)
class RobotRemoved(Event):
    """A group hears nothing any more."""

    topic: ClassVar[str] = "robot.removed"

    robot_id: UUID
