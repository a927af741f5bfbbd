"""Routes of the day's screens; they only read."""

import uuid
from typing import Annotated

from fastapi import APIRouter, Query

from api.kit.errors import Forbidden
from api.kit.http import Page, Store, answers
from api.kit.paging import BadCursor, PageRead
from api.kit.wire import Day
from api.people.routes import CurrentActor
from api.today import service, uses
from api.today.evenings.routes import router as evenings
from api.today.field import service as field
from api.today.field.schemas import FieldTodayRead, RegionTodayRead
from api.today.help.routes import router as help_beside
from api.today.kick_off import service as kick_offs
from api.today.kick_off.schemas import KickOffDayRead
from api.today.organisation import organisation_day
from api.today.rides.routes import router as ride_beside
from api.today.schemas import AnswerUseRead, OrganisationTodayRead, TeamTodayRead, TodayRead
from api.today.waiting.routes import router as waiting

router = APIRouter(prefix="/today", tags=["today"])
answer_uses = APIRouter(prefix="/playbook/answers", tags=["playbook"])
"""Here and not in the playbook, which knows no visits."""

OnDay = Annotated[Day | None, Query(description="Another day than today.")]


@router.get(
    "",
    operation_id="today.get",
    response_model=TodayRead,
    responses=answers(),
    summary="Your day",
    description="Your visits of the day with their prep cards, and the evening that is coming. Without `day`: today.",
)
async def today(actor: CurrentActor, store: Store, day: OnDay = None) -> object:
    return await store.read(service.my_day, actor, day=day)


@router.get(
    "/team",
    operation_id="today.team",
    response_model=TeamTodayRead,
    responses=answers(),
    summary="Who wants help, and what of tomorrow is prepared",
    description="For a manager the team, for a mentor the apprentices, for anybody else nobody. "
    "Those whose plan is shown are told in their access log.",
)
async def team(actor: CurrentActor, store: Store, day: OnDay = None) -> object:
    return await store.read(service.team_day, actor, day=day)


@router.get(
    "/organisation",
    operation_id="today.organisation",
    response_model=OrganisationTodayRead,
    responses=answers(),
    summary="The organisation at one look",
    description="How much of everything there is, open to all of it; and for those who may mend it: teams "
    "without a manager, people who have not joined, newcomers without a mentor.",
)
async def organisation(actor: CurrentActor, store: Store) -> object:
    return await store.read(organisation_day, actor)


@router.get(
    "/region",
    operation_id="today.region",
    response_model=RegionTodayRead,
    responses=answers(Forbidden),
    summary="The teams of your region, in counts",
    description="For a regional manager. Nobody is named but the managers: who waits for help and what of tomorrow is "
    "prepared, as counts, and what clients say, five working days beside the five before. "
    "`null` in the place of a count is fewer than five; a team of fewer than five reps tells only `help_waiting`.",
)
async def region(actor: CurrentActor, store: Store) -> object:
    return await store.read(field.region_day, actor)


@router.get(
    "/field",
    operation_id="today.field",
    response_model=FieldTodayRead,
    responses=answers(Forbidden),
    summary="What clients say, and who is new",
    description="For a trainer. Objections of the whole organisation by type, five working days beside the five before "
    "(`null` is fewer than five), and the newcomers with their mentors. Nothing is counted per person.",
)
async def field_today(actor: CurrentActor, store: Store) -> object:
    return await store.read(field.field_day, actor)


@router.get(
    "/kick-off",
    operation_id="today.kick_off",
    response_model=KickOffDayRead,
    responses=answers(),
    summary="Your team's morning",
    description="Thanks since the working day before, the visit each one chose to tell about, and who would like "
    "company. Read by those who work in the team, and empty for whoever works in none.",
)
async def kick_off(actor: CurrentActor, store: Store, day: OnDay = None) -> object:
    return await store.read(kick_offs.kick_off, actor, day=day)


@answer_uses.get(
    "/{answer_id}/uses",
    operation_id="answers.uses",
    response_model=PageRead[AnswerUseRead],
    responses=answers(BadCursor),
    summary="The visits behind an answer's counts",
    description="The latest day first: the day and how it went, for everybody. Which visit it was stands there "
    "only where you may see that visit, and looking at somebody else's is listed to them.",
)
async def list_uses(answer_id: uuid.UUID, actor: CurrentActor, store: Store, page: Page) -> object:
    return await store.read(uses.of_answer, actor, answer_id=answer_id, asked=page)


router.include_router(evenings)
router.include_router(help_beside)
router.include_router(ride_beside)
router.include_router(waiting)
