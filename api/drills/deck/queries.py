"""Reads of the deck: what is due to come back, and what was played tonight."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from api.clients.models import Client, Contact
from api.clients.queries import ClientRef, SheetView
from api.commitments.models import Commitment, Correction
from api.drills.deck.models import CardKind, StoredCard
from api.drills.deck.policy import DUE_FOR, Due, Reason
from api.drills.models import Drill, Round
from api.drills.points.models import PracticePoint
from api.kit.origin import Origin
from api.kit.rows import beside
from api.people.policy import Actor
from api.visits.heard.queries import Heard
from api.visits.models import Visit
from api.visits.queries import VisitView

MOST_DUE = 100


@dataclass(frozen=True)
class DeckCardView:
    """A card with what is needed to play it; `last_boss` is how this client's boss was played before."""

    id: UUID
    kind: str
    visit: VisitView | None
    client: ClientRef
    contact: Contact | None
    sheet: SheetView
    rounds: int
    heard: Sequence[Heard]
    big_order: bool
    reasons: Sequence[Reason]
    last_boss: dict[str, Any] | None


@dataclass(frozen=True)
class PromisedView:
    id: UUID
    words: str
    skill_key: str | None
    due: date


@dataclass(frozen=True)
class DeckView:
    day: date
    since: date
    items: Sequence[DeckCardView]
    promised: PromisedView | None
    points: Sequence[PracticePoint]


def promised(db: Session, actor: Actor) -> PromisedView | None:
    """The skill the actor promised to practise, the one that is due first."""
    found = db.exec(
        select(Commitment)
        .where(
            col(Commitment.organisation_id) == actor.organisation_id,
            col(Commitment.owner_id) == actor.person_id,
            col(Commitment.correction) == Correction.SKILL,
            col(Commitment.outcome).is_(None),
            col(Commitment.deleted_at).is_(None),
        )
        .order_by(col(Commitment.due), col(Commitment.id))
        .limit(1)
    ).first()
    if found is None:
        return None
    return PromisedView(found.id, found.words, found.skill_key, found.due)


def due(
    db: Session, actor: Actor, *, evening: date, kind: CardKind = CardKind.RETURNS
) -> list[Due]:
    """What may come back on an evening, or be replayed, with what was played that evening; the newest first."""
    found = db.exec(
        select(StoredCard, col(Client.name), col(Drill.day))
        .join(Client, beside(StoredCard, Client, col(Client.id) == col(StoredCard.client_id)))
        .outerjoin(Round, beside(StoredCard, Round, col(Round.id) == col(StoredCard.round_id)))
        .outerjoin(Drill, beside(Round, Drill, col(Drill.id) == col(Round.drill_id)))
        .where(
            col(StoredCard.organisation_id) == actor.organisation_id,
            col(StoredCard.rep_id) == actor.person_id,
            col(StoredCard.kind) == kind,
            col(StoredCard.due_on).between(evening - DUE_FOR, evening),
            col(StoredCard.settled_at).is_(None),
            sa.or_(col(StoredCard.round_id).is_(None), col(Drill.day) == evening),
            ~_lost_again(),
        )
        .order_by(col(StoredCard.due_on).desc(), col(StoredCard.id).desc())
        .limit(MOST_DUE)
    ).all()
    return [
        Due(
            id=card.id,
            objection_id=card.origin_id,
            client=ClientRef(card.client_id, name),
            visit_id=card.visit_id,
            type_key=card.type_key,
            words=card.words,
            lost_on=card.lost_on,
            due_on=card.due_on,
            step=card.step,
            played=played_on is not None,
            within_id=card.within_id,
            origin_kind=card.origin_kind,
        )
        for card, name, played_on in found
    ]


def played_tonight(
    db: Session, actor: Actor, client_ids: Collection[UUID], *, evening: date
) -> dict[UUID, int]:
    """Rounds the actor played at each of these clients on an evening, in either seat."""
    if not client_ids:
        return {}
    found = db.exec(
        select(col(Round.client_id), sa.func.count())
        .join(Drill, beside(Round, Drill, col(Drill.id) == col(Round.drill_id)))
        .where(
            col(Round.organisation_id) == actor.organisation_id,
            col(Round.client_id).in_(sorted(client_ids)),
            col(Drill.day) == evening,
            sa.or_(col(Round.rep_id) == actor.person_id, col(Round.boss_id) == actor.person_id),
        )
        .group_by(col(Round.client_id))
    ).all()
    return dict(found)


def last_bosses(
    db: Session, organisation_id: UUID, client_ids: Collection[UUID]
) -> dict[UUID, dict[str, Any]]:
    """The newest boss card played for each client."""
    if not client_ids:
        return {}
    newest = sa.func.row_number().over(
        partition_by=col(Round.client_id),
        order_by=(col(Round.started_at).desc(), col(Round.id).desc()),
    )
    numbered = (
        sa.select(
            col(Round.client_id).label("client_id"),
            col(Round.id).label("round_id"),
            newest.label("nth"),
        )
        .where(
            col(Round.organisation_id) == organisation_id,
            col(Round.client_id).in_(sorted(client_ids)),
            col(Round.boss_card).is_not(None),
        )
        .subquery()
    )
    found = db.exec(
        select(col(Round.client_id), col(Round.boss_card))
        .join(numbered, numbered.c.round_id == col(Round.id))
        .where(col(Round.organisation_id) == organisation_id, numbered.c.nth == 1)
    ).all()
    return {client_id: card for client_id, card in found if card is not None}


def waiting_at(
    db: Session, organisation_id: UUID, *, rep_ids: Collection[UUID], client_id: UUID
) -> list[StoredCard]:
    """What is still to be played of these reps at a client, due or not."""
    return list(
        db.exec(
            select(StoredCard).where(
                col(StoredCard.organisation_id) == organisation_id,
                col(StoredCard.rep_id).in_(sorted(rep_ids)),
                col(StoredCard.client_id) == client_id,
                col(StoredCard.round_id).is_(None),
                col(StoredCard.settled_at).is_(None),
            )
        )
    )


def of_origin(db: Session, organisation_id: UUID, origin: Origin) -> list[StoredCard]:
    return list(
        db.exec(
            select(StoredCard).where(
                col(StoredCard.organisation_id) == organisation_id,
                col(StoredCard.origin_kind) == origin.kind,
                col(StoredCard.origin_id) == origin.id,
            )
        )
    )


def unplayed_at(
    db: Session, organisation_id: UUID, *, rep_id: UUID, client_id: UUID
) -> list[tuple[StoredCard, datetime]]:
    """What a rep lost at a client and has not played since, settled or not, with the moment of its visit."""
    found = db.exec(
        select(StoredCard, col(Visit.happened_at))
        .join(Visit, beside(StoredCard, Visit, col(Visit.id) == col(StoredCard.visit_id)))
        .where(
            col(StoredCard.organisation_id) == organisation_id,
            col(StoredCard.rep_id) == rep_id,
            col(StoredCard.client_id) == client_id,
            col(StoredCard.kind) == CardKind.RETURNS,
            col(StoredCard.round_id).is_(None),
        )
    ).all()
    return [(card, lost) for card, lost in found if lost is not None]


def of_visit(db: Session, organisation_id: UUID, visit_id: UUID) -> list[StoredCard]:
    """Every card that comes back because of a visit's objections; what is replayed is not among them."""
    return list(
        db.exec(
            select(StoredCard).where(
                col(StoredCard.organisation_id) == organisation_id,
                col(StoredCard.visit_id) == visit_id,
                col(StoredCard.kind) == CardKind.RETURNS,
            )
        )
    )


def coming_back(
    db: Session, organisation_id: UUID, visit_ids: Collection[UUID]
) -> list[StoredCard]:
    """Of what these visits laid into the deck, the cards an evening may still show, by the day they are due."""
    return list(
        db.exec(
            select(StoredCard)
            .where(
                col(StoredCard.organisation_id) == organisation_id,
                col(StoredCard.visit_id).in_(sorted(visit_ids)),
                col(StoredCard.kind) == CardKind.RETURNS,
                col(StoredCard.round_id).is_(None),
                col(StoredCard.settled_at).is_(None),
                ~_lost_again(),
            )
            .order_by(col(StoredCard.due_on), col(StoredCard.id))
        )
    )


def _lost_again() -> sa.ColumnElement[bool]:
    """The same was lost at this client later: from then on its days are counted."""
    later = aliased(StoredCard)
    return sa.exists().where(
        col(later.organisation_id) == col(StoredCard.organisation_id),
        col(later.rep_id) == col(StoredCard.rep_id),
        col(later.client_id) == col(StoredCard.client_id),
        col(later.type_key) == col(StoredCard.type_key),
        col(later.kind) == CardKind.RETURNS,
        col(later.lost_on) > col(StoredCard.lost_on),
    )
