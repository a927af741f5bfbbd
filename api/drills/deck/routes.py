"""The route of the deck."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query

from api.drills.deck import service
from api.drills.deck.schemas import DeckRead
from api.kit.http import Store, answers
from api.kit.wire import Day
from api.people.routes import CurrentActor

router = APIRouter(prefix="/drills", tags=["drills"])

ForDay = Annotated[
    Literal["today", "tomorrow"] | Day,
    Query(alias="for", description="The day of the visits; `tomorrow` is the next working day."),
]


@router.get(
    "/deck",
    operation_id="drills.deck",
    response_model=DeckRead,
    responses=answers(),
    summary="What to play tonight",
    description="Your planned visits of a day, sheet ready or not; for a day to come also today's objections that are "
    "still open, and at most two that were lost and come back after three, six and nine working days. "
    "Every card says why it is there and links to it.",
)
async def deck(
    actor: CurrentActor,
    store: Store,
    day: ForDay = "tomorrow",
) -> object:
    return await store.read(service.deck, actor, wanted=day)
