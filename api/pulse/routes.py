"""The pulse over HTTP."""

from typing import Annotated

from fastapi import APIRouter, Path

from api.kit.errors import Forbidden
from api.kit.http import Store, answers
from api.people.routes import CurrentActor
from api.pulse import service
from api.pulse.policy import NotAskedNow
from api.pulse.schemas import PulseAnswers, PulseRead

router = APIRouter(prefix="/pulse", tags=["pulse"])
Month = Annotated[str, Path(pattern="^20[0-9]{2}-(0[1-9]|1[0-2])$", examples=["2026-11"])]


@router.get(
    "",
    operation_id="pulse.get",
    response_model=PulseRead,
    responses=answers(),
    summary="The two questions of the month, and what teams answered before",
    description="Counts of months that are over, from five answers up: a rep and a manager read the same of their own team, "
    "a regional manager of the teams of the region. No answer can be led back to a person.",
)
async def get(actor: CurrentActor, store: Store) -> object:
    return await store.read(service.pulse, actor)


@router.put(
    "/{month}",
    operation_id="pulse.answer",
    response_model=PulseRead,
    responses=answers(Forbidden, NotAskedNow),
    summary="Answer the two questions, or skip them",
    description="By reps, in the last three working days of the month. It is counted once and cannot be changed: it is not "
    "known whose it was. Sent again, it changes nothing.",
)
async def answer(month: Month, given: PulseAnswers, actor: CurrentActor, store: Store) -> object:
    return await store.write(service.answer, actor, month=month, given=given)
