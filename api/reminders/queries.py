"""Reads of one's own reminders and of what a person has switched off."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, select

from api.commitments.models import Commitment
from api.kit.errors import NotFound
from api.kit.paging import Key, PageAsked, Paged, page_of
from api.people.models import Spoken
from api.people.policy import Actor
from api.reminders.models import Reminder, ReminderChoice, ReminderKind
from api.reminders.policy import title, visible_to


@dataclass(frozen=True)
class TitleView:
    zh: str
    en: str


@dataclass(frozen=True)
class ReminderView:
    id: UUID
    kind: ReminderKind
    title: TitleView
    about: str | None
    path: str
    due_at: datetime
    until: datetime
    seen_at: datetime | None


@dataclass(frozen=True)
class ChoiceView:
    off: list[ReminderKind]


def page(db: Session, actor: Actor, *, asked: PageAsked) -> Paged[ReminderView]:
    """What the actor has not seen yet, then the rest; in each part the newest first."""
    statement: Any = select(Reminder).where(visible_to(actor))
    keys = [
        Key(col(Reminder.seen)),
        Key(col(Reminder.due_at), "desc"),
        Key(col(Reminder.id), "desc"),
    ]
    found = page_of(db, statement, keys=keys, asked=asked)
    return Paged(views(db, actor, found.items), found.next_cursor)


def find(db: Session, actor: Actor, reminder_id: UUID) -> Reminder:
    """One of the actor's own; raises NotFound."""
    asked = select(Reminder).where(visible_to(actor), col(Reminder.id) == reminder_id)
    found = db.exec(asked).first()
    if found is None:
        raise NotFound
    return found


def unseen_until(db: Session, actor: Actor, moment: datetime) -> list[Reminder]:
    asked = select(Reminder).where(
        visible_to(actor), col(Reminder.seen) == 0, col(Reminder.due_at) <= moment
    )
    return list(db.exec(asked))


def choice_of(db: Session, organisation_id: UUID, person_id: UUID) -> ReminderChoice | None:
    asked = select(ReminderChoice).where(
        col(ReminderChoice.organisation_id) == organisation_id,
        col(ReminderChoice.person_id) == person_id,
    )
    return db.exec(asked).first()


def switched_off(
    db: Session, organisation_id: UUID, person_ids: Collection[UUID]
) -> set[tuple[UUID, str]]:
    """Person and kind of whatever they want no reminder of."""
    asked = select(ReminderChoice).where(
        col(ReminderChoice.organisation_id) == organisation_id,
        col(ReminderChoice.person_id).in_(sorted(person_ids)),
    )
    return {(one.person_id, kind) for one in db.exec(asked) for kind in one.off}


def views(db: Session, actor: Actor, rows: Sequence[Reminder]) -> list[ReminderView]:
    """With the words of the promise each is about, in one statement. No phone that is woken is told of them."""
    ids = {one.origin_id for one in rows if one.kind == ReminderKind.PROMISE}
    asked = select(col(Commitment.id), col(Commitment.words)).where(
        col(Commitment.organisation_id) == actor.organisation_id,
        col(Commitment.owner_id) == actor.person_id,
        col(Commitment.deleted_at).is_(None),
        col(Commitment.id).in_(sorted(ids)),
    )
    words = dict(db.exec(asked).all()) if ids else {}
    return [_view(one, words.get(one.origin_id)) for one in rows]


def _view(one: Reminder, about: str | None) -> ReminderView:
    kind = ReminderKind(one.kind)
    said = TitleView(
        title(kind, one.params, Spoken.CHINESE), title(kind, one.params, Spoken.ENGLISH)
    )
    return ReminderView(one.id, kind, said, about, one.path, one.due_at, one.until, one.seen_at)
