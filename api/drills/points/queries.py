"""Reads of learning points and their ticks."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col, select

from api.drills.models import Mark
from api.drills.points.models import PointTick, PracticePoint
from api.people.policy import Actor


@dataclass(frozen=True)
class TickView:
    """One behaviour of the playbook, or one learning point, and how much of it was seen."""

    id: UUID
    mark: Mark
    behaviour_id: UUID | None = None
    point: PracticePoint | None = None


def offered(db: Session, actor: Actor, *, evening: date) -> list[PracticePoint]:
    """What the actor learned in the last seven days, in the order it was learned."""
    return list(
        db.exec(
            select(PracticePoint)
            .where(
                col(PracticePoint.organisation_id) == actor.organisation_id,
                col(PracticePoint.rep_id) == actor.person_id,
                col(PracticePoint.since) <= evening,
                col(PracticePoint.until) >= evening,
            )
            .order_by(col(PracticePoint.since).desc(), col(PracticePoint.id))
        )
    )


def known(db: Session, organisation_id: UUID, ids: Collection[UUID], *, rep_id: UUID) -> set[UUID]:
    """Which of these are points of this rep."""
    return set(
        db.exec(
            select(col(PracticePoint.id)).where(
                col(PracticePoint.organisation_id) == organisation_id,
                col(PracticePoint.rep_id) == rep_id,
                col(PracticePoint.id).in_(sorted(ids)),
            )
        ).all()
    )


def of_class(
    db: Session, organisation_id: UUID, *, rep_id: UUID, within_id: UUID
) -> list[PracticePoint]:
    return list(
        db.exec(
            select(PracticePoint).where(
                col(PracticePoint.organisation_id) == organisation_id,
                col(PracticePoint.rep_id) == rep_id,
                col(PracticePoint.within_id) == within_id,
            )
        )
    )


def ticked(db: Session, organisation_id: UUID, point_ids: Collection[UUID]) -> set[UUID]:
    """Which of these points have been seen in a round already."""
    return set(
        db.exec(
            select(col(PointTick.point_id)).where(
                col(PointTick.organisation_id) == organisation_id,
                col(PointTick.point_id).in_(sorted(point_ids)),
            )
        ).all()
    )


def ticks_of(
    db: Session, organisation_id: UUID, round_ids: Collection[UUID]
) -> dict[UUID, list[TickView]]:
    """By round, in the order they were recorded."""
    by_round: dict[UUID, list[TickView]] = defaultdict(list)
    if not round_ids:
        return by_round
    found = db.exec(
        select(PointTick, PracticePoint)
        .join(
            PracticePoint,
            sa.and_(
                col(PracticePoint.organisation_id) == col(PointTick.organisation_id),
                col(PracticePoint.id) == col(PointTick.point_id),
            ),
        )
        .where(
            col(PointTick.organisation_id) == organisation_id,
            col(PointTick.round_id).in_(sorted(round_ids)),
        )
        .order_by(col(PointTick.created_at), col(PointTick.id))
    ).all()
    for tick, point in found:
        by_round[tick.round_id].append(TickView(tick.id, tick.mark, point=point))
    return by_round
