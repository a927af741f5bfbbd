"""The own record over HTTP, as one file to take along."""

from asyncio import to_thread
from collections.abc import Iterator
from typing import IO

from fastapi import APIRouter
from fastapi.responses import StreamingResponse

from api.kit.http import Store, answers
from api.kit.recordings import Files
from api.people.routes import CurrentActor
from api.today.export import service

router = APIRouter(prefix="/me", tags=["people"])
A_PIECE = 64 * 2**10


@router.get(
    "/export",
    operation_id="me.export",
    response_class=StreamingResponse,
    responses={
        **answers(),
        200: {
            "description": "A ZIP archive.",
            "content": {"application/zip": {"schema": {"type": "string", "format": "binary"}}},
        },
    },
    summary="Take along the own record",
    description="A ZIP with `record.json` and the recordings. The document has `form` (1), `taken_at`, `people` (names by "
    "id) and `rows`: by table all that you wrote and all that is kept about you. What others noted for themselves alone, "
    "keys and passwords are not in it.",
)
async def export(actor: CurrentActor, store: Store, files: Files) -> StreamingResponse:
    taken = await store.read(service.record, actor)
    made = await to_thread(service.archive, taken, files)
    named = {"Content-Disposition": 'attachment; filename="alongside-record.zip"'}
    return StreamingResponse(_pieces(made), media_type="application/zip", headers=named)


def _pieces(made: IO[bytes]) -> Iterator[bytes]:
    with made:
        while piece := made.read(A_PIECE):
            yield piece
