"""Routes of reviews; also the one router of this folder."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response, status

from api.kit.appointments import DayOff, HourOff
from api.kit.errors import BornDifferently
from api.kit.http import Birth, Page, Store, answers, etag
from api.kit.paging import BadCursor, PageRead
from api.kit.wire import Day
from api.people.routes import CurrentActor
from api.reviews import service
from api.reviews.counts.routes import router as counts
from api.reviews.models import ReviewKind
from api.reviews.policy import (
    DealReviewStands,
    NobodyToReview,
    NotInThisReview,
    NotProposed,
    NotTheHost,
    ReviewBegun,
    ReviewClosed,
    ReviewDayOver,
    TakeItFirst,
)
from api.reviews.pre_reads.routes import router as pre_reads
from api.reviews.queries import Wanted, Which
from api.reviews.questions.routes import router as questions
from api.reviews.schemas import DayNew, ProposalAnswer, ReviewCard, ReviewNew, ReviewRead, SkipNew
from api.reviews.series.routes import router as series
from api.reviews.talks.routes import router as talks

router = APIRouter()
planned = APIRouter(prefix="/reviews", tags=["reviews"])

OpenOrClosed = Annotated[
    Which | None,
    Query(
        alias="state",
        description="`open`: still to be held, the nearest first, late ones before it. `closed`: held, skipped or left.",
    ),
]
OfKind = Annotated[ReviewKind | None, Query(description="Only reviews of this kind.")]
OfPerson = Annotated[UUID | None, Query(description="Only reviews of this person.")]
Since = Annotated[Day | None, Query(alias="from", description="The first day.")]
Until = Annotated[Day | None, Query(alias="to", description="The last day.")]


@planned.get(
    "",
    operation_id="reviews.list",
    response_model=PageRead[ReviewCard],
    responses=answers(BadCursor),
    summary="Reviews you have a seat in or look after",
    description="The latest day first, or with `state=open` the nearest. A skipped week stays here with its reason.",
)
async def reviews(
    actor: CurrentActor,
    store: Store,
    page: Page,
    which: OpenOrClosed = None,
    kind: OfKind = None,
    person: OfPerson = None,
    since: Since = None,
    until: Until = None,
) -> object:
    wanted = Wanted(which=which, kind=kind, person_id=person, since=since, until=until)
    return await store.read(service.reviews, actor, wanted=wanted, asked=page)


@planned.post(
    "",
    operation_id="reviews.plan",
    status_code=status.HTTP_201_CREATED,
    response_model=ReviewRead,
    responses=answers(
        NobodyToReview, ReviewDayOver, DayOff, HourOff, DealReviewStands, BornDifferently
    ),
    summary="Plan a review outside any series",
    description="You host it: a manager with a rep, the team or about a deal, a regional manager with a manager. "
    "A newcomer's mentor joins.",
)
async def plan(
    given: ReviewNew, actor: CurrentActor, store: Store, birth: Birth, response: Response
) -> object:
    return etag(response, await store.write(service.plan, actor, given=given, birth=birth))


@planned.get(
    "/{review_id}",
    operation_id="reviews.get",
    response_model=ReviewRead,
    responses=answers(),
    summary="One review",
    description="Facts, both parts of the pre-read, questions and answers, promises, and how those of the last time went. "
    "Opening it is listed to whom it is about.",
)
async def get(review_id: UUID, actor: CurrentActor, store: Store, response: Response) -> object:
    return etag(response, await store.read(service.review, actor, review_id=review_id))


@planned.put(
    "/{review_id}/day",
    operation_id="reviews.move",
    response_model=ReviewRead,
    responses=answers(
        NotInThisReview, ReviewClosed, ReviewBegun, ReviewDayOver, DayOff, HourOff, TakeItFirst
    ),
    summary="Move it, with a reason",
    description="By the host or whoever is reviewed. It never vanishes: where it stood before stays with the reason.",
)
async def move(
    review_id: UUID, given: DayNew, actor: CurrentActor, store: Store, response: Response
) -> object:
    moved = await store.write(service.move, actor, review_id=review_id, given=given)
    return etag(response, moved)


@planned.put(
    "/{review_id}/skip",
    operation_id="reviews.skip",
    response_model=ReviewRead,
    responses=answers(NotTheHost, ReviewClosed, TakeItFirst),
    summary="Skip it, with a reason",
    description="By the host. The week stays in the list with the reason, and the host's own notes are deleted.",
)
async def skip(
    review_id: UUID, given: SkipNew, actor: CurrentActor, store: Store, response: Response
) -> object:
    skipped = await store.write(service.skip, actor, review_id=review_id, given=given)
    return etag(response, skipped)


@planned.put(
    "/{review_id}/proposal",
    operation_id="reviews.answer_proposal",
    response_model=ReviewRead,
    responses=answers(NotInThisReview, NotProposed, ReviewClosed, ReviewDayOver, DayOff, HourOff),
    summary="Take or leave a proposed deal review",
    description="Proposed after a signature at or above the big-order amount, or a loss of that size. Either side takes it "
    "with a day, or leaves it with a reason.",
)
async def answer_proposal(
    review_id: UUID, given: ProposalAnswer, actor: CurrentActor, store: Store, response: Response
) -> object:
    answered = await store.write(service.answer_proposal, actor, review_id=review_id, given=given)
    return etag(response, answered)


# `counts` comes before `planned`, whose /{review_id} would take its address.
for part in (counts, planned, pre_reads, talks, series, questions):
    router.include_router(part)
