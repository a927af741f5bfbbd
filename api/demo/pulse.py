"""Last month's two questions: what five or six of each team answered; of one team too few said whether help was in time."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, SQLModel, col, select

from api.people.models import Person, Role, Team, TeamKind
from api.people.queries import active
from api.pulse.models import PulseAnswer, PulseCount, PulseQuestion, PulseTurn

USEFUL, IN_TIME = PulseQuestion.USEFUL, PulseQuestion.IN_TIME
SAID: dict[str, dict[PulseQuestion, tuple[int, int, int]]] = {
    "Gull": {USEFUL: (4, 1, 0), IN_TIME: (3, 2, 0)},
    "Lighthouse": {USEFUL: (2, 2, 1), IN_TIME: (1, 2, 2)},
    "Farsail": {USEFUL: (3, 1, 1), IN_TIME: (2, 1, 0)},
}
"""How many said yes, partly and no: Lighthouse's manager let help wait (domain.md §9, story d)."""


def answered_last_month(db: Session, organisation_id: UUID, today: date) -> None:
    month = (today.replace(day=1) - timedelta(days=1)).replace(day=1)
    teams = db.exec(
        select(Team).where(
            col(Team.organisation_id) == organisation_id, col(Team.kind) == TeamKind.TEAM
        )
    ).all()
    for team in teams:
        said = SAID[team.name_en]
        _write(db, PulseCount, _counts(team, month, said))
        _write(db, PulseTurn, _turns(db, team, month, many=max(map(sum, said.values()))))


def _counts(
    team: Team, month: date, said: dict[PulseQuestion, tuple[int, int, int]]
) -> Iterator[dict[str, Any]]:
    for question, all_times in said.items():
        for answer, times in zip(PulseAnswer, all_times, strict=True):
            yield {
                "organisation_id": team.organisation_id,
                "team_id": team.id,
                "month": month,
                "question": question,
                "answer": answer,
                "times": times,
            }


def _turns(db: Session, team: Team, month: date, *, many: int) -> Iterator[dict[str, Any]]:
    """Of those who were there longest: newcomers came after."""
    reps = db.exec(
        select(col(Person.id))
        .where(
            col(Person.organisation_id) == team.organisation_id,
            col(Person.team_id) == team.id,
            col(Person.role) == Role.REP,
            active(),
        )
        .order_by(col(Person.joined_on), col(Person.id))
        .limit(many)
    )
    for person_id in reps:
        yield {
            "organisation_id": team.organisation_id,
            "month": month,
            "person_id": person_id,
        }


def _write(db: Session, kind: type[SQLModel], rows: Iterator[dict[str, Any]]) -> None:
    table: sa.Table = kind.__table__  # type: ignore[attr-defined]  # SQLModel adds __table__
    db.connection().execute(sa.insert(table), list(rows))
