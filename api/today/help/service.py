"""Puts a help request and what stands beside it together."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import Session

from api.clients import queries as clients
from api.clients.models import Client, Contact
from api.clients.queries import SheetView
from api.help_requests import service as help_requests
from api.help_requests.queries import HelpView
from api.people.models import SightKind
from api.people.policy import Actor
from api.people.service import seen
from api.today.help import queries
from api.today.help.queries import CouldHelp
from api.visits.queries import VisitView


@dataclass(frozen=True)
class ClientBeside:
    id: UUID
    name: str
    industry: str | None
    grade: str | None
    contact: Contact | None
    sheet: SheetView
    visits: Sequence[VisitView]


@dataclass(frozen=True)
class HelpBeside:
    request: HelpView
    client: ClientBeside | None
    could_help: Sequence[CouldHelp]


def help_request(db: Session, actor: Actor, *, request_id: UUID) -> HelpBeside:
    """As `help_requests.get`, with the client beside it where this reader may see it."""
    asked = help_requests.get(db, actor, request_id=request_id)
    client = queries.client_beside(db, actor, asked)
    return HelpBeside(
        request=asked,
        client=None if client is None else _client(db, actor, asked, client),
        could_help=queries.could_help(db, actor, asked),
    )


def _client(db: Session, actor: Actor, asked: HelpView, client: Client) -> ClientBeside:
    """Sheet and visits are read, so their owners are told."""
    organisation_id = actor.organisation_id
    seen(db, actor, client.owner_id, SightKind.CLIENT_SHEET)
    last = queries.visits_beside(db, actor, asked, client.id)
    for rep_id in {visit.rep.id for visit in last}:
        seen(db, actor, rep_id, SightKind.VISITS)
    contacts = clients.contacts_of(db, organisation_id, [client.id]).get(client.id, [])
    return ClientBeside(
        id=client.id,
        name=client.name,
        industry=client.industry,
        grade=client.grade,
        contact=contacts[0] if contacts else None,
        sheet=clients.latest_sheets(db, organisation_id, [client.id])[client.id],
        visits=last,
    )
