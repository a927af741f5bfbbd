"""Shares over HTTP."""

import uuid
from typing import Annotated

from fastapi import APIRouter, Query, Response

from api.kit.errors import BornDifferently, Stale, VersionNeeded
from api.kit.http import Birth, IfMatch, Page, Store, answers, etag
from api.kit.paging import BadCursor, PageRead
from api.people.routes import CurrentActor
from api.playbook.policy import ObjectionTypeUnknown
from api.shares import service
from api.shares.models import ShareKind
from api.shares.policy import NoTeamToTell, NotYourShare, TakenBack
from api.shares.schemas import ShareChange, ShareNew, ShareRead

router = APIRouter(prefix="/shares", tags=["shares"])

OfKind = Annotated[ShareKind | None, Query(description="Only shares of this kind.")]
Origins = Annotated[
    list[uuid.UUID] | None,
    Query(
        alias="origin",
        max_length=20,
        description="Only what came from one of these: the id of a round, a visit or a moment, once or several times.",
    ),
]
ByAuthor = Annotated[uuid.UUID | None, Query(description="Only shares of this person.")]


@router.get(
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
) -> object:
    return await store.read(
        service.shares, actor, kind=kind, author_id=author, origins=origins, asked=page
    )


@router.post(
    "",
    status_code=201,
    operation_id="shares.tell",
    response_model=ShareRead,
    responses=answers(BornDifferently, NoTeamToTell, TakenBack, ObjectionTypeUnknown),
    summary="Tell your team something",
    description="The team you work in today reads it. The same content under the same id answers the stored share.",
)
async def tell(
    given: ShareNew, actor: CurrentActor, store: Store, birth: Birth, response: Response
) -> object:
    return etag(response, await store.write(service.tell, actor, given=given, birth=birth))


@router.get(
    "/{share_id}",
    operation_id="shares.get",
    response_model=ShareRead,
    responses=answers(),
    summary="One share",
    description="It was published on purpose, so reading it is not listed to its author.",
)
async def get(share_id: uuid.UUID, actor: CurrentActor, store: Store, response: Response) -> object:
    return etag(response, await store.read(service.share, actor, share_id=share_id))


@router.patch(
    "/{share_id}",
    operation_id="shares.change",
    response_model=ShareRead,
    responses=answers(NotYourShare, VersionNeeded, Stale),
    summary="Put the words of your share right",
    description="For its author.",
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


@router.delete(
    "/{share_id}",
    status_code=204,
    operation_id="shares.withdraw",
    responses=answers(NotYourShare),
    summary="Withdraw your share",
    description="For its author. Its words are deleted, and nobody reads it from then on.",
)
async def withdraw(share_id: uuid.UUID, actor: CurrentActor, store: Store) -> None:
    await store.write(service.withdraw, actor, share_id=share_id)
