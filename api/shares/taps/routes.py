"""Thanks and nudges over HTTP."""

import uuid

from fastapi import APIRouter

from api.kit.http import Store, answers
from api.people.routes import CurrentActor
from api.shares.models import TapKind
from api.shares.policy import NotPublished
from api.shares.schemas import ShareDetailRead
from api.shares.taps import service
from api.shares.taps.policy import OwnShare

router = APIRouter()


@router.put(
    "/{share_id}/taps/{kind}",
    operation_id="shares.tap",
    response_model=ShareDetailRead,
    responses=answers(OwnShare, NotPublished),
    summary="Say thanks, or give a nudge",
    description="Once per person and share; everybody who reads the share sees who did. Sent twice, it is there once.",
)
async def tap(share_id: uuid.UUID, kind: TapKind, actor: CurrentActor, store: Store) -> object:
    return await store.write(service.tap, actor, share_id=share_id, kind=kind)
