"""A help request with what stands beside it; it only reads."""

import uuid

from fastapi import APIRouter

from api.kit.http import Store, answers
from api.people.routes import CurrentActor
from api.today.help import service
from api.today.help.schemas import HelpBesideRead

router = APIRouter()


@router.get(
    "/help-requests/{request_id}",
    operation_id="today.help_request",
    response_model=HelpBesideRead,
    responses=answers(),
    summary="A help request with the client beside it",
    description="For whoever may read the request. Its helper sees the client, the sheet and the last visits, also "
    "from another team; whoever else reads it sees them where the client is theirs to see. Their owners are told.",
)
async def help_request(request_id: uuid.UUID, actor: CurrentActor, store: Store) -> object:
    return await store.read(service.help_request, actor, request_id=request_id)
