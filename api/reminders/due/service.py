"""Laying reminders: each once, and with it what goes to phones and groups."""

from collections.abc import Collection, Iterable
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from api.kit.clock import now
from api.kit.rows import new_id
from api.people import queries as people
from api.people.models import Person
from api.people.policy import Actor
from api.reminders.deliveries.models import Channel, Delivery
from api.reminders.due.policy import Due
from api.reminders.due.queries import due_now
from api.reminders.models import Reminder, ReminderKind
from api.reminders.policy import awake
from api.reminders.push.models import PushSubscription
from api.reminders.queries import switched_off
from api.reminders.robots.models import Robot

WHILE_ASKED = (
    ReminderKind.PRE_READ,
    ReminderKind.PROMISE,
    ReminderKind.ANSWER,
    ReminderKind.RIDE_ALONG,
    ReminderKind.GOAL,
)
"""Kinds that ask for something, and are over once it is done; the others are news."""


def lay_all(db: Session) -> None:
    """Every organisation that is awake; a demo lives in its one month and is moved to today instead."""
    for organisation_id in people.organisation_ids(db):
        actor = Actor.method(db, organisation_id)
        if not actor.demo and awake(actor.calendar, actor.settings, now(db)):
            found = due_now(db, actor)
            put_away(db, organisation_id, found)
            lay(db, organisation_id, found)


def lay(db: Session, organisation_id: UUID, found: Collection[Due]) -> None:
    """Said again it lays nothing: one for a person, kind, origin and day."""
    wanted = _wanted(db, organisation_id, found)
    there = _there(db, organisation_id, wanted)
    fresh = {one.key: one for one in wanted if one.key not in there}
    if not fresh:
        return
    laid = {key: _reminder(db, organisation_id, one) for key, one in fresh.items()}
    db.add_all(laid.values())
    db.flush()
    phones = _phones(db, organisation_id, {one.person_id for one in fresh.values()})
    for key, one in fresh.items():
        for phone in phones.get(one.person_id, []):
            db.add(_delivery(db, laid[key], one.tag, subscription_id=phone))
    _tell_groups(db, organisation_id, [(laid[key], one) for key, one in fresh.items()])
    db.flush()


def put_away(db: Session, organisation_id: UUID, found: Collection[Due]) -> None:
    """What was done, moved or handed on meanwhile asks no more, on no phone and in no list."""
    asking = {one.key for one in found}
    unseen = db.exec(
        select(Reminder).where(
            col(Reminder.organisation_id) == organisation_id,
            col(Reminder.seen) == 0,
            col(Reminder.until) > now(db),
            col(Reminder.kind).in_(WHILE_ASKED),
        )
    )
    for one in unseen:
        if (one.person_id, str(one.kind), one.origin_id, one.day) not in asking:
            one.seen, one.seen_at = 1, now(db)
    db.flush()


def _wanted(db: Session, organisation_id: UUID, found: Collection[Due]) -> list[Due]:
    """Of people who are here and have not switched that kind off."""
    ids = {one.person_id for one in found}
    if not ids:
        return []
    here = db.exec(
        select(Person.id).where(
            col(Person.organisation_id) == organisation_id,
            col(Person.id).in_(sorted(ids)),
            people.active(),
        )
    ).all()
    off = switched_off(db, organisation_id, ids)
    return [
        one for one in found if one.person_id in here and (one.person_id, one.kind.value) not in off
    ]


def _there(
    db: Session, organisation_id: UUID, wanted: Collection[Due]
) -> set[tuple[UUID, str, UUID, object]]:
    asked = select(
        col(Reminder.person_id), col(Reminder.kind), col(Reminder.origin_id), col(Reminder.day)
    ).where(
        col(Reminder.organisation_id) == organisation_id,
        col(Reminder.person_id).in_(sorted({one.person_id for one in wanted})),
        col(Reminder.day).in_(sorted({one.day for one in wanted})),
    )
    return {(who, str(kind), origin, day) for who, kind, origin, day in db.exec(asked)}


def _reminder(db: Session, organisation_id: UUID, one: Due) -> Reminder:
    return Reminder(
        organisation_id=organisation_id,
        id=new_id(db),
        created_at=now(db),
        person_id=one.person_id,
        kind=one.kind,
        origin_id=one.origin_id,
        day=one.day,
        params=one.params,
        path=one.path,
        due_at=now(db),
        until=one.until,
    )


def _phones(
    db: Session, organisation_id: UUID, person_ids: Collection[UUID]
) -> dict[UUID, list[UUID]]:
    asked = select(col(PushSubscription.person_id), col(PushSubscription.id)).where(
        col(PushSubscription.organisation_id) == organisation_id,
        col(PushSubscription.person_id).in_(sorted(person_ids)),
    )
    found: dict[UUID, list[UUID]] = {}
    for person_id, phone in db.exec(asked):
        found.setdefault(person_id, []).append(phone)
    return found


def _tell_groups(db: Session, organisation_id: UUID, laid: Iterable[tuple[Reminder, Due]]) -> None:
    """A group hears only what its whole team is told, and of that each thing once."""
    shared = [(reminder, one) for reminder, one in laid if one.team_id is not None]
    if not shared:
        return
    robots = db.exec(select(Robot).where(col(Robot.organisation_id) == organisation_id)).all()
    told = _told_already(db, organisation_id, {one.tag for _, one in shared})
    for reminder, one in shared:
        for robot in robots:
            hears = robot.team_id in (None, one.team_id)
            if hears and (robot.id, one.tag) not in told:
                told.add((robot.id, one.tag))
                db.add(_delivery(db, reminder, one.tag, robot_id=robot.id))


def _told_already(
    db: Session, organisation_id: UUID, tags: Collection[str]
) -> set[tuple[UUID | None, str]]:
    asked = select(col(Delivery.robot_id), col(Delivery.tag)).where(
        col(Delivery.organisation_id) == organisation_id,
        col(Delivery.channel) == Channel.ROBOT,
        col(Delivery.tag).in_(sorted(tags)),
    )
    return {(robot_id, tag) for robot_id, tag in db.exec(asked)}


def _delivery(
    db: Session,
    reminder: Reminder,
    tag: str,
    *,
    subscription_id: UUID | None = None,
    robot_id: UUID | None = None,
) -> Delivery:
    at: datetime = now(db)
    return Delivery(
        organisation_id=reminder.organisation_id,
        id=new_id(db),
        created_at=at,
        reminder_id=reminder.id,
        channel=Channel.PUSH if subscription_id else Channel.ROBOT,
        subscription_id=subscription_id,
        robot_id=robot_id,
        tag=tag,
        next_try_at=at,
    )
