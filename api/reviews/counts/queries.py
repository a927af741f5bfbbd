"""Counts of the reviews of teams, in three statements."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col, select

from api.commitments.models import Commitment, CommitmentOutcome
from api.people.models import Person, Role, Team
from api.people.policy import Actor
from api.reviews.models import Review, ReviewKind
from api.reviews.talks.queries import REVIEW

FEW = 5
"""Below so many, a count would speak of one person (design.md §5)."""


@dataclass(frozen=True)
class Kept:
    settled: int
    kept: int


@dataclass(frozen=True)
class TeamCounts:
    team_id: UUID
    name: dict[str, str]
    planned: int
    held: int
    moved: int
    skipped: int
    not_held: int
    kept_by_reps: Kept | None
    kept_by_host: Kept | None


@dataclass(frozen=True)
class CountsView:
    since: date
    until: date
    teams: Sequence[TeamCounts]


def teams_of(db: Session, actor: Actor) -> list[Team]:
    """A region's teams, or the one a manager leads."""
    mine = (
        col(Team.parent_id) == actor.team_id
        if actor.role is Role.REGIONAL_MANAGER
        else col(Team.id).in_(sorted(actor.led_team_ids))
    )
    return list(
        db.exec(
            select(Team)
            .where(
                col(Team.organisation_id) == actor.organisation_id,
                col(Team.deleted_at).is_(None),
                mine,
            )
            .order_by(col(Team.name_en), col(Team.id))
        )
    )


def counts(
    db: Session, actor: Actor, teams: Sequence[Team], *, since: date, until: date
) -> CountsView:
    """What stood in the calendar of these days; a proposed deal review counts once it was taken."""
    days = (since, until)
    told = _reviews(db, actor, teams, days)
    kept = _promises(db, actor, teams, days)
    return CountsView(since, until, [_counted(team, told[team.id], kept) for team in teams])


def _counted(team: Team, told: Counter[str], kept: Counter[tuple[UUID, bool, str]]) -> TeamCounts:
    return TeamCounts(
        team_id=team.id,
        name=team.name,
        planned=told["planned"],
        held=told["held"],
        moved=told["moved"],
        skipped=told["skipped"],
        not_held=told["not_held"],
        kept_by_reps=_kept(kept, team.id, by_host=False),
        kept_by_host=_kept(kept, team.id, by_host=True),
    )


def _kept(told: Counter[tuple[UUID, bool, str]], team_id: UUID, *, by_host: bool) -> Kept | None:
    settled = sum(told[team_id, by_host, outcome] for outcome in CommitmentOutcome)
    return Kept(settled, told[team_id, by_host, CommitmentOutcome.KEPT]) if settled >= FEW else None


def _reviews(
    db: Session, actor: Actor, teams: Collection[Team], days: tuple[date, date]
) -> dict[UUID, Counter[str]]:
    """By team how many were planned, and what became of them."""
    found = db.exec(_of_teams(select(Review, col(Person.team_id)), actor, teams, days)).all()
    today = actor.today(db)
    counted: dict[UUID, Counter[str]] = {team.id: Counter() for team in teams}
    for review, team_id in found:
        counted[team_id].update(_ends(review, today))
    return counted


def _ends(review: Review, today: date) -> list[str]:
    told = {
        "planned": True,
        "held": review.agreed_at is not None,
        "moved": review.moved_from is not None,
        "skipped": review.called_off_at is not None,
        "not_held": review.late(today),
    }
    return [word for word, holds in told.items() if holds]


def _promises(
    db: Session, actor: Actor, teams: Collection[Team], days: tuple[date, date]
) -> Counter[tuple[UUID, bool, str]]:
    """Settled promises by team, by whether the host gave them, and by how they went."""
    by_host = col(Commitment.owner_id) == col(Review.host_id)
    asked = select(col(Person.team_id), by_host, col(Commitment.outcome), sa.func.count()).join(
        Commitment,
        sa.and_(
            col(Commitment.organisation_id) == col(Review.organisation_id),
            col(Commitment.origin_kind) == REVIEW,
            col(Commitment.origin_id) == col(Review.id),
            col(Commitment.outcome).is_not(None),
            col(Commitment.deleted_at).is_(None),
        ),
    )
    grouped = _of_teams(asked, actor, teams, days).group_by(
        col(Person.team_id), by_host, col(Commitment.outcome)
    )
    return Counter(
        {(team, bool(host), outcome): count for team, host, outcome, count in db.exec(grouped)}
    )


def _of_teams(asked: Any, actor: Actor, teams: Collection[Team], days: tuple[date, date]) -> Any:
    """Reviews that the managers of these teams host; those on their own coaching are not among them."""
    host = sa.and_(
        col(Person.organisation_id) == col(Review.organisation_id),
        col(Person.id) == col(Review.host_id),
    )
    return (
        asked.select_from(Review)
        .join(Person, host)
        .where(
            col(Review.organisation_id) == actor.organisation_id,
            col(Person.team_id).in_(sorted(team.id for team in teams)),
            col(Review.kind) != ReviewKind.MANAGER,
            col(Review.day).between(*days),
            col(Review.proposed).is_(False),
            col(Review.deleted_at).is_(None),
        )
    )
