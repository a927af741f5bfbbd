"""Freezing the figures of a week into a post: no later visit and no later change of a goal moves them."""

from sqlmodel import Session

from api.goals import queries as goals
from api.goals.models import Period
from api.goals.queries import GoalView
from api.kit.clock import now
from api.kit.rows import new_id
from api.people.policy import Actor
from api.shares import queries
from api.shares.kpi_posts.policy import NoGoalAgreed, WeekToldAlready
from api.shares.models import Share, ShareFigure


def freeze(db: Session, actor: Actor, post: Share) -> None:
    """The goals of that week both had agreed on, as they stand now; the post is then called by the week's first day."""
    if post.week_of is None:
        raise NoGoalAgreed
    day = post.week_of
    found = goals.agreed_within(db, actor, post.author_id, since=day, until=day)
    agreed = [one for one in found if one.period == Period.WEEK and one.agreed]
    if not agreed:
        raise NoGoalAgreed
    first = agreed[0].first
    told = queries.of_week(db, actor.organisation_id, author_id=post.author_id, week_of=first)
    if told is not None and told.id != post.id:
        raise WeekToldAlready
    post.week_of = first
    db.add_all(_figure(db, post, place, one) for place, one in enumerate(agreed))
    db.flush()


def _figure(db: Session, post: Share, place: int, goal: GoalView) -> ShareFigure:
    return ShareFigure(
        organisation_id=post.organisation_id,
        id=new_id(db),
        created_at=now(db),
        share_id=post.id,
        goal_id=goal.id,
        place=place,
        metric=goal.metric,
        target=goal.agreed.target if goal.agreed else 0,
        reached=goal.reached.value,
        currency=goal.currency,
    )
