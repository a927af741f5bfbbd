"""Wire shapes of the deck."""

from datetime import date, datetime
from uuid import UUID

from pydantic import Field

from api.clients.models import ContactRole, SheetPart
from api.clients.schemas import ClientRef
from api.drills.deck.models import CardOf, ReasonKind
from api.drills.models import Mood, Temper
from api.drills.schemas import PracticePointRead
from api.kit.wire import Money, ReadModel
from api.visits.models import Purpose


class OriginRead(ReadModel):
    """Where something came from."""

    kind: str = Field(examples=["visit"])
    id: UUID


class ReasonRead(ReadModel):
    """Why a card is here, with the record it came from."""

    kind: ReasonKind
    id: UUID = Field(
        description="The visit's, the objection's, or that of the card that was laid into this evening's deck."
    )
    origin: OriginRead
    on: date = Field(description="The day of the visit it came from or is for.")
    at: datetime | None = Field(description="When it was heard.")
    said_by: str | None = Field(description="Whom the rep met there.")
    type_key: str | None
    words: str | None = Field(
        description="The client's own words, when an objection is the reason."
    )
    step: int | None = Field(
        description="3, 6 or 9: so many working days after the objection was lost."
    )


class DeckVisit(ReadModel):
    id: UUID
    day: date
    planned_time: str | None
    purpose: Purpose
    aim: str | None
    amount: Money | None


class DeckContact(ReadModel):
    name: str
    role: ContactRole


class DeckSheet(ReadModel):
    """Version 0 is the empty sheet."""

    version: int
    answers_ready: int = Field(description="Answers given or marked unknown, of four.")
    missing: list[SheetPart]
    questions: list[SheetPart]


class HeardRead(ReadModel):
    """An objection this client really raised."""

    type_key: str | None
    words: str | None
    visit_id: UUID
    on: date


class LastBoss(ReadModel):
    """How this client's boss was played the last time."""

    temper: Temper | None
    mood: Mood | None
    note: str | None


class DeckCardRead(ReadModel):
    """A client to play tonight, with every reason for it."""

    id: UUID = Field(description="The visit's id; for an objection, that of what was heard.")
    kind: CardOf
    visit: DeckVisit | None = Field(description="The visit it is for; null for an objection alone.")
    client: ClientRef
    contact: DeckContact | None = Field(description="Who decides, as far as known.")
    sheet: DeckSheet
    rounds: int = Field(
        description="Rounds the caller has played for this visit, in either seat; for an objection, tonight."
    )
    heard: list[HeardRead] = Field(
        description="What this client said and was not answered, as far as told: the newest, at most three."
    )
    big_order: bool = Field(description="At or over the organisation's big-order amount.")
    reasons: list[ReasonRead] = Field(min_length=1)
    last_boss: LastBoss | None


class PromisedSkill(ReadModel):
    """What the caller promised to practise; at most one an evening."""

    id: UUID
    words: str
    skill_key: str | None
    due: date


class DeckRead(ReadModel):
    """Tonight's cards in the order to play them.

    The day's big orders until they were seen from both seats, its other visits by time, today's open objections, what
    comes back.
    """

    day: date
    since: date = Field(
        description="From this day on what clients said is played; on a day off that is the last working day."
    )
    items: list[DeckCardRead]
    promised: PromisedSkill | None = Field(
        description="A skill that was agreed on in a review or a debrief and is not settled: play tonight's cards with it."
    )
    points: list[PracticePointRead] = Field(
        description="Learning points of your classes of the last seven days, to be ticked when you sit in the rep's seat."
    )
