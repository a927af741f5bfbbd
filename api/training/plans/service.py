"""Keeping plans: write one, change its topics, and give the sessions of a week the topic wished for it."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, delete

from api.deals.policy import ProductUnknown
from api.kit.changes import check_version, same_birth
from api.kit.clock import now
from api.kit.events import publish
from api.kit.paging import PageAsked, Paged
from api.kit.rows import new_id
from api.people.models import Role
from api.people.policy import Actor
from api.playbook.service import check_skills
from api.training.events import TrainingPlanKept
from api.training.models import Track
from api.training.plans import queries
from api.training.plans.models import PlannedTopic, TrainingPlan
from api.training.plans.policy import fitting
from api.training.plans.queries import PlanCard, PlanView
from api.training.plans.schemas import PlannedTopicGiven, TrainingPlanChange, TrainingPlanNew
from api.training.policy import NotYourSession, decides, team_to_train
from api.training.service import take_topic


def plans(db: Session, actor: Actor, *, asked: PageAsked) -> Paged[PlanCard]:
    return queries.page(db, actor, asked=asked)


def plan(db: Session, actor: Actor, *, plan_id: UUID) -> PlanView:
    return queries.view(db, actor, queries.find(db, actor, plan_id))


def write(db: Session, actor: Actor, *, given: TrainingPlanNew, birth: bytes) -> PlanView:
    stored = db.get(TrainingPlan, (actor.organisation_id, given.id)) if given.id else None
    if stored is not None:
        found = queries.find(db, actor, stored.id)
        same_birth(found.birth_digest, birth)
        return queries.view(db, actor, found)
    written = TrainingPlan(
        organisation_id=actor.organisation_id,
        id=given.id or new_id(db),
        created_at=now(db),
        updated_at=now(db),
        period=given.period,
        starts_on=given.starts_on,
        track=given.track,
        team_id=_team_of(actor, given),
        by_id=actor.person_id,
        birth_digest=birth,
    )
    db.add(written)
    db.flush()
    return _with_topics(db, actor, written, given.topics)


def change(
    db: Session, actor: Actor, *, plan_id: UUID, given: TrainingPlanChange, version: int
) -> PlanView:
    found = queries.find(db, actor, plan_id)
    if not decides(actor, found.team_id):
        raise NotYourSession
    check_version(found, version, current=queries.view(db, actor, found))
    found.updated_at = now(db)
    return _with_topics(db, actor, found, given.topics)


def give_topics(db: Session, actor: Actor) -> None:
    """Sessions that have none yet get the topic wished for their week."""
    db.flush()
    today = actor.today(db)
    free = queries.without_topic(db, actor.organisation_id, since=today)
    if not free:
        return
    monday = today - timedelta(days=today.weekday())
    topics = queries.wished(db, actor.organisation_id, since=monday)
    for session in free:
        wished = fitting(session, topics)
        if wished is not None:
            take_topic(db, actor, session, topic=_of_class(wished))


def _of_class(wished: PlannedTopic) -> dict[str, Any]:
    """A class is about one product: the first of its topic, by which coverage counts it."""
    product = {"product_key": wished.product_keys[0]} if wished.product_keys else {}
    return {"topic": wished.topic, "topic_class": wished.topic_class} | product


def _team_of(actor: Actor, given: TrainingPlanNew) -> UUID | None:
    """The trainer plans for every team at once; a manager for the own one."""
    every = given.team_id is None and actor.role is Role.TRAINER
    if every and given.track is not Track.MANAGEMENT:
        return None
    return team_to_train(actor, given.track, given.team_id)


def _with_topics(
    db: Session, actor: Actor, plan: TrainingPlan, topics: list[PlannedTopicGiven]
) -> PlanView:
    check_skills(db, actor.organisation_id, [key for one in topics for key in one.skill_keys])
    products = {key for one in topics for key in one.product_keys}
    if products - queries.known_products(db, actor.organisation_id, products):
        raise ProductUnknown
    mine = (
        col(PlannedTopic.organisation_id) == plan.organisation_id,
        col(PlannedTopic.plan_id) == plan.id,
    )
    db.exec(delete(PlannedTopic).where(*mine))
    for place, topic in enumerate(topics):
        db.add(
            PlannedTopic(
                organisation_id=plan.organisation_id,
                id=new_id(db),
                created_at=now(db),
                plan_id=plan.id,
                place=place,
                **topic.model_dump(),
            )
        )
    give_topics(db, actor)
    publish(db, actor.organisation_id, TrainingPlanKept(plan.id), by=actor.person_id)
    return queries.view(db, actor, plan)
