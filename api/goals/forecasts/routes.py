"""A forecast over HTTP."""

import uuid
from typing import Annotated

from fastapi import APIRouter, Query

from api.goals.forecasts import service
from api.goals.forecasts.schemas import ForecastRead
from api.kit.http import Store, answers
from api.kit.wire import Day
from api.people.routes import CurrentActor

router = APIRouter(prefix="/people", tags=["goals"])
InMonth = Annotated[Day | None, Query(description="Any day of another month than this one.")]


@router.get(
    "/{person_id}/forecast",
    operation_id="people.forecast",
    response_model=ForecastRead,
    responses=answers(),
    summary="What open deals are likely to bring",
    description="Σ amount × probability of the grade, beside the rep's own promise, with the deals it is made of. A deal "
    "without an expected day belongs to the month that runs. Reading another's is listed to them.",
)
async def of_person(
    person_id: uuid.UUID, actor: CurrentActor, store: Store, month: InMonth = None
) -> object:
    return await store.read(service.of_person, actor, person_id=person_id, month=month)
