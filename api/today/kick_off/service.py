"""早启动: yesterday's thanks, the visit each one tells about, and who would like company. Nobody is counted."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import Session

from api.clients.queries import ClientRef
from api.people import queries as people
from api.people.policy import Actor
from api.people.queries import PersonRef
from api.today.kick_off import queries
from api.visits.models import Purpose

MIDNIGHT = "00:00"


@dataclass(frozen=True)
class TopVisit:
    person: PersonRef
    visit_id: UUID
    client: ClientRef
    planned_time: str | None
    purpose: Purpose
    aim: str | None
    wants_company: bool


@dataclass(frozen=True)
class Thanks:
    to: PersonRef
    by: Sequence[PersonRef]
    words: str
    share_id: UUID | None


@dataclass(frozen=True)
class KickOffView:
    day: date
    since: date
    thanks: Sequence[Thanks]
    tops: Sequence[TopVisit]


def kick_off(db: Session, actor: Actor, *, day: date | None) -> KickOffView:
    """Of the actor's own team; thanks are those since the working day before began."""
    chosen = day or actor.today(db)
    before = actor.calendar.previous_working(chosen)
    if actor.team_id is None:
        return KickOffView(chosen, before, [], [])
    since = actor.calendar.moment(before, MIDNIGHT)
    told = queries.tops(db, actor, day=chosen)
    thanks = queries.rewards_since(db, actor, since)
    thanks += queries.thanked_shares_since(db, actor, since)
    names = people.refs(db, actor.organisation_id, queries.people_in(told, thanks))
    return KickOffView(
        day=chosen,
        since=before,
        thanks=[
            Thanks(names[one.to_id], [names[by] for by in one.by_ids], one.words, one.share_id)
            for one in thanks
        ],
        tops=[
            TopVisit(
                person=names[one.person_id],
                visit_id=one.visit_id,
                client=one.client,
                planned_time=one.planned_time,
                purpose=one.purpose,
                aim=one.aim,
                wants_company=one.wants_company,
            )
            for one in told
        ],
    )
