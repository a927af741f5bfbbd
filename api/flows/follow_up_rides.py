"""下一次陪访先看上一次说好的: once the action is looked at, the day it came from is followed up (domain.md §2.5)."""

from uuid import UUID

from sqlmodel import Session

from api.commitments.events import CommitmentSettled
from api.commitments.models import CommitmentOrigin
from api.kit.events import on
from api.ride_alongs import service as ride_alongs


@on(CommitmentSettled)
def note_followed_up(db: Session, fact: CommitmentSettled, organisation_id: UUID) -> None:
    """The apprentice's action closes the day; the mentor's promise stands for itself."""
    if fact.origin_kind == CommitmentOrigin.RIDE_ALONG:
        ride_alongs.note_followed_up(
            db, organisation_id, ride_id=fact.origin_id, by_id=fact.owner_id
        )
