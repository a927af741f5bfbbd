"""Reads of visits over several days, in one statement each; the caller answers for who may ask."""

import uuid
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from api.clients.models import Client
from api.clients.queries import ClientRef
from api.visits import queries as visits
from api.visits.models import Outcome, Visit, VisitObjection, VisitState
from api.visits.queries import VisitView

MADE = (VisitState.DONE, VisitState.NOT_MET)
STILL_OPEN_FOR = timedelta(days=60)
"""A next step older than that is history; the client is begun anew."""
LONGEST_STORY = 60
"""Visits of one client that the story of a deal is drawn from, the latest ones."""


@dataclass(frozen=True)
class VisitOfPeriod:
    """A visit as far as facts are made of it."""

    id: uuid.UUID
    client: ClientRef
    day: date
    state: VisitState
    outcome: Outcome | None
    effective: bool
    wants_help: bool

    @property
    def made(self) -> bool:
        return self.state in MADE


@dataclass(frozen=True)
class SaidAt:
    """An objection by its type, and the visit at which it was said."""

    type_key: str
    visit_id: uuid.UUID
    client: ClientRef
    day: date


def visits_between(
    db: Session,
    organisation_id: uuid.UUID,
    rep_ids: Collection[uuid.UUID],
    *,
    since: date,
    until: date,
    client_id: uuid.UUID | None = None,
) -> list[VisitOfPeriod]:
    """What these reps planned and made, both days included, the newest first; what moved or was cancelled is left out."""
    asked = _of_reps(select(Visit, col(Client.name)), organisation_id, rep_ids).where(
        col(Visit.day).between(since, until),
        col(Visit.state).in_([VisitState.PLANNED, *MADE]),
    )
    if client_id is not None:
        asked = asked.where(col(Visit.client_id) == client_id)
    return [_of(*row) for row in db.exec(asked)]


def next_steps_overdue(
    db: Session, organisation_id: uuid.UUID, rep_ids: Collection[uuid.UUID], *, today: date
) -> list[VisitOfPeriod]:
    """Visits whose dated next step is over, with no visit to that client planned or made since."""
    later = aliased(Visit)
    followed = (
        sa.select(sa.literal(1))
        .where(
            col(later.organisation_id) == col(Visit.organisation_id),
            col(later.client_id) == col(Visit.client_id),
            col(later.day) > col(Visit.day),
            col(later.state).in_([VisitState.PLANNED, *MADE]),
            col(later.deleted_at).is_(None),
        )
        .exists()
    )
    asked = _of_reps(select(Visit, col(Client.name)), organisation_id, rep_ids).where(
        col(Visit.next_on) < today, col(Visit.next_on) >= today - STILL_OPEN_FOR, ~followed
    )
    return [_of(*row) for row in db.exec(asked)]


def said_between(
    db: Session,
    organisation_id: uuid.UUID,
    rep_ids: Collection[uuid.UUID],
    *,
    since: date,
    until: date,
    client_id: uuid.UUID | None = None,
) -> list[SaidAt]:
    """What clients said against it, as far as it has a type, the newest first."""
    its_visit = sa.and_(
        col(VisitObjection.organisation_id) == col(Visit.organisation_id),
        col(VisitObjection.visit_id) == col(Visit.id),
        col(VisitObjection.type_key).is_not(None),
    )
    asked = _of_reps(
        select(col(VisitObjection.type_key), Visit, col(Client.name)), organisation_id, rep_ids
    ).join(VisitObjection, its_visit)
    asked = asked.where(col(Visit.day).between(since, until))
    if client_id is not None:
        asked = asked.where(col(Visit.client_id) == client_id)
    return [
        SaidAt(key, visit.id, ClientRef(visit.client_id, name), visit.day)
        for key, visit, name in db.exec(asked)
    ]


def _of_reps(asked: Any, organisation_id: uuid.UUID, rep_ids: Collection[uuid.UUID]) -> Any:
    client = sa.and_(
        col(Client.organisation_id) == col(Visit.organisation_id),
        col(Client.id) == col(Visit.client_id),
    )
    return (
        asked.select_from(Visit)
        .join(Client, client)
        .where(
            col(Visit.organisation_id) == organisation_id,
            col(Visit.rep_id).in_(sorted(rep_ids)),
            col(Visit.deleted_at).is_(None),
        )
        .order_by(col(Visit.day).desc(), col(Visit.id).desc())
    )


def _of(visit: Visit, client: str) -> VisitOfPeriod:
    return VisitOfPeriod(
        id=visit.id,
        client=ClientRef(visit.client_id, client),
        day=visit.day,
        state=visit.state,
        outcome=visit.outcome,
        effective=visit.effective,
        wants_help=visit.wants_help,
    )


def told_at_client(
    db: Session, organisation_id: uuid.UUID, client_id: uuid.UUID, rep_id: uuid.UUID, *, until: date
) -> list[VisitView]:
    """What one rep told of the visits at a client up to a day, the first one first."""
    theirs = sa.and_(
        col(Visit.organisation_id) == organisation_id,
        col(Visit.rep_id) == rep_id,
        col(Visit.day) <= until,
        col(Visit.deleted_at).is_(None),
    )
    return visits.last_at(db, theirs, client_id, most=LONGEST_STORY)[::-1]
