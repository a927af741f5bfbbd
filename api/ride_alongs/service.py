"""What two people do with a ride-along before they go: ask, accept, prepare, move it, choose visits and rungs."""

import hashlib
from datetime import date
from uuid import UUID

from sqlmodel import Session, col, select

from api.kit.changes import same_birth
from api.kit.clock import now
from api.kit.errors import BornDifferently, NotFound
from api.kit.events import publish
from api.kit.paging import PageAsked, Paged
from api.kit.rows import new_id
from api.people.models import Person
from api.people.policy import Actor
from api.playbook.service import check_skills
from api.ride_alongs import policy, queries
from api.ride_alongs.events import (
    RideAccepted,
    RideAsked,
    RideMoved,
    RidePrepared,
    RideShared,
    RideWithdrawn,
)
from api.ride_alongs.models import RideAlong, RideMove
from api.ride_alongs.queries import RideCardView, RideView
from api.ride_alongs.schemas import (
    AcceptanceGiven,
    PreparationGiven,
    RideAlongNew,
    RideMoveGiven,
    RideVisitGiven,
    SharingGiven,
    WithdrawalGiven,
)
from api.ride_alongs.visits.service import choose_rung, go_together, let_go


def page(
    db: Session,
    actor: Actor,
    *,
    asked: PageAsked,
    person_id: UUID | None,
    days: tuple[date | None, date | None],
) -> Paged[RideCardView]:
    return queries.page(db, actor, asked=asked, person_id=person_id, days=days)


def ride_along(db: Session, actor: Actor, *, ride_id: UUID) -> RideView:
    return queries.view(db, actor, queries.find(db, actor, ride_id))


def ask(db: Session, actor: Actor, *, given: RideAlongNew, birth: bytes) -> RideView:
    """By either of the two; a replay answers the stored one."""
    known = db.get(RideAlong, (actor.organisation_id, given.id)) if given.id else None
    if known is not None:
        ride = queries.find(db, actor, known.id)
        same_birth(ride.birth_digest, birth)
        return queries.view(db, actor, ride)
    _check_two(db, actor, given)
    _check_day(db, actor, given.day, short_notice=given.short_notice)
    return queries.view(db, actor, _asked(db, actor, given, birth=birth))


def offer(db: Session, actor: Actor, *, to_id: UUID, day: date, offer_id: UUID) -> bool:
    """The actor offered a day while helping: it is asked for as any other, and `to_id` accepts it.

    False where no day can be asked for: the two do not stand side by side, or it is over or a day off.
    """
    mentor, apprentice = _active(db, actor, actor.person_id), _active(db, actor, to_id)
    side_by_side = policy.stand_side_by_side(db, mentor, apprentice, day)
    if day < actor.today(db) or not actor.calendar.is_working(day) or not side_by_side:
        return False
    if not _ride_together(db, mentor.id, apprentice.id, actor, day):
        given = RideAlongNew(mentor_id=mentor.id, apprentice_id=apprentice.id, day=day)
        _asked(db, actor, given, birth=hashlib.sha256(offer_id.bytes).digest())
    return True


def withdraw(db: Session, actor: Actor, *, ride_id: UUID, given: WithdrawalGiven) -> RideView:
    """Whoever asked takes it back before the other one said yes; it stays in the list, with the reason."""
    ride = _of_the_two(db, actor, ride_id)
    if ride.withdrawn_at is None:
        policy.check_may_withdraw(actor, ride)
        ride.withdrawn_at = ride.updated_at = now(db)
        ride.withdraw_reason = given.reason
        db.flush()
        fact = RideWithdrawn(ride.id, ride.mentor_id, ride.apprentice_id, ride.day)
        publish(db, actor.organisation_id, fact, by=actor.person_id)
    return queries.view(db, actor, ride)


def accept(db: Session, actor: Actor, *, ride_id: UUID, given: AcceptanceGiven) -> RideView:
    """By the one who was asked. Short notice needs the yes of both."""
    ride = _of_the_two(db, actor, ride_id)
    if ride.accepted_at is not None:
        return queries.view(db, actor, ride)
    policy.check_stands(ride)
    if actor.person_id == ride.asked_by_id:
        raise policy.AskedByYou
    if ride.day < actor.today(db):
        raise policy.DayIsOver
    if ride.short_notice and not given.short_notice:
        raise policy.NoticeNeeded
    ride.accepted_at = ride.updated_at = now(db)
    db.flush()
    fact = RideAccepted(ride.id, ride.mentor_id, ride.apprentice_id, ride.day)
    publish(db, actor.organisation_id, fact, by=actor.person_id)
    return queries.view(db, actor, ride)


def prepare(db: Session, actor: Actor, *, ride_id: UUID, given: PreparationGiven) -> RideView:
    """By the apprentice: two questions and one focus skill; may be put right until both have agreed."""
    ride = _of_the_two(db, actor, ride_id)
    policy.check_is_apprentice(actor, ride)
    policy.check_open(ride)
    check_skills(db, actor.organisation_id, [given.focus_skill_key])
    told = given.model_dump()
    if any(getattr(ride, name) != value for name, value in told.items()):
        for name, value in told.items():
            setattr(ride, name, value)
        ride.prepared_at = ride.updated_at = now(db)
        db.flush()
        fact = RidePrepared(ride.id, given.focus_skill_key)
        publish(db, actor.organisation_id, fact, by=actor.person_id)
    return queries.view(db, actor, ride)


def move(
    db: Session, actor: Actor, *, ride_id: UUID, given: RideMoveGiven, birth: bytes
) -> RideView:
    """Another day, with the reason; the other one accepts anew."""
    ride = _of_the_two(db, actor, ride_id)
    known = db.get(RideMove, (actor.organisation_id, given.id))
    if known is not None:
        if known.ride_along_id != ride.id:
            raise BornDifferently
        same_birth(known.birth_digest, birth)
        return queries.view(db, actor, ride)
    _check_may_move(db, actor, ride, given)
    moved = RideMove(
        organisation_id=actor.organisation_id,
        id=given.id,
        created_at=now(db),
        ride_along_id=ride.id,
        by_id=actor.person_id,
        from_day=ride.day,
        to_day=given.to_day,
        why=given.why,
        birth_digest=birth,
    )
    db.add(moved)
    let_go(db, actor, ride)
    ride.day, ride.asked_by_id, ride.accepted_at = given.to_day, actor.person_id, None
    ride.short_notice = given.to_day == actor.today(db)
    ride.announced_at = ride.updated_at = now(db)
    db.flush()
    fact = RideMoved(ride.id, ride.mentor_id, ride.apprentice_id, moved.from_day, moved.to_day)
    publish(db, actor.organisation_id, fact, by=actor.person_id)
    return queries.view(db, actor, ride)


def ride_to(
    db: Session, actor: Actor, *, ride_id: UUID, visit_id: UUID, given: RideVisitGiven, birth: bytes
) -> RideView:
    """They go to this visit together, on the rung chosen before the door."""
    ride = _of_the_two(db, actor, ride_id)
    policy.check_accepted(ride)
    row = go_together(db, actor, ride, visit_id)
    if given.choice is not None:
        choose_rung(db, actor, row, given=given.choice, birth=birth)
    return queries.view(db, actor, ride)


def share(db: Session, actor: Actor, *, ride_id: UUID, given: SharingGiven) -> RideView:
    """The apprentice lets the region read the debrief of a day, or no longer."""
    ride = _of_the_two(db, actor, ride_id)
    policy.check_is_apprentice(actor, ride)
    if given.shared != (ride.shared_at is not None):
        ride.shared_at = now(db) if given.shared else None
        ride.updated_at = now(db)
        db.flush()
        fact = RideShared(ride.id, given.shared)
        publish(db, actor.organisation_id, fact, by=actor.person_id)
    return queries.view(db, actor, ride)


def note_followed_up(db: Session, organisation_id: UUID, *, ride_id: UUID, by_id: UUID) -> None:
    """What the apprentice had promised was looked at."""
    ride = db.get(RideAlong, (organisation_id, ride_id))
    if ride is not None and ride.apprentice_id == by_id and ride.followed_up_at is None:
        ride.followed_up_at = ride.updated_at = now(db)
        db.flush()


def _asked(db: Session, actor: Actor, given: RideAlongNew, *, birth: bytes) -> RideAlong:
    ride = RideAlong(
        organisation_id=actor.organisation_id,
        id=given.id or new_id(db),
        created_at=now(db),
        updated_at=now(db),
        mentor_id=given.mentor_id,
        apprentice_id=given.apprentice_id,
        asked_by_id=actor.person_id,
        announced_at=now(db),
        day=given.day,
        purpose=given.purpose,
        wish=given.wish,
        short_notice=given.day == actor.today(db),
        birth_digest=birth,
    )
    db.add(ride)
    db.flush()
    fact = RideAsked(ride.id, ride.mentor_id, ride.apprentice_id, actor.person_id, ride.day)
    publish(db, actor.organisation_id, fact, by=actor.person_id)
    return ride


def _of_the_two(db: Session, actor: Actor, ride_id: UUID) -> RideAlong:
    ride = queries.find(db, actor, ride_id, hold=True)
    policy.check_rides(actor, ride)
    return ride


def _check_two(db: Session, actor: Actor, given: RideAlongNew) -> None:
    """The actor is one of the two, and they stand side by side. Whom the actor cannot name is not there."""
    if actor.person_id not in (given.mentor_id, given.apprentice_id):
        raise policy.OnlyTheTwo
    mentor, apprentice = (
        _active(db, actor, given.mentor_id),
        _active(db, actor, given.apprentice_id),
    )
    if mentor.id == apprentice.id or not policy.stand_side_by_side(
        db, mentor, apprentice, given.day
    ):
        raise policy.NotBesideYou
    _check_free(db, given.mentor_id, given.apprentice_id, actor, given.day)


def _active(db: Session, actor: Actor, person_id: UUID) -> Person:
    found = db.get(Person, (actor.organisation_id, person_id))
    if found is None or found.deleted_at is not None or found.disabled:
        raise NotFound
    return found


def _check_day(db: Session, actor: Actor, day: date, *, short_notice: bool) -> None:
    today = actor.today(db)
    policy.check_day(day, today=today, calendar=actor.calendar, short_notice=short_notice)


def _check_may_move(db: Session, actor: Actor, ride: RideAlong, given: RideMoveGiven) -> None:
    policy.check_stands(ride)
    if ride.debriefed_at is not None:
        raise policy.DebriefStands
    _check_day(db, actor, given.to_day, short_notice=given.short_notice)
    if given.to_day != ride.day:
        _check_free(db, ride.mentor_id, ride.apprentice_id, actor, given.to_day)


def _check_free(db: Session, mentor_id: UUID, apprentice_id: UUID, actor: Actor, day: date) -> None:
    if _ride_together(db, mentor_id, apprentice_id, actor, day):
        raise policy.TogetherAlready


def _ride_together(
    db: Session, mentor_id: UUID, apprentice_id: UUID, actor: Actor, day: date
) -> bool:
    same = db.exec(
        select(col(RideAlong.id)).where(
            col(RideAlong.organisation_id) == actor.organisation_id,
            col(RideAlong.mentor_id) == mentor_id,
            col(RideAlong.apprentice_id) == apprentice_id,
            col(RideAlong.day) == day,
            col(RideAlong.deleted_at).is_(None),
            col(RideAlong.withdrawn_at).is_(None),
        )
    ).first()
    return same is not None
