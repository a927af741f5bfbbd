"""Routes of the debrief."""

from uuid import UUID

from fastapi import APIRouter

from api.commitments.policy import DueInThePast
from api.kit.errors import BornDifferently
from api.kit.http import Birth, Store, answers
from api.people.routes import CurrentActor
from api.ride_alongs import policy
from api.ride_alongs.debriefs import service
from api.ride_alongs.debriefs.policy import (
    DebriefChanged,
    DebriefIncomplete,
    TooEarlyToDebrief,
)
from api.ride_alongs.debriefs.schemas import AcknowledgementGiven, DebriefGiven, DebriefRead

router = APIRouter(prefix="/ride-alongs/{ride_along_id}", tags=["ride-alongs"])


@router.put(
    "/debrief",
    operation_id="ride_alongs.debrief",
    response_model=DebriefRead,
    responses=answers(
        BornDifferently,
        policy.OnlyTheTwo,
        policy.NotAcceptedYet,
        policy.DebriefStands,
        TooEarlyToDebrief,
    ),
    summary="Write your version of the debrief",
    description="By either of the two, as a whole. Nothing is overwritten: where both wrote the same field differently, "
    "both stay and are shown; the apprentice's own words are the apprentice's, the rest is the mentor's.",
)
async def write(
    ride_along_id: UUID, given: DebriefGiven, actor: CurrentActor, store: Store, birth: Birth
) -> object:
    return await store.write(service.write, actor, ride_id=ride_along_id, given=given, birth=birth)


@router.put(
    "/debrief/acknowledgement",
    operation_id="ride_alongs.acknowledge",
    response_model=DebriefRead,
    responses=answers(
        BornDifferently,
        policy.OnlyTheTwo,
        policy.OnlyTheApprentice,
        policy.DebriefStands,
        DebriefIncomplete,
        DebriefChanged,
        DueInThePast,
    ),
    summary="Agree, comment, or see it differently",
    description="By the apprentice. Agreed, the action and the mentor's promise become commitments; seen differently, the "
    "words stay and the mentor may write a newer version.",
)
async def acknowledge(
    ride_along_id: UUID,
    given: AcknowledgementGiven,
    actor: CurrentActor,
    store: Store,
    birth: Birth,
) -> object:
    return await store.write(
        service.acknowledge, actor, ride_id=ride_along_id, given=given, birth=birth
    )
