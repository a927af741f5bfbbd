"""Where the next word of a goal is somebody's own; whoever waits for it hears nothing."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from api.goals.figures.policy import advice_due
from api.goals.misses.queries import misses
from api.goals.models import Advice, Goal, GoalVersion
from api.kit.clock import now
from api.people import queries as people
from api.people.models import Person, Role
from api.people.policy import Actor
from api.reminders.due.policy import NEWS_FOR, Due, afternoon_before, near
from api.reminders.models import ReminderKind

LAST_MISSES = 21
"""Days back in which a period may have ended whose advice is due now, long holidays included."""


def proposals(db: Session, actor: Actor) -> Iterator[Due]:
    """An amount was proposed, and the other side has not said yes to it or named another."""
    newer = aliased(GoalVersion)
    latest = ~(
        sa.select(newer.id)  # type: ignore[call-overload]  # SQLModel types columns as values
        .where(
            newer.organisation_id == col(GoalVersion.organisation_id),
            newer.goal_id == col(GoalVersion.goal_id),
            newer.number > col(GoalVersion.number),
        )
        .exists()
    )
    waits = (col(GoalVersion.agreed_at).is_(None), latest, col(Goal.last_day) >= actor.today(db))
    for version, goal, owner in _with_goals(db, actor, GoalVersion, "created_at", *waits):
        by_owner = version.proposed_by_id == owner.id
        for person_id in _leads(db, owner) if by_owner else [owner.id]:
            yield _of_goal(person_id, goal, version.id, actor, version.created_at)


def advice_given(db: Session, actor: Actor) -> Iterator[Due]:
    """Advice that nobody has answered yet; put right, it is news again."""
    waits = col(Advice.answer).is_(None)
    for advice, goal, owner in _with_goals(db, actor, Advice, "updated_at", waits):
        yield _of_goal(owner.id, goal, advice.id, actor, advice.updated_at)


def advice_owed(db: Session, actor: Actor) -> Iterator[Due]:
    """The manager who owes advice hears of it before its day, as of any other promise, and never after it."""
    (first, last), today = near(db, actor), actor.today(db)
    days = [today - timedelta(days=back) for back in range(1, LAST_MISSES)]
    asked = [day for day in days if first <= advice_due(actor.calendar, day) <= last]
    if not asked or now(db) < afternoon_before(actor, last):
        return
    for one in misses(db, actor, col(Goal.last_day).in_(asked)):
        for person_id in _leads(db, one.owner):
            yield Due(
                person_id=person_id,
                kind=ReminderKind.GOAL,
                origin_id=one.goal.id,
                day=one.advice_due,
                path=f"/goals/{one.goal.id}",
                wanted=afternoon_before(actor, one.advice_due),
                until=actor.evening_closes_at(one.advice_due),
            )


SOURCES: tuple[Callable[[Session, Actor], Iterator[Due]], ...] = (
    proposals,
    advice_given,
    advice_owed,
)


def _of_goal(person_id: UUID, goal: Goal, origin_id: UUID, actor: Actor, since: datetime) -> Due:
    return Due(
        person_id=person_id,
        kind=ReminderKind.GOAL,
        origin_id=origin_id,
        day=actor.calendar.today(since),
        path=f"/goals/{goal.id}",
        wanted=since,
        until=since + NEWS_FOR,
    )


def _with_goals(
    db: Session, actor: Actor, kind: Any, told: str, *narrowed: sa.ColumnElement[bool]
) -> Sequence[Any]:
    """What was told of goals lately, with the goal and its owner."""
    of_goal = sa.and_(
        col(Goal.organisation_id) == kind.organisation_id, col(Goal.id) == kind.goal_id
    )
    owner = sa.and_(
        col(Person.organisation_id) == col(Goal.organisation_id),
        col(Person.id) == col(Goal.owner_id),
    )
    asked: Any = select(kind, Goal, Person).join(Goal, of_goal).join(Person, owner)
    found: Sequence[Any] = db.exec(
        asked.where(
            kind.organisation_id == actor.organisation_id,
            col(Goal.deleted_at).is_(None),
            getattr(kind, told) > now(db) - NEWS_FOR,
            *narrowed,
        ).order_by(kind.id)
    ).all()
    return found


def _leads(db: Session, owner: Person) -> Sequence[UUID]:
    return db.exec(
        select(Person.id).where(
            col(Person.organisation_id) == owner.organisation_id,
            col(Person.role) == Role.MANAGER,
            col(Person.team_id) == owner.team_id,
            people.active(),
        )
    ).all()
