"""Rivals and their PKs over HTTP."""

import uuid

from fastapi import APIRouter, Response

from api.kit.errors import BornDifferently
from api.kit.http import Birth, Page, Store, answers, etag
from api.kit.paging import BadCursor, PageRead
from api.people.routes import CurrentActor
from api.shares.rivals import policy, service
from api.shares.rivals.schemas import (
    RivalryAcceptance,
    RivalryAnnouncement,
    RivalryDetailRead,
    RivalryNew,
    RivalryOnTheWall,
    RivalryRead,
)

router = APIRouter(prefix="/rivalries", tags=["shares"])


@router.get(
    "",
    operation_id="rivalries.list",
    response_model=PageRead[RivalryRead],
    responses=answers(BadCursor),
    summary="Your PKs",
    description="Your own and nobody else's, the latest last day first. A withdrawn one is not there.",
)
async def list_rivalries(actor: CurrentActor, store: Store, page: Page) -> object:
    return await store.read(service.rivalries, actor, asked=page)


@router.post(
    "",
    status_code=201,
    operation_id="rivalries.propose",
    response_model=RivalryDetailRead,
    responses=answers(
        BornDifferently,
        policy.RivalsAreReps,
        policy.NotATeamMate,
        policy.InAPk,
        policy.StartsOnAWorkingDay,
        policy.PkTooLong,
        policy.ProcessOrAbilityNeeded,
        policy.HandicapForOneOfYou,
        policy.PkWithdrawn,
    ),
    summary="Propose a PK",
    description="By a rep, to a team mate, or with the own days before. It runs once the other one accepts; "
    "not accepted by its first day, it is gone. One at a time for everybody.",
)
async def propose(
    given: RivalryNew, actor: CurrentActor, store: Store, birth: Birth, response: Response
) -> object:
    return etag(response, await store.write(service.propose, actor, given=given, birth=birth))


@router.get(
    "/on-the-wall",
    operation_id="rivalries.wall",
    response_model=PageRead[RivalryOnTheWall],
    responses=answers(BadCursor),
    summary="Who of your team has a PK",
    description="Only those of which all of their people said so: names and the last day, and nothing else. "
    "In the order of their last days.",
)
async def wall(actor: CurrentActor, store: Store, page: Page) -> object:
    return await store.read(service.wall, actor, asked=page)


@router.get(
    "/{rivalry_id}",
    operation_id="rivalries.get",
    response_model=RivalryDetailRead,
    responses=answers(),
    summary="One PK of yours",
    description="Each of the two sees the facts of both, because both agreed to that. After the last day the first look "
    "freezes them.",
)
async def get(
    rivalry_id: uuid.UUID, actor: CurrentActor, store: Store, response: Response
) -> object:
    return etag(response, await store.write(service.rivalry, actor, rivalry_id=rivalry_id))


@router.put(
    "/{rivalry_id}/acceptance",
    operation_id="rivalries.accept",
    response_model=RivalryDetailRead,
    responses=answers(policy.ForTheRivalToSay, policy.InAPk),
    summary="Accept a PK",
    description="By the one who was asked, with a word on what they want to learn. Saying no is withdrawing it.",
)
async def accept(
    rivalry_id: uuid.UUID,
    given: RivalryAcceptance,
    actor: CurrentActor,
    store: Store,
    response: Response,
) -> object:
    accepted = await store.write(service.accept, actor, rivalry_id=rivalry_id, given=given)
    return etag(response, accepted)


@router.put(
    "/{rivalry_id}/announcement",
    operation_id="rivalries.announce",
    response_model=RivalryDetailRead,
    responses=answers(),
    summary="Say whether the team may know",
    description="Each for the own side. The team sees names and the last day once both say so, and never a figure.",
)
async def announce(
    rivalry_id: uuid.UUID,
    given: RivalryAnnouncement,
    actor: CurrentActor,
    store: Store,
    response: Response,
) -> object:
    told = await store.write(service.announce, actor, rivalry_id=rivalry_id, given=given)
    return etag(response, told)


@router.delete(
    "/{rivalry_id}",
    status_code=204,
    operation_id="rivalries.withdraw",
    responses=answers(policy.PkSettled),
    summary="Withdraw a PK quietly",
    description="By either of the two, until it is settled; also the way to say no to a proposal. Nothing of it is kept, "
    "and nobody is told.",
)
async def withdraw(rivalry_id: uuid.UUID, actor: CurrentActor, store: Store) -> None:
    await store.write(service.withdraw, actor, rivalry_id=rivalry_id)
