"""What a phone does about push: learn the server's key, subscribe, leave."""

import hashlib
from dataclasses import dataclass
from uuid import UUID

import sqlalchemy as sa
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from sqlmodel import Session, col

from api.kit.clock import now
from api.kit.errors import Conflict, NotFound
from api.kit.outgoing import AddressRefused, check_address
from api.people.models import Spoken
from api.people.policy import Actor
from api.reminders.push import queries
from api.reminders.push.models import PushSubscription, ServerKey
from api.reminders.push.schemas import PushSubscriptionGiven

MOST_PHONES = 8


class PushAddressRefused(Conflict):
    code = "push_address_refused"
    en = "Reminders go to https addresses on the open internet only. Allow them in this browser once more."
    zh = "提醒只能发到公网上的 https 地址。请在这个浏览器里重新打开一次提醒。"


@dataclass(frozen=True)
class KeyView:
    key: str


@dataclass(frozen=True)
class SubscriptionView:
    id: UUID


def key(db: Session) -> KeyView:
    return KeyView(queries.public_key(db))


def ensure_key(db: Session) -> None:
    """Made once, at the first start; a new one would silence every phone."""
    if db.get(ServerKey, queries.VAPID) is None:
        made = ec.generate_private_key(ec.SECP256R1())
        pem = made.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        db.add(ServerKey(name=queries.VAPID, secret=pem.decode(), created_at=now(db)))
        db.flush()


def subscribe(
    db: Session,
    actor: Actor,
    *,
    subscription_id: UUID,
    given: PushSubscriptionGiven,
    local: bool,
) -> SubscriptionView:
    """This browser wakes the actor and nobody else from now on; the oldest of too many phones goes."""
    try:
        check_address(given.endpoint, local=local)
    except AddressRefused as refused:
        raise PushAddressRefused from refused
    stored = db.get(PushSubscription, (actor.organisation_id, subscription_id))
    if stored is not None and stored.person_id != actor.person_id:
        raise NotFound
    digest = hashlib.sha256(given.endpoint.encode()).digest()
    _let_go(db, digest, but=stored)
    if stored is None:
        stored = _new(db, actor, subscription_id, given, digest)
        _keep_to_the_bound(db, actor)
    stored.endpoint, stored.endpoint_digest = given.endpoint, digest
    stored.p256dh, stored.auth = given.keys.p256dh, given.keys.auth
    stored.language = Spoken(given.language)
    db.add(stored)
    db.flush()
    return SubscriptionView(stored.id)


def leave(db: Session, actor: Actor, *, subscription_id: UUID) -> None:
    """Leaving twice is no fault; another person's phone is not found."""
    stored = db.get(PushSubscription, (actor.organisation_id, subscription_id))
    if stored is None:
        return
    if stored.person_id != actor.person_id:
        raise NotFound
    db.delete(stored)
    db.flush()


def drop(db: Session, organisation_id: UUID, subscription_id: UUID) -> None:
    """The push service says that this browser is gone."""
    stored = db.get(PushSubscription, (organisation_id, subscription_id))
    if stored is not None:
        db.delete(stored)
        db.flush()


def _new(
    db: Session,
    actor: Actor,
    subscription_id: UUID,
    given: PushSubscriptionGiven,
    digest: bytes,
) -> PushSubscription:
    return PushSubscription(
        organisation_id=actor.organisation_id,
        id=subscription_id,
        created_at=now(db),
        person_id=actor.person_id,
        endpoint=given.endpoint,
        endpoint_digest=digest,
        p256dh=given.keys.p256dh,
        auth=given.keys.auth,
        language=Spoken(given.language),
    )


def _let_go(db: Session, digest: bytes, *, but: PushSubscription | None) -> None:
    """A browser belongs to whoever allowed it last, also across companies: a shared phone tells nobody else's."""
    same = col(PushSubscription.endpoint_digest) == digest
    if but is not None:
        mine = sa.and_(
            col(PushSubscription.organisation_id) == but.organisation_id,
            col(PushSubscription.id) == but.id,
        )
        same = sa.and_(same, ~mine)
    db.exec(sa.delete(PushSubscription).where(same))


def _keep_to_the_bound(db: Session, actor: Actor) -> None:
    known = queries.all_of(db, actor.organisation_id, actor.person_id)
    for oldest in known[: max(0, len(known) - MOST_PHONES + 1)]:
        db.delete(oldest)
    db.flush()
