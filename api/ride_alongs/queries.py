"""Reads of ride-alongs: a page of cards, one day with everything its reader may see, and what others ask of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col, select

from api.kit.errors import NotFound
from api.kit.paging import Key, PageAsked, Paged, page_of
from api.people import queries as people
from api.people.models import Person, SightKind
from api.people.policy import Actor
from api.people.queries import PersonRef
from api.people.service import seen
from api.ride_alongs.debriefs import queries as debriefs
from api.ride_alongs.debriefs.queries import DebriefView, LastTime
from api.ride_alongs.field import queries as field
from api.ride_alongs.field.models import (
    CurbsideLine,
    Moment,
    ReplayOf,
    Rescue,
    Watched,
)
from api.ride_alongs.ladder import queries as ladder
from api.ride_alongs.ladder.queries import StepBack
from api.ride_alongs.models import RideAlong, RideMove, RidePurpose, RideState
from api.ride_alongs.policy import rides, visible_to
from api.ride_alongs.visits import queries as together


@dataclass(frozen=True)
class RideCardView:
    id: UUID
    day: date
    state: RideState
    mentor: PersonRef
    apprentice: PersonRef
    asked_by_id: UUID
    short_notice: bool
    purpose: RidePurpose | None
    wish: str | None
    focus_skill_key: str | None
    moved: bool
    version: int


@dataclass(frozen=True)
class WithdrawalView:
    at: datetime
    reason: str | None


@dataclass(frozen=True)
class PreparationView:
    focus_skill_key: str
    help_wanted: str
    to_know: str
    at: datetime


@dataclass(frozen=True)
class MoveView:
    id: UUID
    by: PersonRef
    at: datetime
    from_day: date
    to_day: date
    why: str


@dataclass(frozen=True)
class RideView:
    """A day as this reader may see it: without notes for whoever did not ride."""

    id: UUID
    day: date
    state: RideState
    mentor: PersonRef
    apprentice: PersonRef
    asked_by_id: UUID
    short_notice: bool
    purpose: RidePurpose | None
    wish: str | None
    accepted_at: datetime | None
    withdrawal: WithdrawalView | None
    preparation: PreparationView | None
    last_time: LastTime | None
    moves: Sequence[MoveView]
    visits: Sequence[together.RideVisitView]
    moments: Sequence[field.MomentView]
    rescues: Sequence[Rescue]
    step_back: Sequence[StepBack]
    curbside: Sequence[field.CurbsideView]
    watched: Sequence[Watched]
    replays: Sequence[UUID]
    debrief: DebriefView | None
    shared: bool
    version: int


def find(db: Session, actor: Actor, ride_id: UUID, *, hold: bool = False) -> RideAlong:
    """A ride-along the actor may see; `hold` keeps others from changing it meanwhile. Raises NotFound."""
    statement = select(RideAlong).where(visible_to(actor), col(RideAlong.id) == ride_id)
    found = db.exec(statement.with_for_update() if hold else statement).first()
    if found is None:
        raise NotFound
    return found


def days_of(db: Session, ride: RideAlong) -> list[date]:
    """The day it stands on, and those it stood on before it moved."""
    asked = select(col(RideMove.from_day)).where(
        col(RideMove.organisation_id) == ride.organisation_id,
        col(RideMove.ride_along_id) == ride.id,
    )
    return [ride.day, *db.exec(asked)]


def page(
    db: Session,
    actor: Actor,
    *,
    asked: PageAsked,
    person_id: UUID | None,
    days: tuple[date | None, date | None],
) -> Paged[RideCardView]:
    """The latest day first. Lists of others are noted for whoever is helped."""
    statement: Any = select(RideAlong).where(visible_to(actor))
    first, last = days
    if person_id is not None:
        on_it = sa.or_(
            col(RideAlong.apprentice_id) == person_id, col(RideAlong.mentor_id) == person_id
        )
        statement = statement.where(on_it)
    if first is not None:
        statement = statement.where(col(RideAlong.day) >= first)
    if last is not None:
        statement = statement.where(col(RideAlong.day) <= last)
    keys = [Key(col(RideAlong.day), "desc"), Key(col(RideAlong.id), "desc")]
    found = page_of(db, statement, keys=keys, asked=asked)
    return Paged(_cards(db, actor, found.items), found.next_cursor)


def view(db: Session, actor: Actor, ride: RideAlong) -> RideView:
    """One day after everything flushed so far; whoever did not ride reads the debrief, and is listed."""
    db.flush()
    note_reading(db, actor, ride)
    names = people.refs(db, ride.organisation_id, [*ride.riders])
    of_day = rides(actor, ride)
    is_mentor = actor.person_id == ride.mentor_id
    moments = field.noted(db, ride, Moment) if of_day else []
    rescues = field.noted(db, ride, Rescue) if is_mentor else []
    lines = field.noted(db, ride, CurbsideLine) if of_day else []
    return RideView(
        id=ride.id,
        day=ride.day,
        state=ride.state(actor.today(db)),
        mentor=names[ride.mentor_id],
        apprentice=names[ride.apprentice_id],
        asked_by_id=ride.asked_by_id,
        short_notice=ride.short_notice,
        purpose=ride.purpose,
        wish=ride.wish if of_day else None,
        accepted_at=ride.accepted_at,
        withdrawal=_withdrawal(ride, of_day=of_day),
        preparation=_preparation(ride) if of_day else None,
        last_time=debriefs.last_time(db, ride) if of_day else None,
        moves=_moves(db, ride, names),
        visits=together.of_day(db, ride, names, reader_id=actor.person_id)
        if of_day and ride.accepted_at
        else [],
        moments=field.moment_views(moments, names),
        rescues=rescues,
        step_back=_steps_back(db, actor, ride, rescues),
        curbside=field.curbside_views(db, lines, names),
        watched=field.noted(db, ride, Watched) if of_day else [],
        replays=_replays(db, ride, is_mentor=is_mentor) if of_day else [],
        debrief=debriefs.view(db, ride, names),
        shared=ride.shared_at is not None,
        version=ride.version,
    )


def note_reading(db: Session, actor: Actor, ride: RideAlong) -> None:
    """The two who ride read their own day; anybody else is listed to whoever was helped."""
    if not rides(actor, ride):
        seen(db, actor, ride.apprentice_id, SightKind.RIDE_ALONG)


def seats_of(db: Session, organisation_id: UUID, ride_id: UUID) -> tuple[UUID, UUID] | None:
    """Mentor and apprentice of a day that has its debrief; the caller answers for who may ask."""
    ride = db.get(RideAlong, (organisation_id, ride_id))
    return None if ride is None or ride.debriefed_at is None else ride.riders


def ridden_between(db: Session, whose: Person, *, since: date, until: date) -> list[RideAlong]:
    """Days on which somebody was ridden along with and that were summed up, both days included, the newest first."""
    asked = select(RideAlong).where(
        col(RideAlong.organisation_id) == whose.organisation_id,
        col(RideAlong.apprentice_id) == whose.id,
        col(RideAlong.debriefed_at).is_not(None),
        col(RideAlong.deleted_at).is_(None),
        col(RideAlong.day).between(since, until),
    )
    return list(db.exec(asked.order_by(col(RideAlong.day).desc(), col(RideAlong.id).desc())))


def _cards(db: Session, actor: Actor, found: Sequence[RideAlong]) -> list[RideCardView]:
    names = people.refs(db, actor.organisation_id, {one for ride in found for one in ride.riders})
    moved = _moved_ones(db, actor.organisation_id, [ride.id for ride in found])
    today = actor.today(db)
    for ride in found:
        note_reading(db, actor, ride)
    return [
        RideCardView(
            id=ride.id,
            day=ride.day,
            state=ride.state(today),
            mentor=names[ride.mentor_id],
            apprentice=names[ride.apprentice_id],
            asked_by_id=ride.asked_by_id,
            short_notice=ride.short_notice,
            purpose=ride.purpose,
            wish=ride.wish if rides(actor, ride) else None,
            focus_skill_key=ride.focus_skill_key if rides(actor, ride) else None,
            moved=ride.id in moved,
            version=ride.version,
        )
        for ride in found
    ]


def _moved_ones(db: Session, organisation_id: UUID, ids: Sequence[UUID]) -> set[UUID]:
    asked = select(col(RideMove.ride_along_id)).where(
        col(RideMove.organisation_id) == organisation_id, col(RideMove.ride_along_id).in_(ids)
    )
    return set(db.exec(asked.distinct()))


def _withdrawal(ride: RideAlong, *, of_day: bool) -> WithdrawalView | None:
    if ride.withdrawn_at is None:
        return None
    return WithdrawalView(ride.withdrawn_at, ride.withdraw_reason if of_day else None)


def _preparation(ride: RideAlong) -> PreparationView | None:
    if ride.prepared_at is None:
        return None
    return PreparationView(
        str(ride.focus_skill_key), str(ride.help_wanted), str(ride.to_know), ride.prepared_at
    )


def _moves(db: Session, ride: RideAlong, names: Mapping[UUID, PersonRef]) -> list[MoveView]:
    found = db.exec(
        select(RideMove)
        .where(
            col(RideMove.organisation_id) == ride.organisation_id,
            col(RideMove.ride_along_id) == ride.id,
        )
        .order_by(col(RideMove.created_at), col(RideMove.id))
    ).all()
    return [
        MoveView(one.id, names[one.by_id], one.created_at, one.from_day, one.to_day, one.why)
        for one in found
    ]


def _replays(db: Session, ride: RideAlong, *, is_mentor: bool) -> list[UUID]:
    """That a rescue is replayed tells of the rescue, so it is told to the mentor alone."""
    asked = field.replays_of(db, ride)
    return [one.of_id for one in asked if is_mentor or one.of_kind == ReplayOf.MOMENT]


def _steps_back(
    db: Session, actor: Actor, ride: RideAlong, rescues: Sequence[Rescue]
) -> list[StepBack]:
    skills = field.rescued_twice(rescues)
    return ladder.steps_back(db, actor, ride.apprentice_id, skills) if skills else []
