"""Why something is here, over HTTP."""

import uuid
from typing import Annotated

from fastapi import APIRouter, Query

from api.kit.http import Store, answers
from api.people.routes import CurrentActor
from api.today.origins import service
from api.today.origins.policy import OriginKind
from api.today.origins.schemas import WhereFromRead

router = APIRouter()

Kind = Annotated[
    OriginKind, Query(description="The kind of the origin that a card, a promise or a topic names.")
]
RecordOf = Annotated[uuid.UUID, Query(alias="id", description="Its id.")]


@router.get(
    "/origin",
    operation_id="today.origin",
    response_model=WhereFromRead,
    responses=answers(),
    summary="Why something is here",
    description="Of the origin that a card, a promise, a topic or a share names: its day and the record that shows it. "
    "Where you may not open that record, the kind alone, as for one that is not there.",
)
async def origin(kind: Kind, record: RecordOf, actor: CurrentActor, store: Store) -> object:
    return await store.read(service.where_from, actor, kind=kind, record_id=record)
