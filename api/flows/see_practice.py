"""训后要实操: what a class taught is tried in a round or at a visit, and whoever was there can say that they saw it (domain.md 8).

Training knows neither rounds nor visits; here it is told whose they were, the one who tried it first.
"""

from uuid import UUID

from sqlmodel import Session

from api.drills import queries as drills
from api.training.practice.models import EvidenceOrigin
from api.training.practice.policy import Played, knows_seats
from api.visits import queries as visits


@knows_seats(EvidenceOrigin.ROUND)
def seats_of_a_round(db: Session, organisation_id: UUID, round_id: UUID) -> Played | None:
    """The rep's seat is the one in which something is tried; the boss has seen it."""
    return drills.seats_of(db, organisation_id, round_id)


@knows_seats(EvidenceOrigin.VISIT)
def seats_of_a_visit(db: Session, organisation_id: UUID, visit_id: UUID) -> Played | None:
    rep_id = visits.rep_of(db, organisation_id, visit_id)
    return None if rep_id is None else (rep_id,)
