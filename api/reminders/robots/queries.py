"""Reads of robots."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, select

from api.kit.errors import NotFound
from api.kit.paging import Key, PageAsked, Paged, page_of
from api.people.policy import Actor
from api.reminders.robots.models import Robot, RobotKind
from api.reminders.robots.policy import masked, visible_to


@dataclass(frozen=True)
class RobotView:
    id: UUID
    team_id: UUID | None
    kind: RobotKind
    address: str
    language: str
    updated_at: datetime


def page(db: Session, actor: Actor, *, asked: PageAsked) -> Paged[RobotView]:
    statement: Any = select(Robot).where(visible_to(actor))
    keys = [Key(col(Robot.created_at)), Key(col(Robot.id))]
    found = page_of(db, statement, keys=keys, asked=asked)
    return Paged([view(one) for one in found.items], found.next_cursor)


def find(db: Session, actor: Actor, robot_id: UUID) -> Robot:
    """A robot the actor keeps; raises NotFound."""
    found = db.exec(select(Robot).where(visible_to(actor), col(Robot.id) == robot_id)).first()
    if found is None:
        raise NotFound
    return found


def is_told_there(
    db: Session, actor: Actor, team_id: UUID | None, address: str, *, unless: UUID
) -> bool:
    """Whether another robot of that team, or of the organisation without one, has this address."""
    others = select(Robot.id).where(
        col(Robot.organisation_id) == actor.organisation_id,
        col(Robot.team_id).is_not_distinct_from(team_id),
        col(Robot.address) == address,
        col(Robot.id) != unless,
    )
    return db.exec(others.limit(1)).first() is not None


def view(one: Robot) -> RobotView:
    kind = RobotKind(one.kind)
    return RobotView(one.id, one.team_id, kind, masked(one.address), one.language, one.updated_at)
