"""Reviews as the ledger of promises reads them: past their day, moved or called off after it, and held."""

from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col

from api.commitments.owed.queries import (
    Ending,
    Owed,
    Question,
    Source,
    StandsIf,
    late_by_day,
    line,
    move,
    read,
)
from api.people.policy import Actor
from api.reviews.models import Review, ReviewMove
from api.reviews.talks.queries import REVIEW


def owed_by(db: Session, actor: Actor, person_id: UUID, *, since: date) -> list[Owed]:
    """What somebody hosts and has not held in its day, and what was held or called off from `since` on."""
    return read(db, actor, [SOURCE], person_id, since=since)


def _hosted(asked: Question) -> list[Any]:
    """Nobody is late with what was called off in time, and late only for the day it stood on in the end."""
    off, agreed = col(Review.called_off_at), col(Review.agreed_at)
    over = sa.or_(col(Review.day) < asked.today, sa.exists().where(_of_review()))
    standing = (
        col(Review.organisation_id) == asked.organisation_id,
        col(Review.host_id) == asked.person_id,
        col(Review.deleted_at).is_(None),
        col(Review.proposed).is_(False),
        sa.or_(
            sa.and_(agreed.is_(None), sa.or_(off.is_(None), off >= asked.first)),
            agreed >= asked.first,
        ),
    )
    held = sa.case((agreed.is_not(None), sa.func.coalesce(col(Review.started_at), agreed)))
    hosted = line(
        REVIEW,
        id=col(Review.id),
        to_id=col(Review.person_id),
        due=col(Review.day),
        done_at=sa.func.coalesce(off, held),
        ending=sa.case((off.is_not(None), Ending.CALLED_OFF)),
        stands_if=sa.case((agreed.is_(None), StandsIf.LATE)),
    ).where(*standing, sa.or_(agreed.is_not(None), over))
    moves = move(REVIEW, of=col(ReviewMove.review_id), row=ReviewMove)
    return [hosted, moves.join_from(ReviewMove, Review, _of_review()).where(*standing)]


SOURCE = Source(_hosted, {REVIEW: late_by_day})


def _of_review() -> sa.ColumnElement[bool]:
    return sa.and_(
        col(ReviewMove.organisation_id) == col(Review.organisation_id),
        col(ReviewMove.review_id) == col(Review.id),
    )
