"""Reads of what was noted on the way, in one statement each."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar
from uuid import UUID

from sqlmodel import Session, col, select

from api.kit.origin import Origin
from api.media.models import Media
from api.media.queries import stands_at
from api.people.queries import PersonRef
from api.ride_alongs.field.models import (
    CurbsideLine,
    Moment,
    Replay,
    ReplayOf,
    Rescue,
    Tag,
    Watched,
)
from api.ride_alongs.models import RideAlong
from api.visits.models import Visit

CURBSIDE = "curbside"
"""What a recording says of itself when it is the voice note of a curbside line."""

N = TypeVar("N", Moment, Rescue, CurbsideLine, Watched)


@dataclass(frozen=True)
class MomentView:
    id: UUID
    by: PersonRef
    at: datetime
    visit_id: UUID | None
    tag: Tag
    words: str | None


@dataclass(frozen=True)
class CurbsideView:
    id: UUID
    by: PersonRef
    at: datetime
    visit_id: UUID | None
    words: str | None
    voice_note_id: UUID | None
    seconds: int | None


@dataclass(frozen=True)
class ToReplay:
    """What is played again tonight: the client, and what the client said."""

    rep_id: UUID
    ride_along_id: UUID
    client_id: UUID
    visit_id: UUID
    day: date
    type_key: str | None
    words: str | None


def belonging_to(line: CurbsideLine) -> Origin:
    return Origin(CURBSIDE, line.id)


def noted(db: Session, ride: RideAlong, kind: type[N]) -> list[N]:
    """Everything of one kind that the two noted on a day, in the order it happened."""
    found = select(kind).where(
        col(kind.organisation_id) == ride.organisation_id, col(kind.ride_along_id) == ride.id
    )
    return list(db.exec(found.order_by(col(kind.at), col(kind.id))))


def replays_of(db: Session, ride: RideAlong) -> list[Replay]:
    found = select(Replay).where(
        col(Replay.organisation_id) == ride.organisation_id, col(Replay.ride_along_id) == ride.id
    )
    return list(db.exec(found.order_by(col(Replay.id))))


def noted_by_id(
    db: Session, organisation_id: UUID, *, of_kind: ReplayOf, of_id: UUID
) -> Moment | Rescue | None:
    if of_kind == ReplayOf.MOMENT:
        return db.get(Moment, (organisation_id, of_id))
    return db.get(Rescue, (organisation_id, of_id))


def moment_views(moments: Sequence[Moment], names: Mapping[UUID, PersonRef]) -> list[MomentView]:
    return [
        MomentView(one.id, names[one.by_id], one.at, one.visit_id, one.tag, one.words)
        for one in moments
    ]


def curbside_views(
    db: Session, lines: Sequence[CurbsideLine], names: Mapping[UUID, PersonRef]
) -> list[CurbsideView]:
    sounds = _sounds(db, lines)
    return [
        CurbsideView(
            id=one.id,
            by=names[one.by_id],
            at=one.at,
            visit_id=one.visit_id,
            words=one.words,
            voice_note_id=sounds[one.id].id if one.id in sounds else None,
            seconds=sounds[one.id].seconds if one.id in sounds else None,
        )
        for one in lines
    ]


def rescued_twice(rescues: Collection[Rescue]) -> list[str]:
    """Skills for which the mentor stepped in twice or more on one day (domain.md §4)."""
    times = Counter(one.skill_key for one in rescues if one.skill_key is not None)
    return sorted(key for key, count in times.items() if count > 1)


def to_replay(
    db: Session, organisation_id: UUID, *, of_kind: ReplayOf, of_id: UUID
) -> ToReplay | None:
    """What a moment or a rescue was about; None when it was between two visits."""
    note = noted_by_id(db, organisation_id, of_kind=of_kind, of_id=of_id)
    if note is None or note.visit_id is None:
        return None
    ride = db.get_one(RideAlong, (organisation_id, note.ride_along_id))
    visit = db.get_one(Visit, (organisation_id, note.visit_id))
    return ToReplay(
        rep_id=ride.apprentice_id,
        ride_along_id=ride.id,
        client_id=visit.client_id,
        visit_id=visit.id,
        day=ride.day,
        type_key=note.type_key if isinstance(note, Rescue) else None,
        # What a mentor wrote of stepping in stays with the mentor; what the client said both have heard.
        words=note.said if isinstance(note, Rescue) else note.words,
    )


def _sounds(db: Session, lines: Sequence[CurbsideLine]) -> dict[UUID, Media]:
    if not lines:
        return {}
    found = db.exec(
        select(Media, col(CurbsideLine.id))
        .join(
            CurbsideLine,
            stands_at(col(CurbsideLine.organisation_id), CURBSIDE, col(CurbsideLine.id)),
        )
        .where(
            col(CurbsideLine.organisation_id) == lines[0].organisation_id,
            col(CurbsideLine.id).in_([one.id for one in lines]),
        )
    ).all()
    return {line_id: media for media, line_id in found}
