"""Which records fit a promise. A mechanism above tells of its own with `shows`, as a flow listens with `on`."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import Session

from api.clients.queries import ClientRef
from api.commitments.models import EvidenceKind
from api.kit.errors import Conflict
from api.people.policy import Actor

MOST = 20
"""Of each kind, the latest ones."""


class EvidenceUnfit(Conflict):
    code = "evidence_unfit"
    en = "Choose one of the records listed, which both of you may open, or leave it out."
    zh = "请从列出来的、你们两个人都能打开的记录里选一条，不选也行。"


@dataclass(frozen=True)
class Asked:
    """Records of `owner_id` from `since` on that every one of `readers` may open; only one of them, when `only` says."""

    organisation_id: UUID
    owner_id: UUID
    readers: Sequence[Actor]
    since: date
    only: UUID | None = None


@dataclass(frozen=True)
class Shown:
    """`opens_id` is the record that is opened to see it: of a round its drill."""

    kind: EvidenceKind
    id: UUID
    day: date
    client: ClientRef | None
    opens_id: UUID


Source = Callable[[Session, Asked], list[Shown]]
SOURCES: dict[EvidenceKind, Source] = {}


def shows(kind: EvidenceKind) -> Callable[[Source], Source]:
    """Records of this kind can be chosen; one source for each kind."""

    def told(source: Source) -> Source:
        SOURCES[kind] = source
        return source

    return told
