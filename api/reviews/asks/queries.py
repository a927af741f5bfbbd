"""Reads of the questions that wait for a review, in one statement."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col, select

from api.reviews.asks.models import ASKED_IN, AskKey, ReviewAsk
from api.reviews.models import Review, ReviewKind

MOST = 5
"""A review has room for a few; what waits longest is asked first."""


def of_review(db: Session, review: Review) -> Sequence[ReviewAsk]:
    """What waits for it, or was talked over in it."""
    key = ASKED_IN.get(ReviewKind(review.kind))
    if key is None:
        return []
    taken = col(ReviewAsk.review_id) == review.id
    waits = sa.or_(taken, col(ReviewAsk.review_id).is_(None)) if not review.closed else taken
    return db.exec(
        select(ReviewAsk)
        .where(
            col(ReviewAsk.organisation_id) == review.organisation_id,
            col(ReviewAsk.key) == key,
            _of(review),
            waits,
        )
        .order_by(col(ReviewAsk.asked_on), col(ReviewAsk.id))
        .limit(MOST)
    ).all()


def known(db: Session, ask: ReviewAsk, *, since: date | None) -> ReviewAsk | None:
    """The same question, as long as no review has talked it over, or since that day; of one goal it is asked once."""
    same: list[Any] = [
        col(ReviewAsk.organisation_id) == ask.organisation_id,
        col(ReviewAsk.key) == ask.key,
        col(ReviewAsk.about) == ask.about,
    ]
    if ask.key == AskKey.GOAL_OR_MIX:
        same.append(col(ReviewAsk.goal_id) == ask.goal_id)
    else:
        same += [
            col(ReviewAsk.person_id) == ask.person_id
            if ask.person_id
            else col(ReviewAsk.team_id) == ask.team_id,
            sa.or_(
                col(ReviewAsk.review_id).is_(None),
                col(ReviewAsk.asked_on) >= (since or ask.asked_on),
            ),
        ]
    return db.exec(select(ReviewAsk).where(*same)).first()


def _of(review: Review) -> Any:
    if review.person_id is not None:
        return col(ReviewAsk.person_id) == review.person_id
    return col(ReviewAsk.team_id) == review.team_id
