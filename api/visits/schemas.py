"""Wire shapes of visits. No field says where somebody was or how long they stayed."""

import uuid
from datetime import date, datetime
from typing import Annotated

from pydantic import Field, model_validator

from api.clients.schemas import ClientRef
from api.kit.wire import (
    AN_ID,
    ANOTHER_ID,
    Day,
    InputModel,
    Line,
    Moment,
    Money,
    ReadModel,
    Text,
    WallTime,
    Word,
    example,
    unsent,
)
from api.kit.wording import Unfit
from api.people.schemas import PersonRef
from api.visits.models import MetRole, NextStep, Outcome, Purpose, Requirement, VisitState

MOST_OBJECTIONS = 3
Confidence = Annotated[int, Field(ge=1, le=3)]
PlaybookKey = Annotated[str, Field(pattern="^[a-z][a-z0-9_]{1,39}$", examples=["noresult"])]


class VisitNew(InputModel):
    """A visit you plan to one of your clients."""

    model_config = example(
        client_id=AN_ID, day="2026-11-24", planned_time="09:30", purpose="follow_up"
    )

    id: uuid.UUID | None = Field(default=None, description="Born on the phone, else made here.")
    client_id: uuid.UUID
    day: Day
    planned_time: WallTime | None = Field(default=None, description="Local time at the client.")
    purpose: Purpose
    aim: Line | None = Field(
        default=None,
        description="What the client should agree to.",
        examples=["He lets us see the enquiries of last year."],
    )
    amount: Money | None = Field(default=None, description="The order you expect.")


class VisitChange(InputModel):
    """A merge patch of a plan: what is absent stays, null clears. Another day is a move."""

    model_config = example(
        planned_time="14:00", amount={"amount_minor": 2980000, "currency": "CNY"}
    )

    planned_time: WallTime | None = None
    purpose: Purpose = Field(default_factory=unsent)
    aim: Line | None = None
    amount: Money | None = None


class MoveNew(InputModel):
    """The visit takes place on another day; the old one stays, with the reason."""

    model_config = example(to_day="2026-11-27", reason="He is at the fair until Thursday.")

    id: uuid.UUID | None = Field(default=None, description="The id of the visit on the new day.")
    to_day: Day
    planned_time: WallTime | None = None
    reason: Text = Field(examples=["He is at the fair until Thursday."])


class CancellationNew(InputModel):
    """The visit does not take place."""

    model_config = example(reason="They closed the factory for the holiday.")

    reason: Text


class ObjectionNew(InputModel):
    """What the client said against it: a type of the playbook, the client's own words, or both."""

    id: uuid.UUID = Field(description="Born on the phone.")
    type_key: PlaybookKey | None = None
    words: Line | None = Field(default=None, examples=["One whole year, not a single order."])

    @model_validator(mode="after")
    def _says_something(self) -> "ObjectionNew":
        if self.type_key is None and self.words is None:
            raise Unfit(
                "An objection has a type, the client's words, or both.",
                "异议要有类型，或客户原话，或两样都有。",
            )
        return self


class CheckInFields(InputModel):
    """What a check-in may say beside its outcome."""

    met_contact_id: uuid.UUID | None = Field(default=None, description="A contact of this client.")
    met_name: Word | None = Field(
        default=None, description="Filled from the contact when left out."
    )
    met_role: MetRole | None = Field(
        default=None, description="Filled from the contact when left out."
    )
    next_step: NextStep | None = None
    next_step_text: Line | None = None
    next_on: Day | None = Field(default=None, description="The day of the next step.")
    amount: Money | None = Field(default=None, description="Signed, paid, or now expected.")
    competitor: Word | None = Field(default=None, description="Who else sells to them.")
    confidence_before: Confidence | None = Field(
        default=None, description="How sure you were before the door: 1 unsure, 3 sure."
    )
    note: Text | None = None
    help_words: Text | None = Field(default=None, description="What you would like help with.")
    objections: list[ObjectionNew] = Field(default_factory=list, max_length=MOST_OBJECTIONS)

    @model_validator(mode="after")
    def _objections_have_their_own_ids(self) -> "CheckInFields":
        if len({heard.id for heard in self.objections}) < len(self.objections):
            raise Unfit("Each objection has its own id.", "每条异议要有自己的 id。")
        return self


class CheckInNew(CheckInFields):
    """What came of a visit, told afterwards. It needs no plan and no network."""

    model_config = example(
        client_id=AN_ID,
        purpose="follow_up",
        happened_at="2026-11-23T02:05:00Z",
        outcome="advanced",
        met_role="boss",
        met_name="吴建平",
        next_step="meet_partner",
        next_on="2026-11-26",
        objections=[{"id": ANOTHER_ID, "type_key": "noresult", "words": "一年一单都没有"}],
    )

    client_id: uuid.UUID
    purpose: Purpose
    happened_at: Moment = Field(description="By the phone's clock.")
    outcome: Outcome
    wants_help: bool = False


class CheckInChange(CheckInFields):
    """A merge patch of a check-in: what is absent stays, null clears, `objections` are replaced as a list."""

    model_config = example(note="他想先看去年的询盘", wants_help=True)

    purpose: Purpose = Field(default_factory=unsent)
    outcome: Outcome = Field(default_factory=unsent)
    wants_help: bool = Field(default_factory=unsent)


class RuleNew(InputModel):
    """What makes a visit effective from a day on."""

    model_config = example(requires=["met_decider", "dated_next_step"], applies_from="2026-12-01")

    requires: list[Requirement] = Field(
        min_length=1, max_length=len(Requirement), examples=[["met_decider", "dated_next_step"]]
    )
    applies_from: Day = Field(description="Today or later.")

    @model_validator(mode="after")
    def _asks_once(self) -> "RuleNew":
        if len(set(self.requires)) < len(self.requires):
            raise Unfit("Each requirement stands once.", "每项要求只写一次。")
        return self


class HandOverNew(InputModel):
    """Clients change hands with all their open work."""

    model_config = example(from_id=AN_ID, to_id=ANOTHER_ID)

    from_id: uuid.UUID
    to_id: uuid.UUID
    client_ids: list[uuid.UUID] | None = Field(
        default=None, min_length=1, max_length=1000, description="Left out: all clients."
    )


class HandOverRead(ReadModel):
    """What changed hands."""

    client_ids: list[uuid.UUID] = Field(
        description="Sent the other way round, they go back, also to somebody who has left."
    )
    moved_clients: int
    moved_deals: int
    moved_visits: int


class ObjectionRead(ReadModel):
    """What the client said against it."""

    id: uuid.UUID
    type_key: str | None
    words: str | None


class VoiceNoteRead(ReadModel):
    """What the rep said after the visit; its sound is at `/visits/{visit_id}/voice-notes/{id}`."""

    id: uuid.UUID
    seconds: int


class AmendmentRead(ReadModel):
    """A correction made after the evening closed. Values are as text, money in its smallest unit."""

    id: uuid.UUID
    at: datetime
    by: PersonRef
    field: str = Field(examples=["outcome"])
    before: str | None = Field(examples=["continued"])
    after: str | None = Field(examples=["advanced"])


class CheckInRead(ReadModel):
    """What came of the visit."""

    happened_at: datetime
    received_at: datetime
    purpose: Purpose = Field(description="Of the visit; the plan may have said another.")
    outcome: Outcome
    met_contact_id: uuid.UUID | None
    met_name: str | None
    met_role: MetRole | None
    next_step: NextStep | None
    next_step_text: str | None
    next_on: date | None
    amount: Money | None
    competitor: str | None
    confidence_before: int | None
    note: str | None
    wants_help: bool
    help_words: str | None
    voice_note: VoiceNoteRead | None
    objections: list[ObjectionRead]
    effective: bool = Field(description="By the organisation's rule of the visit's day.")
    late: bool = Field(description="It arrived here after the evening of its day had closed.")
    ride_id: uuid.UUID | None = Field(description="The ride-along on which somebody came along.")
    amendments: list[AmendmentRead]


class VisitRead(ReadModel):
    """A visit: its plan, and its check-in once there is one."""

    id: uuid.UUID
    client: ClientRef
    rep: PersonRef
    day: date
    planned_time: str | None
    purpose: Purpose
    aim: str | None
    amount: Money | None = Field(description="The order expected when it was planned.")
    state: VisitState
    planned: bool = Field(description="False when the check-in came without a plan.")
    check_in: CheckInRead | None
    moved_to: date | None
    reason: str | None
    version: int


class RuleRead(ReadModel):
    """A rule of the effective visit."""

    id: uuid.UUID
    requires: list[Requirement]
    applies_from: date
    by: PersonRef
