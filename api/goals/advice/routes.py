"""Advice over HTTP."""

import uuid

from fastapi import APIRouter, Response

from api.commitments.policy import DueInThePast
from api.goals.advice import service
from api.goals.advice.policy import AnsweredAlready, NoAdviceYet, NotMissed, OwnCauseNeeded
from api.goals.advice.schemas import AdviceAnswerNew, AdviceNew
from api.goals.policy import NotYourGoal
from api.goals.schemas import GoalDetailRead
from api.kit.http import Birth, Store, answers, etag
from api.people.routes import CurrentActor

router = APIRouter(prefix="/{goal_id}/advice")


@router.put(
    "",
    operation_id="goals.advise",
    response_model=GoalDetailRead,
    responses=answers(NotYourGoal, NotMissed, AnsweredAlready, DueInThePast),
    summary="Give advice after a miss",
    description="For the manager, within three working days of the period's end; put right until it is answered. Only "
    "the rep reads it.",
)
async def advise(
    goal_id: uuid.UUID,
    given: AdviceNew,
    actor: CurrentActor,
    store: Store,
    birth: Birth,
    response: Response,
) -> object:
    advised = await store.write(service.advise, actor, goal_id=goal_id, given=given, birth=birth)
    return etag(response, advised)


@router.put(
    "/answer",
    operation_id="goals.answer_advice",
    response_model=GoalDetailRead,
    responses=answers(NotYourGoal, NoAdviceYet, AnsweredAlready, OwnCauseNeeded, DueInThePast),
    summary="Answer the advice",
    description="For the rep: agree, or name another cause with your own step. The step becomes a promise, and the miss "
    "is closed.",
)
async def answer(
    goal_id: uuid.UUID,
    given: AdviceAnswerNew,
    actor: CurrentActor,
    store: Store,
    birth: Birth,
    response: Response,
) -> object:
    answered = await store.write(service.answer, actor, goal_id=goal_id, given=given, birth=birth)
    return etag(response, answered)
