"""Counting the reviews of teams, for those who look after the teams."""

from datetime import date, timedelta

from sqlmodel import Session

from api.people.models import Role
from api.people.policy import Actor
from api.people.queries import MOST_DAYS, DaysTooFar
from api.reviews.counts import queries
from api.reviews.counts.queries import CountsView

USUAL = timedelta(days=27)


def counts(db: Session, actor: Actor, *, since: date | None, until: date | None) -> CountsView:
    """The last four weeks unless other days are asked for."""
    actor.needs(Role.MANAGER, Role.REGIONAL_MANAGER)
    last = until or actor.today(db)
    first = since or last - USUAL
    if not timedelta() <= last - first <= MOST_DAYS:
        raise DaysTooFar
    teams = queries.teams_of(db, actor)
    return queries.counts(db, actor, teams, since=first, until=last)
