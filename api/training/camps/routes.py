"""Routes of the newcomers' camp."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response, status

from api.kit.http import Page, Store, answers, etag
from api.kit.paging import BadCursor, PageRead
from api.people.routes import CurrentActor
from api.training.camp_template.models import CampDimension
from api.training.camps import service
from api.training.camps.policy import (
    DayStays,
    InCampAlready,
    LinkUnknown,
    NobodyToEnrol,
    NotForACamp,
    NotYourCamp,
    NotYourHand,
    NotYoursToSay,
    ShowFirst,
    ShowHeldAlready,
    ShowNotPlanned,
    ShowNotYet,
    ShowTooEarly,
)
from api.training.camps.queries import OpenOrFinished
from api.training.camps.schemas import (
    CampCard,
    CampDayGiven,
    CampNew,
    CampRead,
    CampShowGiven,
    MyCampRead,
)

router = APIRouter(tags=["training"])
State = Annotated[
    OpenOrFinished | None,
    Query(
        description="`open`: the handshake is to come. `finished`: it was given, or the newcomer has left."
    ),
]


@router.get(
    "/camps",
    operation_id="camps.list",
    response_model=PageRead[CampCard],
    responses=answers(BadCursor),
    summary="Who is in camp, and which day is open",
    description="The latest to begin first. Your own, your apprentices', your team's as its manager; the trainer reads all.",
)
async def camps(actor: CurrentActor, store: Store, page: Page, state: State = None) -> object:
    return await store.read(service.camps, actor, state=state, asked=page)


@router.post(
    "/camps",
    operation_id="camps.enrol",
    status_code=status.HTTP_201_CREATED,
    response_model=CampRead,
    responses=answers(NobodyToEnrol, NotForACamp, InCampAlready),
    summary="Begin a camp for somebody who joined before",
    description="By the trainer, or a manager for the own team. A newcomer's begins by itself on the join date.",
)
async def enrol(given: CampNew, actor: CurrentActor, store: Store, response: Response) -> object:
    return etag(response, await store.write(service.enrol, actor, given=given))


@router.get(
    "/me/camp",
    operation_id="me.camp",
    response_model=MyCampRead,
    responses=answers(),
    summary="Your own camp",
    description="Null when you have none: trainer or manager can begin one.",
)
async def mine(actor: CurrentActor, store: Store) -> object:
    return await store.read(service.my_camp, actor)


@router.get(
    "/camps/{camp_id}",
    operation_id="camps.get",
    response_model=CampRead,
    responses=answers(),
    summary="One camp",
    description="Its five days with what was handed in, the show and the handshake. Read by the newcomer, the mentor, the "
    "own manager and the trainer; that you read it is told to the newcomer.",
)
async def get(camp_id: UUID, actor: CurrentActor, store: Store, response: Response) -> object:
    return etag(response, await store.read(service.camp, actor, camp_id=camp_id))


@router.put(
    "/camps/{camp_id}/days/{dimension}",
    operation_id="camps.hand_in",
    response_model=CampRead,
    responses=answers(NotYourCamp, DayStays, LinkUnknown),
    summary="Hand in what a day asks for",
    description="By the newcomer: a few words, something to open, or both. A day that was missed keeps its date and can be "
    "handed in at any time; sent again it replaces what was there, until the camp is over.",
)
async def hand_in(
    camp_id: UUID,
    dimension: CampDimension,
    given: CampDayGiven,
    actor: CurrentActor,
    store: Store,
    response: Response,
) -> object:
    handed_in = await store.write(
        service.hand_in, actor, camp_id=camp_id, dimension=dimension, given=given
    )
    return etag(response, handed_in)


@router.put(
    "/camps/{camp_id}/show",
    operation_id="camps.plan_show",
    response_model=CampRead,
    responses=answers(NotYourCamp, ShowHeldAlready, ShowTooEarly),
    summary="Say when the ten-minute show is, and what it is about",
    description="By the newcomer, the mentor or the manager, until it was held.",
)
async def plan_show(
    camp_id: UUID, given: CampShowGiven, actor: CurrentActor, store: Store, response: Response
) -> object:
    planned = await store.write(service.plan_show, actor, camp_id=camp_id, given=given)
    return etag(response, planned)


@router.put(
    "/camps/{camp_id}/show/holding",
    operation_id="camps.hold_show",
    response_model=CampRead,
    responses=answers(NotYoursToSay, ShowNotPlanned, ShowNotYet),
    summary="Say that the show was held",
    description="By mentor or manager, on its day or after.",
)
async def hold_show(camp_id: UUID, actor: CurrentActor, store: Store, response: Response) -> object:
    return etag(response, await store.write(service.hold_show, actor, camp_id=camp_id))


@router.put(
    "/camps/{camp_id}/handshake",
    operation_id="camps.shake_hands",
    response_model=CampRead,
    responses=answers(NotYourHand, ShowFirst),
    summary="Shake hands",
    description="Newcomer and mentor, each for themselves, after the show; with the second hand the camp is over.",
)
async def shake_hands(
    camp_id: UUID, actor: CurrentActor, store: Store, response: Response
) -> object:
    return etag(response, await store.write(service.shake_hands, actor, camp_id=camp_id))
