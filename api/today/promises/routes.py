"""A ledger over HTTP."""

import uuid

from fastapi import APIRouter

from api.kit.http import Store, answers
from api.people.routes import CurrentActor
from api.today.promises import service
from api.today.promises.schemas import LedgerRead

router = APIRouter(prefix="/people", tags=["commitments"])


@router.get(
    "/{person_id}/promises",
    operation_id="people.promises",
    response_model=LedgerRead,
    responses=answers(),
    summary="What somebody owes others",
    description="The ledger of a helper: promises, advice after misses, help, and the thanks that came back. A team reads what "
    "its manager and mentors owe it, a region counts it; a rep's own is read by mentor and manager, and listed. To whom "
    "advice is owed, and the words of what came from advice, are shown to those two alone.",
)
async def promises(person_id: uuid.UUID, actor: CurrentActor, store: Store) -> object:
    return await store.read(service.ledger, actor, person_id=person_id)
