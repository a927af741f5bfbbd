"""Wire shapes of the day's screens."""

from datetime import date, datetime
from uuid import UUID

from pydantic import Field

from api.clients.models import ContactRole, SheetPart
from api.clients.schemas import ClientRef
from api.kit.wire import Bilingual, Money, ReadModel, WallTime
from api.people.schemas import PersonRef
from api.visits.models import Purpose
from api.visits.schemas import VisitRead


class CardContact(ReadModel):
    """Who decides at this client, as far as known."""

    id: UUID
    name: str
    title: str | None
    role: ContactRole


class ExpectedObjection(ReadModel):
    """From the client sheet: what they will say, and the answer planned."""

    words: str
    answer: str | None
    type_key: str | None


class AgreedRead(ReadModel):
    """A line agreed in the last drill on this client; shown before the sheet's own."""

    words: str
    answer: str
    drill_id: UUID


class PrepRead(ReadModel):
    """The prep card of a visit."""

    goal: str | None
    objections: list[ExpectedObjection]
    agreed: list[AgreedRead]
    questions: list[SheetPart] = Field(description="Marked unknown on the sheet: ask at the visit.")
    rounds: int = Field(description="Rounds the caller has played for this visit, in either seat.")
    sheet_version: int = Field(description="0 is the empty sheet.")
    answers_ready: int = Field(description="Answers given or marked unknown, of four.")


class TodayCard(VisitRead):
    """A visit of the day with what to have in mind at the door."""

    contact: CardContact | None
    prep: PrepRead


class EveningRead(ReadModel):
    """The evening of this day; in a demo organisation it is always open."""

    opens_at: datetime
    closes_at: datetime
    open: bool
    quiet: bool = Field(description="Quiet hours: nothing is asked of anybody.")
    cards: int = Field(description="Visits of the next working day that can be played tonight.")


class RecordedForYou(ReadModel):
    """A drill that another phone recorded and the caller has not seen yet."""

    drill_id: UUID
    day: date
    recorded_by: PersonRef
    rounds: int


class TodayRead(ReadModel):
    day: date
    working: bool
    now_local: WallTime
    tomorrow: date = Field(description="The next working day.")
    visits: list[TodayCard]
    evening: EveningRead
    recorded_for_you: list[RecordedForYou]


class TeamName(ReadModel):
    id: UUID
    name: Bilingual


class HelpWanted(ReadModel):
    """Somebody asked for help when they checked in."""

    visit_id: UUID
    person: PersonRef
    client: ClientRef
    words: str | None
    at: datetime


class VisitTomorrow(ReadModel):
    """One of tomorrow's visits, and how far it is prepared."""

    visit_id: UUID
    person: PersonRef
    client: ClientRef
    planned_time: str | None
    purpose: Purpose
    amount: Money | None
    big_order: bool
    answers_ready: int = Field(description="Answers given or marked unknown, of four.")
    missing: list[SheetPart]
    drilled: bool = Field(description="Its rep has played a round for it, in either seat.")


class TeamTodayRead(ReadModel):
    """The glance of a manager or mentor; nobody is counted and nobody is compared."""

    day: date
    tomorrow: date = Field(description="The next working day.")
    team: TeamName | None
    wants_help: list[HelpWanted] = Field(description="The one who waits longest comes first.")
    visits_tomorrow: list[VisitTomorrow] = Field(
        description="Big orders first, then what is not prepared yet, then by time."
    )
