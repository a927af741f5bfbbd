"""Help as the ledger of promises reads it. Words stay with the request; of what is personal nobody is named."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col

from api.commitments.owed.queries import THANKS, Ending, Owed, Question, Source, line, read
from api.help_requests import queries as requests
from api.help_requests.models import HelpAnswer, Helped, HelpKept, HelpKind, HelpMissed, HelpRequest
from api.people.policy import Actor

KIND = "help_request"


def owed_by(db: Session, actor: Actor, person_id: UUID, *, since: date) -> list[Owed]:
    """Open promises, those kept or missed from `since` on, and thanks."""
    return read(db, actor, [SOURCE], person_id, since=since)


def _told(_actor: Actor, asked: Question, one: Owed) -> Owed:
    """A promise of an answer has its minute, and what was late stays late."""
    if not isinstance(one.due, datetime):
        return one
    return replace(one, late=(one.done_at or asked.now) > one.due)


def _lines(asked: Question) -> list[Any]:
    return [_promised(asked), _kept_before(asked), _missed(asked), _thanks(asked)]


SOURCE = Source(_lines, {KIND: _told})


def _promised(asked: Question) -> Any:
    promised_by = sa.func.coalesce(col(HelpRequest.helper_due_at), col(HelpRequest.due_at))
    answered, closed = col(HelpRequest.answered_at), col(HelpRequest.solved_at)
    never = sa.and_(answered.is_(None), closed > promised_by)
    return _line(
        due_at=promised_by,
        done_at=sa.case((never, closed), else_=answered),
        ending=sa.case((never, Ending.NEVER_ANSWERED)),
    ).where(
        col(HelpRequest.organisation_id) == asked.organisation_id,
        col(HelpRequest.helper_id) == asked.person_id,
        col(HelpRequest.deleted_at).is_(None),
        sa.or_(
            requests.owed(),
            answered >= asked.first,
            sa.and_(never, closed >= asked.first),
        ),
        sa.not_(requests.kept_of_a_request()),
    )


def _kept_before(asked: Question) -> Any:
    """Answers after which the asker was still stuck."""
    kept = _line(due_at=col(HelpKept.due_at), done_at=col(HelpKept.answered_at))
    return kept.join_from(HelpKept, HelpRequest, _its_request(HelpKept)).where(
        col(HelpKept.organisation_id) == asked.organisation_id,
        col(HelpKept.helper_id) == asked.person_id,
        col(HelpKept.answered_at) >= asked.first,
        col(HelpRequest.deleted_at).is_(None),
    )


def _missed(asked: Question) -> Any:
    """Promises let pass, also where the request was withdrawn or asked anew afterwards."""
    handed_over = (col(HelpMissed.handed_over), Ending.HANDED_OVER)
    missed = _line(
        due_at=col(HelpMissed.due_at),
        done_at=col(HelpMissed.ended_at),
        ending=sa.case(handed_over, else_=Ending.NEVER_ANSWERED),
    )
    return missed.join_from(HelpMissed, HelpRequest, _its_request(HelpMissed)).where(
        col(HelpMissed.organisation_id) == asked.organisation_id,
        col(HelpMissed.helper_id) == asked.person_id,
        col(HelpMissed.ended_at) >= asked.first,
    )


def _thanks(asked: Question) -> Any:
    """Requests closed with "yes, it helped" to which this person had answered."""
    answered = sa.exists().where(
        col(HelpAnswer.organisation_id) == col(HelpRequest.organisation_id),
        col(HelpAnswer.request_id) == col(HelpRequest.id),
        col(HelpAnswer.by_id) == asked.person_id,
    )
    return _line(THANKS, done_at=col(HelpRequest.solved_at)).where(
        col(HelpRequest.organisation_id) == asked.organisation_id,
        col(HelpRequest.asker_id) != asked.person_id,
        col(HelpRequest.deleted_at).is_(None),
        col(HelpRequest.helped) == Helped.YES,
        col(HelpRequest.solved_at) >= asked.first,
        answered,
    )


def _line(kind: str = KIND, **told: Any) -> Any:
    personal = col(HelpRequest.kind) == HelpKind.PERSONAL
    asker = sa.case((sa.not_(personal), col(HelpRequest.asker_id)))
    return line(kind, id=col(HelpRequest.id), to_id=asker, **told)


def _its_request(kept: type[HelpKept | HelpMissed]) -> sa.ColumnElement[bool]:
    """What a line of the ledger was written down about."""
    return sa.and_(
        col(HelpRequest.organisation_id) == col(kept.organisation_id),
        col(HelpRequest.id) == col(kept.request_id),
    )
