"""Routes of materials."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response, status

from api.kit.attaching import A_FILE, OF_A_FILE, Arrived, FileLost, handed_out
from api.kit.attachments import FileTooLarge, FormUnknown
from api.kit.errors import BornDifferently, Stale, VersionNeeded
from api.kit.http import Birth, IfMatch, Store, answers, etag
from api.kit.recordings import Files
from api.kit.wire import Line
from api.people.routes import CurrentActor
from api.training.materials import service
from api.training.materials.policy import BodyOfText, MaterialGone, MaterialsFull
from api.training.materials.schemas import (
    MaterialChange,
    MaterialNew,
    MaterialWhole,
    OrderGiven,
)
from api.training.materials.service import FileNew
from api.training.policy import NotYourSession
from api.training.schemas import SessionRead

router = APIRouter(prefix="/sessions", tags=["training"])

Title = Annotated[Line, Query(description="What people read; the file's own name is not kept.")]


@router.get(
    "/{session_id}/materials/{material_id}",
    operation_id="sessions.get_material",
    response_model=MaterialWhole,
    responses=answers(),
    summary="One material",
    description="With the words of a text. For whoever may read the class.",
)
async def get(
    session_id: UUID, material_id: UUID, actor: CurrentActor, store: Store, response: Response
) -> object:
    found = await store.read(
        service.material, actor, session_id=session_id, material_id=material_id
    )
    return etag(response, found)


@router.put(
    "/{session_id}/materials/{material_id}",
    operation_id="sessions.add_material",
    response_model=MaterialWhole,
    responses=answers(NotYourSession, MaterialsFull, BornDifferently),
    summary="Lay out a text or a link",
    description="By whoever runs the class, under an id of the device's own; sent twice, it is stored once. At most twelve "
    "stand at a class.",
)
async def add(
    session_id: UUID,
    material_id: UUID,
    given: MaterialNew,
    actor: CurrentActor,
    store: Store,
    birth: Birth,
    response: Response,
) -> object:
    named = {"session_id": session_id, "material_id": material_id}
    return etag(response, await store.write(service.add, actor, **named, given=given, birth=birth))


@router.patch(
    "/{session_id}/materials/{material_id}",
    operation_id="sessions.change_material",
    response_model=MaterialWhole,
    responses=answers(NotYourSession, BodyOfText, VersionNeeded, Stale),
    summary="Write its title, words or address anew",
    description="By whoever runs the class. A file keeps its content: add another, and take this one away.",
)
async def change(
    session_id: UUID,
    material_id: UUID,
    given: MaterialChange,
    actor: CurrentActor,
    store: Store,
    version: IfMatch,
    response: Response,
) -> object:
    named = {"session_id": session_id, "material_id": material_id}
    changed = await store.write(service.change, actor, **named, given=given, version=version)
    return etag(response, changed)


@router.put(
    "/{session_id}/materials/{material_id}/file",
    operation_id="sessions.add_file",
    response_model=MaterialWhole,
    responses=answers(NotYourSession, MaterialsFull, BornDifferently, FileTooLarge, FormUnknown),
    summary="Lay out a file",
    description="The body is the file itself: PDF, PNG, JPEG, WebP, MP3, M4A, WebM or Ogg, told by its bytes, at most 10 MB. "
    "Equal content under the same id answers the stored one.",
    openapi_extra={"requestBody": {"required": True, "content": A_FILE}},
)
async def add_file(
    session_id: UUID,
    material_id: UUID,
    title: Title,
    actor: CurrentActor,
    store: Store,
    files: Files,
    arrived: Arrived,
) -> object:
    given = FileNew(material_id, title, arrived)
    await store.read(service.check_may_add, actor, session_id=session_id)
    async with files.keeping(given.file_of(actor), arrived.content):
        return await store.write(
            service.add_file, actor, session_id=session_id, given=given, files=files
        )


@router.get(
    "/{session_id}/materials/{material_id}/file",
    operation_id="sessions.read_file",
    summary="The file of a material",
    description="As it came, under its title. For whoever may read the class.",
    response_class=Response,
    responses={
        200: {"description": "The file.", "content": A_FILE, "headers": OF_A_FILE},
        **answers(FileLost),
    },
)
async def read_file(
    session_id: UUID, material_id: UUID, actor: CurrentActor, store: Store, files: Files
) -> Response:
    kept, title = await store.read(
        service.file, actor, session_id=session_id, material_id=material_id
    )
    return await handed_out(files, file=kept.file, form=kept.form, digest=kept.digest, title=title)


@router.put(
    "/{session_id}/materials/{material_id}/removal",
    status_code=status.HTTP_204_NO_CONTENT,
    operation_id="sessions.remove_material",
    responses=answers(NotYourSession),
    summary="Take it away",
    description="It can be taken back for a day; then its file goes for good.",
)
async def remove(session_id: UUID, material_id: UUID, actor: CurrentActor, store: Store) -> None:
    await store.write(service.remove, actor, session_id=session_id, material_id=material_id)


@router.delete(
    "/{session_id}/materials/{material_id}/removal",
    status_code=status.HTTP_204_NO_CONTENT,
    operation_id="sessions.take_material_back",
    responses=answers(NotYourSession, MaterialGone, MaterialsFull),
    summary="Take its removal back",
    description="It comes to stand as the last one.",
)
async def take_back(session_id: UUID, material_id: UUID, actor: CurrentActor, store: Store) -> None:
    await store.write(service.take_back, actor, session_id=session_id, material_id=material_id)


@router.put(
    "/{session_id}/material-order",
    operation_id="sessions.order_materials",
    response_model=SessionRead,
    responses=answers(NotYourSession),
    summary="Say in which order they stand",
    description="By whoever runs the class. One that is not named comes after those that are.",
)
async def order(
    session_id: UUID, given: OrderGiven, actor: CurrentActor, store: Store, response: Response
) -> object:
    ordered = await store.write(service.order, actor, session_id=session_id, given=given)
    return etag(response, ordered)
