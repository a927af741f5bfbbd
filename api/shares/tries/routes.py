"""What somebody tries, over HTTP."""

import uuid

from fastapi import APIRouter

from api.kit.errors import BornDifferently
from api.kit.http import Page, Store, answers
from api.kit.paging import BadCursor, PageRead
from api.people.routes import CurrentActor
from api.shares.cases.policy import CaseRetired, TellTheVisitFirst
from api.shares.policy import NotPublished
from api.shares.tries import policy, service
from api.shares.tries.schemas import TriedRead, TryNew, TryRead, TryWord

router = APIRouter(tags=["shares"])


@router.put(
    "/tries/{try_id}",
    operation_id="tries.wish",
    response_model=TryRead,
    responses=answers(
        BornDifferently,
        CaseRetired,
        NotPublished,
        policy.OwnIdea,
        policy.TriesAreReps,
        policy.TryThere,
        policy.TryTakenBack,
        policy.TriedAlready,
    ),
    summary="I will try this",
    description="What somebody told, at one of your clients or at none yet: it stands on the card of the next visit "
    "there. `try_id` is a UUIDv7 born on the phone; sent again it is there once, and another client takes the place of "
    "the first. Whoever told it reads that you will try it; at which client is yours.",
)
async def wish(try_id: uuid.UUID, given: TryNew, actor: CurrentActor, store: Store) -> object:
    return await store.write(service.wish, actor, try_id=try_id, given=given)


@router.delete(
    "/tries/{try_id}",
    status_code=204,
    operation_id="tries.take_back",
    responses=answers(policy.TriedAlready),
    summary="Not after all",
    description="Until you told how it went. Nobody reads of it any more.",
)
async def take_back(try_id: uuid.UUID, actor: CurrentActor, store: Store) -> None:
    await store.write(service.take_back, actor, try_id=try_id)


@router.put(
    "/tries/{try_id}/word",
    operation_id="tries.tell",
    response_model=TryRead,
    responses=answers(TellTheVisitFirst, policy.TryAtThatClient, policy.TriedAlready),
    summary="Did it help?",
    description="After a check-in of yours: it worked, in part, or not; a case is counted with it. `null` says not at "
    "this visit: the wish stands, and this visit asks no more.",
)
async def tell(try_id: uuid.UUID, given: TryWord, actor: CurrentActor, store: Store) -> object:
    return await store.write(service.tell, actor, try_id=try_id, given=given)


@router.get(
    "/me/tries",
    operation_id="me.tries",
    response_model=PageRead[TryRead],
    responses=answers(BadCursor),
    summary="What you want to try, and what you have tried",
    description="For you alone, the latest wish first.",
)
async def mine(actor: CurrentActor, store: Store, page: Page) -> object:
    return await store.read(service.mine, actor, asked=page)


@router.get(
    "/me/tried",
    operation_id="me.tried",
    response_model=PageRead[TriedRead],
    responses=answers(BadCursor),
    summary="Who tries what you told, and what came of it",
    description="For you alone, the latest wish first; at which client stays with whoever tries it.",
)
async def of_mine(actor: CurrentActor, store: Store, page: Page) -> object:
    return await store.read(service.of_mine, actor, asked=page)
