"""The debrief of a day: both versions, what counts, and how the apprentice answered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, select

from api.commitments import queries as commitments
from api.kit.origin import Origin
from api.people.queries import PersonRef
from api.ride_alongs.debriefs.models import Acknowledgement, Debrief
from api.ride_alongs.debriefs.policy import FIELDS, counting, differing, latest, missing
from api.ride_alongs.models import RideAlong

RIDE_ALONG = "ride_along"
"""What a commitment says of where it was given."""


@dataclass(frozen=True)
class AcknowledgementView:
    id: UUID
    by: PersonRef
    at: datetime
    debrief_id: UUID
    agrees: bool
    words: str | None


@dataclass(frozen=True)
class DebriefView:
    """`counts` and each of `versions` hold the fields of `policy.FIELDS`."""

    counts: SimpleNamespace
    versions: Sequence[SimpleNamespace]
    differing: Sequence[str]
    missing: Sequence[str]
    acknowledgements: Sequence[AcknowledgementView]
    agreed_at: datetime | None
    action_id: UUID | None
    promise_id: UUID | None


@dataclass(frozen=True)
class LastTime:
    """What was agreed the last time the two rode together."""

    ride_along_id: UUID
    day: date
    action: str
    action_seen: str | None
    commitment_id: UUID | None
    outcome: str | None


def versions_of(db: Session, ride: RideAlong) -> dict[UUID, Debrief]:
    """The version that counts of each writer."""
    found = db.exec(
        select(Debrief).where(
            col(Debrief.organisation_id) == ride.organisation_id,
            col(Debrief.ride_along_id) == ride.id,
        )
    ).all()
    return latest(found)


def counts_of(ride: RideAlong, versions: dict[UUID, Debrief]) -> dict[str, Any]:
    return counting(versions, mentor_id=ride.mentor_id, apprentice_id=ride.apprentice_id)


def view(db: Session, ride: RideAlong, names: Mapping[UUID, PersonRef]) -> DebriefView | None:
    """None until one of the two has written something."""
    versions = versions_of(db, ride)
    if not versions:
        return None
    counts = counts_of(ride, versions)
    given = _promises(db, ride)
    return DebriefView(
        counts=SimpleNamespace(**counts),
        versions=[_version(one, names) for one in versions.values()],
        differing=differing(versions),
        missing=missing(counts),
        acknowledgements=_acknowledgements(db, ride, names),
        agreed_at=ride.agreed_at,
        action_id=given.get(ride.apprentice_id),
        promise_id=given.get(ride.mentor_id),
    )


def last_time(db: Session, ride: RideAlong) -> LastTime | None:
    """The action of the last day that the two agreed on before this one."""
    before = db.exec(
        select(RideAlong)
        .where(
            col(RideAlong.organisation_id) == ride.organisation_id,
            col(RideAlong.mentor_id) == ride.mentor_id,
            col(RideAlong.apprentice_id) == ride.apprentice_id,
            col(RideAlong.agreed_at).is_not(None),
            col(RideAlong.id) != ride.id,
            col(RideAlong.day) <= ride.day,
        )
        .order_by(col(RideAlong.day).desc(), col(RideAlong.id).desc())
    ).first()
    if before is None:
        return None
    counts = counts_of(before, versions_of(db, before))
    agreed = commitments.of_origin(db, ride.organisation_id, Origin(RIDE_ALONG, before.id))
    action = next((one for one in agreed if one.owner.id == ride.apprentice_id), None)
    return LastTime(
        ride_along_id=before.id,
        day=before.day,
        action=action.words if action else str(counts["action"]),
        action_seen=counts["action_seen"],
        commitment_id=action.id if action else None,
        outcome=action.outcome if action else None,
    )


def _promises(db: Session, ride: RideAlong) -> dict[UUID, UUID]:
    """The commitments that the debrief became, by who gave them."""
    if ride.agreed_at is None:
        return {}
    given = commitments.of_origin(db, ride.organisation_id, Origin(RIDE_ALONG, ride.id))
    return {one.owner.id: one.id for one in given}


def _version(one: Debrief, names: Mapping[UUID, PersonRef]) -> SimpleNamespace:
    told = {name: getattr(one, name) for name in FIELDS}
    return SimpleNamespace(id=one.id, by=names[one.by_id], written_at=one.written_at, **told)


def _acknowledgements(
    db: Session, ride: RideAlong, names: Mapping[UUID, PersonRef]
) -> list[AcknowledgementView]:
    found = db.exec(
        select(Acknowledgement)
        .where(
            col(Acknowledgement.organisation_id) == ride.organisation_id,
            col(Acknowledgement.ride_along_id) == ride.id,
        )
        .order_by(col(Acknowledgement.created_at), col(Acknowledgement.id))
    ).all()
    return [
        AcknowledgementView(
            one.id, names[one.by_id], one.created_at, one.debrief_id, one.agrees, one.words
        )
        for one in found
    ]
