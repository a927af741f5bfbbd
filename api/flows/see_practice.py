"""训后要实操: what a class taught is tried in a round or at a visit, and whoever was there can say that they saw it (domain.md 8).

管理培训面对所有的销售管理人员: what a manager learns is tried with a rep, on a ride-along or in a review (domain.md 16).
Training knows none of these; here it is told whose they were, the one who tried it first.
"""

from uuid import UUID

from sqlmodel import Session

from api.drills import queries as drills
from api.reviews import queries as reviews
from api.ride_alongs import queries as ride_alongs
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


@knows_seats(EvidenceOrigin.RIDE_ALONG)
def seats_of_a_ride(db: Session, organisation_id: UUID, ride_id: UUID) -> Played | None:
    """Once it was talked through; the mentor tried it, and the rep was there."""
    return ride_alongs.seats_of(db, organisation_id, ride_id)


@knows_seats(EvidenceOrigin.REVIEW)
def seats_of_a_review(db: Session, organisation_id: UUID, review_id: UUID) -> Played | None:
    """Once it was agreed to; of a team's review nobody alone was the partner."""
    return reviews.seats_held(db, organisation_id, review_id)
