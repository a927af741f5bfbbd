"""昨晚练的三句, beside each visit of a ride-along: both who ride know what was practised for it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import Session

from api.kit.errors import NotFound
from api.people import queries as people
from api.people.models import SightKind
from api.people.policy import Actor
from api.people.service import seen
from api.ride_alongs import queries as all_rides
from api.ride_alongs.policy import rides
from api.ride_alongs.visits import queries as together
from api.ride_alongs.visits.queries import RideVisitView
from api.today import queries
from api.today.queries import AgreedLine


@dataclass(frozen=True)
class PractisedView:
    visit_id: UUID
    agreed: Sequence[AgreedLine]


@dataclass(frozen=True)
class RideBesideView:
    visits: Sequence[PractisedView]


def beside(db: Session, actor: Actor, *, ride_id: UUID) -> RideBesideView:
    """For the two who ride, once the day is accepted; the mentor's look is listed to whose evening it was."""
    ride = all_rides.find(db, actor, ride_id)
    if not rides(actor, ride):
        raise NotFound
    if ride.accepted_at is None:
        return RideBesideView([])
    names = people.refs(db, ride.organisation_id, [*ride.riders])
    visits = together.of_day(db, ride, names, reader_id=actor.person_id)
    found: dict[UUID, PractisedView] = {}
    for rep_id in {visit.rep.id for visit in visits}:
        seen(db, actor, rep_id, SightKind.DRILL)
        theirs = [visit for visit in visits if visit.rep.id == rep_id]
        found |= _practised(db, actor, rep_id, theirs, day=ride.day)
    return RideBesideView([found[visit.visit_id] for visit in visits])


def _practised(
    db: Session, actor: Actor, rep_id: UUID, visits: Sequence[RideVisitView], *, day: date
) -> dict[UUID, PractisedView]:
    agreed = queries.agreed_lines(
        db,
        actor,
        of=rep_id,
        day=day,
        client_ids={visit.client.id for visit in visits},
        visit_ids={visit.visit_id for visit in visits},
    )
    return {
        visit.visit_id: PractisedView(visit.visit_id, agreed.get(visit.client.id, []))
        for visit in visits
    }
