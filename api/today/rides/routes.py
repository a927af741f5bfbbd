"""What was practised for the visits of a ride-along."""

import uuid

from fastapi import APIRouter

from api.kit.http import Store, answers
from api.people.routes import CurrentActor
from api.today.rides import service
from api.today.rides.schemas import RideBesideRead

router = APIRouter()


@router.get(
    "/ride-alongs/{ride_along_id}",
    operation_id="today.ride_along",
    response_model=RideBesideRead,
    responses=answers(),
    summary="What was practised for the visits of a ride-along",
    description="For the two who ride: of each visit of the day the lines its rep agreed on in the last drill on this "
    "client. Reading the other one's is listed to them. Nothing before the day is accepted.",
)
async def ride_along(ride_along_id: uuid.UUID, actor: CurrentActor, store: Store) -> object:
    return await store.read(service.beside, actor, ride_id=ride_along_id)
