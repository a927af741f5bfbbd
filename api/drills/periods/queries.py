"""Reads of evenings over several days, in one statement; rounds are counted, and nothing of them is scored."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col, select

from api.drills.models import Drill, Round


@dataclass(frozen=True)
class EveningOfPeriod:
    """An evening and the rounds these people played in it, in either seat."""

    drill_id: UUID
    day: date
    rounds: int


def evenings_between(
    db: Session,
    organisation_id: UUID,
    person_ids: Collection[UUID],
    *,
    since: date,
    until: date,
    client_id: UUID | None = None,
) -> list[EveningOfPeriod]:
    """Evenings on which one of these people played, both days included, the newest first."""
    named = sorted(person_ids)
    asked = (
        select(col(Drill.id), col(Drill.day), sa.func.count())
        .join(
            Round,
            sa.and_(
                col(Round.organisation_id) == col(Drill.organisation_id),
                col(Round.drill_id) == col(Drill.id),
            ),
        )
        .where(
            col(Drill.organisation_id) == organisation_id,
            col(Drill.day).between(since, until),
            sa.or_(col(Round.rep_id).in_(named), col(Round.boss_id).in_(named)),
        )
        .group_by(col(Drill.id), col(Drill.day))
        .order_by(col(Drill.day).desc(), col(Drill.id).desc())
    )
    if client_id is not None:
        asked = asked.where(col(Round.client_id) == client_id)
    return [EveningOfPeriod(*row) for row in db.exec(asked)]


def sat_in_between(
    db: Session, organisation_id: UUID, person_id: UUID, *, since: date, until: date
) -> int:
    """On how many evenings somebody sat in a round, in whichever seat, both days included."""
    seats = (col(Round.rep_id), col(Round.boss_id), col(Round.observer_id))
    drill = sa.and_(
        col(Round.organisation_id) == col(Drill.organisation_id),
        col(Round.drill_id) == col(Drill.id),
    )
    asked = (
        select(sa.func.count(col(Drill.day).distinct()))
        .join(Round, drill)
        .where(
            col(Drill.organisation_id) == organisation_id,
            col(Drill.day).between(since, until),
            sa.or_(*(seat == person_id for seat in seats)),
        )
    )
    return db.exec(asked).one()


def rounds_for_client(
    db: Session, organisation_id: UUID, rep_id: UUID, client_id: UUID, *, until: date
) -> dict[UUID, int]:
    """Rounds somebody fired for a client up to a day, by who sat there as the boss, the most rounds first."""
    drill = sa.and_(
        col(Round.organisation_id) == col(Drill.organisation_id),
        col(Round.drill_id) == col(Drill.id),
    )
    fired = sa.func.count().label("fired")
    asked = (
        select(col(Round.boss_id), fired)
        .join(Drill, drill)
        .where(
            col(Drill.organisation_id) == organisation_id,
            col(Drill.day) <= until,
            col(Round.rep_id) == rep_id,
            col(Round.client_id) == client_id,
        )
        .group_by(col(Round.boss_id))
        .order_by(fired.desc(), col(Round.boss_id))
    )
    return dict(db.exec(asked).all())


def last_kept(
    db: Session,
    organisation_id: UUID,
    *,
    rep_id: UUID,
    client_id: UUID,
    since: date,
    before: date,
) -> Round | None:
    """The latest round that somebody played at a client on these evenings and of which something was kept."""
    return db.exec(
        select(Round)
        .join(
            Drill,
            sa.and_(
                col(Drill.organisation_id) == col(Round.organisation_id),
                col(Drill.id) == col(Round.drill_id),
            ),
        )
        .where(
            col(Round.organisation_id) == organisation_id,
            col(Round.rep_id) == rep_id,
            col(Round.client_id) == client_id,
            col(Round.keep).is_not(None),
            col(Drill.day) >= since,
            col(Drill.day) < before,
        )
        .order_by(col(Round.started_at).desc(), col(Round.id).desc())
    ).first()
