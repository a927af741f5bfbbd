"""Reading what can be chosen as evidence of a promise, and what was."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import Session

from api.commitments import queries as commitments
from api.commitments.evidence import queries
from api.commitments.evidence.policy import Shown
from api.commitments.models import EvidenceKind
from api.people.models import SightKind
from api.people.policy import Actor
from api.people.service import seen

SIGHTS = {
    EvidenceKind.VISIT: SightKind.VISITS,
    EvidenceKind.DEAL: SightKind.DEALS,
    EvidenceKind.PAYMENT: SightKind.DEALS,
    EvidenceKind.ROUND: SightKind.DRILL,
    EvidenceKind.RIDE_ALONG: SightKind.RIDE_ALONG,
}
"""A share was told to the team: reading it is no look at a personal record."""


@dataclass(frozen=True)
class EvidenceView:
    chosen: Shown | None
    fitting: Sequence[Shown]


def evidence(db: Session, actor: Actor, *, commitment_id: UUID) -> EvidenceView:
    """Names records of the owner, so that a look by somebody else is listed to them."""
    found = commitments.find(db, actor, commitment_id)
    rows = queries.fitting(db, actor, found)
    for sight in {SIGHTS[one.kind] for one in rows if one.kind in SIGHTS}:
        seen(db, actor, found.owner_id, sight)
    named = next((one for one in rows if found.evidence and one.id == found.evidence.id), None)
    return EvidenceView(named, rows)
