"""Ride-alongs as the ledger of promises reads them: given once the debrief was written, late when the day passed without."""

from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col

from api.commitments.owed.queries import Owed, Question, Source, StandsIf, line, move, read
from api.people.policy import Actor
from api.ride_alongs.models import RideAlong, RideMove

RIDE = "ride_along"


def owed_by(db: Session, actor: Actor, person_id: UUID, *, since: date) -> list[Owed]:
    """Days somebody promised; one that moved after its day stays, also while the other has not accepted the new day."""
    return read(db, actor, [SOURCE], person_id, since=since)


def _days(asked: Question) -> list[Any]:
    moved = sa.exists().where(_of_ride())
    accepted = col(RideAlong.accepted_at).is_not(None)
    standing = (
        col(RideAlong.organisation_id) == asked.organisation_id,
        col(RideAlong.mentor_id) == asked.person_id,
        col(RideAlong.deleted_at).is_(None),
        sa.or_(col(RideAlong.debriefed_at).is_(None), col(RideAlong.day) >= asked.since),
    )
    promised = line(
        RIDE,
        id=col(RideAlong.id),
        to_id=col(RideAlong.apprentice_id),
        due=sa.case((col(RideAlong.debriefed_at).is_(None), col(RideAlong.day))),
        done_at=col(RideAlong.debriefed_at),
        stands_if=sa.case((sa.not_(accepted), StandsIf.MOVED_LATE)),
    ).where(*standing, sa.or_(accepted, moved))
    moves = move(RIDE, of=col(RideMove.ride_along_id), row=RideMove)
    return [promised, moves.join_from(RideMove, RideAlong, _of_ride()).where(*standing)]


SOURCE = Source(_days)


def _of_ride() -> sa.ColumnElement[bool]:
    return sa.and_(
        col(RideMove.organisation_id) == col(RideAlong.organisation_id),
        col(RideMove.ride_along_id) == col(RideAlong.id),
    )
