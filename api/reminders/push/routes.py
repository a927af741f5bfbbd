"""Push over HTTP."""

import uuid

from fastapi import APIRouter, Request

from api.kit.http import Store, answers
from api.people.routes import CurrentActor
from api.reminders.push import service
from api.reminders.push.schemas import PushKeyRead, PushSubscriptionGiven, PushSubscriptionRead
from api.reminders.push.service import PushAddressRefused

router = APIRouter(prefix="/push")


@router.get(
    "/key",
    operation_id="push.key",
    response_model=PushKeyRead,
    responses=answers(),
    summary="The key by which push services know this server",
    description="Made at the first start and the same ever since.",
)
async def key(_actor: CurrentActor, store: Store) -> object:
    return await store.read(service.key)


@router.put(
    "/subscriptions/{subscription_id}",
    operation_id="push.subscribe",
    response_model=PushSubscriptionRead,
    responses=answers(PushAddressRefused),
    summary="Let this browser wake you",
    description="The id is made on the phone. A browser that somebody else allowed before is theirs no more. A push "
    "carries a title and a path, and nothing else.",
)
async def subscribe(
    subscription_id: uuid.UUID,
    given: PushSubscriptionGiven,
    actor: CurrentActor,
    store: Store,
    request: Request,
) -> object:
    local = request.app.state.settings.local_receivers
    return await store.write(
        service.subscribe, actor, subscription_id=subscription_id, given=given, local=local
    )


@router.delete(
    "/subscriptions/{subscription_id}",
    status_code=204,
    operation_id="push.leave",
    responses=answers(),
    summary="Wake this browser no more",
    description="Done twice it is no fault.",
)
async def leave(subscription_id: uuid.UUID, actor: CurrentActor, store: Store) -> None:
    await store.write(service.leave, actor, subscription_id=subscription_id)
