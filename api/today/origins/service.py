"""Why something is here. Nothing of the record is read out, so that nobody is told of a look; opening it is a look."""

from uuid import UUID

from sqlmodel import Session

from api.people.policy import Actor
from api.today.origins import queries
from api.today.origins.policy import OriginKind
from api.today.origins.queries import WhereFrom


def where_from(db: Session, actor: Actor, *, kind: OriginKind, record_id: UUID) -> WhereFrom:
    return queries.find(db, actor, kind, record_id)
