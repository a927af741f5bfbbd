"""Reads of reality checks: one visit's, the hit rate of a team's sheets, and somebody's own calibration."""

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col, select

from api.clients.queries import ClientRef
from api.drills.reality_checks.models import Expected, RealityCheck, RealityItem, Result
from api.kit.rows import beside
from api.people.models import Person
from api.people.policy import Actor
from api.visits.models import Outcome, Visit

ENOUGH = 20
"""Under so many visits a rate says more of chance than of the sheets, so it is not shown (domain.md §6)."""
MOVES_ON = (Outcome.ADVANCED, Outcome.SIGNED, Outcome.PAID)
CONFIDENCES = (1, 2, 3)


@dataclass(frozen=True)
class ItemView:
    """`returns_on` are the evenings on which it comes back, those that are still to come."""

    id: UUID
    expected: Expected
    expected_id: UUID | None
    objection_id: UUID | None
    type_key: str | None
    words: str | None
    answer_id: UUID | None
    result: Result
    returns_on: Sequence[date]


@dataclass(frozen=True)
class CheckView:
    visit_id: UUID
    client: ClientRef
    day: date
    told_at: datetime
    items: Sequence[ItemView]
    version: int


@dataclass(frozen=True)
class Answered:
    """A kind of objection that a client was answered, with the visit and its moment."""

    type_key: str
    visit_id: UUID
    at: datetime


@dataclass(frozen=True)
class HitsOfType:
    type_key: str | None
    expected: int
    came: int
    unexpected: int


@dataclass(frozen=True)
class HitRateView:
    """What a team's sheets expected and what came. `rate` is None under twenty visits."""

    team_id: UUID
    since: date
    until: date
    visits: int
    expected: int
    came: int
    unexpected: int
    rate: float | None
    by_type: Sequence[HitsOfType]


@dataclass(frozen=True)
class SureView:
    """Visits to which somebody went this sure, and how many of them moved on."""

    confidence: int
    visits: int
    moved_on: int
    raised: int
    answered: int


@dataclass(frozen=True)
class CalibrationView:
    since: date
    until: date
    items: Sequence[SureView]


def check_of(db: Session, organisation_id: UUID, visit_id: UUID) -> RealityCheck | None:
    return db.exec(
        select(RealityCheck).where(
            col(RealityCheck.organisation_id) == organisation_id,
            col(RealityCheck.visit_id) == visit_id,
        )
    ).first()


def items_of(db: Session, check: RealityCheck) -> list[RealityItem]:
    return list(
        db.exec(
            select(RealityItem)
            .where(
                col(RealityItem.organisation_id) == check.organisation_id,
                col(RealityItem.check_id) == check.id,
            )
            .order_by(col(RealityItem.place))
        )
    )


def items_at(
    db: Session, organisation_id: UUID, visit_ids: Collection[UUID]
) -> dict[UUID, list[RealityItem]]:
    """By visit what its rep told; a visit of which nothing was told is absent."""
    if not visit_ids:
        return {}
    found = db.exec(
        select(col(RealityCheck.visit_id), RealityItem)
        .join(RealityCheck, _of_its_check())
        .where(
            col(RealityItem.organisation_id) == organisation_id,
            col(RealityCheck.visit_id).in_(sorted(visit_ids)),
        )
        .order_by(col(RealityCheck.visit_id), col(RealityItem.place))
    ).all()
    told: dict[UUID, list[RealityItem]] = defaultdict(list)
    for visit_id, item in found:
        told[visit_id].append(item)
    return dict(told)


def results_of(
    db: Session, organisation_id: UUID, objection_ids: Collection[UUID]
) -> dict[UUID, Result]:
    """What the rep said of objections heard at visits; those nobody spoke of are absent."""
    if not objection_ids:
        return {}
    found = db.exec(
        select(col(RealityItem.objection_id), col(RealityItem.result)).where(
            col(RealityItem.organisation_id) == organisation_id,
            col(RealityItem.objection_id).in_(sorted(objection_ids)),
        )
    ).all()
    return {said: Result(result) for said, result in found if said is not None}


def answered_since(
    db: Session, organisation_id: UUID, rep_id: UUID, *, since: date
) -> dict[str, date]:
    """By objection type the last day on which somebody answered it."""
    found = db.exec(
        select(col(RealityItem.type_key), sa.func.max(col(RealityCheck.day)))
        .join(RealityCheck, _of_its_check())
        .where(
            col(RealityItem.organisation_id) == organisation_id,
            col(RealityCheck.rep_id) == rep_id,
            col(RealityCheck.day) >= since,
            col(RealityItem.result) == Result.ANSWERED,
            col(RealityItem.type_key).is_not(None),
        )
        .group_by(col(RealityItem.type_key))
    ).all()
    return {key: day for key, day in found if key is not None}


def answered_at(
    db: Session, organisation_id: UUID, *, rep_id: UUID, client_id: UUID
) -> list[Answered]:
    """What a rep said to have answered at a client, the earliest visit first."""
    found = db.exec(
        select(col(RealityItem.type_key), col(Visit.id), col(Visit.happened_at))
        .join(RealityCheck, _of_its_check())
        .join(Visit, beside(RealityCheck, Visit, col(Visit.id) == col(RealityCheck.visit_id)))
        .where(
            col(RealityItem.organisation_id) == organisation_id,
            col(RealityCheck.rep_id) == rep_id,
            col(RealityCheck.client_id) == client_id,
            col(RealityItem.result) == Result.ANSWERED,
            col(Visit.deleted_at).is_(None),
        )
        .order_by(col(Visit.happened_at), col(Visit.id))
    ).all()
    return [Answered(key, visit_id, at) for key, visit_id, at in found if key and at]


def hit_rate(
    db: Session, organisation_id: UUID, team_id: UUID, *, since: date, until: date
) -> HitRateView:
    """What the sheets of a whole team expected and what came; it says nothing of anybody in it."""
    told = db.exec(
        select(
            col(RealityItem.check_id),
            col(RealityItem.type_key),
            col(RealityItem.expected),
            col(RealityItem.result),
        )
        .join(RealityCheck, _of_its_check())
        .join(Person, beside(RealityCheck, Person, col(Person.id) == col(RealityCheck.rep_id)))
        .where(
            col(RealityItem.organisation_id) == organisation_id,
            col(RealityCheck.day).between(since, until),
            col(Person.team_id) == team_id,
        )
    ).all()
    visits = {check_id for check_id, *_ in told}
    by_type: dict[str | None, Counter[str]] = defaultdict(Counter)
    for _, type_key, foreseen, result in told:
        by_type[type_key][_kind_of_hit(foreseen, result)] += 1
    types = [
        HitsOfType(key, one["came"] + one["missed"], one["came"], one["unexpected"])
        for key, one in sorted(by_type.items(), key=lambda pair: pair[0] or "~")
    ]
    expected, came = sum(one.expected for one in types), sum(one.came for one in types)
    return HitRateView(
        team_id=team_id,
        since=since,
        until=until,
        visits=len(visits),
        expected=expected,
        came=came,
        unexpected=sum(one.unexpected for one in types),
        rate=came / expected if expected and len(visits) >= ENOUGH else None,
        by_type=types,
    )


def calibration(db: Session, actor: Actor, *, since: date, until: date) -> CalibrationView:
    """How sure the actor went and what came of it; nobody else can ask for it."""
    moved = sa.func.sum(sa.case((col(Visit.outcome).in_(MOVES_ON), 1), else_=0))
    mine = (
        col(Visit.organisation_id) == actor.organisation_id,
        col(Visit.rep_id) == actor.person_id,
        col(Visit.day).between(since, until),
        col(Visit.confidence_before).is_not(None),
        col(Visit.deleted_at).is_(None),
    )
    visits = {
        sure: (count, int(on))
        for sure, count, on in db.exec(
            select(col(Visit.confidence_before), sa.func.count(), moved)
            .where(*mine)
            .group_by(col(Visit.confidence_before))
        ).all()
    }
    said = _said_by_confidence(db, mine)
    return CalibrationView(
        since=since,
        until=until,
        items=[
            SureView(sure, *visits.get(sure, (0, 0)), *said.get(sure, (0, 0)))
            for sure in CONFIDENCES
        ],
    )


def _said_by_confidence(db: Session, mine: Sequence[Any]) -> dict[int | None, tuple[int, int]]:
    """Objections that came at these visits, and those that were answered."""
    answered = sa.func.sum(sa.case((col(RealityItem.result) == Result.ANSWERED, 1), else_=0))
    found = db.exec(
        select(col(Visit.confidence_before), sa.func.count(), answered)
        .join(
            RealityCheck, beside(Visit, RealityCheck, col(RealityCheck.visit_id) == col(Visit.id))
        )
        .join(RealityItem, _of_its_check())
        .where(*mine, col(RealityItem.result) != Result.NOT_RAISED)
        .group_by(col(Visit.confidence_before))
    ).all()
    return {sure: (count, int(well)) for sure, count, well in found}


def _kind_of_hit(expected: str, result: str) -> str:
    if expected == Expected.NOWHERE:
        return "unexpected"
    return "missed" if result == Result.NOT_RAISED else "came"


def _of_its_check() -> Any:
    return sa.and_(
        col(RealityCheck.organisation_id) == col(RealityItem.organisation_id),
        col(RealityCheck.id) == col(RealityItem.check_id),
    )
