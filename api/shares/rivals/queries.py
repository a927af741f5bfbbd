"""Reads of PKs: a page costs two statements whatever its size; one PK with its facts, a few more."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col, select

from api.goals.figures.policy import Reached, reached
from api.goals.figures.queries import figures
from api.goals.models import Metric
from api.kit.errors import NotFound
from api.kit.paging import Key, PageAsked, Paged, page_of
from api.people import queries as people
from api.people.policy import Actor
from api.people.queries import PersonRef
from api.shares.rivals.models import Rivalry, RivalrySide, RivalryState, RivalryTerm, Stake
from api.shares.rivals.policy import Compared, PkOutcome, on_the_wall_of, outcome, visible_to


@dataclass(frozen=True)
class RivalryView:
    id: UUID
    proposed_by: PersonRef
    rival: PersonRef | None
    first_day: date
    last_day: date
    before_first: date | None
    before_last: date | None
    state: RivalryState
    stake: Stake | None
    version: int


@dataclass(frozen=True)
class TermView:
    metric: Metric
    handicap: int
    handicap_for_id: UUID | None
    mine: Reached | None
    theirs: Reached | None


@dataclass(frozen=True)
class DetailView:
    """A PK as one of the two sees it."""

    rivalry: RivalryView
    currency: str
    terms: list[TermView]
    my_learn: str | None
    their_learn: str | None
    i_tell: bool
    they_tell: bool
    outcome: PkOutcome | None

    def __getattr__(self, name: str) -> object:
        return getattr(self.rivalry, name)


@dataclass(frozen=True)
class WallView:
    id: UUID
    people: list[PersonRef]
    last_day: date


@dataclass(frozen=True)
class Fact:
    """One metric of both sides; of a PK with oneself the other side is the days before."""

    metric: Metric
    proposer: Reached
    other: Reached


def page(db: Session, actor: Actor, *, asked: PageAsked) -> Paged[RivalryView]:
    """The actor's own, the latest last day first; a proposal that nobody accepted in time is not among them."""
    lapsed = _lapsed(actor.today(db))
    statement = select(Rivalry).where(visible_to(actor), sa.not_(lapsed))
    keys = [Key(col(Rivalry.last_day), "desc"), Key(col(Rivalry.id), "desc")]
    found = page_of(db, statement, keys=keys, asked=asked)
    return Paged(_views(db, actor, found.items), found.next_cursor)


def wall(db: Session, actor: Actor, *, asked: PageAsked) -> Paged[WallView]:
    """PKs of the team that run or will, and of which all their people said that the team may know."""
    keeps_still = sa.exists().where(
        col(RivalrySide.organisation_id) == col(Rivalry.organisation_id),
        col(RivalrySide.rivalry_id) == col(Rivalry.id),
        col(RivalrySide.tells_team).is_(False),
    )
    statement = select(Rivalry).where(
        on_the_wall_of(actor),
        col(Rivalry.accepted_at).is_not(None),
        col(Rivalry.last_day) >= actor.today(db),
        sa.not_(keeps_still),
    )
    keys = [Key(col(Rivalry.last_day)), Key(col(Rivalry.id))]
    found = page_of(db, statement, keys=keys, asked=asked)
    named = {who for one in found.items for who in one.people}
    names = people.refs(db, actor.organisation_id, named)
    shown = [
        WallView(one.id, [names[who] for who in one.people], one.last_day) for one in found.items
    ]
    return Paged(shown, found.next_cursor)


def find(db: Session, actor: Actor, rivalry_id: UUID, *, hold: bool = False) -> Rivalry:
    """A PK of the actor's own; `hold` keeps others from changing it meanwhile. Raises NotFound."""
    statement = select(Rivalry).where(visible_to(actor), col(Rivalry.id) == rivalry_id)
    found = db.exec(statement.with_for_update() if hold else statement).first()
    if found is None or (found.accepted_at is None and found.first_day < actor.today(db)):
        raise NotFound
    return found


def view(db: Session, actor: Actor, rivalry: Rivalry) -> DetailView:
    db.flush()
    today = actor.today(db)
    sides = sides_of(db, rivalry)
    mine = sides.get(actor.person_id)
    theirs = next((side for who, side in sides.items() if who != actor.person_id), None)
    terms = terms_of(db, rivalry)
    facts = _facts_to_show(db, rivalry, terms, today)
    shown = [
        _term(one, facts, is_proposer=rivalry.proposed_by_id == actor.person_id) for one in terms
    ]
    is_over = rivalry.state(today) is RivalryState.SETTLED
    return DetailView(
        rivalry=_views(db, actor, [rivalry])[0],
        currency=rivalry.currency,
        terms=shown,
        my_learn=mine.learn if mine else None,
        their_learn=theirs.learn if theirs else None,
        i_tell=mine is not None and mine.tells_team,
        they_tell=theirs is not None and theirs.tells_team,
        outcome=_outcome(actor, shown) if is_over else None,
    )


def active_of(db: Session, organisation_id: UUID, person_id: UUID) -> RivalrySide | None:
    """The one PK that holds somebody."""
    return db.exec(
        select(RivalrySide).where(
            col(RivalrySide.organisation_id) == organisation_id,
            col(RivalrySide.holds_id) == person_id,
        )
    ).first()


def sides_of(db: Session, rivalry: Rivalry) -> dict[UUID, RivalrySide]:
    found = db.exec(
        select(RivalrySide).where(
            col(RivalrySide.organisation_id) == rivalry.organisation_id,
            col(RivalrySide.rivalry_id) == rivalry.id,
        )
    )
    return {side.person_id: side for side in found}


def terms_of(db: Session, rivalry: Rivalry) -> Sequence[RivalryTerm]:
    return db.exec(
        select(RivalryTerm)
        .where(
            col(RivalryTerm.organisation_id) == rivalry.organisation_id,
            col(RivalryTerm.rivalry_id) == rivalry.id,
        )
        .order_by(col(RivalryTerm.id))
    ).all()


def facts_of(db: Session, rivalry: Rivalry, terms: Collection[RivalryTerm]) -> list[Fact]:
    """What the rows of both sides come to: the same figures as those of goals."""
    before = (rivalry.before_first, rivalry.before_last)
    first = rivalry.before_first or rivalry.first_day
    counted = figures(
        db,
        rivalry.organisation_id,
        people=rivalry.people,
        first=first,
        last=rivalry.last_day,
        currency=rivalry.currency,
    )
    own = counted.of(rivalry.proposed_by_id, rivalry.first_day, rivalry.last_day, days=0)
    if rivalry.rival_id is not None:
        other = counted.of(rivalry.rival_id, rivalry.first_day, rivalry.last_day, days=0)
    else:
        other = counted.of(rivalry.proposed_by_id, *_both(before), days=0)
    metrics = [Metric(one.metric) for one in terms]
    return [Fact(metric, reached(metric, own), reached(metric, other)) for metric in metrics]


def lapsed(db: Session, organisation_id: UUID, *, today: date) -> list[Rivalry]:
    """Proposed, and not accepted before the first day was over."""
    return _open(db, organisation_id, _lapsed(today))


def over(db: Session, organisation_id: UUID, *, today: date) -> list[Rivalry]:
    """Accepted, over, and not frozen yet."""
    is_over = sa.and_(
        col(Rivalry.accepted_at).is_not(None),
        col(Rivalry.settled_at).is_(None),
        col(Rivalry.last_day) < today,
    )
    return _open(db, organisation_id, is_over)


def left_alone(db: Session, organisation_id: UUID) -> list[Rivalry]:
    """Not settled, and one of the two works here no more."""
    holding = select(RivalrySide).where(
        col(RivalrySide.organisation_id) == organisation_id, col(RivalrySide.holds_id).is_not(None)
    )
    sides = db.exec(holding).all()
    gone = people.who_left(db, organisation_id, {side.person_id for side in sides})
    theirs = {side.rivalry_id for side in sides if side.person_id in gone}
    if not theirs:
        return []
    unsettled = sa.and_(col(Rivalry.id).in_(sorted(theirs)), col(Rivalry.settled_at).is_(None))
    return _open(db, organisation_id, unsettled)


def _lapsed(today: date) -> Any:
    return sa.and_(col(Rivalry.accepted_at).is_(None), col(Rivalry.first_day) < today)


def _open(db: Session, organisation_id: UUID, which: Any) -> list[Rivalry]:
    statement = select(Rivalry).where(
        col(Rivalry.organisation_id) == organisation_id, col(Rivalry.deleted_at).is_(None), which
    )
    return list(db.exec(statement.order_by(col(Rivalry.id))))


def _both(days: tuple[date | None, date | None]) -> tuple[date, date]:
    first, last = days
    if first is None or last is None:
        raise ValueError("a PK with oneself has the days before it")
    return first, last


def _facts_to_show(
    db: Session, rivalry: Rivalry, terms: Collection[RivalryTerm], today: date
) -> dict[Metric, Fact]:
    """None before it runs; the frozen ones once it is settled."""
    if rivalry.accepted_at is None or rivalry.first_day > today:
        return {}
    if rivalry.settled_at is None:
        return {fact.metric: fact for fact in facts_of(db, rivalry, terms)}
    return {fact.metric: fact for one in terms if (fact := _frozen(one)) is not None}


def _frozen(term: RivalryTerm) -> Fact | None:
    values = (term.proposer_value, term.proposer_n, term.other_value, term.other_n)
    value, n, other, other_n = (one or 0 for one in values)
    if term.proposer_value is None:
        return None
    return Fact(Metric(term.metric), Reached(value, n), Reached(other, other_n))


def _term(term: RivalryTerm, facts: dict[Metric, Fact], *, is_proposer: bool) -> TermView:
    fact = facts.get(Metric(term.metric))
    sides = (fact.proposer, fact.other) if fact else (None, None)
    mine, theirs = sides if is_proposer else reversed(sides)
    return TermView(Metric(term.metric), term.handicap, term.handicap_for_id, mine, theirs)


def _outcome(actor: Actor, terms: Collection[TermView]) -> PkOutcome:
    compared = []
    for one in terms:
        if one.mine is None or one.theirs is None:
            continue
        is_mine = one.handicap_for_id == actor.person_id
        mine = one.mine.value + (one.handicap if is_mine else 0)
        compared.append(Compared(mine, one.theirs.value + (0 if is_mine else one.handicap)))
    return outcome(compared)


def _views(db: Session, actor: Actor, found: Sequence[Rivalry]) -> list[RivalryView]:
    named = {who for one in found for who in one.people}
    names = people.refs(db, actor.organisation_id, named)
    today = actor.today(db)
    return [
        RivalryView(
            id=one.id,
            proposed_by=names[one.proposed_by_id],
            rival=names[one.rival_id] if one.rival_id else None,
            first_day=one.first_day,
            last_day=one.last_day,
            before_first=one.before_first,
            before_last=one.before_last,
            state=one.state(today),
            stake=one.stake,
            version=one.version,
        )
        for one in found
    ]
