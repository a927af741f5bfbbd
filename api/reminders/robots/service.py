"""What a manager or an admin does with robots: let one into a group, change it, take it out."""

from uuid import UUID

from sqlmodel import Session

from api.kit.clock import now
from api.kit.events import publish
from api.kit.paging import PageAsked, Paged
from api.people.models import Spoken, Team
from api.people.policy import Actor
from api.reminders.events import RobotPut, RobotRemoved
from api.reminders.robots import queries
from api.reminders.robots.models import Robot, RobotKind
from api.reminders.robots.policy import (
    NoSuchTeam,
    RobotThereAlready,
    check_its_host,
    check_may_keep,
)
from api.reminders.robots.queries import RobotView
from api.reminders.robots.schemas import RobotGiven


def robots(db: Session, actor: Actor, *, asked: PageAsked) -> Paged[RobotView]:
    return queries.page(db, actor, asked=asked)


def robot(db: Session, actor: Actor, *, robot_id: UUID) -> RobotView:
    return queries.view(queries.find(db, actor, robot_id))


def put(db: Session, actor: Actor, *, robot_id: UUID, given: RobotGiven, local: bool) -> RobotView:
    """A new one, or this one anew; the same again changes nothing."""
    there = db.get(Robot, (actor.organisation_id, robot_id)) is not None
    found = queries.find(db, actor, robot_id) if there else None
    check_may_keep(actor, given.team_id)
    _check(db, actor, robot_id, given, local=local)
    kept = found or Robot(
        organisation_id=actor.organisation_id,
        id=robot_id,
        created_at=now(db),
        updated_at=now(db),
        kind=given.kind,
        address=given.address,
        language=Spoken(given.language),
    )
    kept.team_id, kept.kind = given.team_id, RobotKind(given.kind)
    kept.address, kept.language = given.address, Spoken(given.language)
    kept.updated_at = now(db)
    db.add(kept)
    db.flush()
    fact = RobotPut(kept.id, given.kind.value, given.team_id)
    publish(db, actor.organisation_id, fact, by=actor.person_id)
    return queries.view(kept)


def remove(db: Session, actor: Actor, *, robot_id: UUID) -> None:
    """What was on its way to the group goes with it."""
    found = queries.find(db, actor, robot_id)
    db.delete(found)
    db.flush()
    publish(db, actor.organisation_id, RobotRemoved(robot_id), by=actor.person_id)


def _check(db: Session, actor: Actor, robot_id: UUID, given: RobotGiven, *, local: bool) -> None:
    check_its_host(given.kind, given.address, local=local)
    if given.team_id is not None and db.get(Team, (actor.organisation_id, given.team_id)) is None:
        raise NoSuchTeam
    # The same address twice would tell the group everything twice.
    if queries.is_told_there(db, actor, given.team_id, given.address, unless=robot_id):
        raise RobotThereAlready
