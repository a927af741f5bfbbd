"""Routes of proposed topics."""

from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Query, Response, status

from api.kit.errors import BornDifferently
from api.kit.http import Birth, Page, Store, answers, etag
from api.kit.paging import BadCursor, PageRead
from api.people.routes import CurrentActor
from api.playbook.policy import ObjectionTypeUnknown, SkillUnknown
from api.training.policy import SessionHeldAlready, SessionOver
from api.training.topics import service
from api.training.topics.policy import (
    NoSessionFree,
    NotYoursToDecide,
    NotYoursToPropose,
    TopicDecidedAlready,
)
from api.training.topics.schemas import DecisionGiven, TopicNew, TopicRead

router = APIRouter(prefix="/topic-proposals", tags=["training"])
OpenOrTaken = Annotated[
    Literal["open", "taken"] | None,
    Query(
        alias="state",
        description="`open`: waiting, or for later. `taken`: a session has taken it up.",
    ),
]


@router.get(
    "",
    operation_id="topic_proposals.list",
    response_model=PageRead[TopicRead],
    responses=answers(BadCursor),
    summary="Topics your team would like",
    description="The newest first. How many voted is told, who did is not. The trainer reads every team's.",
)
async def topics(
    actor: CurrentActor, store: Store, page: Page, state: OpenOrTaken = None
) -> object:
    is_open = None if state is None else state == "open"
    return await store.read(service.topics, actor, is_open=is_open, asked=page)


@router.post(
    "",
    operation_id="topic_proposals.propose",
    status_code=status.HTTP_201_CREATED,
    response_model=TopicRead,
    responses=answers(NotYoursToPropose, ObjectionTypeUnknown, SkillUnknown, BornDifferently),
    summary="Ask for a topic",
    description="For your own team, by a rep or the manager. Whoever asks votes for it with that.",
)
async def propose(
    given: TopicNew, actor: CurrentActor, store: Store, birth: Birth, response: Response
) -> object:
    return etag(response, await store.write(service.propose, actor, given=given, birth=birth))


@router.put(
    "/{proposal_id}/vote",
    operation_id="topic_proposals.vote",
    response_model=TopicRead,
    responses=answers(NotYoursToPropose, TopicDecidedAlready),
    summary="Vote for a topic",
    description="One vote each, and nobody else learns whose it is.",
)
async def vote(proposal_id: UUID, actor: CurrentActor, store: Store, response: Response) -> object:
    return etag(response, await store.write(service.vote, actor, proposal_id=proposal_id))


@router.delete(
    "/{proposal_id}/vote",
    operation_id="topic_proposals.withdraw_vote",
    response_model=TopicRead,
    responses=answers(NotYoursToPropose, TopicDecidedAlready),
    summary="Withdraw your vote",
    description="It leaves no trace.",
)
async def withdraw_vote(
    proposal_id: UUID, actor: CurrentActor, store: Store, response: Response
) -> object:
    left = await store.write(service.withdraw_vote, actor, proposal_id=proposal_id)
    return etag(response, left)


@router.put(
    "/{proposal_id}/decision",
    operation_id="topic_proposals.decide",
    response_model=TopicRead,
    responses=answers(
        NotYoursToDecide, TopicDecidedAlready, NoSessionFree, SessionOver, SessionHeldAlready
    ),
    summary="Take a topic up, or leave it for later",
    description="By the trainer. Taken up, it becomes the topic of the team's next session that has none, with its sentences "
    "as the reason; later needs a word why.",
)
async def decide(
    proposal_id: UUID,
    given: DecisionGiven,
    actor: CurrentActor,
    store: Store,
    response: Response,
) -> object:
    decided = await store.write(service.decide, actor, proposal_id=proposal_id, given=given)
    return etag(response, decided)
