"""Routes of the evening's two screens; they only read."""

from fastapi import APIRouter

from api.kit.http import Store, answers
from api.people.routes import CurrentActor
from api.today.evenings import service
from api.today.evenings.schemas import MyEveningRead, TeamEveningRead

router = APIRouter()


@router.get(
    "/evening",
    operation_id="today.my_evening",
    response_model=MyEveningRead,
    responses=answers(),
    summary="Your day in the evening",
    description="What you did today and what came back to you from it. Yours alone.",
)
async def my_evening(actor: CurrentActor, store: Store) -> object:
    return await store.read(service.my_evening, actor)


@router.get(
    "/team/evening",
    operation_id="today.team_evening",
    response_model=TeamEveningRead,
    responses=answers(),
    summary="Where the evening needs help",
    description="For a manager the team, for a mentor the apprentices, for anybody else nobody: big orders of tomorrow "
    "that are not prepared, newcomers without a round tonight with their reasons, who waits for a partner, who was "
    "helped. Those shown are told in their access log.",
)
async def team_evening(actor: CurrentActor, store: Store) -> object:
    return await store.read(service.team_evening, actor)
