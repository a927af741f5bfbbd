"""Telling what of the rehearsed really came."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from sqlmodel import Session

from api.clients import queries as clients
from api.drills.deck import service as deck
from api.drills.deck.models import StoredCard
from api.drills.deck.queries import coming_back
from api.drills.events import RealityChecked
from api.drills.reality_checks import queries
from api.drills.reality_checks.models import RealityCheck, RealityItem, Result
from api.drills.reality_checks.policy import NotHeardThere, check_may_see_team
from api.drills.reality_checks.queries import (
    CalibrationView,
    CheckView,
    HitRateView,
    ItemView,
)
from api.drills.reality_checks.schemas import RealityCheckNew
from api.kit.clock import now
from api.kit.errors import NotFound
from api.kit.events import publish
from api.kit.rows import new_id
from api.people.models import SightKind
from api.people.policy import Actor
from api.people.service import seen
from api.playbook.service import check_types
from api.visits import queries as visits
from api.visits.models import Visit
from api.visits.policy import NotCheckedIn, check_is_rep

WEEKS_OF_A_RATE = 4
DAYS_OF_A_CURVE = 90


def tell(
    db: Session, actor: Actor, *, visit_id: UUID, given: RealityCheckNew, birth: bytes
) -> CheckView:
    """What came of what was rehearsed. Told again, the visit's check is exactly what is told now.

    A lost objection is laid into the decks to come; an answered one stays away from them.
    """
    visit = visits.find(db, actor, visit_id)
    check_is_rep(actor, visit)
    known = queries.check_of(db, actor.organisation_id, visit.id)
    if known is not None and known.birth_digest == birth:
        return _view(db, known)
    if not visit.checked_in:
        raise NotCheckedIn
    check_types(db, actor.organisation_id, [one.type_key for one in given.items])
    _check_heard(db, visit, given)
    check = _kept(db, visit, known, told_at=given.told_at, birth=birth)
    _replace_items(db, check, given)
    deck.return_lost(db, actor, visit_id=visit.id)
    _say(db, actor, check, given)
    return _view(db, check)


def check(db: Session, actor: Actor, *, visit_id: UUID) -> CheckView:
    """A visit's check; who may see the visit may see it."""
    visit = visits.find(db, actor, visit_id)
    found = queries.check_of(db, actor.organisation_id, visit.id)
    if found is None:
        raise NotFound
    if visit.rep_id != actor.person_id:
        seen(db, actor, visit.rep_id, SightKind.VISITS)
    return _view(db, found)


def told_at(
    db: Session, organisation_id: UUID, visit_ids: Collection[UUID]
) -> dict[UUID, list[ItemView]]:
    """By visit what its rep told of the rehearsed; for screens that show several visits the caller may see."""
    told = queries.items_at(db, organisation_id, visit_ids)
    cards = coming_back(db, organisation_id, told) if told else []
    return {visit_id: _item_views(items, cards) for visit_id, items in told.items()}


def hit_rate(db: Session, actor: Actor, *, team_id: UUID | None) -> HitRateView:
    """Of the last four weeks."""
    wanted = team_id or actor.team_id
    if wanted is None:
        raise NotFound
    check_may_see_team(db, actor, wanted)
    today = actor.today(db)
    since = today - timedelta(weeks=WEEKS_OF_A_RATE)
    return queries.hit_rate(db, actor.organisation_id, wanted, since=since, until=today)


def calibration(db: Session, actor: Actor) -> CalibrationView:
    """The caller's own of the last ninety days."""
    today = actor.today(db)
    return queries.calibration(
        db, actor, since=today - timedelta(days=DAYS_OF_A_CURVE), until=today
    )


def _check_heard(db: Session, visit: Visit, given: RealityCheckNew) -> None:
    heard = {one.id for one in visits.objections_of(db, visit)}
    named = {one.objection_id for one in given.items if one.objection_id is not None}
    if not named <= heard:
        raise NotHeardThere


def _kept(
    db: Session, visit: Visit, known: RealityCheck | None, *, told_at: datetime, birth: bytes
) -> RealityCheck:
    check = known or RealityCheck(
        organisation_id=visit.organisation_id,
        id=new_id(db),
        created_at=now(db),
        updated_at=now(db),
        visit_id=visit.id,
        client_id=visit.client_id,
        rep_id=visit.rep_id,
        day=visit.day,
        told_at=told_at,
        birth_digest=birth,
    )
    # Other content has another digest, so the row of a check told again is a new version of it.
    check.told_at, check.updated_at, check.birth_digest = told_at, now(db), birth
    db.add(check)
    db.flush()
    return check


def _replace_items(db: Session, check: RealityCheck, given: RealityCheckNew) -> None:
    for old in queries.items_of(db, check):
        db.delete(old)
    db.flush()
    for place, one in enumerate(given.items):
        db.add(
            RealityItem(
                organisation_id=check.organisation_id,
                created_at=now(db),
                check_id=check.id,
                place=place,
                **one.model_dump(exclude={"id"}),
                id=one.id or new_id(db),
            )
        )
    db.flush()


def _say(db: Session, actor: Actor, check: RealityCheck, given: RealityCheckNew) -> None:
    fact = RealityChecked(
        visit_id=check.visit_id,
        client_id=check.client_id,
        rep_id=check.rep_id,
        day=check.day,
        answers=tuple(
            (one.answer_id, str(one.result))
            for one in given.items
            if one.answer_id is not None and one.result is not Result.NOT_RAISED
        ),
    )
    publish(db, actor.organisation_id, fact, by=actor.person_id)


def _view(db: Session, check: RealityCheck) -> CheckView:
    client = clients.refs(db, check.organisation_id, [check.client_id])[check.client_id]
    cards = coming_back(db, check.organisation_id, [check.visit_id])
    items = _item_views(queries.items_of(db, check), cards)
    return CheckView(check.visit_id, client, check.day, check.told_at, items, check.version)


def _item_views(items: Sequence[RealityItem], cards: Sequence[StoredCard]) -> list[ItemView]:
    return [
        ItemView(
            id=one.id,
            expected=one.expected,
            expected_id=one.expected_id,
            objection_id=one.objection_id,
            type_key=one.type_key,
            words=one.words,
            answer_id=one.answer_id,
            result=one.result,
            returns_on=[card.due_on for card in cards if card.origin_id == one.objection_id],
        )
        for one in items
    ]
