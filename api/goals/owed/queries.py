"""Goals as the ledger of promises reads them. Of advice no word is told; a reward was told to the team."""

from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col, select

from api.commitments.queries import Owed
from api.goals.figures.policy import advice_due
from api.goals.models import Advice, Goal, Reward
from api.goals.queries import not_advised, open_goals
from api.people.models import Person, Role
from api.people.policy import Actor


def owed_by(db: Session, actor: Actor, person_id: UUID, *, since: date) -> list[Owed]:
    """Advice owed after misses, advice given from `since` on, late or in time, and thanks; `actor` lends the calendar."""
    first = actor.calendar.moment(since, "00:00")
    owed = advice_owed(db, actor, person_id)
    return [*owed, *_given(db, actor, person_id, first), *_thanks(db, actor, person_id, first)]


def advice_owed(db: Session, actor: Actor, person_id: UUID) -> list[Owed]:
    """To the own team, by somebody who leads one."""
    person = db.get(Person, (actor.organisation_id, person_id))
    if person is None or person.role != Role.MANAGER or person.team_id is None:
        return []
    today = actor.today(db)
    missed = open_goals(db, actor, col(Person.team_id) == person.team_id, not_advised())
    return [
        Owed("advice", goal.id, goal.owner.id, goal.advice_due, None, late=goal.advice_due < today)
        for goal in missed
        if goal.advice_due is not None
    ]


def _given(db: Session, actor: Actor, person_id: UUID, first: datetime) -> list[Owed]:
    same = sa.and_(
        col(Goal.organisation_id) == col(Advice.organisation_id),
        col(Goal.id) == col(Advice.goal_id),
    )
    given = db.exec(
        select(Advice, Goal)
        .join(Goal, same)
        .where(
            col(Advice.organisation_id) == actor.organisation_id,
            col(Advice.by_id) == person_id,
            col(Advice.created_at) >= first,
        )
        .order_by(col(Advice.created_at), col(Advice.id))
    ).all()
    told = [(one, goal, advice_due(actor.calendar, goal.last_day)) for one, goal in given]
    return [
        Owed(
            kind="advice",
            id=goal.id,
            to_id=goal.owner_id,
            due=due,
            done_at=one.created_at,
            late=actor.calendar.today(one.created_at) > due,
        )
        for one, goal, due in told
    ]


def _thanks(db: Session, actor: Actor, person_id: UUID, first: datetime) -> list[Owed]:
    rewards = db.exec(
        select(Reward)
        .where(
            col(Reward.organisation_id) == actor.organisation_id,
            col(Reward.owner_id) == person_id,
            col(Reward.created_at) >= first,
        )
        .order_by(col(Reward.created_at), col(Reward.id))
    ).all()
    return [
        Owed("thanks", one.goal_id, one.by_id, None, one.created_at, late=False, words=one.why)
        for one in rewards
    ]
