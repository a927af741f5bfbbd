"""Tonight's deck, and what is laid into later ones."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import Session

from api.clients import queries as clients
from api.drills import queries as drills
from api.drills.deck import queries
from api.drills.deck.models import CardKind, CardOf, StoredCard
from api.drills.deck.policy import (
    LOOKED_BACK,
    RETURNS_AFTER,
    Chosen,
    choose,
    settled_by,
    still_open,
)
from api.drills.deck.queries import DeckCardView, DeckView
from api.drills.models import Round
from api.drills.points import queries as points
from api.drills.policy import is_big_order
from api.drills.reality_checks.models import Result
from api.drills.reality_checks.queries import answered_at, results_of
from api.kit.clock import now
from api.kit.origin import Origin
from api.kit.rows import new_id
from api.people.policy import Actor
from api.visits import queries as visits
from api.visits.heard import queries as heard
from api.visits.heard.queries import HeardAt
from api.visits.models import Outcome, VisitState
from api.visits.policy import visible_to as sees_visit

ORIGIN = "objection"
LOSES = (Outcome.STALLED, Outcome.LOST)
"""Outcomes after which an objection counts as lost until the rep says otherwise."""
PLANNED_AFTER = (0, 3, 6)
"""Working days after which the cards of a drill plan are due: equal gaps, as for what comes back."""


@dataclass(frozen=True)
class Replayed:
    """Something to play again: at which client, what was said, and where it was noted, of a ride-along or a request.

    A case of the library was said at no visit of one's own.
    """

    rep_id: UUID
    client_id: UUID
    visit_id: UUID | None
    day: date
    type_key: str | None
    words: str | None
    origin: Origin
    within_id: UUID | None


def deck(db: Session, actor: Actor, *, wanted: str | date) -> DeckView:
    """The actor's planned visits of a day, and before the next working day what else is played tonight."""
    today = actor.today(db)
    day = _day(actor, wanted, today)
    return DeckView(
        day=day,
        since=_heard_since(actor, today),
        items=_laid_out(db, actor, cards(db, actor, day=day, evening=today), evening=today),
        promised=queries.promised(db, actor) if day > today else None,
        points=points.offered(db, actor, evening=today),
    )


def cards(db: Session, actor: Actor, *, day: date, evening: date) -> list[Chosen]:
    """What is in the deck of an evening for the visits of `day`, and why; without what a screen needs to play it."""
    mine = visits.of_day(db, sees_visit(actor), [actor.person_id], day)
    planned = [visit for visit in mine if visit.state == VisitState.PLANNED]
    played = drills.rounds_for_visits(db, actor.organisation_id, [one.id for one in planned])
    tonight = day > evening
    return choose(
        planned,
        open_objections(db, actor, evening=evening) if tonight else [],
        queries.due(db, actor, evening=evening) if tonight else [],
        big={visit.id for visit in planned if is_big_order(actor, visit.amount)},
        rounds={id_: drills.played_by(actor.person_id, seats) for id_, seats in played.items()},
        replays=queries.due(db, actor, evening=evening, kind=CardKind.REPLAY) if tonight else [],
    )


def open_objections(db: Session, actor: Actor, *, evening: date) -> list[HeardAt]:
    """What the actor heard since the evening before and did not say was answered; on a free day, of the last working day."""
    since = _heard_since(actor, evening)
    said = heard.by_rep(db, actor.organisation_id, actor.person_id, since=since, until=evening)
    results = results_of(db, actor.organisation_id, [one.id for one in said])
    return [one for one in said if results.get(one.id) != Result.ANSWERED]


def return_lost(db: Session, actor: Actor, *, visit_id: UUID) -> None:
    """Lays what a visit lost into the decks of the third, sixth and ninth working day after.

    Told again, it changes what has changed: an objection that is no longer lost loses the cards nobody has played,
    and what the client was or was not answered here settles the cards of earlier visits or brings them back.
    """
    organisation_id = actor.organisation_id
    said = heard.at_visit(db, organisation_id, visit_id)
    results = results_of(db, organisation_id, [one.id for one in said])
    lost = {one.id: one for one in said if _is_lost(one, results.get(one.id))}
    rep_id, client_id = visits.rep_and_client(db, organisation_id, visit_id)
    known = queries.of_visit(db, organisation_id, visit_id)
    for card in known:
        if card.origin_id in lost:
            card.type_key, card.words = lost[card.origin_id].type_key, lost[card.origin_id].words
        elif card.round_id is None:
            db.delete(card)
    there = {(card.origin_id, card.step) for card in known}
    for one in lost.values():
        for step in RETURNS_AFTER:
            if (one.id, step) not in there:
                db.add(_returning(db, actor, rep_id, one, step))
    db.flush()
    _settle(db, organisation_id, rep_id=rep_id, client_id=client_id)


def replay(db: Session, actor: Actor, *, replayed: Replayed) -> None:
    """Lays it into tonight's deck of whoever was helped; the same one again changes nothing.

    What was said at no visit may be played again on another evening, or at another client.
    """
    laid = queries.of_origin(db, actor.organisation_id, replayed.origin)
    known = next((card for card in laid if card.rep_id == replayed.rep_id), None)
    if known is not None:
        if replayed.visit_id is None:
            known.client_id, known.due_on, known.round_id = replayed.client_id, replayed.day, None
            db.flush()
        return
    db.add(
        StoredCard(
            organisation_id=actor.organisation_id,
            id=new_id(db),
            created_at=now(db),
            rep_id=replayed.rep_id,
            client_id=replayed.client_id,
            visit_id=replayed.visit_id,
            kind=CardKind.REPLAY,
            type_key=replayed.type_key,
            words=replayed.words,
            lost_on=replayed.day,
            # Told late, it is played on the evening on which it was told.
            due_on=max(replayed.day, actor.today(db)),
            step=1,
            origin_kind=replayed.origin.kind,
            origin_id=replayed.origin.id,
            within_id=replayed.within_id,
        )
    )
    db.flush()


def plan(db: Session, actor: Actor, *, rep_id: UUID, since: date, origin: Origin) -> int:
    """A drill plan: what clients said at visits since a day that stuck, one card a client, at equal gaps.

    The latest first, tonight; then three and six working days later. The same plan again changes nothing. Returns how
    many cards it has.
    """
    known = queries.of_origin(db, actor.organisation_id, origin)
    if known:
        return len(known)
    stuck: dict[UUID, HeardAt] = {}
    for one in heard.stalled(db, actor.organisation_id, rep_id, since=since):
        stuck.setdefault(one.client.id, one)
    today, laid = actor.today(db), list(zip(PLANNED_AFTER, stuck.values(), strict=False))
    for step, (gap, one) in enumerate(laid, start=1):
        due = actor.calendar.next_working(today, steps=gap) if gap else today
        db.add(_again(db, actor, one, rep_id, origin, due=due, step=step))
    db.flush()
    return len(laid)


def note_played(db: Session, played: Round, *, evening: date, people_ids: Collection[UUID]) -> None:
    """A round at a client plays everything that was due there for those who sat in it."""
    waiting = queries.waiting_at(
        db, played.organisation_id, rep_ids=people_ids, client_id=played.client_id
    )
    for card in waiting:
        if card.due_on <= evening:
            card.round_id = played.id
    db.flush()


def _day(actor: Actor, wanted: str | date, today: date) -> date:
    if isinstance(wanted, date):
        return wanted
    return today if wanted == "today" else actor.calendar.next_working(today)


def _heard_since(actor: Actor, evening: date) -> date:
    calendar = actor.calendar
    return evening if calendar.is_working(evening) else calendar.previous_working(evening)


def _laid_out(
    db: Session, actor: Actor, chosen: list[Chosen], *, evening: date
) -> list[DeckCardView]:
    organisation_id = actor.organisation_id
    client_ids = {card.client.id for card in chosen}
    sheets = clients.latest_sheets(db, organisation_id, client_ids)
    contacts = clients.contacts_of(db, organisation_id, client_ids)
    said = heard.of_clients(db, organisation_id, client_ids, each=LOOKED_BACK)
    results = results_of(db, organisation_id, [one.id for those in said.values() for one in those])
    bosses = queries.last_bosses(db, organisation_id, client_ids)
    others = {card.client.id for card in chosen if card.visit is None}
    tonight = queries.played_tonight(db, actor, others, evening=evening)
    return [
        DeckCardView(
            id=card.id,
            kind=card.of,
            visit=card.visit,
            client=card.client,
            contact=next(iter(contacts.get(card.client.id, [])), None),
            sheet=sheets[card.client.id],
            rounds=card.rounds if card.of is CardOf.VISIT else tonight.get(card.client.id, 0),
            heard=still_open(said.get(card.client.id, []), results),
            big_order=card.visit is not None and is_big_order(actor, card.visit.amount),
            reasons=card.reasons,
            last_boss=bosses.get(card.client.id),
        )
        for card in chosen
    ]


def _settle(db: Session, organisation_id: UUID, *, rep_id: UUID, client_id: UUID) -> None:
    """What the client was answered at a later visit does not come back; read anew, so that it can be undone."""
    answers = answered_at(db, organisation_id, rep_id=rep_id, client_id=client_id)
    for card, lost in queries.unplayed_at(db, organisation_id, rep_id=rep_id, client_id=client_id):
        by = settled_by(card.type_key, lost, answers)
        if by != card.settled_by_id:
            card.settled_by_id, card.settled_at = by, now(db) if by else None
    db.flush()


def _is_lost(said: HeardAt, result: Result | None) -> bool:
    """As the rep told it; before that, a visit that stalled or was lost has lost what was said there."""
    return said.outcome in LOSES if result is None else result == Result.NOT_ANSWERED


def _again(
    db: Session, actor: Actor, one: HeardAt, rep_id: UUID, origin: Origin, *, due: date, step: int
) -> StoredCard:
    return StoredCard(
        organisation_id=actor.organisation_id,
        id=new_id(db),
        created_at=now(db),
        rep_id=rep_id,
        client_id=one.client.id,
        visit_id=one.visit_id,
        kind=CardKind.REPLAY,
        type_key=one.type_key,
        words=one.words,
        lost_on=one.day,
        due_on=due,
        step=step,
        origin_kind=origin.kind,
        origin_id=origin.id,
    )


def _returning(db: Session, actor: Actor, rep_id: UUID, lost: HeardAt, step: int) -> StoredCard:
    return StoredCard(
        organisation_id=actor.organisation_id,
        id=new_id(db),
        created_at=now(db),
        rep_id=rep_id,
        client_id=lost.client.id,
        visit_id=lost.visit_id,
        kind=CardKind.RETURNS,
        type_key=lost.type_key,
        words=lost.words,
        lost_on=lost.day,
        due_on=actor.calendar.next_working(lost.day, steps=step),
        step=step,
        origin_kind=ORIGIN,
        origin_id=lost.id,
    )
