"""Reads of what can be chosen as evidence, and of the visits, deals and payments that can."""

from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col, select

from api.clients.models import Client
from api.clients.queries import ClientRef
from api.commitments.evidence.policy import MOST, SOURCES, Asked, EvidenceUnfit, Shown, shows
from api.commitments.models import Commitment, EvidenceKind
from api.deals import policy as deal_rules
from api.deals.models import Deal, Payment
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
        .join(Client, _client_of(Visit))
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


@shows(EvidenceKind.DEAL)
def deals(db: Session, asked: Asked) -> list[Shown]:
    """Deals of the owner that were signed."""
    narrowed = [] if asked.only is None else [col(Deal.id) == asked.only]
    rows = db.exec(
        select(Deal, Client)
        .join(Client, _client_of(Deal))
        .where(*_own_deals(asked), col(Deal.signed_on) >= asked.since, *narrowed)
        .order_by(col(Deal.signed_on).desc(), col(Deal.id).desc())
        .limit(MOST)
    ).all()
    return [
        Shown(EvidenceKind.DEAL, one.id, one.signed_on, ClientRef(client.id, client.name), one.id)
        for one, client in rows
        if one.signed_on is not None
    ]


@shows(EvidenceKind.PAYMENT)
def payments(db: Session, asked: Asked) -> list[Shown]:
    """Money that arrived for deals of the owner; opened with its deal."""
    narrowed = [] if asked.only is None else [col(Payment.id) == asked.only]
    its_deal = sa.and_(
        col(Deal.organisation_id) == col(Payment.organisation_id),
        col(Deal.id) == col(Payment.deal_id),
    )
    rows = db.exec(
        select(Payment, Client)
        .join(Deal, its_deal)
        .join(Client, _client_of(Deal))
        .where(
            *_own_deals(asked),
            col(Payment.deleted_at).is_(None),
            col(Payment.received_on) >= asked.since,
            *narrowed,
        )
        .order_by(col(Payment.received_on).desc(), col(Payment.id).desc())
        .limit(MOST)
    ).all()
    return [
        Shown(
            EvidenceKind.PAYMENT,
            one.id,
            one.received_on,
            ClientRef(client.id, client.name),
            one.deal_id,
        )
        for one, client in rows
    ]


def _own_deals(asked: Asked) -> list[sa.ColumnElement[bool]]:
    seen = [deal_rules.visible_to(reader) for reader in asked.readers]
    return [*seen, col(Deal.owner_id) == asked.owner_id]


def _client_of(table: type[Visit | Deal]) -> sa.ColumnElement[bool]:
    return sa.and_(
        col(Client.organisation_id) == col(table.organisation_id),
        col(Client.id) == col(table.client_id),
    )
