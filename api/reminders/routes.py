"""Reminders over HTTP; each person reads the own ones, and nobody anybody else's."""

import uuid

from fastapi import APIRouter

from api.kit.http import Page, Store, answers
from api.kit.paging import BadCursor, PageRead
from api.people.routes import CurrentActor
from api.reminders import service
from api.reminders.push.routes import router as push
from api.reminders.robots.routes import router as robots
from api.reminders.schemas import (
    ReminderRead,
    ReminderSettingsGiven,
    ReminderSettingsRead,
    SeenUntil,
)

router = APIRouter(tags=["reminders"])


@router.get(
    "/reminders",
    operation_id="reminders.list",
    response_model=PageRead[ReminderRead],
    responses=answers(BadCursor),
    summary="Your reminders",
    description="Those you have not seen first; in each part the newest first. They go after a month.",
)
async def list_reminders(actor: CurrentActor, store: Store, page: Page) -> object:
    return await store.read(service.reminders, actor, asked=page)


@router.put(
    "/reminders/seen",
    status_code=204,
    operation_id="reminders.see_all",
    responses=answers(),
    summary="You have seen all that was due by a moment",
    description="What came later stays unseen.",
)
async def see_all(given: SeenUntil, actor: CurrentActor, store: Store) -> None:
    await store.write(service.see_all, actor, until=given.until)


@router.put(
    "/reminders/{reminder_id}/seen",
    operation_id="reminders.see",
    response_model=ReminderRead,
    responses=answers(),
    summary="You have seen a reminder",
    description="Said twice, the first time stays. Nobody else learns of it.",
)
async def see(reminder_id: uuid.UUID, actor: CurrentActor, store: Store) -> object:
    return await store.write(service.see, actor, reminder_id=reminder_id)


@router.get(
    "/me/reminder-settings",
    operation_id="reminders.settings",
    response_model=ReminderSettingsRead,
    responses=answers(),
    summary="What you want no reminder of",
    description="All kinds are on until you switch one off.",
)
async def settings(actor: CurrentActor, store: Store) -> object:
    return await store.read(service.choice, actor)


@router.put(
    "/me/reminder-settings",
    operation_id="reminders.choose",
    response_model=ReminderSettingsRead,
    responses=answers(),
    summary="Switch kinds of reminders off or on",
    description="The whole list of what is off; an empty one switches everything on. Nobody else sees it.",
)
async def choose(given: ReminderSettingsGiven, actor: CurrentActor, store: Store) -> object:
    return await store.write(service.choose, actor, given=given)


router.include_router(push)
router.include_router(robots)
