"""Who sees a review, who sits in it, and what its state allows.

Host, person, the mentor who joins, and the manager of the person's team; a team's review is the team's. A region
reads its own reviews with managers and counts of the rest; trainer and admin read none.
"""

from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlmodel import col

from api.kit.appointments import check_hour, check_worked
from api.kit.calendar import Calendar
from api.kit.errors import Conflict, Forbidden
from api.people.models import Person, Role
from api.people.policy import Actor
from api.reviews.models import Review, ReviewKind

USUAL_MINUTES = {
    ReviewKind.WEEKLY: 25,
    ReviewKind.MANAGER: 45,
    ReviewKind.TEAM: 30,
    ReviewKind.MONTH: 45,
    ReviewKind.DEAL: 30,
}
HOSTS = (Role.MANAGER, Role.REGIONAL_MANAGER)


class NotTheHost(Forbidden):
    code = "review_not_hosted_by_you"
    en = "Whoever hosts this review decides that. Tell them what you would change."
    zh = "这要由主持这次Review的人来定，想改什么就告诉对方。"


class NotInThisReview(Forbidden):
    code = "not_in_this_review"
    en = "Those who sit in this review write in it. Talk to one of them."
    zh = "参加这次Review的人才能写，有想法就告诉其中一位。"


class NobodyToReview(Forbidden):
    code = "nobody_to_review"
    en = "Managers plan reviews with their own people, regional managers with their managers. Ask yours for one."
    zh = "主管和自己的人约Review，大区经理和主管约。想要一次，就跟你的主管说。"


class ReviewClosed(Conflict):
    code = "review_closed"
    en = "This review is closed. What comes next belongs to the next one."
    zh = "这次Review已经结束了，接下来的留给下一次。"


class ReviewBegun(Conflict):
    code = "review_begun"
    en = "You have begun to talk already. Finish this one, or end it with a reason."
    zh = "这次已经谈起来了。把它谈完，或写明原因结束。"


class ReviewDayOver(Conflict):
    code = "review_day_over"
    en = "This day is over. Choose today or a later day."
    zh = "这一天已经过了，请选今天或以后的日子。"


class ReviewAhead(Conflict):
    code = "review_ahead"
    en = "This review stands on a later day. Move it to today with the reason, then begin."
    zh = "这次Review定在后面的日子。想今天谈，先写明原因改到今天。"


class DealReviewStands(Conflict):
    code = "deal_review_stands"
    en = "This deal has its review already. Open that one."
    zh = "这笔单已经有一次复盘了，打开那一次。"


class NotProposed(Conflict):
    code = "review_not_proposed"
    en = "This review is planned already. Move it, or skip it with a reason."
    zh = "这次Review已经定下了，可以改期，或写明原因跳过。"


class TakeItFirst(Conflict):
    code = "take_review_first"
    en = "This review is only proposed. Take it with a day first, or leave it with a reason."
    zh = "这次复盘还只是提议，先定个时间接下来，或写明原因不做。"


def visible_to(actor: Actor) -> sa.ColumnElement[bool]:
    """The one condition of every list and get of reviews, and of all that belongs to one."""
    me = actor.person_id
    seen = [col(Review.host_id) == me, col(Review.person_id) == me, col(Review.mentor_id) == me]
    if actor.team_id is not None:
        seen.append(col(Review.team_id) == actor.team_id)
    if actor.led_team_ids:
        seen.append(col(Review.person_id).in_(_reps_of(actor)))
    return sa.and_(
        col(Review.organisation_id) == actor.organisation_id,
        col(Review.deleted_at).is_(None),
        sa.or_(*seen),
    )


def _reps_of(actor: Actor) -> Any:
    return sa.select(col(Person.id)).where(
        col(Person.organisation_id) == actor.organisation_id,
        col(Person.team_id).in_(sorted(actor.led_team_ids)),
        col(Person.role) == Role.REP,
    )


def takes_part(actor: Actor, review: Review) -> bool:
    """A team's review is written by everybody in the team."""
    seats = (review.host_id, review.person_id, review.mentor_id)
    in_team = review.team_id is not None and review.team_id == actor.team_id
    return actor.person_id in seats or in_team


def check_takes_part(actor: Actor, review: Review) -> None:
    if not takes_part(actor, review):
        raise NotInThisReview


def check_host(actor: Actor, review: Review) -> None:
    if actor.person_id != review.host_id:
        raise NotTheHost


def check_side(actor: Actor, review: Review) -> None:
    """Host and person move a review; in a team's only the host does."""
    if actor.person_id not in (review.host_id, review.person_id):
        raise NotInThisReview


def check_open(review: Review) -> None:
    if review.closed:
        raise ReviewClosed
    if review.proposed:
        raise TakeItFirst


def check_time(day: date, starts: str, *, today: date, calendar: Calendar) -> None:
    """Today or later, on a day that is worked, in the waking hours."""
    if day < today:
        raise ReviewDayOver
    check_worked(day, calendar)
    check_hour(starts)


def check_come(review: Review, *, today: date) -> None:
    """Nobody sits down, and so nobody agrees, before its day: a talk that comes earlier is moved there first."""
    if review.day > today:
        raise ReviewAhead
