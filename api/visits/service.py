"""What a rep does with visits before they happen: plan, move, cancel; and the hand-over of open work."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlmodel import Session, col

from api.clients import service as clients
from api.deals import service as deals
from api.kit.changes import changes, check_version, same_birth
from api.kit.clock import now
from api.kit.errors import BornDifferently
from api.kit.events import publish
from api.kit.paging import PageAsked, Paged
from api.kit.rows import new_id
from api.people.models import SightKind
from api.people.policy import Actor
from api.people.service import seen
from api.visits import policy, queries
from api.visits.events import (
    VisitCancelled,
    VisitMoved,
    VisitPlanChanged,
    VisitPlanned,
    VisitsHandedOver,
)
from api.visits.models import Purpose, Visit, VisitState
from api.visits.queries import VisitView, Wanted
from api.visits.rules import service as rules
from api.visits.schemas import CancellationNew, HandOverNew, MoveNew, VisitChange, VisitNew


@dataclass(frozen=True)
class HandedOver:
    client_ids: Sequence[uuid.UUID]
    moved_clients: int
    moved_deals: int
    moved_visits: int


def page(db: Session, actor: Actor, *, asked: PageAsked, wanted: Wanted) -> Paged[VisitView]:
    """Visits the actor may see; those of others are noted for their owners."""
    found = queries.page(db, actor, asked=asked, wanted=wanted)
    for rep_id in {visit.rep.id for visit in found.items}:
        seen(db, actor, rep_id, SightKind.VISITS)
    return found


def get(db: Session, actor: Actor, *, visit_id: uuid.UUID) -> VisitView:
    visit = queries.find(db, actor, visit_id)
    seen(db, actor, visit.rep_id, SightKind.VISITS)
    return queries.view(db, visit)


def plan(db: Session, actor: Actor, *, given: VisitNew, birth: bytes) -> VisitView:
    """A visit to one of the actor's own clients; a replay answers the stored one.

    A day that has passed is taken too: a phone may have been without a network for long.
    """
    if given.id is not None and db.get(Visit, (actor.organisation_id, given.id)) is not None:
        stored = queries.find(db, actor, given.id)
        return queries.view(db, _planned_again(db, actor, stored, given, birth))
    clients.for_writing(db, actor, given.client_id)
    visit = new_visit(
        db,
        actor,
        visit_id=given.id,
        client_id=given.client_id,
        day=given.day,
        purpose=given.purpose,
    )
    _set_plan(visit, given, birth)
    db.add(visit)
    _say_planned(db, actor, visit)
    return queries.view(db, visit)


def change_plan(
    db: Session, actor: Actor, *, visit_id: uuid.UUID, given: VisitChange, version: int
) -> VisitView:
    visit = own(db, actor, visit_id)
    check_version(visit, version, current=queries.view(db, visit))
    policy.check_still_planned(visit)
    sent = changes(given)
    for name, value in sent.items():
        setattr(visit, "expected" if name == "amount" else name, value)
    visit.updated_at = now(db)
    fields = tuple(sorted(sent))
    fact = VisitPlanChanged(visit.id, visit.client_id, visit.rep_id, visit.day, fields)
    publish(db, actor.organisation_id, fact, by=actor.person_id)
    return queries.view(db, visit)


def move(
    db: Session, actor: Actor, *, visit_id: uuid.UUID, given: MoveNew, birth: bytes
) -> VisitView:
    """Another day: the old visit stays with the reason, and the new one is answered."""
    visit = queries.find(db, actor, visit_id)
    if visit.moved_to_id is not None:
        moved = queries.find(db, actor, visit.moved_to_id)
        if moved.birth_digest == birth:
            return queries.view(db, moved)
    policy.check_is_rep(actor, visit)
    policy.check_still_planned(visit)
    if given.id is not None and db.get(Visit, (actor.organisation_id, given.id)) is not None:
        raise BornDifferently
    new = _on_another_day(db, actor, visit, given, birth)
    visit.state, visit.reason, visit.updated_at = VisitState.MOVED, given.reason, now(db)
    visit.moved_to, visit.moved_to_id = given.to_day, new.id
    fact = VisitMoved(visit.id, new.id, visit.client_id, visit.rep_id, visit.day, given.to_day)
    publish(db, actor.organisation_id, fact, by=actor.person_id)
    return queries.view(db, new)


def cancel(db: Session, actor: Actor, *, visit_id: uuid.UUID, given: CancellationNew) -> VisitView:
    visit = own(db, actor, visit_id)
    if visit.state == VisitState.CANCELLED and visit.reason == given.reason:
        return queries.view(db, visit)
    policy.check_still_planned(visit)
    visit.state, visit.reason, visit.updated_at = VisitState.CANCELLED, given.reason, now(db)
    fact = VisitCancelled(visit.id, visit.client_id, visit.rep_id, visit.day)
    publish(db, actor.organisation_id, fact, by=actor.person_id)
    return queries.view(db, visit)


def own(db: Session, actor: Actor, visit_id: uuid.UUID) -> Visit:
    """A visit of the actor's; raises NotFound, or OnlyTheRep when the actor may only see it."""
    visit = queries.find(db, actor, visit_id)
    policy.check_is_rep(actor, visit)
    return visit


def new_visit(
    db: Session,
    actor: Actor,
    *,
    visit_id: uuid.UUID | None,
    client_id: uuid.UUID,
    day: date,
    purpose: Purpose,
) -> Visit:
    return Visit(
        organisation_id=actor.organisation_id,
        id=visit_id or new_id(db),
        created_at=now(db),
        updated_at=now(db),
        client_id=client_id,
        rep_id=actor.person_id,
        day=day,
        purpose=purpose,
        planned=False,
        state=VisitState.PLANNED,
    )


def accompany(
    db: Session,
    organisation_id: uuid.UUID,
    *,
    visit_id: uuid.UUID,
    ride_along_id: uuid.UUID | None,
) -> None:
    """Somebody comes along to a visit, or no longer. It is no part of the visit's version: the rep changed nothing."""
    db.flush()
    db.connection().execute(
        sa.update(Visit)
        .where(col(Visit.organisation_id) == organisation_id, col(Visit.id) == visit_id)
        .values(ride_along_id=ride_along_id)
    )
    db.refresh(db.get_one(Visit, (organisation_id, visit_id)))


def hand_over(db: Session, actor: Actor, *, given: HandOverNew) -> HandedOver:
    """Clients with all their open work: deals not paid yet, and visits planned from today on."""
    moved = clients.hand_over(
        db, actor, from_id=given.from_id, to_id=given.to_id, client_ids=given.client_ids
    )
    if not moved:
        return HandedOver(client_ids=[], moved_clients=0, moved_deals=0, moved_visits=0)
    moved_deals = deals.hand_over(
        db, actor, from_id=given.from_id, to_id=given.to_id, client_ids=moved
    )
    moved_visits = _hand_over_planned(db, actor, given, moved)
    return HandedOver(moved, len(moved), moved_deals, moved_visits)


def _hand_over_planned(
    db: Session, actor: Actor, given: HandOverNew, client_ids: Sequence[uuid.UUID]
) -> int:
    """Visits planned from today on; answers how many."""
    planned = (
        sa.update(Visit)
        .where(
            col(Visit.organisation_id) == actor.organisation_id,
            col(Visit.rep_id) == given.from_id,
            col(Visit.client_id).in_(client_ids),
            col(Visit.state) == VisitState.PLANNED,
            col(Visit.day) >= actor.today(db),
        )
        .values(rep_id=given.to_id, updated_at=now(db), version=col(Visit.version) + 1)
        .returning(col(Visit.id))
    )
    visit_ids = tuple(sorted(db.connection().execute(planned).scalars()))
    if visit_ids:
        fact = VisitsHandedOver(given.from_id, given.to_id, visit_ids)
        publish(db, actor.organisation_id, fact, by=actor.person_id)
    return len(visit_ids)


def _planned_again(db: Session, actor: Actor, visit: Visit, given: VisitNew, birth: bytes) -> Visit:
    """The same plan again, or a plan that its own check-in overtook on the way: that one joins it."""
    overtaken = visit.birth_digest is None and visit.client_id == given.client_id
    if not overtaken or visit.rep_id != actor.person_id:
        same_birth(visit.birth_digest, birth)
        return visit
    _set_plan(visit, given, birth)
    visit.updated_at = now(db)
    rules.judge(db, visit, objections=len(queries.objections_of(db, visit)))
    _say_planned(db, actor, visit)
    return visit


def _set_plan(visit: Visit, given: VisitNew, birth: bytes) -> None:
    visit.planned, visit.day, visit.planned_time = True, given.day, given.planned_time
    visit.aim, visit.expected, visit.birth_digest = given.aim, given.amount, birth


def _on_another_day(db: Session, actor: Actor, visit: Visit, given: MoveNew, birth: bytes) -> Visit:
    new = new_visit(
        db,
        actor,
        visit_id=given.id,
        client_id=visit.client_id,
        day=given.to_day,
        purpose=visit.purpose,
    )
    new.planned, new.planned_time, new.birth_digest = True, given.planned_time, birth
    new.aim, new.expected = visit.aim, visit.expected
    db.add(new)
    db.flush()
    return new


def _say_planned(db: Session, actor: Actor, visit: Visit) -> None:
    fact = VisitPlanned(visit.id, visit.client_id, visit.rep_id, visit.day, visit.purpose)
    publish(db, actor.organisation_id, fact, by=actor.person_id)
