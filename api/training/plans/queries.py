"""Reads of plans: a page costs two statements whatever its size, and one plan with its classes four."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from api.deals.models import Product
from api.kit.errors import NotFound
from api.kit.paging import Key, PageAsked, Paged, page_of
from api.people import queries as people
from api.people.models import Team
from api.people.policy import Actor
from api.people.queries import PersonRef
from api.training.models import SessionState, TopicClass, Track, TrainingSession
from api.training.plans.models import PlannedTopic, PlanPeriod, TrainingPlan
from api.training.plans.policy import last_day, visible_to
from api.training.policy import visible_to as sessions_visible_to
from api.training.queries import OtherDay, TeamView


@dataclass(frozen=True)
class PlanCard:
    id: UUID
    period: PlanPeriod
    starts_on: date
    track: Track
    team: TeamView | None
    by: PersonRef
    version: int


@dataclass(frozen=True)
class ClassView:
    """What became of a planned topic in one team, or with the managers."""

    id: UUID
    team: TeamView | None
    day: date
    state: SessionState
    skip_reason: str | None
    made_up_by: OtherDay | None


@dataclass(frozen=True)
class PlannedTopicView:
    id: UUID
    topic: str
    topic_class: TopicClass
    skill_keys: Sequence[str]
    product_keys: Sequence[str]
    wish_week: date | None
    classes: Sequence[ClassView]


@dataclass(frozen=True)
class PlanView(PlanCard):
    topics: Sequence[PlannedTopicView]


def page(db: Session, actor: Actor, *, asked: PageAsked) -> Paged[PlanCard]:
    """The latest period first."""
    statement = _with_team().where(visible_to(actor))
    keys = [Key(col(TrainingPlan.starts_on), "desc"), Key(col(TrainingPlan.id), "desc")]
    found = page_of(db, statement, keys=keys, asked=asked)
    return Paged(_cards(db, actor, found.items), found.next_cursor)


def find(db: Session, actor: Actor, plan_id: UUID) -> TrainingPlan:
    asked = select(TrainingPlan).where(visible_to(actor), col(TrainingPlan.id) == plan_id)
    found = db.exec(asked).first()
    if found is None:
        raise NotFound
    return found


def view(db: Session, actor: Actor, plan: TrainingPlan) -> PlanView:
    """One plan as it stands after everything flushed so far."""
    db.flush()
    it = (
        col(TrainingPlan.organisation_id) == plan.organisation_id,
        col(TrainingPlan.id) == plan.id,
    )
    [card] = _cards(db, actor, db.exec(_with_team().where(*it)).all())
    planned = topics_of(db, plan)
    classes = _classes(db, actor, plan, [one.topic for one in planned])
    topics = [
        PlannedTopicView(
            id=one.id,
            topic=one.topic,
            topic_class=one.topic_class,
            skill_keys=one.skill_keys,
            product_keys=one.product_keys,
            wish_week=one.wish_week,
            classes=classes.get(one.topic, []),
        )
        for one in planned
    ]
    return PlanView(**vars(card), topics=topics)


def topics_of(db: Session, plan: TrainingPlan) -> list[PlannedTopic]:
    return list(
        db.exec(
            select(PlannedTopic)
            .where(
                col(PlannedTopic.organisation_id) == plan.organisation_id,
                col(PlannedTopic.plan_id) == plan.id,
            )
            .order_by(col(PlannedTopic.place), col(PlannedTopic.id))
        )
    )


def wished(
    db: Session, organisation_id: UUID, *, since: date
) -> list[tuple[TrainingPlan, PlannedTopic]]:
    """Every topic with a week from `since` on, in the order of its plan."""
    found = db.exec(
        select(TrainingPlan, PlannedTopic)
        .join(
            PlannedTopic,
            sa.and_(
                col(PlannedTopic.organisation_id) == col(TrainingPlan.organisation_id),
                col(PlannedTopic.plan_id) == col(TrainingPlan.id),
            ),
        )
        .where(
            col(TrainingPlan.organisation_id) == organisation_id,
            col(PlannedTopic.wish_week) >= since,
        )
        .order_by(col(TrainingPlan.id), col(PlannedTopic.place))
    ).all()
    return [(plan, topic) for plan, topic in found]


def without_topic(db: Session, organisation_id: UUID, *, since: date) -> list[TrainingSession]:
    return list(
        db.exec(
            select(TrainingSession)
            .where(
                col(TrainingSession.organisation_id) == organisation_id,
                col(TrainingSession.day) >= since,
                col(TrainingSession.topic).is_(None),
                col(TrainingSession.skipped_at).is_(None),
            )
            .order_by(col(TrainingSession.day), col(TrainingSession.id))
        )
    )


def known_products(db: Session, organisation_id: UUID, keys: set[str]) -> set[str]:
    return set(
        db.exec(
            select(col(Product.key)).where(
                col(Product.organisation_id) == organisation_id,
                col(Product.key).in_(sorted(keys)),
            )
        ).all()
    )


def _classes(
    db: Session, actor: Actor, plan: TrainingPlan, topics: Sequence[str]
) -> dict[str, list[ClassView]]:
    """By topic the classes of this plan's period and teams, as far as the actor sees them; a make-up stands with its own.

    A class follows its plan by the words of its topic, so that one whose topic was changed is no longer the plan's.
    """
    after = aliased(TrainingSession)
    same = col(TrainingSession.organisation_id)
    team = sa.and_(col(Team.organisation_id) == same, col(Team.id) == col(TrainingSession.team_id))
    make_up = sa.and_(
        col(after.organisation_id) == same, col(after.makes_up_id) == col(TrainingSession.id)
    )
    of_team = sa.true() if plan.team_id is None else col(TrainingSession.team_id) == plan.team_id
    found = db.exec(
        select(TrainingSession, Team, after)
        .outerjoin(Team, team)
        .outerjoin(after, make_up)
        .where(
            sessions_visible_to(actor),
            col(TrainingSession.track) == plan.track,
            col(TrainingSession.day).between(_monday(plan.starts_on), last_day(plan)),
            col(TrainingSession.topic).in_(topics),
            col(TrainingSession.makes_up_id).is_(None),
            of_team,
        )
        .order_by(col(TrainingSession.day), col(TrainingSession.id))
    ).all()
    by_topic: dict[str, list[ClassView]] = defaultdict(list)
    for one, of, other in found:
        by_topic[one.topic or ""].append(_class(one, of, other))
    return by_topic


def _class(one: TrainingSession, team: Team | None, other: TrainingSession | None) -> ClassView:
    made_up = other is not None and other.held_at is not None
    return ClassView(
        id=one.id,
        team=TeamView(team.id, team.name) if team else None,
        day=one.day,
        state=one.state(made_up=made_up),
        skip_reason=one.skip_reason,
        made_up_by=OtherDay(other.id, other.day) if other else None,
    )


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _with_team() -> Any:
    team = sa.and_(
        col(Team.organisation_id) == col(TrainingPlan.organisation_id),
        col(Team.id) == col(TrainingPlan.team_id),
    )
    return select(TrainingPlan, Team).outerjoin(Team, team)


def _cards(db: Session, actor: Actor, found: Iterable[Any]) -> list[PlanCard]:
    rows = list(found)
    names = people.refs(db, actor.organisation_id, {plan.by_id for plan, _ in rows})
    return [
        PlanCard(
            id=plan.id,
            period=plan.period,
            starts_on=plan.starts_on,
            track=plan.track,
            team=TeamView(team.id, team.name) if team else None,
            by=names[plan.by_id],
            version=plan.version,
        )
        for plan, team in rows
    ]
