"""Wire shapes of a help request as its helper opens it."""

from uuid import UUID

from pydantic import Field

from api.clients.schemas import SheetRead
from api.help_requests.schemas import HelpRequestRead
from api.kit.wire import ReadModel
from api.people.models import Role
from api.people.schemas import PersonRef
from api.today.schemas import CardContact
from api.visits.schemas import VisitRead


class ClientBesideRead(ReadModel):
    """The client that was asked about, as the helper needs it."""

    id: UUID
    name: str
    industry: str | None
    grade: str | None
    contact: CardContact | None
    sheet: SheetRead
    visits: list[VisitRead] = Field(description="The last three, the latest first.")


class CouldHelpRead(ReadModel):
    """Somebody to whom the request may be handed over."""

    person: PersonRef
    role: Role
    mentor: bool = Field(description="The asker's mentor.")


class HelpBesideRead(ReadModel):
    request: HelpRequestRead
    client: ClientBesideRead | None = Field(
        description="Null without a client, and where it is neither yours to see nor asked of you."
    )
    could_help: list[CouldHelpRead]
