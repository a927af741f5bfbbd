"""A growth file over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query

from api.kit.http import Store, answers
from api.kit.wire import Day
from api.people.routes import CurrentActor
from api.today.growth import service
from api.today.growth.schemas import GrowthRead

router = APIRouter(tags=["people"])
To = Annotated[Day | None, Query(description="The last day of the page; today when left out.")]


@router.get(
    "/me/growth",
    operation_id="me.growth",
    response_model=GrowthRead,
    responses=answers(),
    summary="The own growth file",
    description="What was practised, reached, shared, thanked for and kept, twelve weeks at a time. It stays one's own in "
    "whatever team.",
)
async def mine(actor: CurrentActor, store: Store, to: To = None) -> object:
    return await store.read(service.growth, actor, to=to)


@router.get(
    "/people/{person_id}/growth",
    operation_id="people.growth",
    response_model=GrowthRead,
    responses=answers(),
    summary="The growth file of one person",
    description="For the person, their mentor and the manager of their team; reading it is listed to the person.",
)
async def of_person(person_id: UUID, actor: CurrentActor, store: Store, to: To = None) -> object:
    return await store.read(service.growth, actor, person_id=person_id, to=to)
