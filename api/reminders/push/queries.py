"""Reads of subscriptions and of the server's own key."""

import base64
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    PublicFormat,
    load_pem_private_key,
)
from sqlmodel import Session, col, select

from api.reminders.push.models import PushSubscription, ServerKey

VAPID = "vapid"


def all_of(db: Session, organisation_id: UUID, person_id: UUID) -> list[PushSubscription]:
    """The phones of a person, the longest known first."""
    asked = select(PushSubscription).where(
        col(PushSubscription.organisation_id) == organisation_id,
        col(PushSubscription.person_id) == person_id,
    )
    order = (col(PushSubscription.created_at), col(PushSubscription.id))
    return list(db.exec(asked.order_by(*order)))


def private_key(db: Session) -> str:
    """The server's VAPID key as PEM; made when the server starts."""
    return db.get_one(ServerKey, VAPID).secret


def public_key(db: Session) -> str:
    key = load_pem_private_key(private_key(db).encode(), password=None)
    assert isinstance(key, ec.EllipticCurvePrivateKey)  # noqa: S101  # no other kind is ever written
    point = key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    return base64.urlsafe_b64encode(point).decode().rstrip("=")
