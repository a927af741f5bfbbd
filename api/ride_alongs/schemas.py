"""Wire shapes of ride-alongs. What was noted on the way and the debrief stand inside the ride-along they belong to."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field, StringConstraints

from api.clients.schemas import ClientRef
from api.kit.wire import (
    AN_ID,
    ANOTHER_ID,
    Day,
    InputModel,
    Line,
    Moment,
    ReadModel,
    Text,
    example,
)
from api.people.schemas import PersonRef
from api.ride_alongs.debriefs.schemas import DebriefRead
from api.ride_alongs.field.schemas import CurbsideRead, MomentRead, RescueRead, WatchedRead
from api.ride_alongs.models import Leads, RidePurpose, RideState, Rung

SkillKey = Annotated[
    str, StringConstraints(pattern="^[a-z][a-z0-9_]{1,39}$"), Field(examples=["objections"])
]


class RideAlongNew(InputModel):
    """Asks for a day: by whoever wants to help, or by whoever wants help."""

    model_config = example(mentor_id=AN_ID, apprentice_id=ANOTHER_ID, day="2026-11-27")

    id: UUID | None = Field(default=None, description="Born on the phone, else made here.")
    mentor_id: UUID = Field(description="Who helps.")
    apprentice_id: UUID = Field(description="Who is helped; a manager too, by the region's.")
    day: Day
    purpose: RidePurpose | None = Field(
        default=None, description="Skill coaching, a key client, or a sense of the market."
    )
    wish: Line | None = Field(default=None, examples=["He presses the price; let me try it once."])
    short_notice: bool = Field(
        default=False, description="Needed for today: the other one must agree to it as well."
    )


class AcceptanceGiven(InputModel):
    model_config = example(short_notice=False)

    short_notice: bool = Field(
        default=False, description="Needed when it was asked for on the day itself."
    )


class WithdrawalGiven(InputModel):
    """You take your request back; the other one has not accepted it yet."""

    model_config = example(reason="The client is at the fair that day.")

    reason: Text | None = None


class PreparationGiven(InputModel):
    """The two questions, answered by the apprentice, and one focus skill."""

    model_config = example(
        focus_skill_key="objections",
        help_wanted="When he presses the price, let me try it once.",
        to_know="The partner may come too.",
    )

    focus_skill_key: SkillKey = Field(description="A skill of the playbook (重点技能): one.")
    help_wanted: Text = Field(description="What help do you want?")
    to_know: Text = Field(description="What should I know? “Nothing” is an answer.")


class RideMoveGiven(InputModel):
    """Another day; the one who moves it asks again, and the other accepts again."""

    model_config = example(id=AN_ID, to_day="2026-11-30", why="The client is at the fair.")

    id: UUID = Field(description="Of the move, born on the device.")
    to_day: Day
    why: Text
    short_notice: bool = False


class RideVisitGiven(InputModel):
    """A visit they go to together; with a rung, that choice is noted beside those made before."""

    model_config = example(
        choice={"id": AN_ID, "at": "2026-11-27T02:07:00Z", "rung": "do", "leads": "apprentice"}
    )

    choice: "RungGiven | None" = Field(
        default=None, description="Left out: the rung is chosen at the door."
    )


class RungGiven(InputModel):
    """A rung chosen before the door; the latest choice counts, and none is lost."""

    id: UUID = Field(description="Of the choice, born on the device.")
    at: Moment
    rung: Rung
    leads: Leads


class SharingGiven(InputModel):
    model_config = example(shared=True)

    shared: bool = Field(description="Whether the region may read the debrief of this day.")


class WithdrawalRead(ReadModel):
    at: datetime
    reason: str | None = Field(description="For the two alone.")


class PreparationRead(ReadModel):
    focus_skill_key: str
    help_wanted: str
    to_know: str
    at: datetime


class LastRideRead(ReadModel):
    """What was agreed at the last ride-along of the two: this one opens with it."""

    ride_along_id: UUID
    day: date
    action: str
    action_seen: str | None
    commitment_id: UUID | None
    outcome: str | None = Field(description="kept, partly or not, once one of the two has said so.")


class RideMoveRead(ReadModel):
    id: UUID
    by: PersonRef
    at: datetime
    from_day: date
    to_day: date
    why: str


class RungChoiceRead(ReadModel):
    id: UUID
    by: PersonRef
    at: datetime
    rung: Rung
    leads: Leads


class RideVisitRead(ReadModel):
    """A visit of that day, of one of the two; `in_ride` when they go there together."""

    visit_id: UUID
    client: ClientRef
    rep: PersonRef
    planned_time: str | None
    checked_in: bool
    in_ride: bool
    rung: Rung | None = Field(description="The latest choice; null until the door.")
    leads: Leads | None
    choices: list[RungChoiceRead] = Field(
        description="The last choice of each of the two: both are kept where they differ."
    )


class RideCard(ReadModel):
    """A ride-along in a list."""

    id: UUID
    day: date
    state: RideState
    mentor: PersonRef
    apprentice: PersonRef
    asked_by_id: UUID
    short_notice: bool
    purpose: RidePurpose | None
    wish: str | None
    focus_skill_key: str | None
    moved: bool
    version: int


class StepBack(ReadModel):
    """Stepped in twice for one skill on one day: the ladder may go one rung back, without blame."""

    skill_key: str
    to_rung: Rung


class RideAlongRead(ReadModel):
    """One ride-along, as this reader may see it: the notes of the day are for the two who ride."""

    id: UUID
    day: date
    state: RideState
    mentor: PersonRef
    apprentice: PersonRef
    asked_by_id: UUID
    short_notice: bool
    purpose: RidePurpose | None
    wish: str | None
    accepted_at: datetime | None
    withdrawal: WithdrawalRead | None = Field(
        description="Whoever asked took it back before it was accepted."
    )
    preparation: PreparationRead | None
    last_time: LastRideRead | None
    moves: list[RideMoveRead]
    visits: list[RideVisitRead]
    moments: list[MomentRead]
    rescues: list[RescueRead] = Field(description="For the mentor of the day alone.")
    step_back: list[StepBack] = Field(description="For the mentor of the day alone.")
    curbside: list[CurbsideRead]
    watched: list[WatchedRead]
    replays: list[UUID] = Field(description="Moments and rescues that are in tonight's deck.")
    debrief: DebriefRead | None
    shared: bool
    version: int
