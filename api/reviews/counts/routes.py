"""The route of counts."""

from typing import Annotated

from fastapi import APIRouter, Query

from api.kit.errors import Forbidden
from api.kit.http import Store, answers
from api.kit.wire import Day
from api.people.queries import DaysTooFar
from api.people.routes import CurrentActor
from api.reviews.counts import service
from api.reviews.counts.schemas import ReviewCountsRead

router = APIRouter(prefix="/reviews", tags=["reviews"])

Since = Annotated[
    Day | None, Query(alias="from", description="The first day; four weeks back when left out.")
]
Until = Annotated[Day | None, Query(alias="to", description="The last day; today when left out.")]


@router.get(
    "/counts",
    operation_id="reviews.counts",
    response_model=ReviewCountsRead,
    responses=answers(Forbidden, DaysTooFar),
    summary="Reviews planned and held, by team",
    description="For a regional manager of the own region, for a manager of the own team. Promises are counted on both "
    "sides, from five settled ones on; nothing here is about one rep.",
)
async def counts(
    actor: CurrentActor, store: Store, since: Since = None, until: Until = None
) -> object:
    return await store.read(service.counts, actor, since=since, until=until)
