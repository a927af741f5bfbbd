"""What somebody does with an evening: look at it, postpone it, wait for a partner, offer to play, look back."""

from datetime import date, timedelta
from uuid import UUID

from sqlmodel import Session

from api.drills import queries as drills
from api.drills.evenings import queries
from api.drills.evenings.models import ObligationKind, PersonsEvening
from api.drills.evenings.policy import (
    BIG_ORDER_ROUNDS,
    NoPartnerWanted,
    Obligation,
    PartnerFound,
    check_evening,
    check_later,
    check_offer,
    hours,
    stalled_twice,
    suggest,
)
from api.drills.evenings.queries import EveningView, PartnerWish
from api.drills.evenings.schemas import PostponementNew, ReflectionNew
from api.drills.events import EveningPostponed, PartnerOffered
from api.drills.policy import is_big_order
from api.drills.reality_checks.queries import answered_since
from api.kit.clock import now
from api.kit.errors import NotFound
from api.kit.events import publish
from api.kit.origin import Origin
from api.kit.rows import new_id
from api.people import queries as people
from api.people.models import Person, Role
from api.people.policy import Actor
from api.people.queries import PersonRef
from api.visits import queries as visits
from api.visits.heard import queries as heard
from api.visits.models import VisitState
from api.visits.policy import visible_to as sees_visit

STALLED_WITHIN = timedelta(days=28)


def evening(db: Session, actor: Actor, *, day: date) -> EveningView:
    """The actor's own evening of a day; nobody else's is in it."""
    check_evening(day, today=actor.today(db))
    me = db.get_one(Person, (actor.organisation_id, actor.person_id))
    row = queries.evening_of(db, actor.organisation_id, actor.person_id, day)
    near = queries.candidates(db, actor, evening=day)
    pairs = queries.pairs_among(db, actor.organisation_id, [me.id], day)
    is_strong = any(mentor_id == me.id for mentor_id, _ in pairs)
    suggested = suggest(near, newcomer=me.newcomer, strong=is_strong)
    opened = hours(actor, day, moment=now(db))
    return EveningView(
        day=day,
        opens_at=opened.opens_at,
        closes_at=opened.closes_at,
        open=opened.open,
        quiet=opened.quiet,
        obligations=obligations(db, actor, me, day=day),
        postponement=row if row is not None and row.postponed else None,
        partner_wish=_wish(db, row),
        partner=_partner(db, row),
        waiting=queries.waiting(db, actor.organisation_id, [one.person.id for one in near], day),
        suggested=suggested,
        reflection=row.reflection if row is not None else None,
    )


def obligations(db: Session, actor: Actor, me: Person, *, day: date) -> list[Obligation]:
    """What asks for a round on an evening of the actor: newcomers always, others by need (domain.md 29, 35)."""
    if me.role != Role.REP:
        return []
    played = queries.played_on(db, actor.organisation_id, [me.id], day).get(me.id, set())
    found = []
    if me.newcomer:
        origin = Origin("person", me.id)
        found.append(Obligation(ObligationKind.NEWCOMER, origin, None, bool(played)))
    found += _big_orders(db, actor, day=day)
    stalled = heard.stalled(db, actor.organisation_id, me.id, since=day - STALLED_WITHIN)
    answered = answered_since(db, actor.organisation_id, me.id, since=day - STALLED_WITHIN)
    for key, last in sorted(stalled_twice(stalled, answered).items()):
        met = last.client.id in played
        origin = Origin("visit", last.visit_id)
        found.append(Obligation(ObligationKind.STALLED_TWICE, origin, key, met))
    return found


def postpone(db: Session, actor: Actor, *, day: date, given: PostponementNew) -> EveningView:
    """Not tonight: the reason goes to those who help, and nothing is counted. It blocks no round."""
    check_later(day, given.to_day)
    row = _own(db, actor, day)
    told = given.model_dump()
    if any(getattr(row, name) != value for name, value in told.items()):
        for name, value in told.items():
            setattr(row, name, value)
        fact = EveningPostponed(person_id=actor.person_id, day=day, to_day=given.to_day)
        publish(db, actor.organisation_id, fact, by=actor.person_id)
    return _kept(db, actor, row)


def take_up_again(db: Session, actor: Actor, *, day: date) -> None:
    """The evening takes place after all."""
    row = _own(db, actor, day)
    row.reason = row.words = row.to_day = row.to_part = None
    _kept(db, actor, row)


def wish_partner(db: Session, actor: Actor, *, day: date) -> EveningView:
    """The actor waits for somebody to play with; the team and those who walk beside them see it."""
    row = _own(db, actor, day)
    row.wants_partner = True
    return _kept(db, actor, row)


def withdraw_wish(db: Session, actor: Actor, *, day: date) -> None:
    row = _own(db, actor, day)
    row.wants_partner, row.offered_by_id = False, None
    _kept(db, actor, row)


def offer(db: Session, actor: Actor, *, day: date, person_id: UUID) -> None:
    """The actor comes to play with somebody who waits; who looks after somebody need not wait to be asked."""
    check_offer(day, today=actor.today(db))
    person = _somebody_near(db, actor, person_id)
    row = queries.evening_of(db, actor.organisation_id, person_id, day)
    if row is not None and row.offered_by_id == actor.person_id:
        return
    if not actor.may_see(person) and (row is None or not row.wants_partner):
        raise NoPartnerWanted
    if row is not None and row.offered_by_id is not None:
        raise PartnerFound
    row = row or _begun(db, actor.organisation_id, person_id, day)
    row.offered_by_id, row.updated_at = actor.person_id, now(db)
    db.flush()
    fact = PartnerOffered(person_id=person_id, partner_id=actor.person_id, day=day)
    publish(db, actor.organisation_id, fact, by=actor.person_id)


def take_back_offer(db: Session, actor: Actor, *, day: date, person_id: UUID) -> None:
    _somebody_near(db, actor, person_id)
    row = queries.evening_of(db, actor.organisation_id, person_id, day)
    if row is not None and row.offered_by_id == actor.person_id:
        row.offered_by_id, row.updated_at = None, now(db)
        db.flush()


def reflect(db: Session, actor: Actor, *, day: date, given: ReflectionNew) -> EveningView:
    """One line on the day. Only the actor ever reads it, so no fact tells of it."""
    row = _own(db, actor, day)
    row.reflection = given.words
    return _kept(db, actor, row)


def _own(db: Session, actor: Actor, day: date) -> PersonsEvening:
    check_evening(day, today=actor.today(db))
    row = queries.evening_of(db, actor.organisation_id, actor.person_id, day)
    return row or _begun(db, actor.organisation_id, actor.person_id, day)


def _begun(db: Session, organisation_id: UUID, person_id: UUID, day: date) -> PersonsEvening:
    row = PersonsEvening(
        organisation_id=organisation_id,
        id=new_id(db),
        created_at=now(db),
        updated_at=now(db),
        person_id=person_id,
        day=day,
    )
    db.add(row)
    return row


def _kept(db: Session, actor: Actor, row: PersonsEvening) -> EveningView:
    row.updated_at = now(db)
    db.flush()
    return evening(db, actor, day=row.day)


def _somebody_near(db: Session, actor: Actor, person_id: UUID) -> Person:
    """A team mate, an apprentice or the mentor; else NotFound."""
    found = next((one for one in queries.near(db, actor) if one.id == person_id), None)
    if found is None:
        raise NotFound
    return found


def _wish(db: Session, row: PersonsEvening | None) -> PartnerWish | None:
    if row is None or not row.wants_partner:
        return None
    return PartnerWish(_named(db, row))


def _partner(db: Session, row: PersonsEvening | None) -> PersonRef | None:
    """Of tonight, or of the evening to which it was moved."""
    if row is not None and row.to_day is not None:
        row = queries.evening_of(db, row.organisation_id, row.person_id, row.to_day)
    return _named(db, row) if row is not None else None


def _named(db: Session, row: PersonsEvening) -> PersonRef | None:
    by = row.offered_by_id
    return people.refs(db, row.organisation_id, [by])[by] if by else None


def _big_orders(db: Session, actor: Actor, *, day: date) -> list[Obligation]:
    tomorrow = actor.calendar.next_working(day)
    mine = visits.of_day(db, sees_visit(actor), [actor.person_id], tomorrow)
    big = [
        one for one in mine if one.state == VisitState.PLANNED and is_big_order(actor, one.amount)
    ]
    played = drills.rounds_for_visits(db, actor.organisation_id, [one.id for one in big])
    return [
        Obligation(
            ObligationKind.BIG_ORDER,
            Origin("visit", one.id),
            None,
            drills.played_by(actor.person_id, played.get(one.id, [])) >= BIG_ORDER_ROUNDS,
        )
        for one in big
    ]
