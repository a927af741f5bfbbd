"""Reads of what is to be delivered, and of one letter as it leaves."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col, select

from api.kit.clock import now
from api.people import queries as people
from api.people.models import Person, Spoken
from api.reminders.deliveries.models import Delivery
from api.reminders.models import Reminder, ReminderKind
from api.reminders.policy import title
from api.reminders.push.models import PushSubscription
from api.reminders.push.queries import private_key
from api.reminders.robots.models import Robot, RobotKind

MOST_TOGETHER = 200


@dataclass(frozen=True)
class ToPhone:
    endpoint: str
    p256dh: str
    auth: str
    title: str
    path: str
    tag: str
    seconds: int
    private_key: str


@dataclass(frozen=True)
class ToGroup:
    kind: RobotKind
    address: str
    title: str
    path: str


Letter = ToPhone | ToGroup


def waiting(db: Session, organisation_id: UUID) -> Sequence[tuple[Delivery, Reminder]]:
    """What may be tried now, the longest waiting first."""
    of_reminder = sa.and_(
        col(Reminder.organisation_id) == col(Delivery.organisation_id),
        col(Reminder.id) == col(Delivery.reminder_id),
    )
    return db.exec(
        select(Delivery, Reminder)
        .join(Reminder, of_reminder)
        .where(
            col(Delivery.organisation_id) == organisation_id,
            col(Delivery.next_try_at) <= now(db),
        )
        .order_by(col(Delivery.next_try_at), col(Delivery.id))
        .limit(MOST_TOGETHER)
    ).all()


def who_waits(db: Session) -> Sequence[UUID]:
    """Organisations with something to deliver now."""
    asked = select(col(Delivery.organisation_id)).where(col(Delivery.next_try_at) <= now(db))
    return db.exec(asked.distinct()).all()


def letter(db: Session, organisation_id: UUID, delivery_id: UUID, *, tries: int) -> Letter | None:
    """What leaves now; None for a try that another one has overtaken, or that nobody waits for any more."""
    found = db.get(Delivery, (organisation_id, delivery_id))
    if found is None or found.next_try_at is None or found.tries != tries:
        return None
    reminder = db.get_one(Reminder, (organisation_id, found.reminder_id))
    if found.robot_id is not None:
        return _to_group(db.get_one(Robot, (organisation_id, found.robot_id)), reminder)
    phone = db.get_one(PushSubscription, (organisation_id, found.subscription_id))
    return _to_phone(db, phone, reminder, found.tag)


def _to_group(robot: Robot, reminder: Reminder) -> ToGroup:
    said = title(ReminderKind(reminder.kind), reminder.params, Spoken(robot.language))
    return ToGroup(RobotKind(robot.kind), robot.address, said, reminder.path)


def _to_phone(db: Session, phone: PushSubscription, reminder: Reminder, tag: str) -> ToPhone | None:
    asked = select(Person).where(
        col(Person.organisation_id) == phone.organisation_id,
        col(Person.id) == phone.person_id,
        people.active(),
    )
    person = db.exec(asked).first()
    if person is None:
        return None
    language = Spoken(person.language or phone.language)
    return ToPhone(
        endpoint=phone.endpoint,
        p256dh=phone.p256dh,
        auth=phone.auth,
        title=title(ReminderKind(reminder.kind), reminder.params, language),
        path=reminder.path,
        tag=tag,
        seconds=_left(reminder.until, now(db)),
        private_key=private_key(db),
    )


def _left(until: datetime, moment: datetime) -> int:
    return max(0, int((until - moment).total_seconds()))
