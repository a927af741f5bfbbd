"""What two reps do with a PK: propose it, accept it, withdraw it quietly, and look at the same facts."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import Session

from api.kit.changes import same_birth
from api.kit.clock import now
from api.kit.errors import BornDifferently, NotFound
from api.kit.events import publish
from api.kit.paging import PageAsked, Paged
from api.kit.rows import new_id
from api.people import queries as people
from api.people.models import Person
from api.people.policy import Actor
from api.shares.rivals import policy, queries
from api.shares.rivals.events import RivalrySettled
from api.shares.rivals.models import Rivalry, RivalrySide, RivalryTerm
from api.shares.rivals.queries import DetailView, Fact, RivalryView, WallView
from api.shares.rivals.schemas import RivalryAcceptance, RivalryAnnouncement, RivalryNew


def rivalries(db: Session, actor: Actor, *, asked: PageAsked) -> Paged[RivalryView]:
    return queries.page(db, actor, asked=asked)


def wall(db: Session, actor: Actor, *, asked: PageAsked) -> Paged[WallView]:
    return queries.wall(db, actor, asked=asked)


def rivalry(db: Session, actor: Actor, *, rivalry_id: UUID) -> DetailView:
    """The first look after the last day freezes the facts, so that both look at the same from then on."""
    found = queries.find(db, actor, rivalry_id, hold=True)
    if found.accepted_at is not None and found.last_day < actor.today(db):
        _settle(db, found)
    return queries.view(db, actor, found)


def propose(db: Session, actor: Actor, *, given: RivalryNew, birth: bytes) -> DetailView:
    """To a team mate, who may accept it; with oneself it needs nobody's yes.

    Whether the other has a PK just now is not told by a refusal: they accept once theirs is over, or say no.
    """
    stored = db.get(Rivalry, (actor.organisation_id, given.id)) if given.id else None
    if stored is not None:
        return _proposed_already(db, actor, stored, birth)
    team_id = policy.team_of(actor)
    if given.rival_id is not None:
        _check_mate(db, actor, given.rival_id)
    _check_terms(db, actor, given)
    _let_go_of_lapsed(db, actor, actor.person_id)
    if queries.active_of(db, actor.organisation_id, actor.person_id) is not None:
        raise policy.InAPk
    proposed = _row(db, actor, team_id, given, birth)
    db.add(proposed)
    db.flush()
    _add_terms(db, proposed, given)
    _add_side(db, proposed, actor.person_id, given.learn)
    return queries.view(db, actor, proposed)


def accept(db: Session, actor: Actor, *, rivalry_id: UUID, given: RivalryAcceptance) -> DetailView:
    """By the one who was asked, with the own friendly word; sent twice, it is accepted once."""
    found = queries.find(db, actor, rivalry_id, hold=True)
    if actor.person_id == found.proposed_by_id:
        raise policy.ForTheRivalToSay
    if found.accepted_at is not None:
        return queries.view(db, actor, found)
    _let_go_of_lapsed(db, actor, actor.person_id)
    if queries.active_of(db, actor.organisation_id, actor.person_id) is not None:
        raise policy.InAPk
    _add_side(db, found, actor.person_id, given.learn)
    found.accepted_at = found.updated_at = now(db)
    return queries.view(db, actor, found)


def announce(
    db: Session, actor: Actor, *, rivalry_id: UUID, given: RivalryAnnouncement
) -> DetailView:
    """Whether the team may know; each speaks for the own side."""
    found = queries.find(db, actor, rivalry_id, hold=True)
    side = queries.sides_of(db, found).get(actor.person_id)
    if side is None:
        raise NotFound
    if side.tells_team != given.told:
        side.tells_team = given.told
        found.updated_at = now(db)
    return queries.view(db, actor, found)


def withdraw(db: Session, actor: Actor, *, rivalry_id: UUID) -> None:
    """By either of the two, also instead of accepting; a second time is no fault."""
    stored = db.get(Rivalry, (actor.organisation_id, rivalry_id))
    if stored is not None and stored.deleted_at is not None and actor.person_id in stored.people:
        return
    found = queries.find(db, actor, rivalry_id, hold=True)
    if found.settled_at is not None or found.last_day < actor.today(db):
        raise policy.PkSettled
    _take_away(db, found)


def tidy_all(db: Session) -> None:
    """Once a day: what nobody accepted goes, so does a PK whose rival has left, and what is over is settled.

    A demo lives in its one month; there only looking settles.
    """
    for organisation_id in people.organisation_ids(db):
        actor = Actor.method(db, organisation_id)
        if not actor.demo:
            tidy(db, actor)


def tidy(db: Session, actor: Actor) -> None:
    today = actor.today(db)
    for gone in queries.lapsed(db, actor.organisation_id, today=today):
        _take_away(db, gone)
    for done in queries.over(db, actor.organisation_id, today=today):
        _settle(db, done)
    for alone in queries.left_alone(db, actor.organisation_id):
        _take_away(db, alone)


def freeze(terms: Sequence[RivalryTerm], facts: Sequence[Fact]) -> None:
    """From now on the terms keep what both sides had reached."""
    for term, fact in zip(terms, facts, strict=True):
        term.proposer_value, term.proposer_n = fact.proposer.value, fact.proposer.n
        term.other_value, term.other_n = fact.other.value, fact.other.n


def _proposed_already(db: Session, actor: Actor, stored: Rivalry, birth: bytes) -> DetailView:
    if stored.proposed_by_id != actor.person_id:
        # Whoever may not read it does not learn that it is there.
        queries.find(db, actor, stored.id)
        raise BornDifferently
    if stored.deleted_at is not None:
        raise policy.PkWithdrawn
    same_birth(stored.birth_digest, birth)
    return queries.view(db, actor, stored)


def _check_mate(db: Session, actor: Actor, rival_id: UUID) -> None:
    found = db.get(Person, (actor.organisation_id, rival_id))
    if found is None or found.deleted_at is not None:
        raise NotFound
    policy.check_is_mate(actor, found)


def _check_terms(db: Session, actor: Actor, given: RivalryNew) -> None:
    today, calendar = actor.today(db), actor.calendar
    policy.check_days(given.first_day, given.last_day, today=today, calendar=calendar)
    policy.check_metrics(one.metric for one in given.terms)
    two = {None, actor.person_id, given.rival_id}
    if any(one.handicap_for_id not in two for one in given.terms):
        raise policy.HandicapForOneOfYou


def _row(db: Session, actor: Actor, team_id: UUID, given: RivalryNew, birth: bytes) -> Rivalry:
    alone = given.rival_id is None
    before = policy.days_before(given.first_day, given.last_day, actor.calendar)
    before_first, before_last = before if alone else (None, None)
    return Rivalry(
        organisation_id=actor.organisation_id,
        id=given.id or new_id(db),
        created_at=now(db),
        updated_at=now(db),
        proposed_by_id=actor.person_id,
        rival_id=given.rival_id,
        team_id=team_id,
        first_day=given.first_day,
        last_day=given.last_day,
        before_first=before_first,
        before_last=before_last,
        currency=actor.settings.big_order.currency,
        stake=given.stake,
        accepted_at=now(db) if alone else None,
        birth_digest=birth,
    )


def _add_terms(db: Session, of: Rivalry, given: RivalryNew) -> None:
    for one in given.terms:
        term = RivalryTerm(
            organisation_id=of.organisation_id,
            id=new_id(db),
            created_at=now(db),
            rivalry_id=of.id,
            metric=one.metric,
            handicap=one.handicap,
            handicap_for_id=one.handicap_for_id,
        )
        db.add(term)
    db.flush()


def _add_side(db: Session, of: Rivalry, person_id: UUID, learn: str) -> None:
    side = RivalrySide(
        organisation_id=of.organisation_id,
        id=new_id(db),
        created_at=now(db),
        rivalry_id=of.id,
        person_id=person_id,
        holds_id=person_id,
        learn=learn,
    )
    db.add(side)
    db.flush()


def _let_go_of_lapsed(db: Session, actor: Actor, person_id: UUID) -> None:
    """What of one's own is over, or was never accepted, holds nobody: the daily work may not have come by yet."""
    side = queries.active_of(db, actor.organisation_id, person_id)
    found = db.get(Rivalry, (actor.organisation_id, side.rivalry_id)) if side else None
    today = actor.today(db)
    if found is None:
        return
    if found.accepted_at is None and found.first_day < today:
        _take_away(db, found)
    elif found.last_day < today:
        _settle(db, found)


def _settle(db: Session, found: Rivalry) -> None:
    """Freezes the facts of both sides and lets go of both."""
    if found.settled_at is not None:
        return
    terms = queries.terms_of(db, found)
    freeze(terms, queries.facts_of(db, found, terms))
    for side in queries.sides_of(db, found).values():
        side.holds_id = None
    found.settled_at = found.updated_at = now(db)
    db.flush()
    publish(db, found.organisation_id, RivalrySettled(found.id), by=None)


def _take_away(db: Session, found: Rivalry) -> None:
    """Its words, metrics and stake go; the row that stays says nothing and is seen by nobody."""
    for part in (*queries.terms_of(db, found), *queries.sides_of(db, found).values()):
        db.delete(part)
    found.stake = None
    found.deleted_at = found.updated_at = now(db)
    db.flush()
