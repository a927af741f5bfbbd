"""What people do with a review: plan it, move it, skip it with a reason, take or leave a proposed one."""

from datetime import date
from uuid import UUID

from sqlmodel import Session

from api.deals import queries as deals
from api.kit.changes import same_birth
from api.kit.clock import now
from api.kit.events import publish
from api.kit.paging import PageAsked, Paged
from api.kit.rows import new_id
from api.people.models import SightKind
from api.people.policy import Actor
from api.people.service import seen
from api.reviews import queries
from api.reviews.events import ReviewCalledOff, ReviewMoved, ReviewPlanned
from api.reviews.models import Review, ReviewKind, ReviewMove
from api.reviews.policy import (
    USUAL_MINUTES,
    DealReviewStands,
    NotProposed,
    ReviewBegun,
    ReviewClosed,
    check_host,
    check_open,
    check_side,
    check_time,
)
from api.reviews.pre_reads.service import forget_preparation
from api.reviews.queries import CardView, Wanted
from api.reviews.records import queries as records
from api.reviews.records.queries import ReviewView
from api.reviews.schemas import DayNew, ProposalAnswer, ReviewNew, SkipNew
from api.reviews.seats.queries import Seats, manager_of, seated

PROPOSED_IN, PROPOSED_AT = 2, "17:00"
"""A proposed deal review lies two working days ahead, after the day's visits, until somebody says when."""


def reviews(db: Session, actor: Actor, *, wanted: Wanted, asked: PageAsked) -> Paged[CardView]:
    return queries.page(db, actor, wanted=wanted, asked=asked)


def review(db: Session, actor: Actor, *, review_id: UUID) -> ReviewView:
    """Opening it is listed to whom it is about, also when the host does it to prepare."""
    found = queries.find(db, actor, review_id)
    if found.person_id is not None:
        seen(db, actor, found.person_id, SightKind.REVIEW)
    return records.whole(db, actor, found)


def plan(db: Session, actor: Actor, *, given: ReviewNew, birth: bytes) -> ReviewView:
    """A review outside any series, hosted by the actor."""
    stored = db.get(Review, (actor.organisation_id, given.id)) if given.id else None
    if stored is not None:
        queries.find(db, actor, stored.id)
        same_birth(stored.birth_digest, birth)
        return records.whole(db, actor, stored)
    seats = seated(db, actor, given.kind, person_id=given.person_id, deal_id=given.deal_id)
    _check_time(db, actor, given.day, given.starts)
    if seats.deal_id and queries.of_deal(db, actor.organisation_id, seats.deal_id):
        raise DealReviewStands
    planned = _born(db, actor, seats, given)
    planned.birth_digest = birth
    return records.whole(db, actor, _noted(db, actor, planned))


def move(db: Session, actor: Actor, *, review_id: UUID, given: DayNew) -> ReviewView:
    """Another time with a reason; a move that arrives twice moves once."""
    found = queries.find(db, actor, review_id)
    check_side(actor, found)
    if (found.day, found.starts) == (given.day, given.starts):
        return records.whole(db, actor, found)
    check_open(found)
    if found.started_at is not None:
        raise ReviewBegun
    _check_time(db, actor, given.day, given.starts)
    moved = ReviewMove(
        organisation_id=actor.organisation_id,
        id=new_id(db),
        created_at=now(db),
        review_id=found.id,
        by_id=actor.person_id,
        from_day=found.day,
        from_starts=found.starts,
        to_day=given.day,
        to_starts=given.starts,
        reason=given.reason,
    )
    db.add(moved)
    found.moved_from, found.move_reason = found.day, given.reason
    found.day, found.starts = given.day, given.starts
    fact = ReviewMoved(found.id, moved.from_day, moved.to_day)
    publish(db, actor.organisation_id, fact, by=actor.person_id)
    return _kept(db, actor, found)


def skip(db: Session, actor: Actor, *, review_id: UUID, given: SkipNew) -> ReviewView:
    """It does not take place, and the week stays in sight with the reason."""
    found = queries.find(db, actor, review_id)
    check_host(actor, found)
    if found.called_off_reason == given.reason and not found.proposed:
        return records.whole(db, actor, found)
    check_open(found)
    return _called_off(db, actor, found, given.reason)


def propose(db: Session, actor: Actor, *, deal_id: UUID) -> Review | None:
    """A review of a deal that was won big or lost dearly; its owner and manager take or leave it.

    The caller is a flow and has asked whether the deal is one. None when it stands already, or nobody leads the owner.
    """
    organisation_id = actor.organisation_id
    deal = deals.one(db, organisation_id, deal_id)
    host_id = manager_of(db, organisation_id, deal.owner_id)
    if host_id is None or queries.of_deal(db, organisation_id, deal_id) is not None:
        return None
    proposed = Review(
        organisation_id=organisation_id,
        id=new_id(db),
        created_at=now(db),
        updated_at=now(db),
        kind=ReviewKind.DEAL,
        host_id=host_id,
        person_id=deal.owner_id,
        deal_id=deal_id,
        day=actor.calendar.next_working(actor.today(db), steps=PROPOSED_IN),
        starts=PROPOSED_AT,
        minutes=USUAL_MINUTES[ReviewKind.DEAL],
        proposed=True,
    )
    return _noted(db, actor, proposed)


def answer_proposal(
    db: Session, actor: Actor, *, review_id: UUID, given: ProposalAnswer
) -> ReviewView:
    """Either side takes it with a day, or leaves it with a reason that both see."""
    found = queries.find(db, actor, review_id)
    check_side(actor, found)
    if _answered_so(found, given):
        return records.whole(db, actor, found)
    if found.closed:
        raise ReviewClosed
    if not found.proposed:
        raise NotProposed
    if given.reason is not None and not given.taken:
        return _called_off(db, actor, found, given.reason)
    if given.day is not None and given.starts is not None:
        _check_time(db, actor, given.day, given.starts)
        found.day, found.starts, found.proposed = given.day, given.starts, False
    return _kept(db, actor, found)


def _check_time(db: Session, actor: Actor, day: date, starts: str) -> None:
    check_time(day, starts, today=actor.today(db), calendar=actor.calendar)


def _answered_so(found: Review, given: ProposalAnswer) -> bool:
    if found.kind != ReviewKind.DEAL:
        return False
    if given.taken:
        return not found.proposed and (found.day, found.starts) == (given.day, given.starts)
    return found.proposed and found.called_off_reason == given.reason


def _born(db: Session, actor: Actor, seats: Seats, given: ReviewNew) -> Review:
    return Review(
        organisation_id=actor.organisation_id,
        id=given.id or new_id(db),
        created_at=now(db),
        updated_at=now(db),
        kind=given.kind,
        host_id=seats.host_id,
        person_id=seats.person_id,
        mentor_id=seats.mentor_id,
        team_id=seats.team_id,
        deal_id=seats.deal_id,
        day=given.day,
        starts=given.starts,
        minutes=given.minutes or USUAL_MINUTES[given.kind],
    )


def _noted(db: Session, actor: Actor, planned: Review) -> Review:
    db.add(planned)
    db.flush()
    publish(db, actor.organisation_id, planned_fact(planned), by=actor.person_id)
    return planned


def planned_fact(planned: Review) -> ReviewPlanned:
    return ReviewPlanned(
        review_id=planned.id,
        kind=str(planned.kind),
        host_id=planned.host_id,
        person_id=planned.person_id,
        team_id=planned.team_id,
        deal_id=planned.deal_id,
        day=planned.day,
        proposed=planned.proposed,
    )


def _called_off(db: Session, actor: Actor, found: Review, reason: str) -> ReviewView:
    """The host's own notes go with it."""
    found.called_off_at, found.called_off_reason = now(db), reason
    found.called_off_by_id = actor.person_id
    forget_preparation(db, found)
    fact = ReviewCalledOff(found.id, found.proposed)
    publish(db, actor.organisation_id, fact, by=actor.person_id)
    return _kept(db, actor, found)


def _kept(db: Session, actor: Actor, found: Review) -> ReviewView:
    found.updated_at = now(db)
    db.flush()
    return records.whole(db, actor, found)
