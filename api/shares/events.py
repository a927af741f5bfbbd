"""What the team would say afterwards of a share; its words are not in it."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from api.kit.events import Event


@dataclass(frozen=True)
class SharePublished(Event):
    """Somebody told the team something."""

    topic: ClassVar[str] = "share.published"

    share_id: UUID
    kind: str
    author_id: UUID
    team_id: UUID


@dataclass(frozen=True)
class ShareChanged(Event):
    """The author put it right; `fields` names what, and the words stay in the share."""

    topic: ClassVar[str] = "share.changed"

    share_id: UUID
    fields: tuple[str, ...]


@dataclass(frozen=True)
class ShareWithdrawn(Event):
    """The author took it back."""

    topic: ClassVar[str] = "share.withdrawn"

    share_id: UUID
