"""Promises over HTTP. They are given where people talk: in a debrief, a review, an advice, an answer to a help request."""

import uuid
from typing import Annotated

from fastapi import APIRouter, Query, Response

from api.commitments import service
from api.commitments.evidence import service as evidence_service
from api.commitments.evidence.policy import EvidenceUnfit
from api.commitments.policy import (
    DueInThePast,
    NotSettledYet,
    NotYourPromise,
    NotYourWords,
    OutcomeNeedsReason,
    SaidByYou,
    SettledAlready,
)
from api.commitments.queries import Wanted
from api.commitments.replies import service as replies
from api.commitments.schemas import (
    CommitmentChange,
    CommitmentRead,
    DueNew,
    OutcomeNew,
    PromiseEvidenceRead,
    ReplyNew,
)
from api.kit.errors import BornDifferently, Stale, VersionNeeded
from api.kit.http import IfMatch, Page, Store, answers, etag
from api.kit.paging import BadCursor, PageRead
from api.kit.wire import Day
from api.people.routes import CurrentActor

router = APIRouter(prefix="/commitments", tags=["commitments"])

OfOwner = Annotated[uuid.UUID | None, Query(description="Only what this person promised.")]
ToPerson = Annotated[uuid.UUID | None, Query(description="Only what was promised to this person.")]
Open = Annotated[
    bool | None,
    Query(alias="open", description="Only open ones, or only those that are settled."),
]
DueBefore = Annotated[Day | None, Query(description="Only what is due before this day.")]
Origins = Annotated[
    list[uuid.UUID] | None,
    Query(
        alias="origin",
        max_length=20,
        description="Only what was promised in one of these talks, by id, once or several times.",
    ),
]


@router.get(
    "",
    operation_id="commitments.list",
    response_model=PageRead[CommitmentRead],
    responses=answers(BadCursor),
    summary="What was promised",
    description="Yours, to you, and those of whom you help. Open ones the earliest due first, else the latest due "
    "first. Reading promises between others is listed to whoever gave them.",
)
async def list_commitments(
    actor: CurrentActor,
    store: Store,
    page: Page,
    owner: OfOwner = None,
    to: ToPerson = None,
    is_open: Open = None,
    due_before: DueBefore = None,
    origins: Origins = None,
) -> object:
    wanted = Wanted(owner, to, is_open, due_before, origins)
    return await store.read(service.commitments, actor, wanted=wanted, asked=page)


@router.get(
    "/{commitment_id}",
    operation_id="commitments.get",
    response_model=CommitmentRead,
    responses=answers(),
    summary="One promise",
    description="With every day it was moved from. Reading one between others is listed to whoever gave it.",
)
async def get(
    commitment_id: uuid.UUID, actor: CurrentActor, store: Store, response: Response
) -> object:
    return etag(response, await store.read(service.commitment, actor, commitment_id=commitment_id))


@router.patch(
    "/{commitment_id}",
    operation_id="commitments.change",
    response_model=CommitmentRead,
    responses=answers(NotYourWords, SettledAlready, VersionNeeded, Stale),
    summary="Put the words of your promise right",
    description="For whoever gave it, until it is settled.",
)
async def change(
    commitment_id: uuid.UUID,
    given: CommitmentChange,
    actor: CurrentActor,
    store: Store,
    version: IfMatch,
    response: Response,
) -> object:
    changed = await store.write(
        service.change, actor, commitment_id=commitment_id, given=given, version=version
    )
    return etag(response, changed)


@router.put(
    "/{commitment_id}/outcome",
    operation_id="commitments.settle",
    response_model=CommitmentRead,
    responses=answers(NotYourPromise, OutcomeNeedsReason, EvidenceUnfit, SettledAlready),
    summary="Say whether it was kept",
    description="For either side; the other sees who said it. Sent twice it counts once, and who said it may correct "
    "it. Partly and not need a reason; evidence is a record of the owner that both may open. Nothing follows from it but a talk.",
)
async def settle(
    commitment_id: uuid.UUID,
    given: OutcomeNew,
    actor: CurrentActor,
    store: Store,
    response: Response,
) -> object:
    settled = await store.write(service.settle, actor, commitment_id=commitment_id, given=given)
    return etag(response, settled)


@router.put(
    "/{commitment_id}/due",
    operation_id="commitments.move",
    response_model=CommitmentRead,
    responses=answers(NotYourPromise, DueInThePast, SettledAlready, BornDifferently),
    summary="Move it to another day",
    description="For either side, with a reason. The day it moves from stays in `moves`.",
)
async def move(
    commitment_id: uuid.UUID,
    given: DueNew,
    actor: CurrentActor,
    store: Store,
    response: Response,
) -> object:
    moved = await store.write(service.move, actor, commitment_id=commitment_id, given=given)
    return etag(response, moved)


@router.get(
    "/{commitment_id}/evidence",
    operation_id="commitments.evidence",
    response_model=PromiseEvidenceRead,
    responses=answers(),
    summary="Records by which both see how it went",
    description="Visits made, rounds played and ride-alongs debriefed by whoever gave the promise, as far as both sides may "
    "open them. A look by somebody else is listed to the owner.",
)
async def evidence(commitment_id: uuid.UUID, actor: CurrentActor, store: Store) -> object:
    return await store.read(evidence_service.evidence, actor, commitment_id=commitment_id)


@router.post(
    "/{commitment_id}/replies",
    operation_id="commitments.reply",
    status_code=201,
    response_model=CommitmentRead,
    responses=answers(NotYourPromise, NotSettledYet, SaidByYou, BornDifferently),
    summary="Say how you see it",
    description="For the side whose word the outcome is not. A sentence beside it: the outcome stays, and so does every "
    "sentence. Sent twice under one id it is one.",
)
async def reply(
    commitment_id: uuid.UUID,
    given: ReplyNew,
    actor: CurrentActor,
    store: Store,
    response: Response,
) -> object:
    said = await store.write(replies.reply, actor, commitment_id=commitment_id, given=given)
    return etag(response, said)
