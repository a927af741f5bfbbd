"""`/healthz`: the process lives. `/readyz`: it can reach its database, so traffic may come."""

import sqlalchemy as sa
from fastapi import APIRouter
from pydantic import BaseModel
from sqlmodel import Session

from api.kit.http import Store

router = APIRouter(tags=["health"])


class Health(BaseModel):
    """`status` is always "ok"; trouble is a status code, not a word."""

    status: str


def _reached(db: Session) -> None:
    db.connection().execute(sa.text("SELECT 1"))


@router.get(
    "/healthz",
    operation_id="health.lives",
    summary="The process lives",
    description="Asks nothing of the database.",
)
async def lives() -> Health:
    return Health(status="ok")


@router.get(
    "/readyz",
    operation_id="health.ready",
    summary="The database answers",
    description="Not before this is 200 should traffic come.",
)
async def ready(store: Store) -> Health:
    await store.read(_reached)
    return Health(status="ok")
