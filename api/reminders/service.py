"""What a person does with reminders: see one, see all, switch a kind off."""

from datetime import datetime, timedelta
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col

from api.kit.clock import now
from api.kit.paging import PageAsked, Paged
from api.kit.rows import new_id
from api.people.policy import Actor
from api.reminders import queries
from api.reminders.models import Reminder, ReminderChoice, ReminderKind
from api.reminders.queries import ChoiceView, ReminderView
from api.reminders.schemas import ReminderSettingsGiven

KEPT = timedelta(days=30)


def reminders(db: Session, actor: Actor, *, asked: PageAsked) -> Paged[ReminderView]:
    return queries.page(db, actor, asked=asked)


def see(db: Session, actor: Actor, *, reminder_id: UUID) -> ReminderView:
    """Seen here, it wakes no other phone of theirs; said twice, the first time stays."""
    found = queries.find(db, actor, reminder_id)
    _see(found, now(db))
    db.flush()
    return queries.views(db, actor, [found])[0]


def see_all(db: Session, actor: Actor, *, until: datetime) -> None:
    """What came after the phone last asked stays unseen."""
    for one in queries.unseen_until(db, actor, until):
        _see(one, now(db))
    db.flush()


def choice(db: Session, actor: Actor) -> ChoiceView:
    found = queries.choice_of(db, actor.organisation_id, actor.person_id)
    return ChoiceView([ReminderKind(kind) for kind in found.off] if found else [])


def choose(db: Session, actor: Actor, *, given: ReminderSettingsGiven) -> ChoiceView:
    found = queries.choice_of(db, actor.organisation_id, actor.person_id)
    off = [kind.value for kind in ReminderKind if kind in given.off]
    if found is None:
        found = ReminderChoice(
            organisation_id=actor.organisation_id,
            id=new_id(db),
            created_at=now(db),
            updated_at=now(db),
            person_id=actor.person_id,
            off=off,
        )
        db.add(found)
    found.off, found.updated_at = off, now(db)
    db.flush()
    return ChoiceView([ReminderKind(kind) for kind in off])


def forget_older(db: Session) -> None:
    """A reminder is not a record: after a month it goes, and its deliveries with it."""
    db.exec(sa.delete(Reminder).where(col(Reminder.created_at) < now(db) - KEPT))


def _see(one: Reminder, moment: datetime) -> None:
    if one.seen_at is None:
        one.seen, one.seen_at = 1, moment
