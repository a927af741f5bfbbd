"""Wanting to try what somebody told, taking that back, and telling how it went."""

from uuid import UUID

from sqlmodel import Session

from api.clients import service as clients
from api.kit.clock import now
from api.kit.errors import BornDifferently, NotFound
from api.kit.events import publish
from api.kit.paging import PageAsked, Paged
from api.people.policy import Actor
from api.playbook.models import UseResult
from api.shares import queries as shares
from api.shares.cases import queries as cases
from api.shares.cases import service as case_service
from api.shares.cases.models import Case
from api.shares.cases.policy import CaseRetired, TellTheVisitFirst
from api.shares.events import ShareTried, TryTakenBack
from api.shares.models import Share
from api.shares.policy import NotPublished
from api.shares.tries import policy, queries
from api.shares.tries.models import Try
from api.shares.tries.queries import TriedView, TryView
from api.shares.tries.schemas import TryNew, TryWord
from api.visits import queries as visits


def mine(db: Session, actor: Actor, *, asked: PageAsked) -> Paged[TryView]:
    return queries.mine(db, actor, asked=asked)


def of_mine(db: Session, actor: Actor, *, asked: PageAsked) -> Paged[TriedView]:
    return queries.of_mine(db, actor, asked=asked)


def wish(db: Session, actor: Actor, *, try_id: UUID, given: TryNew) -> TryView:
    """Sent again it is there once; with another client, the last one counts until it was told how it went."""
    stored = db.get(Try, (actor.organisation_id, try_id))
    if stored is not None:
        return _again(db, actor, stored, given)
    told = _told(db, actor, given)
    policy.check_may_try(actor, told)
    if queries.is_open(db, actor, share_id=given.share_id, case_id=given.case_id):
        raise policy.TryThere
    _check_own(db, actor, given.client_id)
    wished = Try(
        organisation_id=actor.organisation_id,
        id=try_id,
        created_at=now(db),
        updated_at=now(db),
        by_id=actor.person_id,
        share_id=given.share_id,
        case_id=given.case_id,
        client_id=given.client_id,
        wished_at=given.wished_at,
    )
    db.add(wished)
    db.flush()
    _say(db, wished)
    return queries.view(db, actor, wished)


def take_back(db: Session, actor: Actor, *, try_id: UUID) -> None:
    """Until it was told how it went; a second time is no fault."""
    stored = db.get(Try, (actor.organisation_id, try_id))
    if stored is not None and stored.deleted_at is not None and stored.by_id == actor.person_id:
        return
    found = queries.find(db, actor, try_id)
    if found.result is not None:
        raise policy.TriedAlready
    found.deleted_at = found.updated_at = now(db)
    db.flush()
    publish(db, actor.organisation_id, TryTakenBack(found.id), by=None)


def tell(db: Session, actor: Actor, *, try_id: UUID, given: TryWord) -> TryView:
    """After a check-in: it worked, in part or not, and the case is counted with it; or not at this visit.

    A second word about the same visit takes the place of the first.
    """
    found = queries.find(db, actor, try_id)
    visit = visits.find(db, actor, given.visit_id)
    if visit.rep_id != actor.person_id or not visit.checked_in:
        raise TellTheVisitFirst
    if found.client_id not in (None, visit.client_id):
        raise policy.TryAtThatClient
    if found.visit_id not in (None, visit.id):
        raise policy.TriedAlready
    before = found.result
    found.updated_at = now(db)
    if given.result is None:
        found.asked_at_id = visit.id
        db.flush()
        return queries.view(db, actor, found)
    found.visit_id, found.result, found.day = visit.id, given.result, visit.day
    found.client_id = visit.client_id
    db.flush()
    if before != given.result:
        _count(db, actor, found, given.visit_id, given.result)
        _say(db, found)
    return queries.view(db, actor, found)


def _again(db: Session, actor: Actor, stored: Try, given: TryNew) -> TryView:
    if stored.by_id != actor.person_id:
        raise NotFound
    if stored.deleted_at is not None:
        raise policy.TryTakenBack
    if (stored.share_id, stored.case_id) != (given.share_id, given.case_id):
        raise BornDifferently
    if stored.client_id != given.client_id:
        if stored.result is not None:
            raise policy.TriedAlready
        _check_own(db, actor, given.client_id)
        stored.client_id, stored.updated_at = given.client_id, now(db)
        db.flush()
    return queries.view(db, actor, stored)


def _told(db: Session, actor: Actor, given: TryNew) -> Share | Case:
    """What is to be tried, where the actor reads it and it is still offered."""
    if given.share_id is not None:
        share = shares.find(db, actor, given.share_id)
        if not share.published:
            raise NotPublished
        return share
    if given.case_id is None:
        raise NotFound
    case = cases.find(db, actor, given.case_id)
    if case.retired:
        raise CaseRetired
    return case


def _check_own(db: Session, actor: Actor, client_id: UUID | None) -> None:
    if client_id is not None:
        found = clients.get(db, actor, client_id)
        if found.owner_id != actor.person_id:
            raise NotFound


def _count(db: Session, actor: Actor, found: Try, visit_id: UUID, result: UseResult) -> None:
    """A share that has become a case in the meantime is counted as one, while the library offers it."""
    organisation_id = actor.organisation_id
    case_id = found.case_id
    if case_id is None and found.share_id is not None:
        case_id = cases.of_share(db, organisation_id, found.share_id)
    case = db.get(Case, (organisation_id, case_id)) if case_id else None
    if case is not None and not case.retired and case.deleted_at is None:
        case_service.tell_use(db, actor, case_id=case.id, visit_id=visit_id, result=result)


def _say(db: Session, found: Try) -> None:
    result = None if found.result is None else str(found.result)
    fact = ShareTried(found.id, found.share_id, found.case_id, result)
    publish(db, found.organisation_id, fact, by=None)
