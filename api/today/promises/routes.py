"""A ledger over HTTP."""

import uuid

from fastapi import APIRouter

from api.kit.http import Page, Store, answers
from api.kit.paging import BadCursor
from api.people.routes import CurrentActor
from api.today.promises import service
from api.today.promises.schemas import LedgerRead

router = APIRouter(prefix="/people", tags=["commitments"])


@router.get(
    "/{person_id}/promises",
    operation_id="people.promises",
    response_model=LedgerRead,
    responses=answers(BadCursor),
    summary="What somebody owes others",
    description="The ledger of a helper, twenty lines at a time: promises, advice after misses, help, and the thanks that came "
    "back. A team reads what its manager and mentors owe it, managers what their regional manager owes them, a region "
    "counts it; a rep's own is read by mentor and manager, and listed. To whom advice is owed, and the words of what came "
    "from advice, are shown to those two alone.",
)
async def promises(person_id: uuid.UUID, actor: CurrentActor, store: Store, page: Page) -> object:
    return await store.read(service.ledger, actor, person_id=person_id, asked=page)
