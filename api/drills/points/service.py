"""What a class taught becomes something to tick; taken back when somebody was not there after all."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import Session

from api.drills.points import queries
from api.drills.points.models import PracticePoint
from api.kit.clock import now
from api.kit.rows import new_id
from api.people.policy import Actor


@dataclass(frozen=True)
class Learned:
    """A rule of a class: if the client does this, then I do that."""

    id: UUID
    if_: str
    then: str


def offer(
    db: Session,
    actor: Actor,
    *,
    rep_id: UUID,
    within_id: UUID,
    learned: Sequence[Learned],
    days: tuple[date, date],
) -> None:
    """The same ones again change nothing."""
    there = queries.of_class(db, actor.organisation_id, rep_id=rep_id, within_id=within_id)
    known = {one.origin_id for one in there}
    for point in learned:
        if point.id not in known:
            db.add(
                PracticePoint(
                    organisation_id=actor.organisation_id,
                    id=new_id(db),
                    created_at=now(db),
                    rep_id=rep_id,
                    origin_id=point.id,
                    within_id=within_id,
                    if_=point.if_,
                    then=point.then,
                    since=days[0],
                    until=days[1],
                )
            )
    db.flush()


def take_back(db: Session, actor: Actor, *, rep_id: UUID, within_id: UUID) -> None:
    """What was ticked already stays, since it was seen."""
    there = queries.of_class(db, actor.organisation_id, rep_id=rep_id, within_id=within_id)
    ticked = queries.ticked(db, actor.organisation_id, [one.id for one in there])
    for one in there:
        if one.id not in ticked:
            db.delete(one)
    db.flush()
