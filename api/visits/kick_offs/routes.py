"""Routes of what is told at a kick-off; the morning itself is read at `/today/kick-off`."""

from fastapi import APIRouter

from api.kit.http import Store, answers
from api.kit.wire import Day
from api.people.routes import CurrentActor
from api.visits.kick_offs import service
from api.visits.kick_offs.policy import MorningOver, NoKickOffWithoutTeam, OnAnotherDay
from api.visits.kick_offs.schemas import KickOffNew, KickOffRead
from api.visits.policy import NotPlannedAnyMore, OnlyTheRep

router = APIRouter(prefix="/kick-offs", tags=["visits"])


@router.put(
    "/{day}",
    operation_id="kick_offs.tell",
    response_model=KickOffRead,
    responses=answers(
        NoKickOffWithoutTeam, OnlyTheRep, OnAnotherDay, MorningOver, NotPlannedAnyMore
    ),
    summary="Tell your team about a visit",
    description="At the morning kick-off your team reads the client's name, what you want to reach there and whether "
    "company is welcome; of your other visits it reads nothing. Told again it takes the place of what was told.",
)
async def tell(day: Day, given: KickOffNew, actor: CurrentActor, store: Store) -> object:
    return await store.write(service.tell, actor, day=day, given=given)


@router.delete(
    "/{day}",
    status_code=204,
    operation_id="kick_offs.take_back",
    responses=answers(),
    summary="Take back what you told",
    description="Nothing is left of it.",
)
async def take_back(day: Day, actor: CurrentActor, store: Store) -> None:
    await store.write(service.take_back, actor, day=day)
