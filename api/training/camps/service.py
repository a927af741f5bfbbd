"""From the join date to the handshake: enrol, hand in a day, plan and hold the show, shake hands."""

from datetime import date
from uuid import UUID

from sqlmodel import Session

from api.kit.clock import now
from api.kit.errors import NotFound
from api.kit.events import publish
from api.kit.paging import PageAsked, Paged
from api.kit.rows import new_id
from api.people.models import Person, Role
from api.people.policy import Actor
from api.training.camp_template import queries as templates
from api.training.camp_template.models import CampDimension
from api.training.camps import policy, queries
from api.training.camps.models import Camp, CampDay
from api.training.camps.queries import CampCardView, CampView, MyCampView, OpenOrFinished
from api.training.camps.schemas import CampDayGiven, CampLinkGiven, CampNew, CampShowGiven
from api.training.events import (
    CampBegun,
    CampDayDone,
    CampFinished,
    CampHandGiven,
    CampMoved,
    CampShowHeld,
    CampShowPlanned,
)


def camps(
    db: Session, actor: Actor, *, state: OpenOrFinished | None, asked: PageAsked
) -> Paged[CampCardView]:
    return queries.page(db, actor, state=state, asked=asked)


def camp(db: Session, actor: Actor, *, camp_id: UUID) -> CampView:
    return queries.view(db, actor, queries.find(db, actor, camp_id))


def my_camp(db: Session, actor: Actor) -> MyCampView:
    found = queries.of_person(db, actor.organisation_id, actor.person_id)
    return MyCampView(None if found is None else queries.view(db, actor, found))


def enrol(db: Session, actor: Actor, *, given: CampNew) -> CampView:
    """By trainer or manager, for whoever joined before there were camps."""
    person = db.get(Person, (actor.organisation_id, given.person_id))
    if person is None or person.deleted_at is not None:
        raise NotFound
    policy.check_enrols(actor, person)
    stored = queries.of_person(db, actor.organisation_id, person.id)
    if stored is not None:
        if stored.id != given.id:
            raise policy.InCampAlready
        return queries.view(db, actor, stored)
    begun = _begin(db, actor, person, camp_id=given.id, since=given.begins_on or actor.today(db))
    return queries.view(db, actor, begun)


def follow_join_date(db: Session, actor: Actor, *, person_id: UUID, joining: bool) -> None:
    """By the method: a newcomer's camp begins on the join date, and moves with it until something was done.

    Whoever joins later than planned begins on that day. Whoever has been here for more than the five days gets none
    by itself: that is for trainer and manager to say.
    """
    person = db.get_one(Person, (actor.organisation_id, person_id))
    if not person.newcomer or person.role != Role.REP or person.disabled:
        return
    stored = queries.of_person(db, actor.organisation_id, person.id)
    days = policy.five_days(actor.calendar, since=person.joined_on)
    if stored is not None:
        _move(db, actor, stored, days)
    elif days[-1][1] >= actor.today(db):
        _begin(db, actor, person, camp_id=None, since=person.joined_on)
    elif joining:
        _begin(db, actor, person, camp_id=None, since=actor.today(db))


def hand_in(
    db: Session, actor: Actor, *, camp_id: UUID, dimension: CampDimension, given: CampDayGiven
) -> CampView:
    """What a day asked for, on its day or later; sent again it replaces what was there, until the camp is over."""
    found = queries.find(db, actor, camp_id)
    if found.person_id != actor.person_id:
        raise policy.NotYourCamp
    day = queries.day_of(db, found, dimension)
    if _says_so(day, given):
        return queries.view(db, actor, found)
    if found.finished_at is not None and day.done_at is not None:
        raise policy.DayStays
    _check_link(db, actor, given.link)
    day.words = given.words
    day.link_kind, day.link_id = (given.link.kind, given.link.id) if given.link else (None, None)
    if day.done_at is None:
        day.done_at = min(given.happened_at, now(db))
        fact = CampDayDone(found.id, found.person_id, str(dimension))
        publish(db, actor.organisation_id, fact, by=actor.person_id)
    day.updated_at = now(db)
    return _kept(db, actor, found)


def plan_show(db: Session, actor: Actor, *, camp_id: UUID, given: CampShowGiven) -> CampView:
    """By the newcomer, the mentor or the manager, until it was held."""
    found, person = _with_person(db, actor, camp_id)
    if found.person_id != actor.person_id and not policy.may_say(actor, person):
        raise policy.NotYourCamp
    if (found.show_day, found.show_about) == (given.day, given.about):
        return queries.view(db, actor, found)
    if found.show_held_at is not None:
        raise policy.ShowHeldAlready
    if given.day < found.begins_on:
        raise policy.ShowTooEarly(day=found.begins_on.isoformat())
    found.show_day, found.show_about = given.day, given.about
    fact = CampShowPlanned(found.id, found.person_id, given.day)
    publish(db, actor.organisation_id, fact, by=actor.person_id)
    return _kept(db, actor, found)


def hold_show(db: Session, actor: Actor, *, camp_id: UUID) -> CampView:
    """Mentor or manager says that it was held; said twice it was held once."""
    found, person = _with_person(db, actor, camp_id)
    if not policy.may_say(actor, person):
        raise policy.NotYoursToSay
    if found.show_held_at is not None:
        return queries.view(db, actor, found)
    if found.show_day is None:
        raise policy.ShowNotPlanned
    if found.show_day > actor.today(db):
        raise policy.ShowNotYet
    found.show_held_at, found.show_held_by_id = now(db), actor.person_id
    fact = CampShowHeld(found.id, found.person_id)
    publish(db, actor.organisation_id, fact, by=actor.person_id)
    return _kept(db, actor, found)


def shake_hands(db: Session, actor: Actor, *, camp_id: UUID) -> CampView:
    """Each of the two for themselves, after the show; with the second hand the camp is over."""
    found = queries.find(db, actor, camp_id)
    own = found.person_id == actor.person_id
    if not own and found.person_id not in actor.apprentice_ids:
        raise policy.NotYourHand
    if found.show_held_at is None:
        raise policy.ShowFirst
    given = found.newcomer_hand_at if own else found.mentor_hand_at
    if given is not None:
        return queries.view(db, actor, found)
    if own:
        found.newcomer_hand_at = now(db)
    else:
        found.mentor_hand_at, found.mentor_id = now(db), actor.person_id
    fact = CampHandGiven(found.id, actor.person_id)
    publish(db, actor.organisation_id, fact, by=actor.person_id)
    _finish(db, actor, found)
    return _kept(db, actor, found)


def _begin(db: Session, actor: Actor, person: Person, *, camp_id: UUID | None, since: date) -> Camp:
    """With the five days in the words of today's template."""
    days = policy.five_days(actor.calendar, since=since)
    begun = Camp(
        organisation_id=actor.organisation_id,
        id=camp_id or new_id(db),
        created_at=now(db),
        updated_at=now(db),
        person_id=person.id,
        begins_on=days[0][1],
        enrolled_by_id=None if actor.role is Role.METHOD else actor.person_id,
    )
    db.add(begun)
    db.flush()
    told = {one.dimension: one for one in templates.template(db, actor.organisation_id).days}
    for dimension, day in days:
        words = told[dimension]
        db.add(
            CampDay(
                organisation_id=actor.organisation_id,
                id=new_id(db),
                created_at=now(db),
                updated_at=now(db),
                camp_id=begun.id,
                dimension=dimension,
                day=day,
                title=words.title,
                task=words.task,
                asked=words.asked,
                case_id=words.case_id,
            )
        )
    fact = CampBegun(begun.id, person.id, begun.begins_on)
    publish(db, actor.organisation_id, fact, by=begun.enrolled_by_id)
    return begun


def _move(db: Session, actor: Actor, found: Camp, days: list[tuple[CampDimension, date]]) -> None:
    """Only one that began by itself, of which nothing was done, and not into the past."""
    stored = {CampDimension(one.dimension): one for one in queries.days_of(db, found)}
    begins_on = days[0][1]
    touched = found.show_day is not None or any(one.done_at for one in stored.values())
    if found.enrolled_by_id or touched or begins_on == found.begins_on:
        return
    if begins_on < actor.today(db):
        return
    for dimension, day in days:
        stored[dimension].day, stored[dimension].updated_at = day, now(db)
    found.begins_on, found.updated_at = begins_on, now(db)
    publish(db, actor.organisation_id, CampMoved(found.id, begins_on))


def _with_person(db: Session, actor: Actor, camp_id: UUID) -> tuple[Camp, Person]:
    found = queries.find(db, actor, camp_id)
    return found, db.get_one(Person, (found.organisation_id, found.person_id))


def _says_so(day: CampDay, given: CampDayGiven) -> bool:
    there = None if day.link is None else (day.link.kind, day.link.id)
    told = None if given.link is None else (given.link.kind, given.link.id)
    return day.done_at is not None and (day.words, there) == (given.words, told)


def _check_link(db: Session, actor: Actor, link: CampLinkGiven | None) -> None:
    if link is None:
        return
    try:
        policy.opener(link.kind)(db, actor, link.id)
    except NotFound as unseen:
        raise policy.LinkUnknown from unseen


def _finish(db: Session, actor: Actor, found: Camp) -> None:
    if found.newcomer_hand_at is None or found.mentor_id is None:
        return
    found.finished_at = now(db)
    fact = CampFinished(found.id, found.person_id, found.mentor_id)
    publish(db, actor.organisation_id, fact, by=actor.person_id)


def _kept(db: Session, actor: Actor, found: Camp) -> CampView:
    found.updated_at = now(db)
    db.flush()
    return queries.view(db, actor, found)
