"""What two of the month's reviews said, because a story of domain.md §9 goes through them."""

from datetime import datetime
from typing import TypeVar

from api.commitments.models import Commitment, CommitmentOutcome
from api.demo.ledger import Ledger, words
from api.demo.month import Month
from api.reviews.models import Review
from api.reviews.pre_reads.models import ReviewNote, Side
from api.reviews.talks.models import ReviewAnswer

R = TypeVar("R", ReviewNote, ReviewAnswer)

FORGOT_HELP = ("ma.zhaohui", 16)
"""Story (d): the regional review after the answer that came three days late."""
MONEY_COMES = 24
"""Story (c): the working day by which 韩雪 promised a date for the money; it lies ahead."""


def talk_about_help(ledger: Ledger, review: Review) -> None:
    """Both have written of it, and what 马朝晖 promises is about it."""
    said = words("reviews")["forgot_help"]
    for note in _of(ledger, ReviewNote, review):
        for field, told in said[Side(note.side)].items():
            setattr(note, field, told)
    for answer in _of(ledger, ReviewAnswer, review):
        answer.words = said["answers"].get(answer.key, answer.words)
    for promise in _promises(ledger, review):
        if promise.correction is not None:
            promise.words, promise.how_seen = said["promise"]


def look_back_at_the_money(
    ledger: Ledger, month: Month, review: Review, *, settled_at: datetime
) -> None:
    """The rep's step is still to come; the manager has kept hers by the next weekly review."""
    for promise in _promises(ledger, review):
        if promise.correction is not None:
            promise.due = month.days[MONEY_COMES]
        else:
            promise.outcome, promise.settled_by_id = CommitmentOutcome.KEPT, promise.to_id
            promise.settled_at = promise.updated_at = settled_at
            promise.version = 2


def _of(ledger: Ledger, kind: type[R], review: Review) -> list[R]:
    return [one for one in ledger.of(kind) if one.review_id == review.id]


def _promises(ledger: Ledger, review: Review) -> list[Commitment]:
    return [one for one in ledger.of(Commitment) if one.origin_id == review.id]
