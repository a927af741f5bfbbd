"""Competitor notes over HTTP."""

import uuid

from fastapi import APIRouter

from api.clients.competitors import service
from api.clients.competitors.schemas import CompetitorNoteRead
from api.kit.http import Page, Store, answers
from api.kit.paging import BadCursor, PageRead
from api.people.routes import CurrentActor

router = APIRouter(prefix="/clients", tags=["clients"])


@router.get(
    "/{client_id}/competitor-notes",
    operation_id="clients.competitor_notes",
    response_model=PageRead[CompetitorNoteRead],
    responses=answers(BadCursor),
    summary="What was learned about the competitors a client names",
    description="From deals that others lost to them, the latest first; without names of clients and sums of money. "
    "The newest sheet of this client says who they are.",
)
async def notes(client_id: uuid.UUID, actor: CurrentActor, store: Store, page: Page) -> object:
    return await store.read(service.notes, actor, client_id=client_id, asked=page)
