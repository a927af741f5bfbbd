"""Routes of somebody's own evening; said again, each changes nothing, so that a phone may repeat it."""

from uuid import UUID

from fastapi import APIRouter, status

from api.drills.evenings import service
from api.drills.evenings.policy import (
    NoPartnerWanted,
    NotThatEvening,
    PartnerFound,
    PostponeToLater,
)
from api.drills.evenings.schemas import PersonsEveningRead, PostponementNew, ReflectionNew
from api.kit.http import Store, answers
from api.kit.wire import Day
from api.people.routes import CurrentActor

router = APIRouter(prefix="/drills/evenings", tags=["drills"])
NOTHING = status.HTTP_204_NO_CONTENT


@router.get(
    "/{day}",
    operation_id="drills.evening",
    response_model=PersonsEveningRead,
    responses=answers(NotThatEvening),
    summary="Your evening",
    description="What asks for a round and why, who could play with you, what you postponed. It warns and never blocks.",
)
async def evening(day: Day, actor: CurrentActor, store: Store) -> object:
    return await store.read(service.evening, actor, day=day)


@router.put(
    "/{day}/postponement",
    operation_id="drills.postpone",
    response_model=PersonsEveningRead,
    responses=answers(NotThatEvening, PostponeToLater),
    summary="Not tonight",
    description="With a reason and a later day. Your mentor and manager see it, to help; a round stays possible.",
)
async def postpone(day: Day, given: PostponementNew, actor: CurrentActor, store: Store) -> object:
    return await store.write(service.postpone, actor, day=day, given=given)


@router.delete(
    "/{day}/postponement",
    operation_id="drills.take_up_again",
    status_code=NOTHING,
    responses=answers(NotThatEvening),
    summary="The evening takes place after all",
    description="Takes a postponement back; without one it changes nothing.",
)
async def take_up_again(day: Day, actor: CurrentActor, store: Store) -> None:
    await store.write(service.take_up_again, actor, day=day)


@router.put(
    "/{day}/partner-wish",
    operation_id="drills.wish_partner",
    response_model=PersonsEveningRead,
    responses=answers(NotThatEvening),
    summary="Wait for a partner",
    description="Your team, your mentor and your manager see that you wait for somebody to play with.",
)
async def wish_partner(day: Day, actor: CurrentActor, store: Store) -> object:
    return await store.write(service.wish_partner, actor, day=day)


@router.delete(
    "/{day}/partner-wish",
    operation_id="drills.withdraw_wish",
    status_code=NOTHING,
    responses=answers(NotThatEvening),
    summary="Wait no more",
    description="An offer made for it is gone, too.",
)
async def withdraw_wish(day: Day, actor: CurrentActor, store: Store) -> None:
    await store.write(service.withdraw_wish, actor, day=day)


@router.put(
    "/{day}/partner-wish/{person_id}/offer",
    operation_id="drills.offer",
    status_code=NOTHING,
    responses=answers(NotThatEvening, NoPartnerWanted, PartnerFound),
    summary="Come and play",
    description="For somebody of your team, your apprentice or your mentor who waits for a partner. Their manager and "
    "mentor may offer without being asked, also for the evening to which it was moved.",
)
async def offer(day: Day, person_id: UUID, actor: CurrentActor, store: Store) -> None:
    await store.write(service.offer, actor, day=day, person_id=person_id)


@router.delete(
    "/{day}/partner-wish/{person_id}/offer",
    operation_id="drills.take_back_offer",
    status_code=NOTHING,
    responses=answers(),
    summary="Take your offer back",
    description="They wait again; without an offer of yours it changes nothing.",
)
async def take_back_offer(day: Day, person_id: UUID, actor: CurrentActor, store: Store) -> None:
    await store.write(service.take_back_offer, actor, day=day, person_id=person_id)


@router.put(
    "/{day}/reflection",
    operation_id="drills.reflect",
    response_model=PersonsEveningRead,
    responses=answers(NotThatEvening),
    summary="One line on the day",
    description="Only you ever read it.",
)
async def reflect(day: Day, given: ReflectionNew, actor: CurrentActor, store: Store) -> object:
    return await store.write(service.reflect, actor, day=day, given=given)
