"""What somebody does with an evening: look at it, postpone it, wait for a partner, offer to play, look back."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlmodel import Session

from api.clients import queries as clients
from api.clients.queries import SheetView
from api.drills import queries as drills
from api.drills.deck import service as deck
from api.drills.evenings import queries
from api.drills.evenings.models import ObligationKind, PersonsEvening
from api.drills.evenings.policy import (
    STALLED_WITHIN,
    NoPartnerWanted,
    Obligation,
    PartnerFound,
    card_for,
    check_evening,
    check_later,
    check_offer,
    hours,
    stalled_twice,
    suggest,
)
from api.drills.evenings.queries import EveningView, MovedHere, PartnerWish
from api.drills.evenings.schemas import PostponementNew, ReflectionNew
from api.drills.events import (
    EveningPostponed,
    EveningTakenUpAgain,
    PartnerOffered,
    PartnerOfferTakenBack,
    PartnerWished,
    PartnerWishWithdrawn,
)
from api.drills.policy import BIG_ORDER_ROUNDS, is_big_order
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
        moved_here=_moved_here(db, actor, day),
        partner_wish=_wish(db, row),
        partner=_partner(db, row),
        waiting=queries.waiting(db, actor.organisation_id, [one.person.id for one in near], day),
        suggested=suggested,
        reflection=row.reflection if row is not None else None,
    )


def _moved_here(db: Session, actor: Actor, day: date) -> MovedHere | None:
    """What was said of another evening stands until a round is played on the day it was moved to."""
    moved = queries.moved_to(db, actor.organisation_id, actor.person_id, day)
    if moved is None or queries.played_on(db, actor.organisation_id, [actor.person_id], day):
        return None
    return moved


def obligations(db: Session, actor: Actor, me: Person, *, day: date) -> list[Obligation]:
    """What asks for a round on an evening of the actor: newcomers always, others by need (domain.md 29, 35)."""
    if me.role != Role.REP:
        return []
    played = queries.played_on(db, actor.organisation_id, [me.id], day).get(me.id, set())
    found = []
    if me.newcomer:
        origin = Origin("person", me.id)
        found.append(Obligation(ObligationKind.NEWCOMER, origin, None, bool(played)))
    return [*found, *_big_orders(db, actor, day=day), *_stalled(db, actor, day=day)]


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
    if row.postponed:
        row.reason = row.words = row.to_day = row.to_part = None
        fact = EveningTakenUpAgain(person_id=actor.person_id, day=day)
        publish(db, actor.organisation_id, fact, by=actor.person_id)
    _kept(db, actor, row)


def wish_partner(db: Session, actor: Actor, *, day: date) -> EveningView:
    """The actor waits for somebody to play with; the team and those who walk beside them see it."""
    row = _own(db, actor, day)
    if not row.wants_partner:
        row.wants_partner = True
        fact = PartnerWished(person_id=actor.person_id, day=day)
        publish(db, actor.organisation_id, fact, by=actor.person_id)
    return _kept(db, actor, row)


def withdraw_wish(db: Session, actor: Actor, *, day: date) -> None:
    row = _own(db, actor, day)
    if row.wants_partner or row.offered_by_id is not None:
        row.wants_partner, row.offered_by_id = False, None
        fact = PartnerWishWithdrawn(person_id=actor.person_id, day=day)
        publish(db, actor.organisation_id, fact, by=actor.person_id)
    _kept(db, actor, row)


def offer(db: Session, actor: Actor, *, day: date, person_id: UUID) -> None:
    """The actor comes to play with somebody who waits; who looks after somebody need not wait to be asked.

    An offer may be overtaken by the drill it was for: who sits there has come.
    """
    check_offer(day, today=actor.today(db))
    person = _somebody_near(db, actor, person_id)
    row = queries.evening_of(db, actor.organisation_id, person_id, day)
    if row is not None and row.offered_by_id == actor.person_id:
        return
    if queries.sat_together(db, actor.organisation_id, (actor.person_id, person_id), day):
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
        fact = PartnerOfferTakenBack(person_id=person_id, partner_id=actor.person_id, day=day)
        publish(db, actor.organisation_id, fact, by=actor.person_id)


def sit_down(db: Session, organisation_id: UUID, *, people_ids: Sequence[UUID], day: date) -> None:
    """Whoever sits at a table waits no more, and who had offered to come and sits elsewhere need not come."""
    rows = queries.evenings_of(db, organisation_id, people_ids, day)
    for row in rows.values():
        if row.wants_partner:
            row.wants_partner, row.updated_at = False, now(db)
            if row.offered_by_id not in people_ids:
                row.offered_by_id = None
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
            one.client,
        )
        for one in big
    ]


def _stalled(db: Session, actor: Actor, *, day: date) -> list[Obligation]:
    """What stalled twice lately, if a card of the evening can be played for it; at most one."""
    organisation_id, me = actor.organisation_id, actor.person_id
    since = actor.calendar.previous_working(day, steps=STALLED_WITHIN)
    answered = answered_since(db, organisation_id, me, since=since)
    told = stalled_twice(heard.stalled(db, organisation_id, me, since=since), answered)
    if not told:
        return []
    key = told[0].type_key
    cards = deck.cards(db, actor, day=actor.calendar.next_working(day), evening=day)
    sheets = clients.latest_sheets(db, organisation_id, [one.client.id for one in cards])
    expecting = {client_id for client_id, sheet in sheets.items() if key in _expected(sheet)}
    card = card_for(told, cards, expecting=expecting)
    if card is None:
        return []
    met = key in queries.kinds_played(db, organisation_id, me, day)
    origin = Origin("visit", told[0].visit_id)
    return [Obligation(ObligationKind.STALLED_TWICE, origin, key, met, card.client)]


def _expected(sheet: SheetView) -> set[str | None]:
    return {one["type_key"] for one in sheet.objections["items"]}
