"""What waits for the caller, over HTTP."""

from fastapi import APIRouter

from api.kit.http import Store, answers
from api.people.routes import CurrentActor
from api.today.waiting import service
from api.today.waiting.schemas import WaitingForMeRead

router = APIRouter()


@router.get(
    "/waiting",
    operation_id="today.waiting",
    response_model=WaitingForMeRead,
    responses=answers(),
    summary="What waits for a word of yours",
    description="Advice and goals of either side, promises of yours that are late, today's reviews, rides asked for, and "
    "for a manager newcomers with whom nobody rides soon. Nothing of what others have to do is in it.",
)
async def waiting(actor: CurrentActor, store: Store) -> object:
    return await store.read(service.waiting, actor)
