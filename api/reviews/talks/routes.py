"""Routes of the talk."""

from uuid import UUID

from fastapi import APIRouter, Response

from api.commitments.policy import CorrectionNeeded, DueInThePast
from api.kit.http import Store, answers, etag
from api.people.routes import CurrentActor
from api.playbook.policy import SkillUnknown
from api.reviews.policy import NotInThisReview, ReviewAhead, ReviewClosed, TakeItFirst
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
    TalkNotBegun,
    TooManyPromises,
)
from api.reviews.talks.schemas import (
    AgreementsRead,
    PromisesNew,
    ReviewAgreementNew,
    ReviewAnswerNew,
    SessionNew,
)

router = APIRouter(prefix="/reviews/{review_id}", tags=["reviews"])


@router.put(
    "/session",
    operation_id="reviews.start",
    response_model=ReviewRead,
    responses=answers(NotInThisReview, ReviewClosed, ReviewAhead, TakeItFirst),
    summary="Sit down together",
    description="On its day or later. Takes the facts, unless they stand already. Sent again, the first time stands.",
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
    responses=answers(NotInThisReview, ReviewClosed, ReviewAhead, TakeItFirst, QuestionNotAsked),
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
        TalkNotBegun,
        ListChanged,
        PromiseMissing,
        HelpMissing,
        DueInThePast,
    ),
    summary="Agree",
    description="After the talk was begun, each for themselves with their own sign-in: the host, and each who promises. "
    "The last of these taps makes commitments of the promises and deletes the host's preparation notes.",
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


@router.get(
    "/agreement",
    operation_id="reviews.read_agreement",
    response_model=AgreementsRead,
    responses=answers(),
    summary="Who has agreed",
    description="For a screen that waits for somebody's tap. It holds no word of the talk, so reading it is not listed.",
)
async def agreement(review_id: UUID, actor: CurrentActor, store: Store) -> object:
    return await store.read(service.taps, actor, review_id=review_id)
