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


@dataclass(frozen=True)
class ShareOffered(Event):
    """The author lets trainers read it for the case library, or no longer."""

    topic: ClassVar[str] = "share.offered"

    share_id: UUID
    offered: bool


@dataclass(frozen=True)
class ShareSpoken(Event):
    """The author said a part in the own voice; the sound stays with the share."""

    topic: ClassVar[str] = "share.spoken"

    share_id: UUID
    part: str
    voice_note_id: UUID


@dataclass(frozen=True)
class ShareUnspoken(Event):
    """The author took what was said to a part away."""

    topic: ClassVar[str] = "share.unspoken"

    share_id: UUID
    part: str
    voice_note_id: UUID


@dataclass(frozen=True)
class ShareTapped(Event):
    """Somebody said thanks, or gave a nudge."""

    topic: ClassVar[str] = "share.tapped"

    share_id: UUID
    kind: str


@dataclass(frozen=True)
class CaseCurated(Event):
    """A share became a case of the whole company."""

    topic: ClassVar[str] = "case.curated"

    case_id: UUID
    share_id: UUID


@dataclass(frozen=True)
class CaseChanged(Event):
    """It was put right, looked at again, or retired; `fields` names what."""

    topic: ClassVar[str] = "case.changed"

    case_id: UUID
    fields: tuple[str, ...]
    retired: bool


@dataclass(frozen=True)
class CaseUsed(Event):
    """It was used at a visit; who did is for its author alone."""

    topic: ClassVar[str] = "case.used"

    case_id: UUID
    result: str


@dataclass(frozen=True)
class ShareTried(Event):
    """Somebody wants to try a share or a case, or told how it went; who does is for its author alone."""

    topic: ClassVar[str] = "share.tried"

    try_id: UUID
    share_id: UUID | None
    case_id: UUID | None
    result: str | None


@dataclass(frozen=True)
class TryTakenBack(Event):
    """Not after all: nobody reads of it any more."""

    topic: ClassVar[str] = "share.try_taken_back"

    try_id: UUID


@dataclass(frozen=True)
class CaseToPlay(Event):
    """Somebody wants to play a case tonight, at a client of the own."""

    topic: ClassVar[str] = "case.to_play"

    case_id: UUID
    rep_id: UUID
    client_id: UUID
