"""Help requests on the wire. No field counts how often somebody asked."""

from datetime import date, datetime
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, model_validator

from api.clients.schemas import ClientRef
from api.commitments.models import Correction
from api.help_requests.models import (
    About,
    Audience,
    HarvestKind,
    Helped,
    HelpKind,
    HelpState,
    Needed,
    Offer,
    WantedHelp,
)
from api.kit.wire import AN_ID, ANOTHER_ID, Day, InputModel, Line, Moment, ReadModel, Text, example
from api.kit.wording import Unfit
from api.people.schemas import PersonRef


class AboutWhat(BaseModel):
    """What somebody stood before when asking; who may open that record is decided there."""

    model_config = ConfigDict(extra="forbid", from_attributes=True, frozen=True)

    kind: About
    id: UUID


class HelpRequestNew(InputModel):
    """Kind and time are enough; words, wish and voice note are welcome."""

    model_config = example(
        id=AN_ID,
        kind="price",
        about={"kind": "visit", "id": ANOTHER_ID},
        needed="now",
        wanted="decision",
        audience="manager",
        words="陈总想分两次付，先付一半。我可以答应吗？",
        happened_at="2026-03-24T06:10:00Z",
    )

    id: UUID | None = Field(
        default=None, description="A UUIDv7 born on the phone; sent twice, stored once."
    )
    kind: HelpKind
    about: AboutWhat | None = Field(default=None, description="What it is about.")
    client_id: UUID | None = Field(
        default=None,
        description="One of your clients, for a round or a goal; a visit, a client or a deal brings its own.",
    )
    words: Text | None = None
    needed: Needed = Field(
        description="now: answered within 15 minutes, in the quiet hours and on days off 15 minutes into the next "
        "working morning; tonight: before the evening closes, the next working "
        "evening once it is over; week: by the evening of the second working day."
    )
    wanted: WantedHelp | None = None
    audience: Audience = Field(description="Whom you ask; something personal is for one person.")
    happened_at: Moment = Field(
        description="By the phone's clock. The promise counts from its arrival."
    )


class HelpAnswerNew(InputModel):
    """Words, an offer to do it together on a day, or both; the asker may add words, too."""

    model_config = example(
        words="可以，合同写明第二笔在开通后 7 天。",
        offers="ride_along",
        on_day="2026-03-26",
        correction="method",
    )

    id: UUID | None = Field(default=None, description="Born on the phone.")
    words: Text | None = None
    offers: Offer = Field(default=Offer.NONE, description="What you two do together.")
    on_day: Day | None = Field(default=None, description="The day of the offer, today or later.")
    correction: Correction | None = Field(
        default=None, description="What it is about: direction, method, knowledge or skill."
    )
    said_at: Moment | None = Field(
        default=None, description="By the phone's clock; left out: just now."
    )

    @model_validator(mode="after")
    def _says_something(self) -> "HelpAnswerNew":
        if self.words is None and self.offers is Offer.NONE:
            raise Unfit(
                "An answer has words, an offer, or both.", "回答要有话，或有一个提议，或两样都有。"
            )
        if (self.offers is Offer.NONE) != (self.on_day is None):
            raise Unfit(
                "An offer has its day, and only an offer has one.",
                "提议要选一天，没有提议就不用选。",
            )
        return self


class HelperChange(InputModel):
    """Somebody answers in the place of whoever was asked; the clock of the first promise keeps running."""

    model_config = example(helper_id=AN_ID, why="价格她说了算，我请她直接回你。")

    helper_id: UUID = Field(description="Your own id takes it.")
    why: Text | None = None


class TriedChange(InputModel):
    """You tried it; still stuck, it goes back to the helper and a new promise begins."""

    model_config = example(still_stuck=False)

    still_stuck: bool = False


class OutcomeChange(InputModel):
    """Closes the request."""

    model_config = example(helped="yes")

    helped: Helped


class HarvestChange(InputModel):
    """What became of it."""

    model_config = example(kind="drill", words="先付一半可以，第二笔写进合同。")

    kind: HarvestKind = Field(
        description="drill: a card in the asker's deck tonight; case, topic: a wish that training and sharing read."
    )
    words: Line = Field(description="The line to keep, without the client's name.")


class HarvestRead(ReadModel):
    kind: HarvestKind
    words: str
    by: PersonRef
    at: datetime


class HelpVoiceNoteRead(ReadModel):
    """What the asker said; its sound is at `/help-requests/{request_id}/voice-notes/{id}`."""

    id: UUID
    seconds: int


class HelpRequestLine(ReadModel):
    """A request as a line in a list."""

    id: UUID
    asker: PersonRef
    kind: HelpKind
    about: AboutWhat | None
    client: ClientRef | None
    words: str | None = Field(
        description="Of the request; about a visit and without words, what its check-in says."
    )
    voice_note: HelpVoiceNoteRead | None
    needed: Needed
    wanted: WantedHelp | None
    audience: Audience
    helper: PersonRef | None = Field(
        description="Who promised. Null: the team was asked and nobody has taken it yet."
    )
    happened_at: datetime
    raised_at: datetime = Field(description="When it arrived here; the promise counts from then.")
    due_at: datetime = Field(description="By when an answer is promised.")
    helper_due_at: datetime = Field(
        description="By when whoever has it now answers: `due_at`, unless it came to them after that time."
    )
    state: HelpState
    owed: bool = Field(description="The next word is the helper's.")
    late: bool = Field(
        description="Whoever has it is past their time. It is the helper's, never the asker's."
    )
    version: int


class HelpAnswerRead(ReadModel):
    id: UUID
    by: PersonRef
    words: str | None
    offers: Offer
    on_day: date | None
    correction: Correction | None
    at: datetime = Field(description="By the phone's clock.")


class HelpHandOverRead(ReadModel):
    id: UUID
    from_: PersonRef | None = Field(serialization_alias="from")
    to: PersonRef
    by: PersonRef
    why: str | None
    at: datetime


class HelpRequestRead(HelpRequestLine):
    """A request with what was said and who answered for whom."""

    seen_at: datetime | None
    answers: list[HelpAnswerRead] = Field(description="In the order they were said.")
    hand_overs: list[HelpHandOverRead]
    tried_at: datetime | None
    solved_at: datetime | None
    helped: Helped | None
    harvest: HarvestRead | None = Field(description="Null until somebody says what became of it.")


class RisingKind(ReadModel):
    """`null` is fewer than five, where a small number could be one person's."""

    kind: HelpKind
    times: int | None
    times_before: int | None
    rising: bool = Field(description="Told, three times or more, and more often than before.")


class RisingRead(ReadModel):
    """Ten whole working days beside the ten before; nobody is named."""

    before_since: date
    since: date
    until: date
    kinds: list[RisingKind] = Field(description="In the order of the kinds.")
