"""What was said to a request, and who answered for whom."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, select

from api.commitments.models import Correction
from api.help_requests.models import HelpAnswer, HelpHandOver, HelpRequest, Offer
from api.kit.clock import now
from api.people import queries as people
from api.people.policy import Actor
from api.people.queries import PersonRef

Names = dict[UUID, PersonRef]


@dataclass(frozen=True)
class AnswerView:
    id: UUID
    by: PersonRef
    words: str | None
    offers: Offer
    on_day: date | None
    correction: Correction | None
    at: datetime


@dataclass(frozen=True)
class HandOverView:
    id: UUID
    from_: PersonRef | None
    to: PersonRef
    by: PersonRef
    why: str | None
    at: datetime


@dataclass(frozen=True)
class Thread:
    """Both in the order in which they happened."""

    answers: Sequence[AnswerView]
    hand_overs: Sequence[HandOverView]


def thread_of(db: Session, request: HelpRequest) -> Thread:
    """In three statements; who may read the request was asked before."""
    answers = _of_request(db, request, HelpAnswer)
    moved = _of_request(db, request, HelpHandOver)
    named = {one.by_id for one in answers} | {who for one in moved for who in _sides(one)}
    names = people.refs(db, request.organisation_id, named)
    return Thread(
        [_answer(one, names) for one in answers], [_hand_over(one, names) for one in moved]
    )


def first_of_each(db: Session, organisation_id: UUID, request_id: UUID) -> list[HelpAnswer]:
    """The first word of everybody who helped; the asker's own are none."""
    request = db.get(HelpRequest, (organisation_id, request_id))
    if request is None:
        return []
    first: dict[UUID, HelpAnswer] = {}
    for one in _of_request(db, request, HelpAnswer):
        if one.by_id != request.asker_id:
            first.setdefault(one.by_id, one)
    return list(first.values())


def closed_on(db: Session, actor: Actor, request_id: UUID) -> date:
    """The day its asker closed it; `actor` lends the zone."""
    request = db.get_one(HelpRequest, (actor.organisation_id, request_id))
    return actor.calendar.today(request.solved_at or now(db))


def _of_request(db: Session, request: HelpRequest, kind: Any) -> Sequence[Any]:
    """Answers or hand-overs in the order they were made."""
    asked = select(kind).where(
        col(kind.organisation_id) == request.organisation_id, col(kind.request_id) == request.id
    )
    return db.exec(asked.order_by(col(kind.created_at), col(kind.id))).all()


def _sides(moved: HelpHandOver) -> tuple[UUID | None, ...]:
    return moved.from_id, moved.to_id, moved.by_id


def _answer(one: HelpAnswer, names: Names) -> AnswerView:
    return AnswerView(
        id=one.id,
        by=names[one.by_id],
        words=one.words,
        offers=one.offers,
        on_day=one.on_day,
        correction=one.correction,
        at=one.said_at,
    )


def _hand_over(one: HelpHandOver, names: Names) -> HandOverView:
    from_ = names[one.from_id] if one.from_id else None
    return HandOverView(one.id, from_, names[one.to_id], names[one.by_id], one.why, one.created_at)
