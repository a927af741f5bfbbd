"""Reviews as the ledger of promises reads them: past their day, moved or called off after it, and held."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col, select

from api.commitments.queries import Ending, Owed, first_day, moved_late
from api.people.policy import Actor
from api.reviews.models import Review, ReviewMove
from api.reviews.talks.queries import REVIEW


def owed_by(db: Session, actor: Actor, person_id: UUID, *, since: date) -> list[Owed]:
    """What somebody hosts and has not held in its day, and what was held or called off from `since` on."""
    moves = _moves(db, actor, person_id)
    slipped = [id_ for id_, own in moves.items() if moved_late(actor, own)]
    first = actor.calendar.moment(since, "00:00")
    over = sa.or_(col(Review.day) < actor.today(db), col(Review.id).in_(slipped))
    found = db.exec(
        select(Review)
        .where(
            col(Review.organisation_id) == actor.organisation_id,
            col(Review.host_id) == person_id,
            col(Review.deleted_at).is_(None),
            col(Review.proposed).is_(False),
            sa.or_(
                sa.and_(col(Review.agreed_at).is_(None), over, _stands_or_since(first)),
                col(Review.agreed_at) >= first,
            ),
        )
        .order_by(col(Review.day), col(Review.id))
    ).all()
    told = [_owed(db, actor, one, moves.get(one.id, [])) for one in found]
    return [one for one in told if one is not None]


def _stands_or_since(first: object) -> sa.ColumnElement[bool]:
    off = col(Review.called_off_at)
    return sa.or_(off.is_(None), off >= first)


def _owed(db: Session, actor: Actor, one: Review, moves: Sequence[ReviewMove]) -> Owed | None:
    """None for what was called off in time: nobody was late with it."""
    off = one.called_off_at
    off_late = off is not None and actor.calendar.today(off) > one.day
    slipped = moved_late(actor, moves)
    if off is not None and not off_late and not slipped:
        return None
    return Owed(
        kind=REVIEW,
        id=one.id,
        to_id=one.person_id,
        due=one.day,
        done_at=off or one.held_at,
        late=off_late or one.late(actor.today(db)) or _held_late(actor, one),
        ending=Ending.CALLED_OFF if off else None,
        first_due=first_day(moves),
        moved_late=slipped,
    )


def _held_late(actor: Actor, one: Review) -> bool:
    """After the day it stood on in the end; that it moved is told beside it."""
    return one.held_at is not None and actor.calendar.today(one.held_at) > one.day


def _moves(db: Session, actor: Actor, host_id: UUID) -> dict[UUID, list[ReviewMove]]:
    """Of what somebody hosts, by review, in the order they were made."""
    same = sa.and_(
        col(Review.organisation_id) == col(ReviewMove.organisation_id),
        col(Review.id) == col(ReviewMove.review_id),
    )
    asked = (
        select(ReviewMove)
        .join(Review, same)
        .where(
            col(ReviewMove.organisation_id) == actor.organisation_id,
            col(Review.host_id) == host_id,
        )
        .order_by(col(ReviewMove.created_at), col(ReviewMove.id))
    )
    found: dict[UUID, list[ReviewMove]] = defaultdict(list)
    for move in db.exec(asked):
        found[move.review_id].append(move)
    return found
