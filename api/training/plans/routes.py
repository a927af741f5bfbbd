"""Routes of plans of training."""

from uuid import UUID

from fastapi import APIRouter, Response, status

from api.deals.policy import ProductUnknown
from api.kit.errors import BornDifferently, Stale, VersionNeeded
from api.kit.http import Birth, IfMatch, Page, Store, answers, etag
from api.kit.paging import BadCursor, PageRead
from api.people.routes import CurrentActor
from api.playbook.policy import SkillUnknown
from api.training.plans import service
from api.training.plans.schemas import (
    TrainingPlanCard,
    TrainingPlanChange,
    TrainingPlanNew,
    TrainingPlanRead,
)
from api.training.policy import NobodyToTrain, NotYourSession

router = APIRouter(prefix="/training-plans", tags=["training"])


@router.get(
    "",
    operation_id="training_plans.list",
    response_model=PageRead[TrainingPlanCard],
    responses=answers(BadCursor),
    summary="Plans for your team and for every team",
    description="The latest period first.",
)
async def plans(actor: CurrentActor, store: Store, page: Page) -> object:
    return await store.read(service.plans, actor, asked=page)


@router.post(
    "",
    operation_id="training_plans.write",
    status_code=status.HTTP_201_CREATED,
    response_model=TrainingPlanRead,
    responses=answers(NobodyToTrain, SkillUnknown, ProductUnknown, BornDifferently),
    summary="Write a plan",
    description="By the trainer for every team, or by a manager for the own one. Sessions without a topic get the one wished "
    "for their week.",
)
async def write(
    given: TrainingPlanNew, actor: CurrentActor, store: Store, birth: Birth, response: Response
) -> object:
    return etag(response, await store.write(service.write, actor, given=given, birth=birth))


@router.get(
    "/{plan_id}",
    operation_id="training_plans.get",
    response_model=TrainingPlanRead,
    responses=answers(),
    summary="One plan with its topics",
    description="What a track is to learn, and in which week it is wished.",
)
async def get(plan_id: UUID, actor: CurrentActor, store: Store, response: Response) -> object:
    return etag(response, await store.read(service.plan, actor, plan_id=plan_id))


@router.patch(
    "/{plan_id}",
    operation_id="training_plans.change",
    response_model=TrainingPlanRead,
    responses=answers(NotYourSession, SkillUnknown, ProductUnknown, VersionNeeded, Stale),
    summary="Change the topics of a plan",
    description="Sessions that have a topic keep it.",
)
async def change(
    plan_id: UUID,
    given: TrainingPlanChange,
    actor: CurrentActor,
    store: Store,
    version: IfMatch,
    response: Response,
) -> object:
    changed = await store.write(
        service.change, actor, plan_id=plan_id, given=given, version=version
    )
    return etag(response, changed)
