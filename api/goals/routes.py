"""Goals over HTTP; advice, rewards and the forecast have their own rooms."""

import uuid
from typing import Annotated

from fastapi import APIRouter, Query, Response

from api.goals import service
from api.goals.advice.routes import router as advice
from api.goals.forecasts.routes import router as forecasts
from api.goals.models import Period
from api.goals.policy import (
    GoalThereAlready,
    NotForReps,
    NotWithin,
    NotYourGoal,
    OtherSideAgrees,
    PeriodOver,
    ProposalChanged,
    ReasonNeeded,
)
from api.goals.queries import Wanted
from api.goals.rewards.routes import router as rewards
from api.goals.schemas import (
    FigureRowRead,
    GoalAgreementNew,
    GoalDetailRead,
    GoalNew,
    GoalRead,
    GoalsAwaitingRead,
    GoalVersionNew,
)
from api.kit.errors import BornDifferently
from api.kit.http import Birth, Page, Store, answers, etag
from api.kit.paging import BadCursor, PageRead
from api.kit.wire import Day
from api.people.routes import CurrentActor

router = APIRouter()
goals = APIRouter(prefix="/goals", tags=["goals"])

OfOwner = Annotated[uuid.UUID | None, Query(description="Only goals of this person.")]
OfPeriod = Annotated[Period | None, Query(description="Only months, weeks or days.")]
OnDay = Annotated[Day | None, Query(description="Only goals whose period holds this day.")]


@goals.get(
    "",
    operation_id="goals.list",
    response_model=PageRead[GoalRead],
    responses=answers(BadCursor),
    summary="Goals and how they go",
    description="Your own, your apprentices', your team's; the period that ends last first. Reading those of others "
    "is listed to them. Figures are computed from rows, never typed.",
)
async def list_goals(
    actor: CurrentActor,
    store: Store,
    page: Page,
    owner: OfOwner = None,
    period: OfPeriod = None,
    on: OnDay = None,
) -> object:
    return await store.read(service.goals, actor, wanted=Wanted(owner, period, on), asked=page)


@goals.get(
    "/awaiting",
    operation_id="goals.awaiting",
    response_model=GoalsAwaitingRead,
    responses=answers(),
    summary="What of the team's goals needs you",
    description="For a manager, by exception: misses that wait for advice, goals off track and drifting with what would "
    "help, proposals, and met goals nobody has thanked for. For a rep, the own ones: advice to answer, proposals. What "
    "goes well is not in it, and nobody is put in order.",
)
async def awaiting(actor: CurrentActor, store: Store) -> object:
    return await store.read(service.awaiting, actor)


@goals.post(
    "",
    status_code=201,
    operation_id="goals.propose",
    response_model=GoalDetailRead,
    responses=answers(
        BornDifferently, NotYourGoal, NotForReps, GoalThereAlready, PeriodOver, NotWithin
    ),
    summary="Propose a goal",
    description="For yourself, or as the manager for a rep; it counts once the other side agrees.",
)
async def propose(
    given: GoalNew, actor: CurrentActor, store: Store, birth: Birth, response: Response
) -> object:
    return etag(response, await store.write(service.propose, actor, given=given, birth=birth))


@goals.get(
    "/{goal_id}",
    operation_id="goals.get",
    response_model=GoalDetailRead,
    responses=answers(),
    summary="One goal",
    description="With every proposal, the factors of its metric beside the own period before, and its end. Reading "
    "somebody else's is listed to them.",
)
async def get(goal_id: uuid.UUID, actor: CurrentActor, store: Store, response: Response) -> object:
    return etag(response, await store.read(service.goal, actor, goal_id=goal_id))


@goals.get(
    "/{goal_id}/rows",
    operation_id="goals.rows",
    response_model=PageRead[FigureRowRead],
    responses=answers(BadCursor),
    summary="What the figure is made of",
    description="The visits, deals, payments or rounds that are counted, the latest first.",
)
async def rows(goal_id: uuid.UUID, actor: CurrentActor, store: Store, page: Page) -> object:
    return await store.read(service.rows, actor, goal_id=goal_id, asked=page)


@goals.post(
    "/{goal_id}/versions",
    status_code=201,
    operation_id="goals.propose_change",
    response_model=GoalDetailRead,
    responses=answers(BornDifferently, NotYourGoal, PeriodOver, ReasonNeeded),
    summary="Propose another amount",
    description="From either side, with the reason once both had agreed; what was agreed stays in force until the "
    "other side agrees, and in the history for good.",
)
async def propose_change(
    goal_id: uuid.UUID,
    given: GoalVersionNew,
    actor: CurrentActor,
    store: Store,
    birth: Birth,
    response: Response,
) -> object:
    changed = await store.write(
        service.propose_change, actor, goal_id=goal_id, given=given, birth=birth
    )
    return etag(response, changed)


@goals.put(
    "/{goal_id}/agreement",
    operation_id="goals.agree",
    response_model=GoalDetailRead,
    responses=answers(NotYourGoal, OtherSideAgrees, ProposalChanged, PeriodOver),
    summary="Agree to what the other side proposed",
    description="Names the proposal you saw. Said twice, it is agreed once.",
)
async def agree(
    goal_id: uuid.UUID,
    given: GoalAgreementNew,
    actor: CurrentActor,
    store: Store,
    response: Response,
) -> object:
    return etag(response, await store.write(service.agree, actor, goal_id=goal_id, given=given))


goals.include_router(advice)
for room in (goals, rewards, forecasts):
    router.include_router(room)
