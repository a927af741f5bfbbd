"""Help as the ledger of promises reads it. Words stay with the request; of what is personal nobody is named."""

from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col, select

from api.commitments.queries import Ending, Owed
from api.help_requests import queries as requests
from api.help_requests.models import HelpAnswer, Helped, HelpKept, HelpKind, HelpMissed, HelpRequest
from api.kit.clock import now
from api.people.policy import Actor

KIND = "help_request"


def owed_by(db: Session, actor: Actor, person_id: UUID, *, since: date) -> list[Owed]:
    """Open promises, those kept or missed from `since` on, and thanks; `actor` lends the calendar."""
    first = actor.calendar.moment(since, "00:00")
    asked = (actor.organisation_id, person_id, first)
    ended = [*_kept_before(db, *asked), *_missed(db, *asked)]
    return [*_promised(db, *asked), *ended, *_thanks(db, *asked)]


def _promised(db: Session, organisation_id: UUID, person_id: UUID, first: datetime) -> list[Owed]:
    rows = db.exec(
        select(HelpRequest)
        .where(
            col(HelpRequest.organisation_id) == organisation_id,
            col(HelpRequest.helper_id) == person_id,
            col(HelpRequest.deleted_at).is_(None),
            sa.or_(requests.owed(), col(HelpRequest.answered_at) >= first, _never(first)),
            sa.not_(requests.kept_of_a_request()),
        )
        .order_by(col(HelpRequest.due_at), col(HelpRequest.id))
    ).all()
    return [
        Owed(
            kind=KIND,
            id=row.id,
            to_id=_asker(row),
            due=row.promised_by,
            done_at=row.solved_at if row.never_answered else row.answered_at,
            late=row.answered_late or row.late(now(db)) or row.never_answered,
            ending=Ending.NEVER_ANSWERED if row.never_answered else None,
        )
        for row in rows
    ]


def _never(first: datetime) -> sa.ColumnElement[bool]:
    """`HelpRequest.never_answered` as a condition, closed from that moment on."""
    promised_by = sa.func.coalesce(col(HelpRequest.helper_due_at), col(HelpRequest.due_at))
    closed = col(HelpRequest.solved_at)
    return sa.and_(col(HelpRequest.answered_at).is_(None), closed >= first, closed > promised_by)


def _kept_before(
    db: Session, organisation_id: UUID, person_id: UUID, first: datetime
) -> list[Owed]:
    """Answers after which the asker was still stuck."""
    rows = db.exec(
        select(HelpKept, HelpRequest)
        .join(HelpRequest, _its_request(HelpKept))
        .where(
            col(HelpKept.organisation_id) == organisation_id,
            col(HelpKept.helper_id) == person_id,
            col(HelpKept.answered_at) >= first,
            col(HelpRequest.deleted_at).is_(None),
        )
        .order_by(col(HelpKept.answered_at), col(HelpKept.id))
    ).all()
    return [
        Owed(
            kind=KIND,
            id=row.id,
            to_id=_asker(row),
            due=kept.due_at,
            done_at=kept.answered_at,
            late=kept.late,
        )
        for kept, row in rows
    ]


def _its_request(kept: type[HelpKept | HelpMissed]) -> sa.ColumnElement[bool]:
    """What a line of the ledger was written down about."""
    return sa.and_(
        col(HelpRequest.organisation_id) == col(kept.organisation_id),
        col(HelpRequest.id) == col(kept.request_id),
    )


def _missed(db: Session, organisation_id: UUID, person_id: UUID, first: datetime) -> list[Owed]:
    """Promises let pass, also where the request was withdrawn or asked anew afterwards."""
    rows = db.exec(
        select(HelpMissed, HelpRequest)
        .join(HelpRequest, _its_request(HelpMissed))
        .where(
            col(HelpMissed.organisation_id) == organisation_id,
            col(HelpMissed.helper_id) == person_id,
            col(HelpMissed.ended_at) >= first,
        )
        .order_by(col(HelpMissed.ended_at), col(HelpMissed.id))
    ).all()
    return [
        Owed(
            kind=KIND,
            id=row.id,
            to_id=_asker(row),
            due=missed.due_at,
            done_at=missed.ended_at,
            late=True,
            ending=Ending.HANDED_OVER if missed.handed_over else Ending.NEVER_ANSWERED,
        )
        for missed, row in rows
    ]


def _thanks(db: Session, organisation_id: UUID, person_id: UUID, first: datetime) -> list[Owed]:
    """Requests closed with "yes, it helped" to which this person had answered."""
    answered = (
        sa.select(col(HelpAnswer.id))
        .where(
            col(HelpAnswer.organisation_id) == col(HelpRequest.organisation_id),
            col(HelpAnswer.request_id) == col(HelpRequest.id),
            col(HelpAnswer.by_id) == person_id,
        )
        .exists()
    )
    rows = db.exec(
        select(HelpRequest)
        .where(
            col(HelpRequest.organisation_id) == organisation_id,
            col(HelpRequest.asker_id) != person_id,
            col(HelpRequest.deleted_at).is_(None),
            col(HelpRequest.helped) == Helped.YES,
            col(HelpRequest.solved_at) >= first,
            answered,
        )
        .order_by(col(HelpRequest.solved_at), col(HelpRequest.id))
    ).all()
    return [
        Owed(
            kind="thanks",
            id=row.id,
            to_id=_asker(row),
            due=None,
            done_at=row.solved_at,
            late=False,
        )
        for row in rows
    ]


def _asker(request: HelpRequest) -> UUID | None:
    return None if request.kind == HelpKind.PERSONAL else request.asker_id
