"""Wire shapes of the morning kick-off."""

from datetime import date
from uuid import UUID

from pydantic import Field

from api.clients.schemas import ClientRef
from api.kit.wire import ReadModel, WallTime
from api.people.schemas import PersonRef
from api.visits.models import Purpose


class ThanksRead(ReadModel):
    to: PersonRef
    by: list[PersonRef]
    words: str = Field(
        description="The reason, or the title of the share; empty where it has none."
    )
    share_id: UUID | None = Field(description="Null for a goal that was met.")


class TopVisitRead(ReadModel):
    person: PersonRef
    visit_id: UUID
    client: ClientRef
    planned_time: WallTime | None
    purpose: Purpose
    aim: str | None
    wants_company: bool


class KickOffDayRead(ReadModel):
    day: date
    since: date = Field(description="Thanks are told from this working day on.")
    thanks: list[ThanksRead]
    tops: list[TopVisitRead] = Field(description="By the clock, and in no other order.")
