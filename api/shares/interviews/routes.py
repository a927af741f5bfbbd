"""Pair interviews over HTTP."""

import uuid
from typing import Annotated

from fastapi import APIRouter, Query, Response

from api.kit.errors import Forbidden
from api.kit.http import Page, Store, answers, etag
from api.kit.paging import BadCursor, PageRead
from api.kit.wire import Day
from api.people.queries import DaysTooFar
from api.people.routes import CurrentActor
from api.shares.interviews import policy, service
from api.shares.interviews.schemas import (
    InterviewCountsRead,
    InterviewDayNew,
    PairInterviewDetailRead,
    PairInterviewRead,
    TakeawayNew,
    WorksheetNew,
)

router = APIRouter(prefix="/pair-interviews", tags=["shares"])

Since = Annotated[
    Day | None, Query(alias="from", description="The first day; four weeks back when left out.")
]
Until = Annotated[Day | None, Query(alias="to", description="The last day; today when left out.")]


@router.get(
    "",
    operation_id="pair_interviews.list",
    response_model=PageRead[PairInterviewRead],
    responses=answers(BadCursor),
    summary="Your pair interviews",
    description="Those you sit in, the latest week first. They are laid by the method, every week with somebody else.",
)
async def list_interviews(actor: CurrentActor, store: Store, page: Page) -> object:
    return await store.read(service.interviews, actor, asked=page)


@router.get(
    "/counts",
    operation_id="pair_interviews.counts",
    response_model=InterviewCountsRead,
    responses=answers(Forbidden, DaysTooFar),
    summary="Interviews laid and held, by team and week",
    description="For a manager of the own team, for a regional manager of the own region. Counts and nothing else.",
)
async def counts(
    actor: CurrentActor, store: Store, since: Since = None, until: Until = None
) -> object:
    return await store.read(service.counts, actor, since=since, until=until)


@router.get(
    "/{interview_id}",
    operation_id="pair_interviews.get",
    response_model=PairInterviewDetailRead,
    responses=answers(),
    summary="One pair interview",
    description="For those who sit in it. The worksheets open for all of them once the last one is filled.",
)
async def get(
    interview_id: uuid.UUID, actor: CurrentActor, store: Store, response: Response
) -> object:
    return etag(response, await store.read(service.interview, actor, interview_id=interview_id))


@router.put(
    "/{interview_id}/worksheet",
    operation_id="pair_interviews.fill",
    response_model=PairInterviewDetailRead,
    responses=answers(policy.InterviewHeld),
    summary="Fill your worksheet",
    description="Four lines: what went well, where you are stuck, what you tried, what you would ask. "
    "It may be put right until the talk.",
)
async def fill(
    interview_id: uuid.UUID,
    given: WorksheetNew,
    actor: CurrentActor,
    store: Store,
    response: Response,
) -> object:
    filled = await store.write(service.fill, actor, interview_id=interview_id, given=given)
    return etag(response, filled)


@router.put(
    "/{interview_id}/takeaway",
    operation_id="pair_interviews.take_away",
    response_model=PairInterviewDetailRead,
    responses=answers(policy.WorksheetsFirst),
    summary="Write what you take with you",
    description="One line, after the talk; the first one says that the interview was held.",
)
async def take_away(
    interview_id: uuid.UUID,
    given: TakeawayNew,
    actor: CurrentActor,
    store: Store,
    response: Response,
) -> object:
    taken = await store.write(service.take_away, actor, interview_id=interview_id, given=given)
    return etag(response, taken)


@router.put(
    "/{interview_id}/day",
    operation_id="pair_interviews.move",
    response_model=PairInterviewDetailRead,
    responses=answers(policy.InterviewDay, policy.InterviewHeld),
    summary="Move the interview to another day",
    description="By any of those who sit in it, with the reason, to the end of the week after.",
)
async def move(
    interview_id: uuid.UUID,
    given: InterviewDayNew,
    actor: CurrentActor,
    store: Store,
    response: Response,
) -> object:
    moved = await store.write(service.move, actor, interview_id=interview_id, given=given)
    return etag(response, moved)
