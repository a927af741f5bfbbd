"""Reads of what can be chosen as evidence, and of the visits that can."""

from uuid import UUID

from sqlmodel import Session, col, select

from api.clients.models import Client
from api.clients.queries import ClientRef
from api.commitments.evidence.policy import MOST, SOURCES, Asked, EvidenceUnfit, Shown, shows
from api.commitments.models import Commitment, EvidenceKind
from api.kit.origin import Origin
from api.people.policy import Actor, acting
from api.visits.models import Visit, VisitState
from api.visits.policy import visible_to


def fitting(db: Session, actor: Actor, found: Commitment) -> list[Shown]:
    """Of every kind, the latest day first."""
    asked = _asked(db, actor, found)
    rows = [one for source in SOURCES.values() for one in source(db, asked)]
    return sorted(rows, key=lambda one: (one.day, str(one.id)), reverse=True)[:MOST]


def chosen(db: Session, actor: Actor, found: Commitment, evidence: Origin) -> Shown:
    """The one that somebody names; raises EvidenceUnfit unless it is the owner's and both sides may open it."""
    source = SOURCES.get(EvidenceKind(evidence.kind))
    rows = source(db, _asked(db, actor, found, only=evidence.id)) if source else []
    if not rows:
        raise EvidenceUnfit
    return rows[0]


def _asked(db: Session, actor: Actor, found: Commitment, *, only: UUID | None = None) -> Asked:
    """Records since the day the promise was given, as whoever asks and both sides may read them."""
    others = sorted(found.sides - {actor.person_id})
    readers = [actor, *(acting(db, found.organisation_id, side) for side in others)]
    since = actor.calendar.today(found.created_at)
    return Asked(found.organisation_id, found.owner_id, readers, since, only)


@shows(EvidenceKind.VISIT)
def visits(db: Session, asked: Asked) -> list[Shown]:
    """Visits of the owner that were made."""
    narrowed = [] if asked.only is None else [col(Visit.id) == asked.only]
    rows = db.exec(
        select(Visit, Client)
        .join(
            Client,
            (col(Client.organisation_id) == col(Visit.organisation_id))
            & (col(Client.id) == col(Visit.client_id)),
        )
        .where(
            *(visible_to(reader) for reader in asked.readers),
            col(Visit.rep_id) == asked.owner_id,
            col(Visit.state) == VisitState.DONE,
            col(Visit.day) >= asked.since,
            *narrowed,
        )
        .order_by(col(Visit.day).desc(), col(Visit.id).desc())
        .limit(MOST)
    ).all()
    return [
        Shown(EvidenceKind.VISIT, one.id, one.day, ClientRef(client.id, client.name), one.id)
        for one, client in rows
    ]
