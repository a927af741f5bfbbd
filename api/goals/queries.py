"""Reads of goals: a page is three statements, whatever its size: goals, their versions with names, all figures."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from api.goals.figures import policy as arithmetic
from api.goals.figures.policy import Counts, Elapsed, GoalState, Reached, WhatHelps
from api.goals.figures.queries import Figures, figures
from api.goals.models import Advice, Goal, GoalKind, GoalVersion, Metric, Period, Reward
from api.goals.policy import visible_to
from api.kit.errors import NotFound
from api.kit.paging import Key, PageAsked, Paged, page_of
from api.people.models import Person
from api.people.policy import Actor
from api.people.queries import PersonRef, active, ref

LOOKED_BACK = timedelta(days=92)
"""Misses older than a quarter are no longer asked about."""


@dataclass(frozen=True)
class VersionView:
    id: UUID
    number: int
    target: int
    stretch: int | None
    quality: str | None
    why: str | None
    proposed_by_id: UUID
    proposed_by: PersonRef
    proposed_at: datetime
    agreed_by: PersonRef | None
    agreed_at: datetime | None


@dataclass(frozen=True)
class GoalView:
    id: UUID
    owner: PersonRef
    period: Period
    first: date
    last: date
    kind: GoalKind
    metric: Metric
    currency: str | None
    within_id: UUID | None
    state: GoalState
    agreed: VersionView | None
    proposed: VersionView | None
    reached: Reached
    elapsed: Elapsed
    what_helps: WhatHelps | None
    advice_due: date | None
    history: Sequence[VersionView]
    factors: Sequence[arithmetic.FactorNow]
    version: int


@dataclass(frozen=True)
class Closed:
    """What already stands beside a goal at its end."""

    advised: bool
    answered: bool
    rewarded: bool


@dataclass(frozen=True)
class Wanted:
    """What a list of goals is narrowed to."""

    owner_id: UUID | None = None
    period: Period | None = None
    on: date | None = None


def page(db: Session, actor: Actor, *, wanted: Wanted, asked: PageAsked) -> Paged[GoalView]:
    """Goals the actor may read, the period that ends last first; of one end the longer period first."""
    statement: Any = _with_ends().where(visible_to(actor))
    if wanted.owner_id is not None:
        statement = statement.where(col(Goal.owner_id) == wanted.owner_id)
    if wanted.period is not None:
        statement = statement.where(col(Goal.period) == wanted.period)
    if wanted.on is not None:
        statement = statement.where(
            col(Goal.first_day) <= wanted.on, col(Goal.last_day) >= wanted.on
        )
    keys = [
        Key(col(Goal.last_day), "desc"),
        Key(col(Goal.first_day)),
        Key(col(Goal.id), "desc"),
    ]
    found = page_of(db, statement, keys=keys, asked=asked)
    return Paged(_views(db, actor, found.items), found.next_cursor)


def find(db: Session, actor: Actor, goal_id: UUID) -> tuple[Goal, Person]:
    """A goal the actor may read, with its owner; raises NotFound."""
    found = db.exec(_with_ends().where(visible_to(actor), col(Goal.id) == goal_id)).first()
    if found is None:
        raise NotFound
    return found[0], found[1]


def view(db: Session, actor: Actor, goal_id: UUID) -> GoalView:
    """One goal as it stands after everything flushed so far."""
    found = db.exec(_with_ends().where(visible_to(actor), col(Goal.id) == goal_id)).first()
    if found is None:
        raise NotFound
    return _views(db, actor, [found])[0]


def open_goals(db: Session, actor: Actor, *people: sa.ColumnElement[bool]) -> list[GoalView]:
    """Goals that run or lie ahead, and those that ended within a quarter and are not closed; of those who work here."""
    today = actor.today(db)
    statement = _with_ends().where(
        col(Goal.organisation_id) == actor.organisation_id,
        col(Goal.deleted_at).is_(None),
        col(Goal.last_day) >= today - LOOKED_BACK,
        active(),
        *people,
    )
    ordered = statement.order_by(col(Goal.last_day), col(Person.latin_name), col(Goal.id))
    shown = _views(db, actor, db.exec(ordered).all())
    return [one for one in shown if one.state != GoalState.CLOSED]


def around(db: Session, actor: Actor, goal: Goal) -> list[GoalView]:
    """The longer goal this one is a step of, and the shorter ones that are steps of it, by their days."""
    steps = col(Goal.within_id) == goal.id
    larger = col(Goal.id) == goal.within_id
    found = _with_ends().where(visible_to(actor), sa.or_(steps, larger))
    ordered = found.order_by(col(Goal.first_day), col(Goal.last_day), col(Goal.id))
    return _views(db, actor, db.exec(ordered).all())


def agreed_within(
    db: Session, actor: Actor, person_id: UUID, *, since: date, until: date
) -> list[GoalView]:
    """Goals of one person that both agreed on and whose period touches these days, the shortest period first."""
    statement = _with_ends().where(
        col(Goal.organisation_id) == actor.organisation_id,
        col(Goal.deleted_at).is_(None),
        col(Goal.owner_id) == person_id,
        col(Goal.first_day) <= until,
        col(Goal.last_day) >= since,
    )
    ordered = statement.order_by(col(Goal.last_day), col(Goal.first_day).desc(), col(Goal.id))
    shown = _views(db, actor, db.exec(ordered).all())
    return [one for one in shown if one.agreed is not None]


def versions_of(db: Session, goal: Goal) -> Sequence[GoalVersion]:
    """Every proposal for a goal, the latest first."""
    asked = select(GoalVersion).where(
        col(GoalVersion.organisation_id) == goal.organisation_id,
        col(GoalVersion.goal_id) == goal.id,
    )
    return db.exec(asked.order_by(col(GoalVersion.number).desc())).all()


def in_force(versions: Sequence[GoalVersion]) -> GoalVersion | None:
    """The latest one both agreed to; `versions` come the latest first."""
    return next((one for one in versions if one.agreed_at is not None), None)


def waiting(versions: Sequence[GoalVersion]) -> GoalVersion | None:
    """The latest one, when the other side has not agreed yet."""
    return next((one for one in versions[:1] if one.agreed_at is None), None)


def _with_ends() -> Any:
    """Goals with their owner, and what stands beside them at their end."""

    def beside(table: type[Advice] | type[Reward]) -> Any:
        return sa.and_(
            col(table.organisation_id) == col(Goal.organisation_id),
            col(table.goal_id) == col(Goal.id),
        )

    owner = sa.and_(
        col(Person.organisation_id) == col(Goal.organisation_id),
        col(Person.id) == col(Goal.owner_id),
    )
    columns = (Goal, Person, col(Advice.id), col(Advice.answered_at), col(Reward.id))
    joined = select(*columns).join(Person, owner)  # type: ignore[call-overload]  # five things of different types
    return joined.outerjoin(Advice, beside(Advice)).outerjoin(Reward, beside(Reward))


def _views(db: Session, actor: Actor, found: Sequence[Any]) -> list[GoalView]:
    if not found:
        return []
    goals = [row[0] for row in found]
    histories = _histories(db, actor.organisation_id, [goal.id for goal in goals])
    counted = _figures(db, actor, goals)
    return [
        _view(
            db,
            actor,
            goal,
            owner,
            histories[goal.id],
            Closed(advice is not None, answered is not None, reward is not None),
            counted,
        )
        for goal, owner, advice, answered, reward in found
    ]


def _histories(
    db: Session, organisation_id: UUID, goal_ids: Collection[UUID]
) -> dict[UUID, list[VersionView]]:
    """Every version of these goals with the names of both sides, the latest first."""
    proposer, agreer = aliased(Person), aliased(Person)
    asked: Any = (
        select(GoalVersion, proposer, agreer)
        .join(proposer, _named(proposer, col(GoalVersion.proposed_by_id)))
        .outerjoin(agreer, _named(agreer, col(GoalVersion.agreed_by_id)))
        .where(
            col(GoalVersion.organisation_id) == organisation_id,
            col(GoalVersion.goal_id).in_(goal_ids),
        )
    )
    found: dict[UUID, list[VersionView]] = defaultdict(list)
    for one, by, with_ in db.exec(asked.order_by(col(GoalVersion.number).desc())):
        found[one.goal_id].append(_version_view(one, ref(by), ref(with_) if with_ else None))
    return found


def _named(person: Any, who: Any) -> Any:
    return sa.and_(person.organisation_id == col(GoalVersion.organisation_id), person.id == who)


def _figures(db: Session, actor: Actor, goals: Sequence[Goal]) -> Figures:
    """Of all periods of these goals and the ones before them."""
    before = [arithmetic.period_before(Period(goal.period), goal.first_day)[0] for goal in goals]
    return figures(
        db,
        actor.organisation_id,
        people={goal.owner_id for goal in goals},
        first=min(before),
        last=max(goal.last_day for goal in goals),
        currency=actor.settings.big_order.currency,
    )


def _view(
    db: Session,
    actor: Actor,
    goal: Goal,
    owner: Person,
    history: Sequence[VersionView],
    ended: Closed,
    counted: Figures,
) -> GoalView:
    today, metric = actor.today(db), Metric(goal.metric)
    passed = arithmetic.elapsed(actor.calendar, goal.first_day, goal.last_day, today=today)
    now = counted.of(
        goal.owner_id, goal.first_day, goal.last_day, days=min(passed.of, passed.worked + 1)
    )
    value = arithmetic.reached(metric, now)
    agreed = next((one for one in history if one.agreed_at is not None), None)
    state = _state(goal, agreed, value, passed, ended, today=today)
    parts = arithmetic.factors(metric, now, _counts_before(actor, goal, counted))
    troubled = state in (GoalState.DRIFTING, GoalState.OFF_TRACK, GoalState.MISSED)
    owes = state == GoalState.MISSED and not ended.advised
    return GoalView(
        id=goal.id,
        owner=ref(owner),
        period=goal.period,
        first=goal.first_day,
        last=goal.last_day,
        kind=metric.kind,
        metric=metric,
        currency=goal.currency,
        within_id=goal.within_id,
        state=state,
        agreed=agreed,
        proposed=next((one for one in history[:1] if one.agreed_at is None), None),
        reached=value,
        elapsed=passed,
        what_helps=arithmetic.what_helps(metric, parts) if troubled else None,
        advice_due=arithmetic.advice_due(actor.calendar, goal.last_day) if owes else None,
        history=history,
        factors=parts,
        version=goal.version,
    )


def _counts_before(actor: Actor, goal: Goal, counted: Figures) -> Counts:
    first, last = arithmetic.period_before(Period(goal.period), goal.first_day)
    days = arithmetic.working_days(actor.calendar, first, last)
    return counted.of(goal.owner_id, first, last, days=days)


def _state(
    goal: Goal,
    agreed: VersionView | None,
    value: Reached,
    passed: Elapsed,
    ended: Closed,
    *,
    today: date,
) -> GoalState:
    over = goal.last_day < today
    if agreed is None:
        return GoalState.NEVER_AGREED if over else GoalState.PROPOSED
    if ended.answered or ended.rewarded:
        return GoalState.CLOSED
    if not over:
        return arithmetic.track(
            Metric(goal.metric), value=value.value, target=agreed.target, passed=passed
        )
    return GoalState.MET if value.value >= agreed.target else GoalState.MISSED


def _version_view(row: GoalVersion, by: PersonRef, agreed_by: PersonRef | None) -> VersionView:
    return VersionView(
        id=row.id,
        number=row.number,
        target=row.target,
        stretch=row.stretch,
        quality=row.quality,
        why=row.why,
        proposed_by_id=row.proposed_by_id,
        proposed_by=by,
        proposed_at=row.created_at,
        agreed_by=agreed_by,
        agreed_at=row.agreed_at,
    )
