"""Wire shapes of drills, their rounds and the deck of the evening."""

from datetime import date, datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import Field, model_validator

from api.clients.models import SheetPart
from api.clients.schemas import ClientRef
from api.drills.models import (
    ChangeKind,
    DrillState,
    Mark,
    Mood,
    OwnWords,
    Pressed,
    Temper,
    Verdict,
)
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
    example,
)
from api.kit.wording import Unfit
from api.people.schemas import PersonRef

MOST_TICKS = 12
"""Five behaviours of the playbook, and seven learning points of a class."""
MOST_LINES = 6
MOST_BOSS_SAYS = 3
A_DAY = 86_400
Seconds = Annotated[int, Field(ge=0, le=A_DAY, description="Length of the play.", examples=[384])]


class DrillNew(InputModel):
    """An evening of the caller with one or two others."""

    model_config = example(day="2026-11-23", people_ids=[AN_ID], started_at="2026-11-23T10:34:00Z")

    id: UUID | None = Field(
        default=None, description="A UUIDv7 born on the phone; sent twice, stored once."
    )
    day: Day = Field(
        description="The day of `started_at`. The answer tells it in the organisation's zone, today at the latest.",
        examples=["2026-03-26"],
    )
    people_ids: list[UUID] = Field(
        min_length=1, max_length=2, description="The others, not the caller."
    )
    started_at: Moment = Field(examples=["2026-03-26T10:34:00Z"])


class DrillWrap(InputModel):
    model_config = example(wrapped_at="2026-11-23T11:20:00Z")

    wrapped_at: Moment = Field(examples=["2026-03-26T11:20:00Z"])


class TickNew(InputModel):
    """One behaviour of the playbook, or one learning point that the deck of the round's rep offers."""

    id: UUID | None = None
    behaviour_id: UUID | None = Field(default=None, description="A behaviour of the playbook.")
    point_id: UUID | None = Field(default=None, description="A learning point of the rep's deck.")
    mark: Mark

    @model_validator(mode="after")
    def _is_of_one_thing(self) -> Self:
        if (self.behaviour_id is None) == (self.point_id is None):
            raise Unfit(
                "A tick is of a behaviour or of a learning point.",
                "勾的是动作要点，或培训要点，二选一。",
            )
        return self


class LineNew(InputModel):
    """A line for the visit itself; `answer_id` names the playbook's answer when it is one, word for word."""

    id: UUID | None = None
    words: Line = Field(description="What the client will say.", examples=["一年一单都没有"])
    answer: Text = Field(
        description="What we agreed to answer.", examples=["当时谁回询盘、多久回?"]
    )
    type_key: str | None = Field(default=None, max_length=40, examples=["noresult"])
    answer_id: UUID | None = None


class BossObjectionNew(InputModel):
    """What the boss says in this round; a hidden one stands on no sheet."""

    id: UUID
    type_key: str | None = Field(default=None, max_length=40, examples=["partner"])
    words: Line = Field(examples=["我太太不同意。"])
    hidden: bool = Field(default=False, description="The rep does not know that it comes.")
    pressed: Pressed | None = Field(default=None, description="How far the boss got with it.")


class BossCardNew(InputModel):
    """The boss's secret card. Too hard a boss teaches nothing: `moved_by` says which answer moves him."""

    model_config = example(
        temper="hasty",
        mood="annoyed",
        note="今天刚被退了一批货，只有 15 分钟",
        objections=[{"id": AN_ID, "words": "我太太不同意。", "hidden": True, "pressed": "settled"}],
        moved_by="他问起去年谁回询盘",
    )

    temper: Temper | None = None
    mood: Mood | None = None
    note: Line | None = Field(default=None, examples=["今天刚被退了一批货，只有 15 分钟"])
    objections: list[BossObjectionNew] = Field(max_length=MOST_BOSS_SAYS)
    moved_by: Text = Field(
        description="What counts as a good answer.", examples=["他问起去年谁回询盘"]
    )


class RoundNew(InputModel):
    """One play, recorded when it is over: verdict first, own words next, then one keep and one change."""

    model_config = example(
        client_id=AN_ID,
        sheet_version_id="0198c1d2-9c50-7e63-8d2f-7a8b9c0d1e2f",
        rep_id=ANOTHER_ID,
        boss_id="0198c1d2-ad61-7f74-9e30-8b9c0d1e2f30",
        briefed=True,
        started_at="2026-11-23T10:36:00Z",
        seconds=384,
        verdict="would_meet_again",
        rep_words="我急了",
        ticks=[{"behaviour_id": "0198c1d2-be72-7085-8f41-9c0d1e2f3041", "mark": "partly"}],
        keep="他急的时候我没抢话",
        change="报价前先问清谁管询盘",
        change_kind="method",
        lines=[{"words": "一年一单都没有", "answer": "当时谁回询盘、多久回？"}],
    )

    id: UUID | None = Field(
        default=None, description="A UUIDv7 born on the phone; sent twice, stored once."
    )
    visit_id: UUID | None = Field(
        default=None, description="The planned visit they played, if any."
    )
    client_id: UUID
    sheet_version_id: UUID = Field(description="The version of the client sheet they played from.")
    rep_id: UUID
    boss_id: UUID
    observer_id: UUID | None = None
    briefed: bool = Field(description="False when the minute of briefing was skipped.")
    started_at: Moment = Field(examples=["2026-03-26T10:36:00Z"])
    seconds: Seconds
    verdict: Verdict = Field(description="The boss speaks first.")
    key_moment: Text | None = None
    rep_words: Text | None = Field(default=None, description="The rep's own words on the round.")
    ticks: list[TickNew] = Field(default_factory=list, max_length=MOST_TICKS)
    keep: Text | None = Field(default=None, examples=["他急的时候我没抢话"])
    change: Text | None = Field(default=None, examples=["报价前先问清谁管询盘"])
    change_kind: ChangeKind | None = None
    lines: list[LineNew] = Field(
        default_factory=list, max_length=MOST_LINES, description="Agreed for the visit itself."
    )
    boss_card: BossCardNew | None = Field(
        default=None,
        description="What the boss played from; the rep sees it when the round is over.",
    )


class RoundChange(InputModel):
    """The rep's own words put right; what stood there before is kept beside it."""

    model_config = example(rep_words="我没听完就答了")

    rep_words: Text | None = None
    keep: Text | None = None
    change: Text | None = None


class PracticePointRead(ReadModel):
    """A rule of a class that its learners practise for seven days: if the client does this, then I do that."""

    id: UUID
    if_: str
    then: str
    until: date = Field(description="The last evening on which it is offered.")
    within_id: UUID = Field(description="The class that taught it.")


class TickRead(ReadModel):
    id: UUID
    behaviour_id: UUID | None = Field(description="Null for a learning point.")
    point: PracticePointRead | None
    mark: Mark


class LineRead(ReadModel):
    id: UUID
    words: str
    answer: str
    type_key: str | None
    answer_id: UUID | None


class BossObjectionRead(ReadModel):
    id: UUID
    type_key: str | None
    words: str
    hidden: bool
    pressed: Pressed | None


class BossCardRead(ReadModel):
    temper: Temper | None
    mood: Mood | None
    note: str | None
    objections: list[BossObjectionRead]
    moved_by: str


class CorrectionRead(ReadModel):
    id: UUID
    at: datetime
    by: PersonRef
    field: OwnWords
    before: str | None
    after: str | None


class SnapshotAnswer(ReadModel):
    text: str
    unknown: bool


class SnapshotObjection(ReadModel):
    id: UUID
    type_key: str | None
    words: str
    answer: str
    answer_id: UUID | None


class SnapshotObjections(ReadModel):
    items: list[SnapshotObjection]
    unknown: bool


class SnapshotCompetitor(ReadModel):
    id: UUID
    name: str
    claim: str


class SnapshotCompetitors(ReadModel):
    items: list[SnapshotCompetitor]
    unknown: bool


class SheetSnapshot(ReadModel):
    """The client sheet as it was when they played; later versions do not change it."""

    id: UUID
    client_id: UUID
    version: int
    decider: SnapshotAnswer
    situation: SnapshotAnswer
    objections: SnapshotObjections
    competitors: SnapshotCompetitors
    goal: str
    amount: Money | None
    fall_back: str
    answers_ready: int = Field(description="Answers given or marked unknown, of four.")
    missing: list[SheetPart]
    questions: list[SheetPart] = Field(description="Marked unknown: to be asked at the visit.")


class RoundRead(ReadModel):
    """One round with the sheet they played from."""

    id: UUID
    number: int
    visit_id: UUID | None
    client: ClientRef
    rep: PersonRef
    boss: PersonRef
    observer: PersonRef | None
    sheet_version_id: UUID
    sheet: SheetSnapshot
    briefed: bool
    started_at: datetime
    seconds: Seconds
    verdict: Verdict
    key_moment: str | None
    rep_words: str | None
    ticks: list[TickRead] = Field(
        description="Inside a drill only on the reader's own rounds; others are opened one round at a time."
    )
    keep: str | None
    change: str | None
    change_kind: ChangeKind | None
    lines: list[LineRead]
    boss_card: BossCardRead | None
    corrections: list[CorrectionRead]
    version: int


class DrillCard(ReadModel):
    """A drill in a list; open it for its rounds."""

    id: UUID
    day: date
    state: DrillState
    started_by: PersonRef
    recorded_by: PersonRef = Field(description="Whose phone it was recorded on.")
    people: list[PersonRef]
    both_seats: bool = Field(description="Each of its people has been the rep and the boss.")
    acknowledged: bool = Field(description="False while it waits for the caller to see it.")
    wrapped_at: datetime | None
    rounds: int = Field(description="Rounds fired (子弹数).")
    version: int


class DrillRead(ReadModel):
    id: UUID
    day: date
    state: DrillState
    started_by: PersonRef
    recorded_by: PersonRef = Field(description="Whose phone it was recorded on.")
    people: list[PersonRef]
    both_seats: bool = Field(description="Each of its people has been the rep and the boss.")
    acknowledged: bool = Field(description="False while it waits for the caller to see it.")
    wrapped_at: datetime | None
    rounds: list[RoundRead]
    version: int
