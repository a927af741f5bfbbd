"""Counts requests by kind, in one statement."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col

from api.help_requests.models import HelpKind, HelpRequest
from api.people.models import Team
from api.people.policy import Actor


@dataclass(frozen=True)
class Days:
    """Two halves of whole days, both ends included; days off count to the half they lie in."""

    before_since: date
    since: date
    until: date


@dataclass(frozen=True)
class Counts:
    after: int = 0
    before: int = 0


def asked(db: Session, actor: Actor, days: Days) -> Mapping[HelpKind, Counts]:
    """By when the requests arrived, in the actor's team or in the teams of the actor's region."""
    calendar = actor.calendar
    first, middle = (calendar.moment(day, "00:00") for day in (days.before_since, days.since))
    end = calendar.moment(days.until + timedelta(days=1), "00:00")
    raised = col(HelpRequest.raised_at)
    counted = (
        sa.select(col(HelpRequest.kind), _count(raised >= middle), _count(raised < middle))
        .where(
            col(HelpRequest.organisation_id) == actor.organisation_id,
            col(HelpRequest.deleted_at).is_(None),
            col(HelpRequest.team_id).in_(_teams(actor)),
            raised >= first,
            raised < end,
        )
        .group_by(col(HelpRequest.kind))
    )
    rows = db.connection().execute(counted).all()
    return defaultdict(Counts, {HelpKind(kind): Counts(*told) for kind, *told in rows})


def _teams(actor: Actor) -> Any:
    if actor.led_team_ids:
        return sorted(actor.led_team_ids)
    return sa.select(col(Team.id)).where(
        col(Team.organisation_id) == actor.organisation_id,
        col(Team.deleted_at).is_(None),
        col(Team.parent_id) == actor.team_id,
    )


def _count(condition: Any) -> Any:
    return sa.func.sum(sa.case((condition, 1), else_=0))
