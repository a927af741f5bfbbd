"""看、信、行: what a newcomer saw, read and did is attached to the day of the camp (domain.md 14).

Training knows no visit, ride-along, drill, share or case; here it is told whether somebody may open one.
"""

from uuid import UUID

from sqlmodel import Session

from api.drills import queries as drills
from api.people.policy import Actor
from api.ride_alongs import queries as ride_alongs
from api.shares import queries as shares
from api.shares.cases import queries as cases
from api.training.camps.models import CampLinkKind
from api.training.camps.policy import knows_link
from api.visits import queries as visits


@knows_link(CampLinkKind.VISIT)
def open_a_visit(db: Session, actor: Actor, visit_id: UUID) -> object:
    return visits.find(db, actor, visit_id)


@knows_link(CampLinkKind.RIDE_ALONG)
def open_a_ride_along(db: Session, actor: Actor, ride_id: UUID) -> object:
    return ride_alongs.find(db, actor, ride_id)


@knows_link(CampLinkKind.DRILL)
def open_a_drill(db: Session, actor: Actor, drill_id: UUID) -> object:
    return drills.visible_drill(db, actor, drill_id)


@knows_link(CampLinkKind.SHARE)
def open_a_share(db: Session, actor: Actor, share_id: UUID) -> object:
    return shares.find(db, actor, share_id)


@knows_link(CampLinkKind.CASE)
def open_a_case(db: Session, actor: Actor, case_id: UUID) -> object:
    return cases.find(db, actor, case_id)
