"""Keeping what was learned about competitors, and reading it at a client that names the same one."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import Session

from api.clients import queries as clients
from api.clients import service as client_service
from api.clients.competitors import queries
from api.clients.competitors.models import CompetitorNote, key_of
from api.clients.competitors.queries import NoteView
from api.kit.clock import now
from api.kit.origin import Origin
from api.kit.paging import PageAsked, Paged
from api.kit.rows import new_id
from api.people.policy import Actor


@dataclass(frozen=True)
class Learned:
    """About one competitor, in words that name no client."""

    name: str
    claim: str | None
    learned: str


def notes(db: Session, actor: Actor, *, client_id: UUID, asked: PageAsked) -> Paged[NoteView]:
    """About those whom the newest sheet of a client names."""
    found = client_service.get(db, actor, client_id)
    sheet = clients.latest_sheets(db, actor.organisation_id, [found.id])[found.id]
    names = [item["name"] for item in sheet.competitors["items"]]
    return queries.naming(db, actor.organisation_id, names, asked=asked)


def keep(
    db: Session,
    organisation_id: UUID,
    *,
    origin: Origin,
    author_id: UUID,
    day: date,
    learned: Iterable[Learned],
) -> None:
    """In the place of what the same origin told before; with nothing learned, nothing of it stays."""
    for before in queries.of_origin(db, organisation_id, origin):
        db.delete(before)
    db.flush()
    about = {key_of(one.name): one for one in learned}
    for key, one in about.items():
        note = CompetitorNote(
            organisation_id=organisation_id,
            id=new_id(db),
            created_at=now(db),
            author_id=author_id,
            name=one.name,
            key=key,
            claim=one.claim,
            learned=one.learned,
            day=day,
            origin_kind=origin.kind,
            origin_id=origin.id,
        )
        db.add(note)
    db.flush()
