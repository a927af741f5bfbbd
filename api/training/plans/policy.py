"""Who sees a plan, and which topic of it a session gets."""

from collections.abc import Iterable
from datetime import date, timedelta

import sqlalchemy as sa
from sqlmodel import col

from api.people.models import Role
from api.people.policy import Actor
from api.training.models import Track, TrainingSession
from api.training.plans.models import PlannedTopic, PlanPeriod, TrainingPlan
from api.training.policy import of_the_team


def visible_to(actor: Actor) -> sa.ColumnElement[bool]:
    """A team's own, and what is planned for every team."""
    for_all = sa.and_(
        col(TrainingPlan.team_id).is_(None), col(TrainingPlan.track) != Track.MANAGEMENT
    )
    return sa.and_(
        col(TrainingPlan.organisation_id) == actor.organisation_id,
        sa.or_(
            of_the_team(actor, TrainingPlan.team_id, TrainingPlan.track),
            for_all if actor.role is not Role.ADMIN else sa.false(),
        ),
    )


def fitting(
    session: TrainingSession, topics: Iterable[tuple[TrainingPlan, PlannedTopic]]
) -> PlannedTopic | None:
    """The first topic that is wished for the week of this session, the team's own plan before the common one."""
    monday = session.day - timedelta(days=session.day.weekday())
    found = [(plan, topic) for plan, topic in topics if _fits(session, plan, topic, monday)]
    own_first = sorted(found, key=lambda one: one[0].team_id is None)
    return own_first[0][1] if own_first else None


def last_day(plan: TrainingPlan) -> date:
    """The Sunday of the last week that begins in the plan's quarter or month."""
    months = 3 if plan.period == PlanPeriod.QUARTER else 1
    year, month = divmod(plan.starts_on.year * 12 + plan.starts_on.month - 1 + months, 12)
    last = date(year, month + 1, 1) - timedelta(days=1)
    return last - timedelta(days=last.weekday()) + timedelta(days=6)


def _fits(session: TrainingSession, plan: TrainingPlan, topic: PlannedTopic, monday: date) -> bool:
    whose = plan.team_id is None or plan.team_id == session.team_id
    return whose and plan.track == session.track and topic.wish_week == monday
