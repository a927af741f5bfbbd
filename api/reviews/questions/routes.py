"""Routes of the question bank."""

from fastapi import APIRouter, Response

from api.kit.errors import Forbidden, Stale, VersionNeeded
from api.kit.http import IfMatch, Store, answers, etag
from api.people.routes import CurrentActor
from api.reviews.questions import service
from api.reviews.questions.models import QuestionKey
from api.reviews.questions.schemas import QuestionBankRead, QuestionChange, QuestionRead

router = APIRouter(prefix="/review-questions", tags=["reviews"])


@router.get(
    "",
    operation_id="review_questions.read",
    response_model=QuestionBankRead,
    responses=answers(),
    summary="What is asked in a review",
    description="Of the three forms, in the order in which it is asked; everybody may read them beforehand.",
)
async def read(actor: CurrentActor, store: Store) -> object:
    return await store.read(service.questions, actor)


@router.patch(
    "/{key}",
    operation_id="review_questions.change",
    response_model=QuestionRead,
    responses=answers(Forbidden, VersionNeeded, Stale),
    summary="Put a question in your own words",
    description="For trainers and admins. Version 0 is the method's own question; reviews held before keep theirs.",
)
async def change(
    key: QuestionKey,
    given: QuestionChange,
    actor: CurrentActor,
    store: Store,
    version: IfMatch,
    response: Response,
) -> object:
    changed = await store.write(
        service.change_question, actor, key=key, given=given, version=version
    )
    return etag(response, changed)
