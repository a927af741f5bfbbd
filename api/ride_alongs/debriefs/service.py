"""Summing up the day at the office: each writes their version, the apprentice answers, and what was agreed is promised."""

from typing import Any
from uuid import UUID

from sqlmodel import Session

from api.commitments import service as commitments
from api.commitments.models import Correction
from api.commitments.service import Promised
from api.kit.changes import same_birth
from api.kit.clock import now
from api.kit.errors import BornDifferently
from api.kit.events import publish
from api.kit.origin import Origin
from api.people import queries as people
from api.people.policy import Actor
from api.ride_alongs import queries as all_rides
from api.ride_alongs.debriefs import queries
from api.ride_alongs.debriefs.models import Acknowledgement, Debrief
from api.ride_alongs.debriefs.policy import (
    FIELDS,
    DebriefChanged,
    DebriefIncomplete,
    TooEarlyToDebrief,
    missing,
)
from api.ride_alongs.debriefs.queries import RIDE_ALONG, DebriefView
from api.ride_alongs.debriefs.schemas import AcknowledgementGiven, DebriefGiven
from api.ride_alongs.events import DebriefSeenDifferently, DebriefWritten, RideAgreed
from api.ride_alongs.models import RideAlong
from api.ride_alongs.policy import (
    check_accepted,
    check_is_apprentice,
    check_open,
    check_rides,
)


def write(
    db: Session, actor: Actor, *, ride_id: UUID, given: DebriefGiven, birth: bytes
) -> DebriefView | None:
    """The actor's version as a whole. Each is kept; of each writer the one written last counts."""
    ride = _of_the_two(db, actor, ride_id)
    known = db.get(Debrief, (actor.organisation_id, given.id))
    if known is not None:
        if known.ride_along_id != ride.id:
            raise BornDifferently
        same_birth(known.birth_digest, birth)
        return _view(db, ride)
    check_accepted(ride)
    check_open(ride)
    if ride.day > actor.today(db):
        raise TooEarlyToDebrief
    db.add(
        Debrief(
            **given.model_dump(include={"written_at", *FIELDS}),
            organisation_id=actor.organisation_id,
            id=given.id,
            created_at=now(db),
            ride_along_id=ride.id,
            by_id=actor.person_id,
            birth_digest=birth,
        )
    )
    ride.debriefed_at = ride.debriefed_at or now(db)
    ride.updated_at = now(db)
    db.flush()
    fact = DebriefWritten(ride.id, given.id)
    publish(db, actor.organisation_id, fact, by=actor.person_id)
    return _view(db, ride)


def acknowledge(
    db: Session, actor: Actor, *, ride_id: UUID, given: AcknowledgementGiven, birth: bytes
) -> DebriefView | None:
    """By the apprentice, on their own device: agreed, or seen differently in writing; both stay.

    What both agree on becomes two commitments: the apprentice's action and the mentor's promise.
    """
    ride = _of_the_two(db, actor, ride_id)
    check_is_apprentice(actor, ride)
    known = db.get(Acknowledgement, (actor.organisation_id, given.id))
    if known is not None:
        if known.ride_along_id != ride.id:
            raise BornDifferently
        same_birth(known.birth_digest, birth)
        return _view(db, ride)
    check_open(ride)
    counts = _counting(db, ride, read=given.debrief_id)
    if given.agrees and missing(counts):
        raise DebriefIncomplete
    db.add(
        Acknowledgement(
            organisation_id=actor.organisation_id,
            id=given.id,
            created_at=now(db),
            ride_along_id=ride.id,
            debrief_id=given.debrief_id,
            by_id=actor.person_id,
            agrees=given.agrees,
            words=given.words,
            birth_digest=birth,
        )
    )
    if given.agrees:
        _agree(db, actor, ride, counts)
    else:
        fact = DebriefSeenDifferently(ride.id, given.debrief_id)
        publish(db, actor.organisation_id, fact, by=actor.person_id)
    db.flush()
    return _view(db, ride)


def _of_the_two(db: Session, actor: Actor, ride_id: UUID) -> RideAlong:
    ride = all_rides.find(db, actor, ride_id, hold=True)
    check_rides(actor, ride)
    return ride


def _counting(db: Session, ride: RideAlong, *, read: UUID) -> dict[str, Any]:
    """What counts, if `read` is the mentor's version of now."""
    versions = queries.versions_of(db, ride)
    mentors = versions.get(ride.mentor_id)
    if mentors is None:
        raise DebriefIncomplete
    if mentors.id != read:
        raise DebriefChanged
    return queries.counts_of(ride, versions)


def _agree(db: Session, actor: Actor, ride: RideAlong, counts: dict[str, Any]) -> None:
    ride.agreed_at = ride.updated_at = now(db)
    origin = Origin(RIDE_ALONG, ride.id)
    # The promises were given when the debrief was written, also when it arrives days later.
    written = queries.versions_of(db, ride)[ride.mentor_id].written_at
    action = Promised(
        owner_id=ride.apprentice_id,
        to_id=ride.mentor_id,
        words=counts["action"],
        how_seen=counts["action_seen"],
        due=counts["action_due"],
        correction=Correction(counts["correction"]),
        skill_key=ride.focus_skill_key,
        origin=origin,
        given_at=written,
    )
    promise = Promised(
        owner_id=ride.mentor_id,
        to_id=ride.apprentice_id,
        words=counts["promise"],
        how_seen=counts["action_seen"],
        due=counts["promise_due"],
        correction=Correction(counts["correction"]),
        skill_key=ride.focus_skill_key,
        origin=origin,
        given_at=written,
    )
    for given in (action, promise):
        commitments.promise(db, actor, given=given)
    fact = RideAgreed(
        ride_along_id=ride.id,
        mentor_id=ride.mentor_id,
        apprentice_id=ride.apprentice_id,
        day=ride.day,
        correction=str(counts["correction"]),
        skill_key=ride.focus_skill_key,
    )
    publish(db, actor.organisation_id, fact, by=actor.person_id)


def _view(db: Session, ride: RideAlong) -> DebriefView | None:
    db.flush()
    return queries.view(db, ride, people.refs(db, ride.organisation_id, ride.riders))
