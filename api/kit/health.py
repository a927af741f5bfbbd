"""`/healthz`: the process lives. `/readyz`: its database answers and has its schema, so traffic may come."""

from fastapi import APIRouter
from pydantic import BaseModel
from sqlmodel import Session

from api.kit.http import Store, declared
from api.kit.migrations import DatabaseIsNewer, NotMigrated, check_schema

router = APIRouter(tags=["health"])


class Health(BaseModel):
    """`status` is always "ok"; trouble is a status code, not a word."""

    status: str


def _ready(db: Session) -> None:
    check_schema(db.connection())


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
    responses=declared(NotMigrated, DatabaseIsNewer),
    summary="The database answers and has the schema of this version",
    description="Not before this is 200 should traffic come.",
)
async def ready(store: Store) -> Health:
    await store.read(_ready)
    return Health(status="ok")
