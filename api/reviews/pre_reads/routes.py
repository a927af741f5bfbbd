"""Routes of the pre-read."""

from uuid import UUID

from fastapi import APIRouter, Response, status

from api.kit.http import Store, answers, etag
from api.people.routes import CurrentActor
from api.reviews.policy import NotInThisReview, NotTheHost, ReviewClosed, TakeItFirst
from api.reviews.pre_reads import service
from api.reviews.pre_reads.policy import EvidenceUnknown, FactsFirst, NotYourPart
from api.reviews.pre_reads.schemas import PreparationNew, PreReadNew
from api.reviews.schemas import ReviewRead

router = APIRouter(prefix="/reviews/{review_id}", tags=["reviews"])


@router.put(
    "/snapshot",
    operation_id="reviews.open_pre_read",
    status_code=status.HTTP_204_NO_CONTENT,
    responses=answers(NotInThisReview, TakeItFirst),
    summary="Take the facts",
    description="When somebody looks or prepares: the facts since the last review, with links to their records. From the "
    "evening before on they stand, and sent again it changes nothing; an earlier look is followed by a later one.",
)
async def open_pre_read(review_id: UUID, actor: CurrentActor, store: Store) -> None:
    await store.write(service.open_pre_read, actor, review_id=review_id)


@router.put(
    "/pre-read",
    operation_id="reviews.write_pre_read",
    response_model=ReviewRead,
    responses=answers(NotYourPart, ReviewClosed, TakeItFirst, FactsFirst, EvidenceUnknown),
    summary="Write your part of the pre-read",
    description="Three things by whoever is reviewed; by the host one praise with its record, one question, one offer. "
    "Both read both.",
)
async def write_pre_read(
    review_id: UUID, given: PreReadNew, actor: CurrentActor, store: Store, response: Response
) -> object:
    written = await store.write(service.write_part, actor, review_id=review_id, given=given)
    return etag(response, written)


@router.put(
    "/preparation-notes",
    operation_id="reviews.write_preparation",
    response_model=ReviewRead,
    responses=answers(NotTheHost, ReviewClosed, TakeItFirst),
    summary="Your own notes before the talk",
    description="For the host, who alone reads them. They are deleted when the review closes: what stays is what both saw.",
)
async def write_preparation(
    review_id: UUID, given: PreparationNew, actor: CurrentActor, store: Store, response: Response
) -> object:
    kept = await store.write(service.write_preparation, actor, review_id=review_id, given=given)
    return etag(response, kept)
