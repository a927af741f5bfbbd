"""Keeping series: begin one, change it, and lay its reviews into the calendar."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from sqlmodel import Session

from api.kit.appointments import check_hour, check_weekday
from api.kit.changes import changes, check_version, same_birth
from api.kit.clock import now
from api.kit.events import publish
from api.kit.paging import PageAsked, Paged
from api.kit.rows import new_id
from api.kit.series import AHEAD, Slot, ahead, laid
from api.people import queries as people
from api.people.policy import Actor
from api.reviews.events import ReviewWithdrawn
from api.reviews.models import Review, ReviewKind
from api.reviews.policy import USUAL_MINUTES, NotTheHost, ReviewDayOver
from api.reviews.seats.queries import mentors_of, seated
from api.reviews.series import queries
from api.reviews.series.models import ReviewSeries
from api.reviews.series.policy import EVERY, SeriesEnded, SeriesStands, slots
from api.reviews.series.queries import SeriesView
from api.reviews.series.schemas import SeriesChange, SeriesNew
from api.reviews.service import planned_fact


def series(db: Session, actor: Actor, *, asked: PageAsked) -> Paged[SeriesView]:
    return queries.page(db, actor, asked=asked)


def begin(db: Session, actor: Actor, *, given: SeriesNew, birth: bytes) -> SeriesView:
    """A series hosted by the actor; its first reviews stand in the calendar at once."""
    stored = db.get(ReviewSeries, (actor.organisation_id, given.id)) if given.id else None
    if stored is not None:
        found = queries.find(db, actor, stored.id)
        same_birth(found.birth_digest, birth)
        return queries.view(db, actor, found)
    kind = ReviewKind(given.kind)
    seats = seated(db, actor, kind, person_id=given.person_id, deal_id=None)
    if given.starts_on < actor.today(db):
        raise ReviewDayOver
    _check_hour_of(actor, given.weekday, given.starts)
    begun = ReviewSeries(
        organisation_id=actor.organisation_id,
        id=given.id or new_id(db),
        created_at=now(db),
        updated_at=now(db),
        kind=kind,
        host_id=seats.host_id,
        person_id=seats.person_id,
        team_id=seats.team_id,
        weekday=given.weekday,
        starts=given.starts,
        every_weeks=given.every_weeks or EVERY.get(kind, 1),
        minutes=given.minutes or USUAL_MINUTES[kind],
        starts_on=given.starts_on,
        birth_digest=birth,
    )
    if queries.same_as(db, begun) is not None:
        raise SeriesStands
    db.add(begun)
    db.flush()
    _fill(db, actor, [begun], until=actor.today(db) + AHEAD)
    return queries.view(db, actor, begun)


def change(
    db: Session, actor: Actor, *, series_id: UUID, given: SeriesChange, version: int
) -> SeriesView:
    """Reviews to come that nobody has touched are laid anew; the others stay as they are."""
    found = queries.find(db, actor, series_id)
    if found.host_id != actor.person_id:
        raise NotTheHost
    check_version(found, version, current=queries.view(db, actor, found))
    today = actor.today(db)
    if found.ends_on is not None and found.ends_on < today:
        raise SeriesEnded
    changed = changes(given)
    _check_hour_of(actor, changed.get("weekday"), changed.get("starts"))
    for name, value in changed.items():
        setattr(found, name, value)
    found.updated_at = now(db)
    _take_up(db, actor, found, today=today)
    _fill(db, actor, [found], until=today + AHEAD, after=today)
    return queries.view(db, actor, found)


def _check_hour_of(actor: Actor, weekday: int | None, starts: str | None) -> None:
    """A series on a day off would lie on another weekday each time."""
    if weekday is not None:
        check_weekday(weekday, actor.calendar)
    if starts is not None:
        check_hour(starts)


def fill_series(db: Session, actor: Actor, *, until: date) -> None:
    """Lays what is missing of every running series; said again it lays nothing, and a week nobody held shows."""
    running = queries.running(db, actor.organisation_id, today=actor.today(db))
    _fill(db, actor, running, until=until)


def fill_all(db: Session) -> None:
    """`fill_series` of every organisation, once a day; a demo lives in its one month and is moved to today instead."""
    for organisation_id in people.organisation_ids(db):
        actor = Actor.method(db, organisation_id)
        if not actor.demo:
            fill_series(db, actor, until=actor.today(db) + AHEAD)


def _fill(
    db: Session,
    actor: Actor,
    running: Collection[ReviewSeries],
    *,
    until: date,
    after: date | None = None,
) -> None:
    there = laid(db, Review, actor.organisation_id, [one.id for one in running])
    people_ids = {one.person_id for one in running if one.person_id is not None}
    mentors = mentors_of(db, actor.organisation_id, people_ids, actor.today(db))
    for one in running:
        for slot in slots(one, actor.calendar, until=until):
            fresh = slot.slot not in there.get(one.id, set())
            if fresh and (after is None or slot.day > after):
                _lay(db, actor, one, slot, mentors.get(one.person_id) if one.person_id else None)
    db.flush()


def _lay(
    db: Session, actor: Actor, series: ReviewSeries, slot: Slot, mentor_id: UUID | None
) -> None:
    it = Review(
        organisation_id=actor.organisation_id,
        id=new_id(db),
        created_at=now(db),
        updated_at=now(db),
        kind=series.kind,
        series_id=series.id,
        slot=slot.slot,
        host_id=series.host_id,
        person_id=series.person_id,
        mentor_id=mentor_id if series.kind != ReviewKind.MONTH else None,
        team_id=series.team_id,
        day=slot.day,
        starts=series.starts,
        minutes=series.minutes,
    )
    db.add(it)
    publish(db, actor.organisation_id, planned_fact(it))


def _take_up(db: Session, actor: Actor, series: ReviewSeries, *, today: date) -> None:
    """What nobody has prepared, moved or begun is no review yet, only a place in the calendar."""
    for one in ahead(db, Review, series, after=today):
        if one.untouched:
            db.delete(one)
            publish(db, actor.organisation_id, ReviewWithdrawn(one.id), by=actor.person_id)
    db.flush()
