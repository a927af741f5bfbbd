"""Finds the record behind an origin, by the one condition of who sees it; a statement or two, whatever the kind."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col, select

from api.commitments.models import Commitment
from api.commitments.policy import visible_to as sees_commitment
from api.drills.models import Drill, Round
from api.drills.policy import visible_to as sees_drill
from api.goals.models import Advice, Goal
from api.goals.policy import visible_to as sees_goal
from api.help_requests.models import HelpRequest
from api.help_requests.policy import visible_to as sees_help
from api.people.policy import Actor
from api.reviews.models import Review
from api.reviews.policy import visible_to as sees_review
from api.ride_alongs.field.models import Moment
from api.ride_alongs.models import RideAlong
from api.ride_alongs.policy import visible_to as sees_ride
from api.shares.cases.models import Case
from api.shares.cases.policy import visible_to as sees_case
from api.shares.models import Share
from api.shares.policy import visible_to as sees_share
from api.today.origins.policy import OriginKind, Screen
from api.training.models import TrainingSession
from api.training.policy import visible_to as sees_session
from api.visits.models import Visit, VisitObjection
from api.visits.policy import visible_to as sees_visit


@dataclass(frozen=True)
class OpensView:
    screen: Screen
    id: UUID


@dataclass(frozen=True)
class WhereFrom:
    kind: OriginKind
    on: date | None
    opens: OpensView | None


def find(db: Session, actor: Actor, kind: OriginKind, record_id: UUID) -> WhereFrom:
    """What the actor may not see is told like what is not there: the kind, and no more."""
    whole = _whole(db, actor, kind, record_id) if kind in PART_OF else (kind, record_id)
    if whole is None:
        return WhereFrom(kind, None, None)
    of, its_id = whole
    model, sees, day = RECORDS[of]
    it = (col(model.organisation_id) == actor.organisation_id, col(model.id) == its_id)
    found = db.exec(select(model).where(sees(actor), *it)).first()
    if found is None:
        return WhereFrom(kind, None, None)
    opens = OpensView(Screen(of), its_id)
    if isinstance(found, Visit) and found.rep_id != actor.person_id:
        opens = OpensView(Screen.CLIENT, found.client_id)
    return WhereFrom(kind, day(actor, found), opens)


def _whole(
    db: Session, actor: Actor, kind: OriginKind, record_id: UUID
) -> tuple[OriginKind, UUID] | None:
    """Of what is shown as a part, the record that shows it."""
    part, column, of = PART_OF[kind]
    it = (col(part.organisation_id) == actor.organisation_id, col(part.id) == record_id)
    found = db.exec(select(column).where(*it)).first()
    return None if found is None else (of, found)


def _on(name: str) -> Callable[[Actor, Any], date]:
    """The day of a record; a moment lies in the day of the organisation's zone."""

    def day(actor: Actor, found: Any) -> date:
        at = getattr(found, name)
        return actor.calendar.today(at) if isinstance(at, datetime) else at

    return day


PART_OF: dict[OriginKind, tuple[Any, Any, OriginKind]] = {
    OriginKind.OBJECTION: (VisitObjection, col(VisitObjection.visit_id), OriginKind.VISIT),
    OriginKind.ROUND: (Round, col(Round.drill_id), OriginKind.DRILL),
    OriginKind.MOMENT: (Moment, col(Moment.ride_along_id), OriginKind.RIDE_ALONG),
    OriginKind.ADVICE: (Advice, col(Advice.goal_id), OriginKind.GOAL),
}
Sees = Callable[[Actor], sa.ColumnElement[bool]]
RECORDS: dict[OriginKind, tuple[Any, Sees, Callable[[Actor, Any], date]]] = {
    OriginKind.VISIT: (Visit, sees_visit, _on("day")),
    OriginKind.DRILL: (Drill, sees_drill, _on("day")),
    OriginKind.RIDE_ALONG: (RideAlong, sees_ride, _on("day")),
    OriginKind.REVIEW: (Review, sees_review, _on("day")),
    OriginKind.GOAL: (Goal, sees_goal, _on("last_day")),
    OriginKind.HELP_REQUEST: (HelpRequest, sees_help, _on("raised_at")),
    OriginKind.SHARE: (Share, sees_share, _on("told_at")),
    OriginKind.CASE: (Case, sees_case, _on("created_at")),
    OriginKind.SESSION: (TrainingSession, sees_session, _on("day")),
    OriginKind.COMMITMENT: (Commitment, sees_commitment, _on("created_at")),
}
