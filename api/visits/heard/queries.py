"""Reads of what clients said, in one statement each."""

import uuid
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col, select

from api.clients.models import Client
from api.clients.queries import ClientRef
from api.people.models import Person
from api.visits.models import Outcome, Visit, VisitObjection

MOST_A_DAY = 60
"""Twenty visits of three objections each: nobody has heard more in a day."""
MOST_STALLED = 200
MOST_OF_A_TEAM = 10_000
"""Fifty reps for a week; a larger team hears enough of everything."""


@dataclass(frozen=True)
class Heard:
    """An objection of a client, and the visit at which it was heard."""

    id: uuid.UUID
    type_key: str | None
    words: str | None
    visit_id: uuid.UUID
    on: date


@dataclass(frozen=True)
class HeardAt:
    """An objection with the visit around it; `outcome` is that of the whole visit, `said_by` whom the rep met.

    `place` counts from 0 what was said at the visit.
    """

    id: uuid.UUID
    type_key: str | None
    words: str | None
    visit_id: uuid.UUID
    client: ClientRef
    day: date
    happened_at: datetime | None
    outcome: Outcome | None
    said_by: str | None = None
    place: int = 0


def of_clients(
    db: Session, organisation_id: uuid.UUID, client_ids: Collection[uuid.UUID], *, each: int = 3
) -> dict[uuid.UUID, list[Heard]]:
    """The newest objections of each client, at most `each`."""
    if not client_ids:
        return {}
    newest = sa.func.row_number().over(
        partition_by=col(Visit.client_id),
        order_by=(
            col(Visit.happened_at).desc(),
            col(Visit.id).desc(),
            col(VisitObjection.place),
        ),
    )
    numbered = (
        sa.select(
            col(Visit.client_id).label("client_id"),
            col(VisitObjection.id).label("id"),
            col(VisitObjection.type_key).label("type_key"),
            col(VisitObjection.words).label("words"),
            col(Visit.id).label("visit_id"),
            col(Visit.day).label("day"),
            newest.label("nth"),
        )
        .join(Visit, _of_its_visit())
        .where(
            col(Visit.organisation_id) == organisation_id,
            col(Visit.client_id).in_(sorted(client_ids)),
            col(Visit.deleted_at).is_(None),
        )
        .subquery()
    )
    rows = db.connection().execute(
        sa.select(numbered)
        .where(numbered.c.nth <= each)
        .order_by(numbered.c.client_id, numbered.c.nth)
    )
    by_client: dict[uuid.UUID, list[Heard]] = defaultdict(list)
    for row in rows:
        told = Heard(row.id, row.type_key, row.words, row.visit_id, row.day)
        by_client[row.client_id].append(told)
    return by_client


def by_rep(
    db: Session, organisation_id: uuid.UUID, rep_id: uuid.UUID, *, since: date, until: date
) -> list[HeardAt]:
    """What a rep heard on these days, both included, in the order it was heard."""
    return _heard(
        db,
        col(Visit.organisation_id) == organisation_id,
        col(Visit.rep_id) == rep_id,
        col(Visit.day).between(since, until),
        most=MOST_A_DAY,
    )


def by_team(
    db: Session, organisation_id: uuid.UUID, team_id: uuid.UUID, *, since: date, until: date
) -> list[HeardAt]:
    """What the reps of a team today heard on these days, both included; only what has a type."""
    reps = select(col(Person.id)).where(
        col(Person.organisation_id) == organisation_id, col(Person.team_id) == team_id
    )
    return _heard(
        db,
        col(Visit.organisation_id) == organisation_id,
        col(Visit.rep_id).in_(reps),
        col(Visit.day).between(since, until),
        col(VisitObjection.type_key).is_not(None),
        most=MOST_OF_A_TEAM,
    )


def stuck(
    db: Session,
    organisation_id: uuid.UUID,
    team_id: uuid.UUID,
    type_key: str,
    *,
    since: date,
    until: date,
) -> tuple[int, int]:
    """Visits of a team's reps of today at which it was said on these days, both included: how many stalled, of how many."""
    reps = select(col(Person.id)).where(
        col(Person.organisation_id) == organisation_id, col(Person.team_id) == team_id
    )
    said = sa.select(col(VisitObjection.id)).where(
        _of_its_visit(), col(VisitObjection.type_key) == type_key
    )
    stalled_there = sa.case((col(Visit.outcome) == Outcome.STALLED, 1), else_=0)
    found = db.exec(
        select(sa.func.coalesce(sa.func.sum(stalled_there), 0), sa.func.count()).where(
            col(Visit.organisation_id) == organisation_id,
            col(Visit.rep_id).in_(reps),
            col(Visit.day).between(since, until),
            col(Visit.deleted_at).is_(None),
            col(Visit.outcome).is_not(None),
            said.exists(),
        )
    ).one()
    return int(found[0]), int(found[1])


def at_visit(db: Session, organisation_id: uuid.UUID, visit_id: uuid.UUID) -> list[HeardAt]:
    return _heard(
        db,
        col(Visit.organisation_id) == organisation_id,
        col(Visit.id) == visit_id,
        most=MOST_A_DAY,
    )


def stalled(
    db: Session, organisation_id: uuid.UUID, rep_id: uuid.UUID, *, since: date
) -> list[HeardAt]:
    """What a rep heard at visits that stalled, the latest first; only what has a type."""
    found = _heard(
        db,
        col(Visit.organisation_id) == organisation_id,
        col(Visit.rep_id) == rep_id,
        col(Visit.day) >= since,
        col(Visit.outcome) == Outcome.STALLED,
        col(VisitObjection.type_key).is_not(None),
        most=MOST_STALLED,
    )
    return found[::-1]


def _heard(db: Session, *conditions: Any, most: int) -> list[HeardAt]:
    client = sa.and_(
        col(Client.organisation_id) == col(Visit.organisation_id),
        col(Client.id) == col(Visit.client_id),
    )
    found = db.exec(
        select(VisitObjection, Visit, col(Client.name))
        .join(Visit, _of_its_visit())
        .join(Client, client)
        .where(*conditions, col(Visit.deleted_at).is_(None), col(Visit.outcome).is_not(None))
        .order_by(col(Visit.day), col(Visit.happened_at), col(Visit.id), col(VisitObjection.place))
        .limit(most)
    ).all()
    return [
        HeardAt(
            id=said.id,
            type_key=said.type_key,
            words=said.words,
            visit_id=visit.id,
            client=ClientRef(visit.client_id, name),
            day=visit.day,
            happened_at=visit.happened_at,
            outcome=visit.outcome,
            said_by=visit.met_name,
            place=said.place,
        )
        for said, visit, name in found
    ]


def _of_its_visit() -> Any:
    return sa.and_(
        col(Visit.organisation_id) == col(VisitObjection.organisation_id),
        col(Visit.id) == col(VisitObjection.visit_id),
    )
