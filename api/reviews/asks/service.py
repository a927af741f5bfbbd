"""Laying a question before the next review, and taking it up there."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from sqlmodel import Session

from api.kit.clock import now
from api.kit.rows import new_id
from api.people.policy import Actor
from api.reviews.asks import queries
from api.reviews.asks.models import AskKey, ReviewAsk
from api.reviews.models import Review


@dataclass(frozen=True)
class Asked:
    """A question as a flow lays it down: for one person's next review, or for a team's.

    What a review has talked over is not asked again of the same days: those from `since` on.
    """

    key: AskKey
    about: str
    on: date
    person_id: UUID | None = None
    team_id: UUID | None = None
    times: int | None = None
    goal_id: UUID | None = None
    since: date | None = None

    def without_times(self) -> "Asked":
        return replace(self, times=None)


def ask(db: Session, actor: Actor, *, asked: Asked) -> ReviewAsk:
    """The same question again, before anybody talked about it, only brings its figure up to date."""
    made = ReviewAsk(
        organisation_id=actor.organisation_id,
        id=new_id(db),
        created_at=now(db),
        key=asked.key,
        about=asked.about,
        asked_on=asked.on,
        person_id=asked.person_id,
        team_id=asked.team_id,
        times=asked.times,
        goal_id=asked.goal_id,
    )
    known = queries.known(db, made, since=asked.since)
    if known is None:
        db.add(made)
        db.flush()
        return made
    known.times = asked.times
    db.flush()
    return known


def talk_over(db: Session, review: Review) -> None:
    """Both have agreed: what was asked in this review waits for no other."""
    for one in queries.of_review(db, review):
        one.review_id = review.id
