"""Wire shapes of somebody's own evening."""

from datetime import date, datetime

from pydantic import Field

from api.clients.schemas import ClientRef
from api.drills.deck.schemas import OriginRead
from api.drills.evenings.models import DayPart, ObligationKind, PostponeReason, Why
from api.kit.wire import Day, InputModel, ReadModel, Text, example
from api.people.schemas import PersonRef


class PostponementNew(InputModel):
    """Not tonight is fine: why, and when instead."""

    model_config = example(
        reason="family", words="孩子发烧", to_day="2026-03-25", to_part="morning"
    )

    reason: PostponeReason
    words: Text | None = Field(default=None, examples=["孩子发烧"])
    to_day: Day
    to_part: DayPart


class PostponementRead(ReadModel):
    reason: PostponeReason
    words: str | None
    to_day: date
    to_part: DayPart


class ReflectionNew(InputModel):
    """One line at the end of the day. Only its writer ever reads it."""

    model_config = example(words="今天学会了先问一句再答")

    words: Text


class ObligationRead(ReadModel):
    """What asks for a round tonight. It warns and never blocks."""

    kind: ObligationKind
    origin: OriginRead
    type_key: str | None = Field(description="The objection that stalled twice.")
    met: bool
    client: ClientRef | None = Field(
        description="Whose card is played for it tonight; null where any card will do."
    )


class SuggestedRead(ReadModel):
    """Somebody to play with, and why: never forced."""

    person: PersonRef
    why: Why


class PartnerWishRead(ReadModel):
    """The caller waits for a partner; `offered_by` says who will come."""

    offered_by: PersonRef | None


class WaitingRead(ReadModel):
    """A colleague who waits for a partner tonight."""

    person: PersonRef
    offered_by: PersonRef | None


class MovedHereRead(ReadModel):
    """An earlier evening that the caller has moved to this day."""

    from_day: date
    part: DayPart


class PersonsEveningRead(ReadModel):
    """The caller's evening. `quiet`: the evening has closed, and nothing is asked of anybody."""

    day: date
    opens_at: datetime
    closes_at: datetime
    open: bool
    quiet: bool
    obligations: list[ObligationRead]
    postponement: PostponementRead | None
    moved_here: MovedHereRead | None = Field(
        description="Null as soon as the caller has played a round on this day."
    )
    partner_wish: PartnerWishRead | None
    partner: PersonRef | None = Field(
        description="Who said they will play with the caller, tonight or on the evening to which it was moved."
    )
    waiting: list[WaitingRead]
    suggested: list[SuggestedRead]
    reflection: str | None
