"""Goals as the ledger of promises reads them. Of advice no word is told; a reward was told to the team."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col

from api.commitments.owed.queries import (
    THANKS,
    Owed,
    Question,
    Source,
    late_by_day,
    line,
    read,
)
from api.goals.figures.policy import advice_due
from api.goals.misses.queries import misses
from api.goals.models import Advice, Goal, Reward
from api.people.models import Person, Role
from api.people.policy import Actor
from api.people.queries import ref

ADVICE = "advice"


def owed_by(db: Session, actor: Actor, person_id: UUID, *, since: date) -> list[Owed]:
    """Advice owed after misses, advice given from `since` on, late or in time, and thanks."""
    return read(db, actor, [SOURCE], person_id, since=since)


def _given(asked: Question) -> list[Any]:
    same = sa.and_(
        col(Goal.organisation_id) == col(Advice.organisation_id),
        col(Goal.id) == col(Advice.goal_id),
    )
    given = line(
        ADVICE,
        id=col(Goal.id),
        to_id=col(Goal.owner_id),
        due=col(Goal.last_day),
        done_at=col(Advice.created_at),
    )
    thanks = line(
        THANKS,
        id=col(Reward.goal_id),
        to_id=col(Reward.by_id),
        done_at=col(Reward.created_at),
        words=col(Reward.why),
    )
    return [
        given.join_from(Advice, Goal, same).where(
            col(Advice.organisation_id) == asked.organisation_id,
            col(Advice.by_id) == asked.person_id,
            col(Advice.created_at) >= asked.first,
        ),
        thanks.where(
            col(Reward.organisation_id) == asked.organisation_id,
            col(Reward.owner_id) == asked.person_id,
            col(Reward.created_at) >= asked.first,
        ),
    ]


def _told(actor: Actor, asked: Question, one: Owed) -> Owed:
    """A line holds the last day of the goal; advice is due some working days after it."""
    if one.due is None:
        return one
    return late_by_day(actor, asked, replace(one, due=advice_due(actor.calendar, one.due)))


def _not_given(db: Session, actor: Actor, person_id: UUID) -> list[Owed]:
    """To the own team, by somebody who leads one: whether a goal was missed is counted, no row says it."""
    person = db.get(Person, (actor.organisation_id, person_id))
    if person is None or person.role != Role.MANAGER or person.team_id is None:
        return []
    today = actor.today(db)
    return [
        Owed(
            kind=ADVICE,
            id=one.goal.id,
            to=ref(one.owner),
            due=one.advice_due,
            done_at=None,
            late=one.advice_due < today,
            to_role=Role(one.owner.role),
        )
        for one in misses(db, actor, col(Person.team_id) == person.team_id)
    ]


SOURCE = Source(_given, {ADVICE: _told}, _not_given)
