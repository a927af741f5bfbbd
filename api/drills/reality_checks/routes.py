"""Routes of the reality check, the hit rate of a team's sheets and one's own calibration."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response

from api.drills.reality_checks import service
from api.drills.reality_checks.policy import NotHeardThere
from api.drills.reality_checks.schemas import (
    CalibrationRead,
    HitRateRead,
    RealityCheckNew,
    RealityCheckRead,
)
from api.kit.http import Birth, Store, answers, etag
from api.people.routes import CurrentActor
from api.playbook.policy import ObjectionTypeUnknown
from api.visits.policy import NotCheckedIn, OnlyTheRep

router = APIRouter(prefix="/drills", tags=["drills"])

OfTeam = Annotated[UUID | None, Query(description="Another team than your own.")]


@router.put(
    "/reality-checks/{visit_id}",
    operation_id="drills.check_reality",
    response_model=RealityCheckRead,
    responses=answers(OnlyTheRep, NotCheckedIn, NotHeardThere, ObjectionTypeUnknown),
    summary="What of the rehearsed really came",
    description="By the rep of the visit, after the check-in; told again, it replaces what was told. An objection that "
    "was not answered comes back tonight and after three, six and nine working days.",
)
async def check_reality(
    visit_id: UUID,
    given: RealityCheckNew,
    actor: CurrentActor,
    store: Store,
    birth: Birth,
    response: Response,
) -> object:
    told = await store.write(service.tell, actor, visit_id=visit_id, given=given, birth=birth)
    return etag(response, told)


@router.get(
    "/reality-checks/{visit_id}",
    operation_id="drills.get_reality_check",
    response_model=RealityCheckRead,
    responses=answers(),
    summary="A visit's reality check",
    description="For those who may see the visit.",
)
async def reality_check(
    visit_id: UUID, actor: CurrentActor, store: Store, response: Response
) -> object:
    return etag(response, await store.read(service.check, actor, visit_id=visit_id))


@router.get(
    "/hit-rate",
    operation_id="drills.hit_rate",
    response_model=HitRateRead,
    responses=answers(),
    summary="How well a team's sheets know its clients",
    description="Of the last four weeks. It scores sheets, never a rep: nothing in it can be asked for one person.",
)
async def hit_rate(actor: CurrentActor, store: Store, team: OfTeam = None) -> object:
    return await store.read(service.hit_rate, actor, team_id=team)


@router.get(
    "/calibration",
    operation_id="drills.calibration",
    response_model=CalibrationRead,
    responses=answers(),
    summary="How sure you went, and what came of it",
    description="Yours alone, of the last ninety days; nobody else can read it.",
)
async def calibration(actor: CurrentActor, store: Store) -> object:
    return await store.read(service.calibration, actor)
