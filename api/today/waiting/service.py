"""What waits for the actor, put together from goals, the own ledger, reviews and ride-alongs."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from api.goals import service as goals
from api.goals.queries import GoalView
from api.people.models import Role
from api.people.policy import Actor
from api.people.queries import PersonRef
from api.today.promises import service as promises
from api.today.promises.service import OwedView
from api.today.waiting import queries
from api.today.waiting.queries import ReviewToday, RideAskedFor

SHOWN_ELSEWHERE = ("advice", "help_request")
"""Of what is late: advice stands among the goals here, and answers among who waits for help.

A regional manager's Today has neither list, so that there nothing is left out.
"""


@dataclass(frozen=True)
class WaitingView:
    day: date
    advice_to_answer: Sequence[GoalView]
    goals_to_agree: Sequence[GoalView]
    advice_to_give: Sequence[GoalView]
    late: Sequence[OwedView]
    reviews: Sequence[ReviewToday]
    rides: Sequence[RideAskedFor]
    without_ride: Sequence[PersonRef]


def waiting(db: Session, actor: Actor) -> WaitingView:
    """Nothing of anybody else's day is in it: only where the next step is the actor's."""
    word = goals.next_word(db, actor)
    elsewhere = () if actor.role is Role.REGIONAL_MANAGER else SHOWN_ELSEWHERE
    return WaitingView(
        day=actor.today(db),
        advice_to_answer=word.answer,
        goals_to_agree=word.agreement,
        advice_to_give=word.advice,
        late=[one for one in promises.late_of(db, actor) if one.kind not in elsewhere],
        reviews=queries.reviews_of_today(db, actor),
        rides=queries.rides_asked_for(db, actor),
        without_ride=queries.without_a_ride(db, actor),
    )
