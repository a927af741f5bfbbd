"""Keeping series: begin one, change it, and lay its sessions into the calendar."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from sqlmodel import Session

from api.kit.changes import changes, check_version, same_birth
from api.kit.clock import now
from api.kit.events import publish
from api.kit.paging import PageAsked, Paged
from api.kit.rows import new_id
from api.kit.series import AHEAD, Slot, ahead, laid
from api.people import queries as people
from api.people.policy import Actor
from api.training.events import SessionWithdrawn, TrainingSeriesKept
from api.training.models import TrainingSession
from api.training.plans.service import give_topics
from api.training.policy import (
    USUAL_MINUTES,
    NotYourSession,
    check_day,
    decides,
    team_to_train,
)
from api.training.series import queries
from api.training.series.models import TrainingSeries
from api.training.series.policy import EVERY, SeriesEnded, SeriesStands, slots
from api.training.series.queries import SeriesView
from api.training.series.schemas import TrainingSeriesChange, TrainingSeriesNew
from api.training.service import lay, trainer_here


def series(db: Session, actor: Actor, *, asked: PageAsked) -> Paged[SeriesView]:
    return queries.page(db, actor, asked=asked)


def begin(db: Session, actor: Actor, *, given: TrainingSeriesNew, birth: bytes) -> SeriesView:
    """Its first sessions stand in the calendar at once."""
    stored = db.get(TrainingSeries, (actor.organisation_id, given.id)) if given.id else None
    if stored is not None:
        found = queries.find(db, actor, stored.id)
        same_birth(found.birth_digest, birth)
        return queries.view(db, actor, found)
    begun = TrainingSeries(
        organisation_id=actor.organisation_id,
        id=given.id or new_id(db),
        created_at=now(db),
        updated_at=now(db),
        track=given.track,
        team_id=team_to_train(actor, given.track, given.team_id),
        trainer_id=trainer_here(db, actor, given.trainer_id),
        weekday=given.weekday,
        starts=given.starts,
        every_weeks=given.every_weeks or EVERY.get(given.track, 1),
        minutes=given.minutes or USUAL_MINUTES,
        starts_on=given.starts_on,
        birth_digest=birth,
    )
    check_day(given.starts_on, today=actor.today(db))
    if queries.same_as(db, begun) is not None:
        raise SeriesStands
    db.add(begun)
    db.flush()
    _fill(db, actor, [begun], until=actor.today(db) + AHEAD)
    return _kept(db, actor, begun)


def change(
    db: Session, actor: Actor, *, series_id: UUID, given: TrainingSeriesChange, version: int
) -> SeriesView:
    """Sessions to come that nobody has touched are laid anew; the others stay as they are."""
    found = queries.find(db, actor, series_id)
    if not decides(actor, found.team_id):
        raise NotYourSession
    check_version(found, version, current=queries.view(db, actor, found))
    today = actor.today(db)
    if found.ends_on is not None and found.ends_on < today:
        raise SeriesEnded
    sent = changes(given)
    if "trainer_id" in sent:
        sent["trainer_id"] = trainer_here(db, actor, sent["trainer_id"])
    for name, value in sent.items():
        setattr(found, name, value)
    found.updated_at = now(db)
    _take_up(db, actor, found, today=today)
    _fill(db, actor, [found], until=today + AHEAD, after=today)
    return _kept(db, actor, found)


def fill_series(db: Session, actor: Actor, *, until: date) -> None:
    """Lays what is missing of every running series; said again it lays nothing."""
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
    running: Collection[TrainingSeries],
    *,
    until: date,
    after: date | None = None,
) -> None:
    there = laid(db, TrainingSession, actor.organisation_id, [one.id for one in running])
    for one in running:
        for slot in slots(one, actor.calendar, until=until):
            fresh = slot.slot not in there.get(one.id, set())
            if fresh and (after is None or slot.day > after):
                _lay(db, actor, one, slot)
    give_topics(db, actor)


def _lay(db: Session, actor: Actor, series: TrainingSeries, slot: Slot) -> None:
    it = TrainingSession(
        organisation_id=actor.organisation_id,
        id=new_id(db),
        created_at=now(db),
        updated_at=now(db),
        track=series.track,
        series_id=series.id,
        slot=slot.slot,
        team_id=series.team_id,
        trainer_id=series.trainer_id,
        day=slot.day,
        starts=series.starts,
        minutes=series.minutes,
    )
    lay(db, actor, it)


def _take_up(db: Session, actor: Actor, series: TrainingSeries, *, today: date) -> None:
    """What has no topic yet is no class, only a place in the calendar."""
    for one in ahead(db, TrainingSession, series, after=today):
        if one.untouched:
            db.delete(one)
            publish(db, actor.organisation_id, SessionWithdrawn(one.id), by=actor.person_id)
    db.flush()


def _kept(db: Session, actor: Actor, found: TrainingSeries) -> SeriesView:
    db.flush()
    publish(db, actor.organisation_id, TrainingSeriesKept(found.id), by=actor.person_id)
    return queries.view(db, actor, found)
