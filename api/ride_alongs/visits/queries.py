"""Reads of the visits to which two people go together, and of the rung chosen for each."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col, select

from api.clients.queries import ClientRef
from api.people import queries as people
from api.people.queries import PersonRef
from api.ride_alongs.models import Leads, RideAlong, RideVisit, Rung, RungChoice
from api.visits import queries as visits
from api.visits.models import Visit
from api.visits.queries import VisitView


@dataclass(frozen=True)
class ChoiceView:
    id: UUID
    by: PersonRef
    at: datetime
    rung: Rung
    leads: Leads


@dataclass(frozen=True)
class RideVisitView:
    visit_id: UUID
    client: ClientRef
    rep: PersonRef
    planned_time: str | None
    checked_in: bool
    in_ride: bool
    rung: Rung | None
    leads: Leads | None
    choices: Sequence[ChoiceView]


@dataclass(frozen=True)
class Beside:
    """Who comes along to a visit, and on which rung."""

    visit_id: UUID
    ride_along_id: UUID
    mentor: PersonRef
    apprentice: PersonRef
    rung: Rung | None


def of_visit(db: Session, organisation_id: UUID, visit_id: UUID) -> RideVisit | None:
    """The row that says in which ride-along a visit is."""
    return db.exec(
        select(RideVisit).where(
            col(RideVisit.organisation_id) == organisation_id, col(RideVisit.visit_id) == visit_id
        )
    ).first()


def within(db: Session, ride: RideAlong) -> list[RideVisit]:
    """The visits of a ride-along."""
    return list(
        db.exec(
            select(RideVisit).where(
                col(RideVisit.organisation_id) == ride.organisation_id,
                col(RideVisit.ride_along_id) == ride.id,
            )
        )
    )


def of_day(
    db: Session, ride: RideAlong, names: Mapping[UUID, PersonRef], *, reader_id: UUID
) -> list[RideVisitView]:
    """The visits they go to together, and those of that day to which they may; by planned time.

    To choose from there are the apprentice's visits and the reader's own; the mentor's day is not laid open.
    """
    by_visit = {row.visit_id: row for row in within(db, ride)}
    choices = _choices(db, ride.organisation_id, [row.id for row in by_visit.values()])
    ours: Any = col(Visit.organisation_id) == ride.organisation_id
    planned = visits.of_day(db, ours, ride.riders, ride.day)
    return [
        _visit(one, by_visit.get(one.id), choices, names)
        for one in planned
        if one.id in by_visit
        or (one.check_in is None and one.rep.id in (reader_id, ride.apprentice_id))
    ]


def beside(db: Session, organisation_id: UUID, visit_ids: Collection[UUID]) -> dict[UUID, Beside]:
    """Who comes along to each of these visits; accepted ride-alongs only."""
    found = db.exec(
        select(RideVisit, RideAlong)
        .join(
            RideAlong,
            _beside(RideVisit, RideAlong, col(RideAlong.id) == col(RideVisit.ride_along_id)),
        )
        .where(
            col(RideVisit.organisation_id) == organisation_id,
            col(RideVisit.visit_id).in_(sorted(visit_ids)),
            col(RideAlong.accepted_at).is_not(None),
        )
    ).all()
    if not found:
        return {}
    choices = _choices(db, organisation_id, [row.id for row, _ in found])
    names = people.refs(db, organisation_id, {one for _, ride in found for one in ride.riders})
    return {
        row.visit_id: Beside(
            visit_id=row.visit_id,
            ride_along_id=ride.id,
            mentor=names[ride.mentor_id],
            apprentice=names[ride.apprentice_id],
            rung=choices[row.id][-1].rung if choices[row.id] else None,
        )
        for row, ride in found
    }


def _visit(
    visit: VisitView,
    row: RideVisit | None,
    choices: Mapping[UUID, Sequence[RungChoice]],
    names: Mapping[UUID, PersonRef],
) -> RideVisitView:
    made = choices[row.id] if row is not None else []
    last_of_each = {choice.by_id: choice for choice in made}
    return RideVisitView(
        visit_id=visit.id,
        client=visit.client,
        rep=visit.rep,
        planned_time=visit.planned_time,
        checked_in=visit.check_in is not None,
        in_ride=row is not None,
        rung=made[-1].rung if made else None,
        leads=made[-1].leads if made else None,
        choices=[
            ChoiceView(one.id, names[one.by_id], one.at, one.rung, one.leads)
            for one in last_of_each.values()
        ],
    )


def _choices(
    db: Session, organisation_id: UUID, ride_visit_ids: Sequence[UUID]
) -> dict[UUID, list[RungChoice]]:
    """By visit of a ride, in the order in which they were made by the clocks of the devices."""
    found: dict[UUID, list[RungChoice]] = defaultdict(list)
    for one in db.exec(
        select(RungChoice)
        .where(
            col(RungChoice.organisation_id) == organisation_id,
            col(RungChoice.ride_visit_id).in_(ride_visit_ids),
        )
        .order_by(col(RungChoice.at), col(RungChoice.id))
    ):
        found[one.ride_visit_id].append(one)
    return found


def _beside(left: Any, right: Any, condition: Any) -> Any:
    """A join that stays inside the organisation."""
    return sa.and_(col(right.organisation_id) == col(left.organisation_id), condition)
