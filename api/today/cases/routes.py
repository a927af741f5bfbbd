"""Proposed cases over HTTP; here and not in the library, which does not look at clients and visits."""

import uuid
from typing import Annotated

from fastapi import APIRouter, Query

from api.kit.http import Store, answers
from api.people.routes import CurrentActor
from api.today.cases import service
from api.today.cases.schemas import SuggestedCasesRead

router = APIRouter(prefix="/cases", tags=["cases"])

ForVisit = Annotated[uuid.UUID, Query(description="A visit of yours that you prepare.")]


@router.get(
    "/suggested",
    operation_id="cases.suggested",
    response_model=SuggestedCasesRead,
    responses=answers(),
    summary="Three cases for the visit you prepare",
    description="By the same objection first, then the industry, then words in common, then what is recent and has "
    "helped others; at most one of an author, each with the reason. For a visit of your own.",
)
async def suggested(visit: ForVisit, actor: CurrentActor, store: Store) -> object:
    return await store.read(service.suggested, actor, visit_id=visit)
