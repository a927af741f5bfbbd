"""Ride-alongs as evidence of a promise: days that its owner rode and that were debriefed."""

import sqlalchemy as sa
from sqlmodel import Session, col, select

from api.commitments.evidence.policy import MOST, Asked, Shown, shows
from api.commitments.models import EvidenceKind
from api.ride_alongs.models import RideAlong
from api.ride_alongs.policy import visible_to


@shows(EvidenceKind.RIDE_ALONG)
def ride_alongs(db: Session, asked: Asked) -> list[Shown]:
    """Of several clients, so none is named."""
    seat = sa.or_(
        col(RideAlong.mentor_id) == asked.owner_id, col(RideAlong.apprentice_id) == asked.owner_id
    )
    narrowed = [] if asked.only is None else [col(RideAlong.id) == asked.only]
    rows = db.exec(
        select(RideAlong)
        .where(
            *(visible_to(reader) for reader in asked.readers),
            seat,
            col(RideAlong.debriefed_at).is_not(None),
            col(RideAlong.day) >= asked.since,
            *narrowed,
        )
        .order_by(col(RideAlong.day).desc(), col(RideAlong.id).desc())
        .limit(MOST)
    ).all()
    return [Shown(EvidenceKind.RIDE_ALONG, one.id, one.day, None, one.id) for one in rows]
