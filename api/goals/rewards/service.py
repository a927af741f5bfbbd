"""Saying thanks for a goal that was met."""

from uuid import UUID

from sqlmodel import Session

from api.goals import queries as goals
from api.goals.events import RewardGiven
from api.goals.models import Reward
from api.goals.policy import check_is_manager
from api.goals.rewards import queries
from api.goals.rewards.policy import NobodyToTell, check_met
from api.goals.rewards.queries import RewardView
from api.goals.rewards.schemas import RewardNew
from api.goals.service import DetailView, detail
from api.kit.changes import same_birth
from api.kit.clock import now
from api.kit.events import publish
from api.kit.paging import PageAsked, Paged
from api.kit.rows import new_id
from api.people.policy import Actor


def rewards(db: Session, actor: Actor, *, asked: PageAsked) -> Paged[RewardView]:
    """Told on purpose, so reading them is not listed to anybody."""
    return queries.page(db, actor, asked=asked)


def reward(
    db: Session, actor: Actor, *, goal_id: UUID, given: RewardNew, birth: bytes
) -> DetailView:
    """From the manager to the rep, told to the team the rep works in today; it closes the goal."""
    goal, owner = goals.find(db, actor, goal_id)
    check_is_manager(actor, owner)
    stored = queries.given_for(db, goal)
    if stored is not None:
        same_birth(stored.birth_digest, birth)
        return detail(db, actor, goal, owner)
    check_met(goals.view(db, actor, goal.id))
    if owner.team_id is None:
        raise NobodyToTell
    made = Reward(
        organisation_id=actor.organisation_id,
        id=new_id(db),
        created_at=now(db),
        goal_id=goal.id,
        owner_id=owner.id,
        by_id=actor.person_id,
        team_id=owner.team_id,
        why=given.why,
        birth_digest=birth,
    )
    db.add(made)
    goal.updated_at = now(db)
    db.flush()
    fact = RewardGiven(goal.id, owner.id, owner.team_id)
    publish(db, actor.organisation_id, fact, by=actor.person_id)
    return detail(db, actor, goal, owner)
