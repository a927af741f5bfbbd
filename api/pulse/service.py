"""Answering the two questions: the turn is noted, the answer counted, and nothing else is kept."""

from datetime import date
from itertools import product
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session

from api.people.models import Role
from api.people.policy import Actor
from api.pulse import queries
from api.pulse.models import PulseAnswer, PulseCount, PulseQuestion, PulseTurn
from api.pulse.policy import NotAskedNow, month_asked
from api.pulse.queries import PulseView
from api.pulse.schemas import PulseAnswers

Tables = tuple[sa.Table, sa.Table]
TURNS: sa.Table = PulseTurn.__table__  # type: ignore[attr-defined]  # SQLModel adds __table__
COUNTS: sa.Table = PulseCount.__table__  # type: ignore[attr-defined]  # SQLModel adds __table__


def pulse(db: Session, actor: Actor) -> PulseView:
    return queries.pulse(db, actor)


def answer(db: Session, actor: Actor, *, month: str, given: PulseAnswers) -> PulseView:
    """Once a month: said again it counts nothing, for nobody could tell what was said before. No fact is published."""
    actor.needs(Role.REP)
    asked = month_asked(db, actor)
    if asked is None or queries.named(asked) != month:
        raise NotAskedNow
    if _takes_turn(db, actor, asked):
        _count(db, actor, asked, given)
    return queries.pulse(db, actor)


def _takes_turn(db: Session, actor: Actor, month: date) -> bool:
    turn = {
        "organisation_id": actor.organisation_id,
        "month": month,
        "person_id": actor.person_id,
    }
    taken = _insert(db, TURNS).values(turn).on_conflict_do_nothing().returning(TURNS.c.month)
    return db.connection().execute(taken).first() is not None


def _count(db: Session, actor: Actor, month: date, given: PulseAnswers) -> None:
    """Touches every count of the team's month, so that the rows of an answer are not newer than the others."""
    said = {PulseQuestion.USEFUL: given.useful, PulseQuestion.IN_TIME: given.in_time}
    rows = [
        {
            "organisation_id": actor.organisation_id,
            "team_id": actor.team_id,
            "month": month,
            "question": question,
            "answer": answer_,
            "times": int(said[question] == answer_),
        }
        for question, answer_ in product(PulseQuestion, PulseAnswer)
    ]
    counted = _insert(db, COUNTS).values(rows)
    more = {"times": COUNTS.c.times + counted.excluded.times}
    db.connection().execute(
        counted.on_conflict_do_update(index_elements=list(COUNTS.primary_key), set_=more)
    )


def _insert(db: Session, table: sa.Table) -> Any:
    dialect = db.connection().dialect.name
    return postgresql.insert(table) if dialect == "postgresql" else sqlite.insert(table)
