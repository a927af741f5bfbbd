"""Loops over HTTP."""

import uuid

from fastapi import APIRouter

from api.kit.http import Store, answers
from api.people.routes import CurrentActor
from api.today.loops import service
from api.today.loops.schemas import LoopsRead

router = APIRouter(prefix="/people", tags=["people"])


@router.get(
    "/{person_id}/loops",
    operation_id="people.loops",
    response_model=LoopsRead,
    responses=answers(),
    summary="Where the loop of each skill broke",
    description="Of the last ninety days: lesson, drill, ride-along, visit and outcome of each skill, the days between "
    "them, and the first that is missing. Counts, never a cause; what fewer than twenty visits came to is not told. "
    "For the person, the mentor and the manager; their look is listed.",
)
async def loops(person_id: uuid.UUID, actor: CurrentActor, store: Store) -> object:
    return await store.read(service.loops, actor, person_id=person_id)
