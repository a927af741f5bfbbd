"""Reads of rewards: two statements for a page of any size."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col, select

from api.goals.models import Goal, Metric, Period, Reward
from api.goals.rewards.policy import visible_to
from api.kit.paging import Key, PageAsked, Paged, page_of
from api.people import queries as people
from api.people.policy import Actor
from api.people.queries import PersonRef


@dataclass(frozen=True)
class RewardedGoal:
    id: UUID
    metric: Metric
    period: Period
    first: date
    last: date


@dataclass(frozen=True)
class RewardView:
    id: UUID
    owner: PersonRef
    by: PersonRef
    team_id: UUID
    why: str
    given_at: datetime
    goal: RewardedGoal


def page(db: Session, actor: Actor, *, asked: PageAsked) -> Paged[RewardView]:
    """The newest first."""
    keys = [Key(col(Reward.created_at), "desc"), Key(col(Reward.id), "desc")]
    found = page_of(db, _with_goals().where(visible_to(actor)), keys=keys, asked=asked)
    return Paged(_views(db, actor.organisation_id, found.items), found.next_cursor)


def given_for(db: Session, goal: Goal) -> Reward | None:
    it = (
        col(Reward.organisation_id) == goal.organisation_id,
        col(Reward.goal_id) == goal.id,
    )
    return db.exec(select(Reward).where(*it)).first()


def of_goal(db: Session, goal: Goal) -> RewardView | None:
    found = given_for(db, goal)
    return _views(db, goal.organisation_id, [(found, goal)])[0] if found else None


def _with_goals() -> Any:
    same = sa.and_(
        col(Goal.organisation_id) == col(Reward.organisation_id),
        col(Goal.id) == col(Reward.goal_id),
    )
    return select(Reward, Goal).join(Goal, same)


def _views(db: Session, organisation_id: UUID, rows: Any) -> list[RewardView]:
    named = [who for reward, _ in rows for who in (reward.owner_id, reward.by_id)]
    names = people.refs(db, organisation_id, named)
    return [
        RewardView(
            id=reward.id,
            owner=names[reward.owner_id],
            by=names[reward.by_id],
            team_id=reward.team_id,
            why=reward.why,
            given_at=reward.created_at,
            goal=RewardedGoal(goal.id, goal.metric, goal.period, goal.first_day, goal.last_day),
        )
        for reward, goal in rows
    ]
