"""Routes of the talk."""

from uuid import UUID

from fastapi import APIRouter, Response

from api.commitments.policy import CorrectionNeeded, DueInThePast
from api.kit.http import Store, answers, etag
from api.people.routes import CurrentActor
from api.playbook.policy import SkillUnknown
from api.reviews.policy import NotInThisReview, ReviewClosed, TakeItFirst
from api.reviews.questions.models import QuestionKey
from api.reviews.schemas import ReviewRead
from api.reviews.talks import service
from api.reviews.talks.policy import (
    ClientOfSomebodyElse,
    HelpMissing,
    ListChanged,
    NotYourTap,
    PromiseMissing,
    PromiseOfSomebodyElse,
    QuestionNotAsked,
    TooManyPromises,
)
from api.reviews.talks.schemas import PromisesNew, ReviewAgreementNew, ReviewAnswerNew, SessionNew

router = APIRouter(prefix="/reviews/{review_id}", tags=["reviews"])


@router.put(
    "/session",
    operation_id="reviews.start",
    response_model=ReviewRead,
    responses=answers(NotInThisReview, ReviewClosed, TakeItFirst),
    summary="Sit down together",
    description="Freezes the facts, when nobody has opened them before. Sent again, the first time stands.",
)
async def start(
    review_id: UUID, given: SessionNew, actor: CurrentActor, store: Store, response: Response
) -> object:
    begun = await store.write(service.start, actor, review_id=review_id, given=given)
    return etag(response, begun)


@router.put(
    "/answers/{key}",
    operation_id="reviews.answer",
    response_model=ReviewRead,
    responses=answers(NotInThisReview, ReviewClosed, TakeItFirst, QuestionNotAsked),
    summary="Write an answer down together",
    description="By whoever sits in the review; the last words stand. The first answer begins the talk.",
)
async def answer(
    review_id: UUID,
    key: QuestionKey,
    given: ReviewAnswerNew,
    actor: CurrentActor,
    store: Store,
    response: Response,
) -> object:
    told = await store.write(service.answer, actor, review_id=review_id, key=key, given=given)
    return etag(response, told)


@router.put(
    "/commitments",
    operation_id="reviews.put_commitments",
    response_model=ReviewRead,
    responses=answers(
        NotInThisReview,
        ReviewClosed,
        TakeItFirst,
        PromiseOfSomebodyElse,
        TooManyPromises,
        CorrectionNeeded,
        DueInThePast,
        SkillUnknown,
        ClientOfSomebodyElse,
    ),
    summary="Put the promises on the table",
    description="At most three of whoever is reviewed, each of them typed, and those of the host. A list that differs "
    "counts `promises_version` up and takes the taps back.",
)
async def put_commitments(
    review_id: UUID, given: PromisesNew, actor: CurrentActor, store: Store, response: Response
) -> object:
    put = await store.write(service.put_promises, actor, review_id=review_id, given=given)
    return etag(response, put)


@router.put(
    "/agreement",
    operation_id="reviews.agree",
    response_model=ReviewRead,
    responses=answers(
        NotInThisReview,
        NotYourTap,
        ReviewClosed,
        TakeItFirst,
        ListChanged,
        PromiseMissing,
        HelpMissing,
        DueInThePast,
    ),
    summary="Agree",
    description="By the host and by whoever is reviewed, each on the own device or both on one, which is shown then. "
    "The second tap makes commitments of the promises and deletes the host's preparation notes.",
)
async def agree(
    review_id: UUID,
    given: ReviewAgreementNew,
    actor: CurrentActor,
    store: Store,
    response: Response,
) -> object:
    agreed = await store.write(service.agree, actor, review_id=review_id, given=given)
    return etag(response, agreed)
