"""Rewards over HTTP."""

import uuid

from fastapi import APIRouter, Response

from api.goals.policy import NotYourGoal
from api.goals.rewards import service
from api.goals.rewards.policy import NobodyToTell, NotMet
from api.goals.rewards.schemas import RewardNew, RewardRead
from api.goals.schemas import GoalDetailRead
from api.kit.errors import BornDifferently
from api.kit.http import Birth, Page, Store, answers, etag
from api.kit.paging import BadCursor, PageRead
from api.people.routes import CurrentActor

router = APIRouter(tags=["goals"])


@router.get(
    "/rewards",
    operation_id="rewards.list",
    response_model=PageRead[RewardRead],
    responses=answers(BadCursor),
    summary="What your team was thanked for",
    description="The newest first: who, why, and by whom. How much was agreed is not in it.",
)
async def list_rewards(actor: CurrentActor, store: Store, page: Page) -> object:
    return await store.read(service.rewards, actor, asked=page)


@router.put(
    "/goals/{goal_id}/reward",
    operation_id="goals.reward",
    response_model=GoalDetailRead,
    responses=answers(NotYourGoal, NotMet, NobodyToTell, BornDifferently),
    summary="Say thanks for a goal that was met",
    description="For the manager; the team reads the reason. It closes the goal.",
)
async def reward(
    goal_id: uuid.UUID,
    given: RewardNew,
    actor: CurrentActor,
    store: Store,
    birth: Birth,
    response: Response,
) -> object:
    rewarded = await store.write(service.reward, actor, goal_id=goal_id, given=given, birth=birth)
    return etag(response, rewarded)
