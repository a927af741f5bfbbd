"""Misses that wait for advice, in two statements: goals with what was agreed, and everything their figures count."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from api.goals.figures import policy as arithmetic
from api.goals.figures.queries import figures
from api.goals.models import Advice, Goal, GoalVersion, Metric, Reward
from api.goals.queries import LOOKED_BACK
from api.people.models import Person
from api.people.policy import Actor
from api.people.queries import active


@dataclass(frozen=True)
class Miss:
    goal: Goal
    owner: Person
    advice_due: date


def misses(db: Session, actor: Actor, *narrowed: sa.ColumnElement[bool]) -> list[Miss]:
    """Of those who work here, by the day they ended; those that ended longer ago than a quarter are left alone."""
    ended = _ended(db, actor, narrowed)
    if not ended:
        return []
    counted = figures(
        db,
        actor.organisation_id,
        people={goal.owner_id for goal, _, _ in ended},
        first=min(goal.first_day for goal, _, _ in ended),
        last=max(goal.last_day for goal, _, _ in ended),
        currency=actor.settings.big_order.currency,
    )
    found = []
    for goal, owner, target in ended:
        days = arithmetic.working_days(actor.calendar, goal.first_day, goal.last_day)
        counts = counted.of(goal.owner_id, goal.first_day, goal.last_day, days=days)
        if arithmetic.reached(Metric(goal.metric), counts).value < target:
            found.append(Miss(goal, owner, arithmetic.advice_due(actor.calendar, goal.last_day)))
    return found


def _ended(
    db: Session, actor: Actor, narrowed: Sequence[sa.ColumnElement[bool]]
) -> list[tuple[Goal, Person, int]]:
    """Neither advised nor rewarded, with the target both agreed on last."""
    today = actor.today(db)
    owner = sa.and_(
        col(Person.organisation_id) == col(Goal.organisation_id),
        col(Person.id) == col(Goal.owner_id),
    )
    asked: Any = (
        select(Goal, Person, col(GoalVersion.target))
        .join(Person, owner)
        .join(GoalVersion, _in_force())
        .where(
            col(Goal.organisation_id) == actor.organisation_id,
            col(Goal.deleted_at).is_(None),
            col(Goal.last_day) >= today - LOOKED_BACK,
            col(Goal.last_day) < today,
            active(),
            sa.not_(_has(Advice)),
            sa.not_(_has(Reward)),
            *narrowed,
        )
        .order_by(col(Goal.last_day), col(Person.latin_name), col(Goal.id))
    )
    return [(goal, person, target) for goal, person, target in db.exec(asked)]


def _has(beside: type[Advice] | type[Reward]) -> sa.ColumnElement[bool]:
    return sa.exists().where(
        col(beside.organisation_id) == col(Goal.organisation_id),
        col(beside.goal_id) == col(Goal.id),
    )


def _in_force() -> sa.ColumnElement[bool]:
    """The latest version both agreed to."""
    agreed = aliased(GoalVersion)
    latest = sa.select(sa.func.max(agreed.number)).where(
        col(agreed.organisation_id) == col(Goal.organisation_id),
        col(agreed.goal_id) == col(Goal.id),
        col(agreed.agreed_at).is_not(None),
    )
    return sa.and_(
        col(GoalVersion.organisation_id) == col(Goal.organisation_id),
        col(GoalVersion.goal_id) == col(Goal.id),
        col(GoalVersion.number) == latest.correlate(Goal).scalar_subquery(),
    )
