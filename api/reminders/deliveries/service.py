"""Bringing reminders to phones and groups: take up what waits, send it, write down how it went."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from urllib.parse import urlsplit
from uuid import UUID

import structlog
from sqlmodel import Session

from api.kit.clock import now
from api.kit.jobs import Errand
from api.kit.outgoing import AddressRefused, Answer, NotReached
from api.kit.store import Store
from api.people.policy import Actor
from api.reminders.deliveries import queries
from api.reminders.deliveries.models import Channel, Delivery
from api.reminders.deliveries.policy import (
    LEASE,
    MOST_TRIES,
    WAITS,
    Outcome,
    push_outcome,
    robot_outcome,
    to_group,
    to_phone,
    topic,
)
from api.reminders.deliveries.queries import Letter, ToGroup, ToPhone
from api.reminders.due.service import lay_all
from api.reminders.models import Reminder
from api.reminders.policy import awake
from api.reminders.push.service import drop

log = structlog.get_logger()


class Sends(Protocol):
    def __call__(self, url: str, *, headers: dict[str, str], content: bytes) -> Answer: ...


@dataclass(frozen=True)
class Courier:
    """What the job runner calls each minute. `origin` is the address people open; links to groups begin with it."""

    store: Store
    post: Sends
    origin: str
    name: str = "reminders"

    def due(self) -> Sequence[Errand]:
        self.store.write_now(lay_all)
        return self.store.write_now(take_up)

    def carry(self, *given: str) -> str:
        organisation_id, delivery_id, tries = _read(given)
        found = self.store.read_now(queries.letter, organisation_id, delivery_id, tries=tries)
        return Outcome.DROPPED if found is None else send(found, self.post, origin=self.origin)

    def settle(self, outcome: str, *given: str) -> None:
        organisation_id, delivery_id, tries = _read(given)
        how = Outcome(outcome)
        self.store.write_now(settle, organisation_id, delivery_id, tries=tries, outcome=how)


def take_up(db: Session) -> list[Errand]:
    """Counts a try for everything that waits and may be brought now; nothing at night and on free days."""
    errands = []
    for organisation_id in queries.who_waits(db):
        actor = Actor.method(db, organisation_id)
        rests = not awake(actor.calendar, actor.settings, now(db))
        for delivery, reminder in queries.waiting(db, organisation_id):
            if _is_over(delivery, reminder, now(db)):
                _end(delivery, gave_up_at=now(db))
            elif not rests:
                delivery.tries += 1
                delivery.next_try_at = now(db) + LEASE
                errands.append(_errand(delivery))
    db.flush()
    return errands


def send(letter: Letter, post: Sends, *, origin: str) -> Outcome:
    """Once, to where it is addressed; neither address nor words are ever logged."""
    try:
        if isinstance(letter, ToGroup):
            return _send_to_group(letter, post, origin)
        return _send_to_phone(letter, post, origin)
    except NotReached as fault:
        log.warning("delivery.not_reached", why=str(fault))
        return Outcome.AGAIN
    except AddressRefused:
        log.warning("delivery.address_refused")
        return Outcome.GONE


def settle(
    db: Session, organisation_id: UUID, delivery_id: UUID, *, tries: int, outcome: Outcome
) -> None:
    """Of a try that another one has overtaken nothing is written."""
    found = db.get(Delivery, (organisation_id, delivery_id))
    if found is None or found.next_try_at is None or found.tries != tries:
        return
    if outcome is Outcome.SENT:
        _end(found, sent_at=now(db))
    elif outcome is Outcome.AGAIN and found.tries < MOST_TRIES:
        found.next_try_at = now(db) + WAITS[found.tries - 1]
    else:
        _end(found, gave_up_at=now(db))
    db.flush()
    if outcome is Outcome.GONE and found.subscription_id is not None:
        drop(db, organisation_id, found.subscription_id)


def _read(given: Sequence[str]) -> tuple[UUID, UUID, int]:
    organisation_id, delivery_id, tries = given
    return UUID(organisation_id), UUID(delivery_id), int(tries)


def _errand(delivery: Delivery) -> Errand:
    given = (str(delivery.organisation_id), str(delivery.id), str(delivery.tries))
    return Errand(f"reminder:{delivery.id}:{delivery.tries}", given)


def _is_over(delivery: Delivery, reminder: Reminder, moment: datetime) -> bool:
    """Its moment has passed, it was tried often enough, or it was seen in the app meanwhile.

    A group is told all the same when one of its people has seen it.
    """
    seen = delivery.channel == Channel.PUSH and reminder.seen_at is not None
    return reminder.until <= moment or delivery.tries >= MOST_TRIES or seen


def _end(
    delivery: Delivery, *, sent_at: datetime | None = None, gave_up_at: datetime | None = None
) -> None:
    delivery.next_try_at, delivery.sent_at, delivery.gave_up_at = None, sent_at, gave_up_at


def _send_to_group(letter: ToGroup, post: Sends, origin: str) -> Outcome:
    content = to_group(letter.kind, letter.title, origin + letter.path)
    answer = post(letter.address, headers={"Content-Type": "application/json"}, content=content)
    return robot_outcome(answer.status, answer.body)


def _send_to_phone(letter: ToPhone, post: Sends, origin: str) -> Outcome:
    """Encrypted for this browser alone (RFC 8291); signed by the server's key (RFC 8292)."""
    from py_vapid import Vapid02
    from pywebpush import WebPusher

    keys = {"p256dh": letter.p256dh, "auth": letter.auth}
    pusher = WebPusher({"endpoint": letter.endpoint, "keys": keys})
    sealed = pusher.encode(to_phone(letter.title, letter.path), "aes128gcm")
    address = urlsplit(letter.endpoint)
    claims = {"aud": f"{address.scheme}://{address.netloc}", "sub": _contact(origin)}
    signed = Vapid02.from_pem(letter.private_key.encode()).sign(claims)
    headers = {
        **signed,
        "Content-Encoding": "aes128gcm",
        "Content-Type": "application/octet-stream",
        "TTL": str(letter.seconds),
        "Topic": topic(letter.tag),
        "Urgency": "normal",
    }
    return push_outcome(post(letter.endpoint, headers=headers, content=sealed["body"]).status)


def _contact(origin: str) -> str:
    """Whom a push service may write to; it takes an https address or a mailbox."""
    return origin if origin.startswith("https://") else "mailto:operator@localhost"
