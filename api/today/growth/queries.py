"""What stands in a growth file, each part in one statement; every row is asked for by person, whatever the team was."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col, select

from api.drills.models import Drill, Mark, Round, RoundTick
from api.people.models import Person
from api.playbook.models import Answer, AnswerUse, Behaviour, BilingualText, ObjectionType, Skill
from api.ride_alongs.ladder.models import RungEvidence, RungMove
from api.ride_alongs.models import Rung
from api.visits.models import Visit

MOST_RUNGS = 12
MOST_ANSWERS = 4


@dataclass(frozen=True)
class Days:
    """The weeks a page is about, both days included; `since` and `until` are those days in UTC, the end left out."""

    first: date
    last: date
    since: datetime
    until: datetime


@dataclass(frozen=True)
class TickRow:
    """On one day, how often a behaviour was marked so."""

    behaviour_id: UUID
    text: BilingualText
    skill_key: str
    skill: BilingualText
    day: date
    mark: Mark
    times: int


@dataclass(frozen=True)
class SeenAt:
    visit_id: UUID
    day: date


@dataclass(frozen=True)
class RungReached:
    skill_key: str
    name: BilingualText
    from_rung: Rung
    to_rung: Rung
    day: date
    evidence: Sequence[SeenAt]


@dataclass(frozen=True)
class AnswerSaid:
    """One of the playbook's answers, and how it went at this person's visits."""

    answer_id: UUID
    type_key: str
    text: dict[str, str | None]
    worked: int
    partly: int
    not_worked: int


def ticks(db: Session, whose: Person, days: Days) -> list[TickRow]:
    """Of rounds played in the rep's seat, in the order of the playbook."""
    # A JSON column cannot be grouped by on PostgreSQL, so the rows are counted by their keys first.
    counted = _ticks_counted(whose, days)
    asked: Any = (
        sa.select(
            *(col(Behaviour.id), col(Behaviour.text), col(Skill.key), col(Skill.name)),
            *(counted.c.day, counted.c.mark, counted.c.times),
        )
        .select_from(counted)
        .join(Behaviour, _is(Behaviour, counted.c.behaviour_id, whose))
        .join(Skill, _is(Skill, Behaviour.skill_id, whose))
        .order_by(col(Skill.position), col(Behaviour.position), col(Behaviour.id), counted.c.day)
    )
    return [TickRow(*row) for row in db.connection().execute(asked)]


def _ticks_counted(whose: Person, days: Days) -> Any:
    named: Any = (
        col(RoundTick.behaviour_id).label("behaviour_id"),
        col(Drill.day).label("day"),
        col(RoundTick.mark).label("mark"),
    )
    return (
        sa.select(*named, sa.func.count().label("times"))
        .select_from(RoundTick)
        .join(Round, _is(Round, RoundTick.round_id, whose))
        .join(Drill, _is(Drill, Round.drill_id, whose))
        .where(
            col(RoundTick.organisation_id) == whose.organisation_id,
            col(Round.rep_id) == whose.id,
            col(Drill.day).between(days.first, days.last),
        )
        .group_by(*named)
        .subquery()
    )


def rounds(db: Session, whose: Person, days: Days) -> dict[date, int]:
    """Rounds fired in the rep's seat, by day."""
    found = db.exec(
        select(col(Drill.day), sa.func.count())
        .join(Round, _is(Round, Drill.id, whose, of=Round.drill_id))
        .where(
            col(Drill.organisation_id) == whose.organisation_id,
            col(Round.rep_id) == whose.id,
            col(Drill.day).between(days.first, days.last),
        )
        .group_by(col(Drill.day))
    )
    return dict(found.all())


def rungs(db: Session, whose: Person, days: Days) -> list[RungReached]:
    """Moves that both agreed on, the latest first, each with the visits that spoke for it."""
    found = db.exec(
        select(RungMove, col(Skill.name))
        .join(Skill, _is(Skill, RungMove.skill_key, whose, of=Skill.key))
        .where(
            col(RungMove.organisation_id) == whose.organisation_id,
            col(RungMove.person_id) == whose.id,
            col(RungMove.agrees).is_(True),
            col(RungMove.day).between(days.first, days.last),
        )
        .order_by(col(RungMove.day).desc(), col(RungMove.id).desc())
        .limit(MOST_RUNGS)
    ).all()
    seen = _seen_at(db, whose, [move.id for move, _name in found])
    return [
        RungReached(
            move.skill_key, name, Rung(move.from_rung), Rung(move.to_rung), move.day, seen[move.id]
        )
        for move, name in found
        if move.day is not None
    ]


def _seen_at(db: Session, whose: Person, move_ids: Sequence[UUID]) -> dict[UUID, list[SeenAt]]:
    found: dict[UUID, list[SeenAt]] = {one: [] for one in move_ids}
    rows = db.exec(
        select(col(RungEvidence.move_id), col(Visit.id), col(Visit.day))
        .join(Visit, _is(Visit, RungEvidence.visit_id, whose))
        .where(
            col(RungEvidence.organisation_id) == whose.organisation_id,
            col(RungEvidence.move_id).in_(move_ids),
        )
        .order_by(col(Visit.day), col(Visit.id))
    )
    for move_id, visit_id, day in rows:
        found[move_id].append(SeenAt(visit_id, day))
    return found


def answers(db: Session, whose: Person, days: Days) -> list[AnswerSaid]:
    """Those that worked at a visit at least once, the oftenest first."""
    counted = _uses_counted(whose, days)
    found = db.connection().execute(
        sa.select(
            *(col(Answer.id), col(ObjectionType.key), col(Answer.text)),
            *(counted.c.worked, counted.c.partly, counted.c.not_worked),
        )
        .select_from(counted)
        .join(Answer, _is(Answer, counted.c.answer_id, whose))
        .join(ObjectionType, _is(ObjectionType, Answer.type_id, whose))
        .where(counted.c.worked > 0)
        .order_by(counted.c.worked.desc(), col(Answer.id))
        .limit(MOST_ANSWERS)
    )
    return [
        AnswerSaid(id_, key, {"zh": text.get("zh"), "en": text.get("en")}, *times)
        for id_, key, text, *times in found
    ]


def _uses_counted(whose: Person, days: Days) -> Any:
    def times(result: str) -> Any:
        return sa.func.sum(sa.case((col(AnswerUse.result) == result, 1), else_=0))

    named: Any = col(AnswerUse.answer_id).label("answer_id")
    return (
        sa.select(
            named,
            times("worked").label("worked"),
            times("partly").label("partly"),
            times("not").label("not_worked"),
        )
        .where(
            col(AnswerUse.organisation_id) == whose.organisation_id,
            col(AnswerUse.by_id) == whose.id,
            col(AnswerUse.deleted_at).is_(None),
            col(AnswerUse.day).between(days.first, days.last),
        )
        .group_by(named)
        .subquery()
    )


def _is(table: Any, leads: Any, whose: Person, *, of: Any = None) -> Any:
    """A join by id (or by `of`) that stays inside the organisation."""
    mine = col(table.organisation_id) == whose.organisation_id
    return sa.and_(mine, (col(table.id) if of is None else of) == leads)
