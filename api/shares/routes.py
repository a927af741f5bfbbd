"""Shares over HTTP."""

import uuid
from typing import Annotated

from fastapi import APIRouter, Query, Response

from api.kit.errors import BornDifferently, Stale, VersionNeeded
from api.kit.http import Birth, IfMatch, Page, Store, answers, etag
from api.kit.paging import BadCursor, PageRead
from api.kit.recordings import Files
from api.kit.wire import Day
from api.people.routes import CurrentActor
from api.playbook.policy import ObjectionTypeUnknown
from api.shares import policy, service
from api.shares.cases.routes import router as cases
from api.shares.kpi_posts.policy import NoGoalAgreed, WeekToldAlready
from api.shares.models import ShareKind, ShareState
from api.shares.queries import Wanted
from api.shares.schemas import (
    PublicationNew,
    ShareChange,
    ShareDetailRead,
    ShareNew,
    ShareRead,
)
from api.shares.taps.routes import router as taps
from api.shares.tries.routes import router as tries
from api.shares.voice_notes.routes import router as voice_notes

router = APIRouter()
of_shares = APIRouter(prefix="/shares", tags=["shares"])

OfKind = Annotated[ShareKind | None, Query(description="Only shares of this kind.")]
Origins = Annotated[
    list[uuid.UUID] | None,
    Query(
        alias="origin",
        max_length=20,
        description="Only what came from one of these: the id of a round, a visit or a moment, once or several times.",
    ),
]
States = Annotated[
    list[ShareState] | None,
    Query(
        alias="state",
        max_length=3,
        description="`prompted` and `draft` are your own, begun and not told. Without: `published`.",
    ),
]
FromDay = Annotated[
    Day | None, Query(alias="from", description="Only what was told on this day or later.")
]
ByAuthor = Annotated[uuid.UUID | None, Query(description="Only shares of this person.")]


@of_shares.get(
    "",
    operation_id="shares.list",
    response_model=PageRead[ShareRead],
    responses=answers(BadCursor),
    summary="What your team shares",
    description="The newest first: your own, your team's, your apprentices'.",
)
async def list_shares(
    actor: CurrentActor,
    store: Store,
    page: Page,
    kind: OfKind = None,
    author: ByAuthor = None,
    origins: Origins = None,
    states: States = None,
    first: FromDay = None,
) -> object:
    since = None if first is None else actor.calendar.moment(first, "00:00")
    wanted = Wanted(kind, author, origins, states, since)
    return await store.read(service.shares, actor, wanted=wanted, asked=page)


@of_shares.post(
    "",
    status_code=201,
    operation_id="shares.tell",
    response_model=ShareDetailRead,
    responses=answers(
        BornDifferently,
        ObjectionTypeUnknown,
        NoGoalAgreed,
        WeekToldAlready,
        policy.NoTeamToTell,
        policy.TakenBack,
        policy.ToldAlready,
        policy.NotOfYourDeal,
        policy.DealNotThere,
    ),
    summary="Tell your team something",
    description="The team you work in today reads it. The same content under the same id answers the stored share. "
    "The figures of a KPI post are filled in from the goals agreed for that week, and stay as they are now.",
)
async def tell(
    given: ShareNew,
    actor: CurrentActor,
    store: Store,
    files: Files,
    birth: Birth,
    response: Response,
) -> object:
    told = await store.write(service.tell, actor, given=given, birth=birth, files=files)
    return etag(response, told)


@of_shares.get(
    "/{share_id}",
    operation_id="shares.get",
    response_model=ShareDetailRead,
    responses=answers(),
    summary="One share",
    description="It was published on purpose, so reading it is not listed to its author.",
)
async def get(share_id: uuid.UUID, actor: CurrentActor, store: Store, response: Response) -> object:
    return etag(response, await store.read(service.share, actor, share_id=share_id))


@of_shares.patch(
    "/{share_id}",
    operation_id="shares.change",
    response_model=ShareDetailRead,
    responses=answers(
        policy.NotYourShare, policy.NothingWritten, policy.OtherParts, VersionNeeded, Stale
    ),
    summary="Put the words of your share right",
    description="For its author. One that was prompted becomes a draft, which nobody else sees.",
)
async def change(
    share_id: uuid.UUID,
    given: ShareChange,
    actor: CurrentActor,
    store: Store,
    version: IfMatch,
    response: Response,
) -> object:
    changed = await store.write(
        service.change, actor, share_id=share_id, given=given, version=version
    )
    return etag(response, changed)


@of_shares.delete(
    "/{share_id}",
    status_code=204,
    operation_id="shares.withdraw",
    responses=answers(policy.NotYourShare),
    summary="Withdraw your share",
    description="For its author. Its words and recordings are deleted, and nobody reads it from then on. One that was never told "
    "goes without a trace.",
)
async def withdraw(share_id: uuid.UUID, actor: CurrentActor, store: Store, files: Files) -> None:
    await store.write(service.withdraw, actor, share_id=share_id, files=files)


@of_shares.put(
    "/{share_id}/publication",
    operation_id="shares.publish",
    response_model=ShareDetailRead,
    responses=answers(
        policy.NotYourShare,
        policy.NoTeamToTell,
        policy.ToldAlready,
        policy.NothingWritten,
        policy.OtherParts,
        policy.DealNotThere,
    ),
    summary="Tell your team what was prompted or drafted",
    description="In the words sent here, which replace the draft. Sent twice alike, it is told once.",
)
async def publish(
    share_id: uuid.UUID,
    given: PublicationNew,
    actor: CurrentActor,
    store: Store,
    response: Response,
) -> object:
    told = await store.write(service.tell_drafted, actor, share_id=share_id, given=given)
    return etag(response, told)


@of_shares.put(
    "/{share_id}/offer",
    operation_id="shares.offer",
    response_model=ShareDetailRead,
    responses=answers(policy.NotYourShare, policy.NotPublished),
    summary="Offer your share to the case library",
    description="For its author: trainers read it as it stands, and may make a case of it that names no client.",
)
async def offer(
    share_id: uuid.UUID, actor: CurrentActor, store: Store, response: Response
) -> object:
    return etag(response, await store.write(service.offer, actor, share_id=share_id, offered=True))


@of_shares.delete(
    "/{share_id}/offer",
    operation_id="shares.keep_in_team",
    response_model=ShareDetailRead,
    responses=answers(policy.NotYourShare, policy.NotPublished),
    summary="Keep your share within the team",
    description="Trainers read it no longer; a case that came of it stays.",
)
async def keep_in_team(
    share_id: uuid.UUID, actor: CurrentActor, store: Store, response: Response
) -> object:
    return etag(response, await store.write(service.offer, actor, share_id=share_id, offered=False))


of_shares.include_router(taps)
of_shares.include_router(voice_notes)
router.include_router(of_shares)
router.include_router(cases)
router.include_router(tries)
