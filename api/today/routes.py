"""Routes of the day's screens; they only read."""

from typing import Annotated

from fastapi import APIRouter, Query

from api.kit.http import Store, answers
from api.kit.wire import Day
from api.people.routes import CurrentActor
from api.today import service
from api.today.schemas import TeamTodayRead, TodayRead

router = APIRouter(prefix="/today", tags=["today"])

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
