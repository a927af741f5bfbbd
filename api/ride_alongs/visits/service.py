"""Going to a visit together, and the rung chosen for it before the door."""

from uuid import UUID

from sqlmodel import Session

from api.kit.changes import same_birth
from api.kit.clock import now
from api.kit.errors import BornDifferently
from api.kit.events import publish
from api.kit.rows import new_id
from api.people.policy import Actor
from api.ride_alongs.events import RungChosen, VisitAccompanied
from api.ride_alongs.models import RideAlong, RideVisit, RungChoice
from api.ride_alongs.policy import VisitNotOfThatDay, VisitRidesAlready
from api.ride_alongs.schemas import RungGiven
from api.ride_alongs.visits import queries
from api.visits import service as visits
from api.visits.models import Visit


def go_together(db: Session, actor: Actor, ride: RideAlong, visit_id: UUID) -> RideVisit:
    """The visit is in this ride-along from now on; the check-in of its rep will say so."""
    known = queries.of_visit(db, ride.organisation_id, visit_id)
    if known is not None:
        if known.ride_along_id != ride.id:
            raise VisitRidesAlready
        return known
    visit = db.get(Visit, (ride.organisation_id, visit_id))
    if visit is None or visit.rep_id not in ride.riders or visit.day != ride.day:
        raise VisitNotOfThatDay
    row = RideVisit(
        organisation_id=ride.organisation_id,
        id=new_id(db),
        created_at=now(db),
        ride_along_id=ride.id,
        visit_id=visit_id,
    )
    db.add(row)
    visits.accompany(db, ride.organisation_id, visit_id=visit_id, ride_along_id=ride.id)
    db.flush()
    fact = VisitAccompanied(ride.id, visit_id, together=True)
    publish(db, actor.organisation_id, fact, by=actor.person_id)
    return row


def let_go(db: Session, actor: Actor, ride: RideAlong) -> None:
    """The day moves: visits still to come are no longer gone to together; those made stay."""
    for row in queries.within(db, ride):
        visit = db.get_one(Visit, (ride.organisation_id, row.visit_id))
        if not visit.checked_in:
            visits.accompany(db, ride.organisation_id, visit_id=visit.id, ride_along_id=None)
            db.delete(row)
            fact = VisitAccompanied(ride.id, visit.id, together=False)
            publish(db, actor.organisation_id, fact, by=actor.person_id)
    db.flush()


def choose_rung(
    db: Session, actor: Actor, row: RideVisit, *, given: RungGiven, birth: bytes
) -> None:
    """Choices are added and never replaced: what two devices chose apart is all there."""
    known = db.get(RungChoice, (row.organisation_id, given.id))
    if known is not None:
        if known.ride_visit_id != row.id:
            raise BornDifferently
        same_birth(known.birth_digest, birth)
        return
    db.add(
        RungChoice(
            organisation_id=row.organisation_id,
            id=given.id,
            created_at=now(db),
            ride_visit_id=row.id,
            by_id=actor.person_id,
            at=given.at,
            rung=given.rung,
            leads=given.leads,
            birth_digest=birth,
        )
    )
    db.flush()
    fact = RungChosen(row.id, str(given.rung), str(given.leads))
    publish(db, actor.organisation_id, fact, by=actor.person_id)
