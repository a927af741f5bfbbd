"""Wire shapes of the evening's two screens."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from pydantic import Field

from api.clients.models import SheetPart
from api.clients.schemas import ClientRef
from api.drills.deck.schemas import OriginRead
from api.drills.evenings.models import DayPart, PostponeReason
from api.drills.evenings.schemas import PostponementRead, WaitingRead
from api.kit.wire import Money, ReadModel
from api.people.schemas import PersonRef
from api.today.schemas import TeamName

PARTNER = "Who said they will play with them, tonight or on the evening to which it was moved."


class BackKind(StrEnum):
    """What an entry gave back the same day: a card tonight, or a rehearsed line that held."""

    CARD = "card"
    HELD = "held"


class CameBackRead(ReadModel):
    """Something that came back to the caller from what they entered."""

    kind: BackKind
    origin: OriginRead = Field(description="The visit it came from.")
    client: ClientRef
    type_key: str | None
    words: str | None = Field(description="The client's own words.")


class MyEveningRead(ReadModel):
    """The caller's day, for the caller alone."""

    day: date
    visits: int = Field(description="Visits checked in today.")
    heard: int = Field(description="Sentences of clients noted today.")
    rounds_this_week: int = Field(description="Rounds fired (子弹数) since Monday.")
    came_back: list[CameBackRead]


class MissedEvening(ReadModel):
    """An evening without a round, with what was said of it; null when nothing was."""

    day: date
    reason: PostponeReason | None
    words: str | None
    to_day: date | None
    to_part: DayPart | None


class NewcomerTonight(ReadModel):
    """A newcomer who has not played tonight: somebody to help, with the reasons of the evenings in a row."""

    person: PersonRef
    evenings: list[MissedEvening]
    partner: PersonRef | None = Field(description=PARTNER)


class BigOrderTonight(ReadModel):
    """A big order of tomorrow that is not prepared yet."""

    visit_id: UUID
    person: PersonRef
    client: ClientRef
    planned_time: str | None
    amount: Money | None
    missing: list[SheetPart]
    played: bool = Field(description="At least one round was played for it.")
    postponement: PostponementRead | None = Field(description="Why it is not played tonight.")
    partner: PersonRef | None = Field(description=PARTNER)


class HelpedRead(ReadModel):
    """Somebody who played with their mentor or manager tonight, or whose help request was answered today."""

    person: PersonRef
    by: PersonRef
    origin: OriginRead


class TeamEveningRead(ReadModel):
    """Where the evening needs help. Nobody is counted and nobody is compared."""

    day: date
    tomorrow: date
    team: TeamName | None
    waiting: list[WaitingRead] = Field(description="Who waits for a partner.")
    big_orders: list[BigOrderTonight]
    newcomers: list[NewcomerTonight]
    helped: list[HelpedRead]
