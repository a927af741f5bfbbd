"""Rounds as evidence of a promise: those in which its owner played the rep or the boss."""

import sqlalchemy as sa
from sqlmodel import Session, col, select

from api.clients.models import Client
from api.clients.queries import ClientRef
from api.commitments.evidence.policy import MOST, Asked, Shown, shows
from api.commitments.models import EvidenceKind
from api.drills.models import Drill, Round
from api.drills.policy import visible_to


@shows(EvidenceKind.ROUND)
def rounds(db: Session, asked: Asked) -> list[Shown]:
    """Opened with the drill they belong to."""
    seat = sa.or_(col(Round.rep_id) == asked.owner_id, col(Round.boss_id) == asked.owner_id)
    narrowed = [] if asked.only is None else [col(Round.id) == asked.only]
    rows = db.exec(
        select(Round, Drill, Client)
        .join(Drill, _same(Drill, Round.drill_id))
        .join(Client, _same(Client, Round.client_id))
        .where(
            *(visible_to(reader) for reader in asked.readers),
            seat,
            col(Drill.day) >= asked.since,
            *narrowed,
        )
        .order_by(col(Drill.day).desc(), col(Round.id).desc())
        .limit(MOST)
    ).all()
    return [
        Shown(EvidenceKind.ROUND, one.id, drill.day, ClientRef(client.id, client.name), drill.id)
        for one, drill, client in rows
    ]


def _same(other: type[Drill] | type[Client], id_column: object) -> sa.ColumnElement[bool]:
    """A join that stays inside the organisation."""
    return sa.and_(
        col(other.organisation_id) == col(Round.organisation_id), col(other.id) == id_column
    )
