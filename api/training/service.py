"""What trainer and manager do with a session: plan, announce, hold, skip with a make-up, close after practice."""

from typing import Any
from uuid import UUID

from sqlmodel import Session, col, delete

from api.deals.products.service import check_product
from api.kit.changes import changes, check_version, same_birth
from api.kit.clock import now
from api.kit.errors import NotFound
from api.kit.events import publish
from api.kit.paging import PageAsked, Paged
from api.kit.rows import new_id
from api.people.models import Person, Role
from api.people.policy import Actor
from api.playbook.service import check_skills
from api.training import queries
from api.training.events import (
    SessionAnnounced,
    SessionChanged,
    SessionClosed,
    SessionHeld,
    SessionPlanned,
    SessionSkipped,
)
from api.training.materials.service import go_along
from api.training.models import LearningPoint, TrainingSession
from api.training.policy import (
    USUAL_MINUTES,
    NotYetItsDay,
    SessionHeldAlready,
    TopicNeeded,
    check_before,
    check_day,
    check_held,
    check_runs,
    team_to_train,
)
from api.training.practice import queries as practice
from api.training.practice.policy import NobodyCame, PracticeMissing, PracticeNeeded
from api.training.queries import CardView, Wanted
from api.training.records.queries import SessionView, whole
from api.training.schemas import (
    HoldingGiven,
    PointsGiven,
    SessionChange,
    SessionSkip,
    TrainingSessionNew,
    WhyGiven,
)


def sessions(db: Session, actor: Actor, *, wanted: Wanted, asked: PageAsked) -> Paged[CardView]:
    return queries.page(db, actor, wanted=wanted, asked=asked)


def session(db: Session, actor: Actor, *, session_id: UUID) -> SessionView:
    return whole(db, actor, queries.find(db, actor, session_id))


def plan(db: Session, actor: Actor, *, given: TrainingSessionNew, birth: bytes) -> SessionView:
    """A session outside any series."""
    stored = db.get(TrainingSession, (actor.organisation_id, given.id)) if given.id else None
    if stored is not None:
        queries.find(db, actor, stored.id)
        same_birth(stored.birth_digest, birth)
        return whole(db, actor, stored)
    team_id = team_to_train(actor, given.track, given.team_id)
    check_day(given.day, today=actor.today(db))
    check_product(db, actor.organisation_id, given.product_key)
    planned = TrainingSession(
        organisation_id=actor.organisation_id,
        id=given.id or new_id(db),
        created_at=now(db),
        updated_at=now(db),
        track=given.track,
        team_id=team_id,
        trainer_id=trainer_here(db, actor, given.trainer_id),
        day=given.day,
        starts=given.starts,
        minutes=given.minutes or USUAL_MINUTES,
        topic=given.topic,
        topic_class=given.topic_class,
        product_key=given.product_key,
        **_why(given.why or WhyGiven()),
        birth_digest=birth,
    )
    lay(db, actor, planned)
    return whole(db, actor, planned)


def change(
    db: Session, actor: Actor, *, session_id: UUID, given: SessionChange, version: int
) -> SessionView:
    """Its topic, reason, trainer or hour, until it is held."""
    found = queries.find(db, actor, session_id)
    check_runs(actor, found)
    check_version(found, version, current=whole(db, actor, found))
    check_before(found)
    sent = changes(given)
    check_product(db, actor.organisation_id, sent.get("product_key"))
    if "why" in sent:
        sent |= _why(sent.pop("why"))
    if "trainer_id" in sent:
        sent["trainer_id"] = trainer_here(db, actor, sent["trainer_id"])
    for name, value in sent.items():
        setattr(found, name, value)
    if (found.topic is None) != (found.topic_class is None):
        raise TopicNeeded
    return _changed(db, actor, found, *sent)


def write_points(db: Session, actor: Actor, *, session_id: UUID, given: PointsGiven) -> SessionView:
    """All learning points; until it is held, since afterwards they are practised as they stand."""
    found = queries.find(db, actor, session_id)
    check_runs(actor, found)
    if _same_points(practice.points_of(db, found), given):
        return whole(db, actor, found)
    check_before(found)
    check_skills(db, actor.organisation_id, [one.skill_key for one in given.points])
    _replace_points(db, found, given)
    return _changed(db, actor, found, "learning_points")


def announce(db: Session, actor: Actor, *, session_id: UUID) -> SessionView:
    """The team knows what it will be about."""
    found = queries.find(db, actor, session_id)
    check_runs(actor, found)
    if found.announced_at is not None:
        return whole(db, actor, found)
    check_before(found)
    if found.topic is None:
        raise TopicNeeded
    found.announced_at = now(db)
    fact = SessionAnnounced(found.id, found.team_id)
    publish(db, actor.organisation_id, fact, by=actor.person_id)
    return _kept(db, actor, found)


def hold(db: Session, actor: Actor, *, session_id: UUID, given: HoldingGiven) -> SessionView:
    """It took place; said twice it was held once."""
    found = queries.find(db, actor, session_id)
    check_runs(actor, found)
    if found.held_at is not None:
        return whole(db, actor, found)
    check_before(found)
    if found.topic is None:
        raise TopicNeeded
    if found.day > actor.today(db):
        raise NotYetItsDay
    found.held_at, found.held_by_id = min(given.held_at, now(db)), actor.person_id
    fact = SessionHeld(found.id, found.team_id, found.day)
    publish(db, actor.organisation_id, fact, by=actor.person_id)
    return _kept(db, actor, found)


def skip(db: Session, actor: Actor, *, session_id: UUID, given: SessionSkip) -> SessionView:
    """It does not take place; the week stays in sight with the reason, and another day stands in."""
    found = queries.find(db, actor, session_id)
    check_runs(actor, found)
    if found.skip_reason == given.reason:
        return whole(db, actor, found)
    check_before(found)
    check_day(given.make_up_day, today=actor.today(db))
    found.skipped_at, found.skip_reason = now(db), given.reason
    found.skipped_by_id, found.updated_at = actor.person_id, now(db)
    made_up_by = _stand_in(db, actor, found, given)
    fact = SessionSkipped(found.id, made_up_by.id)
    publish(db, actor.organisation_id, fact, by=actor.person_id)
    return _kept(db, actor, found)


def close(db: Session, actor: Actor, *, session_id: UUID) -> SessionView:
    """Only once everybody who came has practised and somebody has seen it (domain.md 8)."""
    found = queries.find(db, actor, session_id)
    check_runs(actor, found)
    if found.closed_at is not None:
        return whole(db, actor, found)
    check_held(found)
    if found.practice_kind is None:
        raise PracticeNeeded
    missing, came = practice.missing(db, found)
    if not came:
        raise NobodyCame
    if missing:
        raise PracticeMissing(missing=missing, of=came)
    found.closed_at, found.closed_by_id = now(db), actor.person_id
    publish(db, actor.organisation_id, SessionClosed(found.id, found.team_id), by=actor.person_id)
    return _kept(db, actor, found)


def take_topic(db: Session, actor: Actor, found: TrainingSession, *, topic: dict[str, Any]) -> None:
    """A topic that was wished for becomes this session's."""
    if found.held_at is not None:
        raise SessionHeldAlready
    for name, value in topic.items():
        setattr(found, name, value)
    found.updated_at = now(db)
    fact = SessionChanged(found.id, tuple(sorted(topic)))
    publish(db, actor.organisation_id, fact, by=actor.person_id)


def lay(db: Session, actor: Actor, planned: TrainingSession) -> None:
    db.add(planned)
    db.flush()
    fact = SessionPlanned(
        planned.id, str(planned.track), planned.team_id, planned.day, planned.makes_up_id
    )
    publish(db, actor.organisation_id, fact, by=actor.person_id)


def trainer_here(db: Session, actor: Actor, person_id: UUID | None) -> UUID:
    """Whoever gives it works here; a rep may, since they teach one another (domain.md 22)."""
    if person_id is None or person_id == actor.person_id:
        return actor.person_id
    found = db.get(Person, (actor.organisation_id, person_id))
    if found is None or found.disabled or found.role == Role.ADMIN:
        raise NotFound
    return found.id


def _why(given: WhyGiven) -> dict[str, Any]:
    return {
        "why": given.words,
        "why_count": given.count,
        "why_sentences": list(given.sentences),
        "why_origin_kind": given.origin.kind if given.origin else None,
        "why_origin_id": given.origin.id if given.origin else None,
    }


def _same_points(stored: list[LearningPoint], given: PointsGiven) -> bool:
    there = [(one.if_, one.then, one.skill_key) for one in stored]
    return there == [(one.if_, one.then, one.skill_key) for one in given.points]


def _replace_points(db: Session, found: TrainingSession, given: PointsGiven) -> None:
    mine = (
        col(LearningPoint.organisation_id) == found.organisation_id,
        col(LearningPoint.session_id) == found.id,
    )
    kept = {one.id for one in practice.points_of(db, found)}
    db.exec(delete(LearningPoint).where(*mine))
    for place, point in enumerate(given.points):
        stays = point.id is not None and (point.id in kept or _is_free(db, found, point.id))
        db.add(
            LearningPoint(
                organisation_id=found.organisation_id,
                id=point.id if stays and point.id else new_id(db),
                created_at=now(db),
                session_id=found.id,
                place=place,
                **point.model_dump(exclude={"id"}),
            )
        )


def _is_free(db: Session, found: TrainingSession, point_id: UUID) -> bool:
    return db.get(LearningPoint, (found.organisation_id, point_id)) is None


def _stand_in(
    db: Session, actor: Actor, found: TrainingSession, given: SessionSkip
) -> TrainingSession:
    """The same class on another day, with its topic, its reason, its points and its materials."""
    same = ("track", "team_id", "trainer_id", "minutes", "topic", "topic_class", "why")
    more = ("product_key", "why_count", "why_sentences", "why_origin_kind", "why_origin_id")
    stand_in = TrainingSession(
        organisation_id=actor.organisation_id,
        id=new_id(db),
        created_at=now(db),
        updated_at=now(db),
        day=given.make_up_day,
        starts=given.starts or found.starts,
        makes_up_id=found.id,
        **{name: getattr(found, name) for name in (*same, *more)},
    )
    lay(db, actor, stand_in)
    for point in practice.points_of(db, found):
        copied = point.model_dump(exclude={"id", "session_id", "created_at"})
        db.add(LearningPoint(**copied, id=new_id(db), session_id=stand_in.id, created_at=now(db)))
    go_along(db, found, stand_in)
    return stand_in


def _changed(db: Session, actor: Actor, found: TrainingSession, *fields: str) -> SessionView:
    fact = SessionChanged(found.id, tuple(sorted(fields)))
    publish(db, actor.organisation_id, fact, by=actor.person_id)
    return _kept(db, actor, found)


def _kept(db: Session, actor: Actor, found: TrainingSession) -> SessionView:
    found.updated_at = now(db)
    db.flush()
    return whole(db, actor, found)
