"""Telling what came of a visit, and putting it right."""

import uuid
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm.attributes import flag_modified
from sqlmodel import Session, col

from api.clients import service as clients
from api.deals.at_visits import service as deals
from api.kit.changes import check_version, same_birth
from api.kit.clock import now
from api.kit.errors import BornDifferently
from api.kit.events import publish
from api.kit.rows import new_id
from api.people.policy import Actor
from api.playbook.service import check_types
from api.visits import queries
from api.visits import service as visits
from api.visits.check_ins import policy
from api.visits.events import CheckInAmended, VisitCheckedIn
from api.visits.models import Outcome, Visit, VisitAmendment, VisitObjection, VisitState
from api.visits.policy import ContactElsewhere, NotCheckedIn, check_says_enough
from api.visits.queries import VisitView
from api.visits.rules import service as rules
from api.visits.schemas import CheckInChange, CheckInNew, ObjectionNew


def check_in(
    db: Session, actor: Actor, *, visit_id: uuid.UUID, given: CheckInNew, birth: bytes
) -> VisitView:
    """What came of a visit, planned or not. It is stored whenever it arrives, and once.

    An equal replay answers the stored visit before today's rules are asked. A visit that was moved or
    cancelled and took place all the same is done.
    """
    stored = db.get(Visit, (actor.organisation_id, visit_id))
    if stored is not None and stored.checked_in:
        visit = queries.find(db, actor, visit_id)
        same_birth(visit.check_in_digest, birth)
        return queries.view(db, visit)
    clients.for_writing(db, actor, given.client_id)
    check_types(db, actor.organisation_id, [heard.type_key for heard in given.objections])
    visit = (
        _unplanned(db, actor, visit_id, given)
        if stored is None
        else visits.own(db, actor, visit_id)
    )
    if visit.client_id != given.client_id:
        raise BornDifferently
    _tell(db, visit, given.model_dump(include=set(policy.TOLD)) | {"amount": given.amount})
    visit.happened_at, visit.received_at = given.happened_at, now(db)
    visit.late, visit.check_in_digest = _is_after_evening(db, actor, visit, now(db)), birth
    visit.updated_at = now(db)
    _settle(db, visit, objections=len(given.objections))
    db.add(visit)
    _set_objections(db, visit, given.objections)
    _tell_deals(db, actor, visit)
    _say_checked_in(db, actor, visit, given.objections)
    return queries.view(db, visit)


def amend(
    db: Session, actor: Actor, *, visit_id: uuid.UUID, given: CheckInChange, version: int
) -> VisitView:
    """Puts a check-in right. From the closing of its evening on, what stood there before stays visible.

    A change that is already there, such as one whose answer was lost, answers the visit as it is.
    """
    visit = visits.own(db, actor, visit_id)
    if not visit.checked_in:
        raise NotCheckedIn
    heard = queries.objections_of(db, visit)
    current = queries.view(db, visit)
    told = policy.differing(visit, heard, given)
    if not told:
        return current
    check_version(visit, version, current=current)
    before, deal_before = policy.in_words(visit, heard), policy.deal_step(visit)
    _change(db, visit, told, objections=len(told.get("objections", heard)))
    deal_after = policy.deal_step(visit)
    if policy.takes_back(deal_before, deal_after):
        deals.take_back(db, actor, visit_id=visit.id)
    if deal_after != deal_before:
        _tell_deals(db, actor, visit)
    after = policy.in_words(visit, told.get("objections", heard))
    changed = {name: (before[name], after[name]) for name in before if before[name] != after[name]}
    tell_change(db, actor, visit, changed, at=now(db))
    return queries.view(db, visit)


def tell_change(
    db: Session,
    actor: Actor,
    visit: Visit,
    changed: Mapping[str, tuple[str | None, str | None]],
    *,
    at: datetime,
) -> None:
    """What stood in each field and what stands there now; listed when it was changed after the evening closed."""
    over, fields = _is_after_evening(db, actor, visit, at), sorted(changed)
    if over:
        db.add_all(_amendment(db, actor, visit, name, *changed[name]) for name in fields)
    _say_amended(db, actor, visit, tuple(fields), after_evening=over)


def _change(db: Session, visit: Visit, told: dict[str, Any], *, objections: int) -> None:
    heard = told.get("objections")
    if heard is not None:
        check_types(db, visit.organisation_id, [one.type_key for one in heard])
    _tell(db, visit, told)
    _settle(db, visit, objections=objections)
    visit.updated_at = now(db)
    # Other objections alone are a new version of the visit, too.
    flag_modified(visit, "updated_at")
    if heard is not None:
        _set_objections(db, visit, heard)


def _unplanned(db: Session, actor: Actor, visit_id: uuid.UUID, given: CheckInNew) -> Visit:
    return visits.new_visit(
        db,
        actor,
        visit_id=visit_id,
        client_id=given.client_id,
        day=_day_of(db, actor, given.happened_at),
        purpose=given.purpose,
    )


def _tell(db: Session, visit: Visit, told: dict[str, Any]) -> None:
    """Writes what was told of a visit; a contact of the list brings its name and its part in the decision."""
    contact_id = told.get("met_contact_id")
    if contact_id is not None:
        contact = queries.contact_of(
            db, visit.organisation_id, client_id=visit.client_id, contact_id=contact_id
        )
        if contact is None:
            raise ContactElsewhere
        told["met_name"] = told.get("met_name") or contact.name
        told["met_role"] = told.get("met_role") or contact.role
    for name in policy.TOLD & told.keys():
        setattr(visit, name, told[name])


def _settle(db: Session, visit: Visit, *, objections: int) -> None:
    """What follows from the outcome: the state, the rules a check-in keeps, and whether it was effective."""
    check_says_enough(visit)
    nobody = visit.outcome == Outcome.NOBODY_MET
    visit.state = VisitState.NOT_MET if nobody else VisitState.DONE
    rules.judge(db, visit, objections=objections)


def _set_objections(db: Session, visit: Visit, heard: Sequence[ObjectionNew]) -> None:
    db.flush()
    of_it = (
        col(VisitObjection.organisation_id) == visit.organisation_id,
        col(VisitObjection.visit_id) == visit.id,
    )
    db.connection().execute(sa.delete(VisitObjection).where(*of_it))
    db.add_all(
        VisitObjection(
            organisation_id=visit.organisation_id,
            created_at=now(db),
            visit_id=visit.id,
            place=place,
            **objection.model_dump(),
        )
        for place, objection in enumerate(heard)
    )


def _tell_deals(db: Session, actor: Actor, visit: Visit) -> None:
    """Signed and paid change the client's deal in the same step."""
    steps = {Outcome.SIGNED: deals.sign, Outcome.PAID: deals.collect}
    step = steps.get(Outcome(visit.outcome)) if visit.outcome else None
    if step is not None and visit.amount is not None:
        step(
            db,
            actor,
            visit_id=visit.id,
            client_id=visit.client_id,
            day=_day_it_took_place(db, actor, visit),
            amount=visit.amount,
        )


def _day_of(db: Session, actor: Actor, happened_at: datetime) -> date:
    """The local day of a visit. A phone's clock may run ahead; a visit cannot lie in the future."""
    return actor.calendar.today(min(happened_at, now(db)))


def _is_after_evening(db: Session, actor: Actor, visit: Visit, moment: datetime) -> bool:
    return moment > actor.evening_closes_at(_day_it_took_place(db, actor, visit))


def _day_it_took_place(db: Session, actor: Actor, visit: Visit) -> date:
    """By the phone's clock, but never after it arrived: a clock that runs ahead must not keep an evening open."""
    arrived = visit.received_at or now(db)
    return _day_of(db, actor, min(visit.happened_at or arrived, arrived))


def _amendment(
    db: Session, actor: Actor, visit: Visit, field: str, before: str | None, after: str | None
) -> VisitAmendment:
    return VisitAmendment(
        organisation_id=visit.organisation_id,
        id=new_id(db),
        created_at=now(db),
        visit_id=visit.id,
        by_id=actor.person_id,
        field=field,
        before=before,
        after=after,
    )


def _say_checked_in(db: Session, actor: Actor, visit: Visit, heard: Sequence[ObjectionNew]) -> None:
    fact = VisitCheckedIn(
        visit_id=visit.id,
        client_id=visit.client_id,
        rep_id=visit.rep_id,
        day=visit.day,
        happened_at=visit.happened_at or now(db),
        outcome=str(visit.outcome),
        effective=visit.effective,
        wants_help=visit.wants_help,
        objection_keys=tuple(said.type_key for said in heard if said.type_key is not None),
        next_on=visit.next_on,
    )
    publish(db, actor.organisation_id, fact, by=actor.person_id)


def _say_amended(
    db: Session, actor: Actor, visit: Visit, fields: tuple[str, ...], *, after_evening: bool
) -> None:
    fact = CheckInAmended(
        visit_id=visit.id,
        client_id=visit.client_id,
        rep_id=visit.rep_id,
        fields=fields,
        outcome=str(visit.outcome),
        effective=visit.effective,
        after_evening=after_evening,
    )
    publish(db, actor.organisation_id, fact, by=actor.person_id)
