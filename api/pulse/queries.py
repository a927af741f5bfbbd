"""What a pulse shows: whether it is one's turn, and the counts of the months that are over."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import Session, col, select

from api.people.models import Team
from api.people.policy import Actor
from api.pulse.models import PulseAnswer, PulseCount, PulseQuestion, PulseTurn
from api.pulse.policy import FEWEST, last_day, month_asked, teams_read

MOST_MONTHS = 3


@dataclass(frozen=True)
class Counts:
    answers: int
    yes: int
    partly: int
    no: int


@dataclass(frozen=True)
class TeamMonth:
    """`None` in the place of counts is "fewer than five answers"."""

    month: str
    team_id: UUID
    name: dict[str, str]
    useful: Counts | None
    in_time: Counts | None


@dataclass(frozen=True)
class PulseView:
    asked: str | None
    until: date | None
    answered: bool
    months: Sequence[TeamMonth]


def pulse(db: Session, actor: Actor) -> PulseView:
    """Nobody reads counts of a month that still runs: each tap would show."""
    month = month_asked(db, actor)
    answered = month is not None and has_had_turn(db, actor, month)
    waits = month if month is not None and not answered else None
    return PulseView(
        asked=named(waits) if waits else None,
        until=last_day(waits) if waits else None,
        answered=answered,
        months=_months(db, actor),
    )


def has_had_turn(db: Session, actor: Actor, month: date) -> bool:
    key = (actor.organisation_id, month, actor.person_id)
    return db.get(PulseTurn, key) is not None


def named(month: date) -> str:
    return f"{month:%Y-%m}"


def _months(db: Session, actor: Actor) -> list[TeamMonth]:
    teams = teams_read(db, actor)
    told = _counted(db, actor, teams)
    latest = sorted({month for _team, month in told}, reverse=True)[:MOST_MONTHS]
    return [
        TeamMonth(
            named(month),
            team.id,
            team.name,
            _counts(told[team.id, month], PulseQuestion.USEFUL),
            _counts(told[team.id, month], PulseQuestion.IN_TIME),
        )
        for month in latest
        for team in teams
        if (team.id, month) in told
    ]


Told = dict[tuple[str, str], int]


def _counted(db: Session, actor: Actor, teams: Sequence[Team]) -> dict[tuple[UUID, date], Told]:
    """By team and month; of the latest months that are over."""
    this_month = actor.today(db).replace(day=1)
    found: dict[tuple[UUID, date], Told] = {}
    rows = db.exec(
        select(PulseCount).where(
            col(PulseCount.organisation_id) == actor.organisation_id,
            col(PulseCount.team_id).in_([team.id for team in teams]),
            col(PulseCount.month) < this_month,
            col(PulseCount.month) >= _months_before(this_month, MOST_MONTHS),
        )
    )
    for row in rows:
        found.setdefault((row.team_id, row.month), {})[row.question, row.answer] = row.times
    return found


def _months_before(month: date, many: int) -> date:
    whole = month.year * 12 + month.month - 1 - many
    return date(whole // 12, whole % 12 + 1, 1)


def _counts(told: Told, question: PulseQuestion) -> Counts | None:
    times = {answer: told.get((question, answer), 0) for answer in PulseAnswer}
    answers = sum(times.values())
    if answers < FEWEST:
        return None
    return Counts(answers, times[PulseAnswer.YES], times[PulseAnswer.PARTLY], times[PulseAnswer.NO])
