"""Clients over HTTP."""

import uuid
from typing import Annotated

from fastapi import APIRouter, Query, Response

from api.clients import service
from api.clients.schemas import (
    ClientCard,
    ClientChange,
    ClientNew,
    ClientRead,
    ContactChange,
    ContactNew,
    SheetNew,
    SheetRead,
)
from api.clients.service import ClientMoved, GradeUnknown
from api.kit.errors import BornDifferently, Forbidden, Stale, VersionNeeded
from api.kit.http import Birth, IfMatch, Page, Store, answers, etag
from api.kit.paging import PageRead
from api.kit.wire import Storable
from api.people.routes import CurrentActor
from api.playbook.policy import ObjectionTypeUnknown

router = APIRouter(prefix="/clients", tags=["clients"])
NamePart = Annotated[
    str | None,
    Query(
        max_length=60,
        description="Part of the name, or pinyin initials: 暖屿, nydh. One is enough.",
    ),
    Storable,
]
Owner = Annotated[uuid.UUID | None, Query(description="Only the clients of this person.")]
VERSION = "`If-Match` is the client's version; client and contacts change as one."


@router.get(
    "",
    operation_id="clients.list",
    response_model=PageRead[ClientCard],
    responses=answers(),
    summary="Clients I may see",
    description="Own clients, those of apprentices and of the team one manages, in order of pinyin.",
)
async def list_clients(
    actor: CurrentActor, store: Store, page: Page, q: NamePart = None, owner: Owner = None
) -> object:
    return await store.read(service.clients, actor, q=q, owner=owner, page=page)


@router.post(
    "",
    status_code=201,
    operation_id="clients.add",
    response_model=ClientRead,
    responses=answers(Forbidden, BornDifferently, ClientMoved, GradeUnknown),
    summary="Add a client",
    description="The caller becomes its owner. Contacts may come with it.",
)
async def add_client(
    given: ClientNew, actor: CurrentActor, store: Store, birth: Birth, response: Response
) -> object:
    return etag(response, await store.write(service.add, actor, given=given, birth=birth))


@router.get(
    "/{client_id}",
    operation_id="clients.read",
    response_model=ClientRead,
    responses=answers(),
    summary="One client",
    description="Opened by anybody but its owner, it is listed to the owner.",
)
async def read_client(
    client_id: uuid.UUID, actor: CurrentActor, store: Store, response: Response
) -> object:
    return etag(response, await store.read(service.client, actor, client_id=client_id))


@router.patch(
    "/{client_id}",
    operation_id="clients.change",
    response_model=ClientRead,
    responses=answers(VersionNeeded, Stale, ClientMoved, GradeUnknown),
    summary="Change a client",
    description="The owner changes by `POST /clients/hand-over` only.",
)
async def change_client(
    client_id: uuid.UUID,
    given: ClientChange,
    actor: CurrentActor,
    store: Store,
    version: IfMatch,
    response: Response,
) -> object:
    changed = await store.write(
        service.change, actor, client_id=client_id, given=given, version=version
    )
    return etag(response, changed)


@router.post(
    "/{client_id}/contacts",
    status_code=201,
    operation_id="clients.add_contact",
    response_model=ClientRead,
    responses=answers(BornDifferently, ClientMoved),
    summary="Add a contact",
    description="Answers the client, with its new version.",
)
async def add_contact(
    client_id: uuid.UUID,
    given: ContactNew,
    actor: CurrentActor,
    store: Store,
    birth: Birth,
    response: Response,
) -> object:
    changed = await store.write(
        service.add_contact, actor, client_id=client_id, given=given, birth=birth
    )
    return etag(response, changed)


@router.patch(
    "/{client_id}/contacts/{contact_id}",
    operation_id="clients.change_contact",
    response_model=ClientRead,
    responses=answers(VersionNeeded, Stale, ClientMoved),
    summary="Change a contact",
    description=VERSION,
)
async def change_contact(
    client_id: uuid.UUID,
    contact_id: uuid.UUID,
    given: ContactChange,
    actor: CurrentActor,
    store: Store,
    version: IfMatch,
    response: Response,
) -> object:
    asked = {"client_id": client_id, "contact_id": contact_id, "given": given, "version": version}
    return etag(response, await store.write(service.change_contact, actor, **asked))


@router.delete(
    "/{client_id}/contacts/{contact_id}",
    operation_id="clients.remove_contact",
    response_model=ClientRead,
    responses=answers(VersionNeeded, Stale, ClientMoved),
    summary="Remove a contact",
    description=VERSION,
)
async def remove_contact(
    client_id: uuid.UUID,
    contact_id: uuid.UUID,
    actor: CurrentActor,
    store: Store,
    version: IfMatch,
    response: Response,
) -> object:
    asked = {"client_id": client_id, "contact_id": contact_id, "version": version}
    return etag(response, await store.write(service.remove_contact, actor, **asked))


@router.get(
    "/{client_id}/sheet",
    operation_id="clients.read_sheet",
    response_model=SheetRead,
    responses=answers(),
    summary="The client sheet",
    description="The newest version; version 0 is the empty sheet of a client nobody has prepared.",
)
async def read_sheet(
    client_id: uuid.UUID, actor: CurrentActor, store: Store, response: Response
) -> object:
    return etag(response, await store.read(service.sheet, actor, client_id=client_id))


@router.put(
    "/{client_id}/sheet",
    operation_id="clients.write_sheet",
    response_model=SheetRead,
    responses=answers(VersionNeeded, Stale, BornDifferently, ClientMoved, ObjectionTypeUnknown),
    summary="Write the client sheet",
    description='Stores a new version; `If-Match` is the sheet\'s version, "0" for the first one. '
    "`unknown` is an answer too: it becomes a question on the visit card.",
)
async def write_sheet(
    client_id: uuid.UUID,
    given: SheetNew,
    actor: CurrentActor,
    store: Store,
    version: IfMatch,
    birth: Birth,
    response: Response,
) -> object:
    asked = {"client_id": client_id, "given": given, "version": version, "birth": birth}
    return etag(response, await store.write(service.write_sheet, actor, **asked))


@router.get(
    "/{client_id}/sheet/versions",
    operation_id="clients.list_sheet_versions",
    response_model=PageRead[SheetRead],
    responses=answers(),
    summary="All versions of the client sheet",
    description="Newest first, each with its author.",
)
async def list_sheet_versions(
    client_id: uuid.UUID, actor: CurrentActor, store: Store, page: Page
) -> object:
    return await store.read(service.sheet_versions, actor, client_id=client_id, page=page)
