"""Wire shapes of the day's screens."""

from datetime import date, datetime
from uuid import UUID

from pydantic import Field

from api.clients.models import ContactRole, SheetPart
from api.clients.schemas import ClientRef
from api.drills.reality_checks.schemas import RealityItemRead
from api.help_requests.schemas import HelpRequestLine
from api.kit.wire import Bilingual, Money, ReadModel, WallTime
from api.people.schemas import CalendarDayRead, PersonRef
from api.playbook.models import UseResult
from api.ride_alongs.models import Rung
from api.shares.tries.schemas import IdeaRead
from api.visits.models import Purpose, Requirement
from api.visits.schemas import VisitRead


class CardContact(ReadModel):
    """Who decides at this client, as far as known."""

    id: UUID
    name: str
    title: str | None
    role: ContactRole


class ExpectedObjection(ReadModel):
    """From the client sheet: what they will say, and the answer planned."""

    id: UUID
    words: str
    answer: str | None
    type_key: str | None
    answer_id: UUID | None = Field(description="The playbook's answer, when it is one.")


class AgreedRead(ReadModel):
    """A line agreed in the last drill on this client; shown before the sheet's own."""

    id: UUID
    words: str
    answer: str
    type_key: str | None
    answer_id: UUID | None
    drill_id: UUID
    agreed_on: date = Field(description="The evening of that drill.")


class PrepRead(ReadModel):
    """The prep card of a visit."""

    goal: str | None
    objections: list[ExpectedObjection]
    agreed: list[AgreedRead]
    questions: list[SheetPart] = Field(description="Marked unknown on the sheet: ask at the visit.")
    rounds: int = Field(description="Rounds the caller has played for this visit, in either seat.")
    sheet_version: int = Field(description="0 is the empty sheet.")
    answers_ready: int = Field(description="Answers given or marked unknown, of four.")


class PromiseOnCard(ReadModel):
    """What the caller promised and has not settled."""

    id: UUID
    words: str
    due: date


class CompanyRead(ReadModel):
    """Who comes along, of the two who ride, and on which rung."""

    ride_along_id: UUID
    mentor: PersonRef
    apprentice: PersonRef
    rung: Rung | None = Field(description="Null until it is chosen at the door.")


class TryOnCard(ReadModel):
    """What the caller wants to try at this client, of what somebody told."""

    id: UUID
    of: IdeaRead
    author: PersonRef


class TodayCard(VisitRead):
    """A visit of the day with what to have in mind at the door."""

    contact: CardContact | None
    prep: PrepRead
    reality: list[RealityItemRead] = Field(
        description="After the visit: what of the rehearsed really came; empty until it is told."
    )
    promise: PromiseOnCard | None = Field(
        description="Of this client, or at the day's next visit the one that is due first."
    )
    also_promised: PromiseOnCard | None = Field(
        description="A second one: of this client, or at the day's next visit the one due next; no more than two."
    )
    company: CompanyRead | None = Field(description="Null when the rep goes alone.")
    tries: list[TryOnCard] = Field(
        description="Before the visit, what to try there; after its check-in, what nobody has told of and is asked once."
    )


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


class HelpToday(ReadModel):
    """Help requests that are open today, the earliest promise first."""

    mine: list[HelpRequestLine] = Field(description="Asked by the caller, at most ten.")
    waiting: list[HelpRequestLine] = Field(
        description="Where the next word is the caller's, or anybody's of the team; at most ten."
    )


class TodayRead(ReadModel):
    day: date
    working: bool
    now_local: WallTime
    tomorrow: date = Field(description="The next working day.")
    visits: list[TodayCard]
    evening: EveningRead
    recorded_for_you: list[RecordedForYou]
    help: HelpToday


class TeamName(ReadModel):
    id: UUID
    name: Bilingual


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
    person_left: bool = Field(
        description="Its rep may sign in no more: the client waits for a hand-over."
    )


class TeamTodayRead(ReadModel):
    """The glance of a manager or mentor; nobody is counted and nobody is compared."""

    day: date
    tomorrow: date = Field(description="The next working day.")
    team: TeamName | None
    wants_help: list[HelpRequestLine] = Field(
        description="Requests of others that wait for an answer, the earliest promise first."
    )
    visits_tomorrow: list[VisitTomorrow] = Field(
        description="Big orders first, then what is not prepared yet, then by time."
    )


class AnswerUseRead(ReadModel):
    """An answer said at a visit, and how it went; never by whom."""

    id: UUID
    day: date
    result: UseResult
    visit_id: UUID | None = Field(description="Null where the visit is not yours to see.")
    client: ClientRef | None = Field(description="Null where the visit is not yours to see.")


class NeedsLookRead(ReadModel):
    """What the caller may now mend: an admin everywhere, a manager in the own team; at most 20 of each."""

    teams_without_manager: list[TeamName]
    not_joined: list[PersonRef] = Field(description="Added, and no invitation accepted yet.")
    newcomers_without_mentor: list[PersonRef]
    leavers_with_clients: list[PersonRef] = Field(
        description="They may sign in no more, and their clients wait for `POST /clients/hand-over`."
    )


class OrganisationTodayRead(ReadModel):
    """The organisation at one look; things are counted, never what somebody did."""

    needs_look: NeedsLookRead
    people: int
    regions: int
    teams: int
    mentor_pairs: int = Field(description="Pairs that are not over.")
    products: int = Field(description="Products that are offered.")
    objection_types: int = Field(description="Objection types that are offered.")
    requires: list[Requirement] = Field(description="What makes a visit of today effective.")
    next_day: CalendarDayRead | None = Field(
        description="The next day that the organisation itself made worked or free."
    )
