"""Sessions on the wire."""

from datetime import date, datetime
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from api.kit.wire import (
    AN_ID,
    ANOTHER_ID,
    Bilingual,
    Day,
    InputModel,
    Line,
    Moment,
    ReadModel,
    Text,
    WallTime,
    example,
    unsent,
)
from api.kit.wording import Unfit
from api.people.schemas import PersonRef
from api.training.materials.schemas import MaterialRead
from api.training.models import SessionState, TopicClass, Track, WhyOrigin
from api.training.practice.schemas import AttendanceRead, EvidenceRead, PracticeRead

Key = Annotated[str, StringConstraints(pattern="^[a-z][a-z0-9_]{1,39}$")]
ProductKey = Annotated[str, StringConstraints(pattern="^[a-z0-9][a-z0-9_-]{0,39}$")]
Minutes = Annotated[int, Field(ge=10, le=480)]
MOST_POINTS = 7
MOST_SENTENCES = 5


class WhyOriginGiven(BaseModel):
    """A record by its id; who may open it is decided there."""

    model_config = ConfigDict(extra="forbid", from_attributes=True, frozen=True)

    kind: WhyOrigin
    id: UUID


class WhyGiven(BaseModel):
    """Why this topic now: a word of the planner, how often it was heard, and what clients said."""

    model_config = ConfigDict(extra="forbid", from_attributes=True, str_strip_whitespace=True)

    words: Text | None = None
    count: Annotated[int, Field(ge=0, le=100_000)] | None = None
    sentences: list[Line] = Field(
        default_factory=list,
        max_length=MOST_SENTENCES,
        description="As clients said it; leave their names out.",
    )
    origin: WhyOriginGiven | None = None


class TrainingSessionNew(InputModel):
    """A session outside any series."""

    model_config = example(
        id=AN_ID,
        track="professional",
        team_id=ANOTHER_ID,
        day="2026-11-25",
        starts="17:00",
        topic="外贸公司够用了吗？",
        topic_class="business",
        why={"words": "上周听到最多的一句", "count": 9, "sentences": ["我们靠外贸公司就行"]},
    )

    id: UUID | None = Field(
        default=None, description="Born on the device; sent twice, stored once."
    )
    track: Track
    team_id: UUID | None = Field(
        default=None, description="Your own when left out; none for the management track."
    )
    trainer_id: UUID | None = Field(default=None, description="Who gives it: you, when left out.")
    day: Day
    starts: WallTime
    minutes: Minutes | None = Field(default=None, description="75 when left out.")
    topic: Line | None = None
    topic_class: TopicClass | None = None
    product_key: ProductKey | None = Field(
        default=None, description="The product it is about, by its key in your product list."
    )
    why: WhyGiven | None = None

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        if (self.topic is None) != (self.topic_class is None):
            raise Unfit("A topic needs its class, and a class its topic.", "题目和类别要一起填。")
        if self.track is Track.MANAGEMENT and self.team_id is not None:
            raise Unfit("The management track has no team.", "管理培训不分团队。")
        return self


class SessionChange(InputModel):
    """What is absent stays as it is. Another day is a skip with its reason and its make-up."""

    model_config = example(topic="外贸公司够用了吗？", topic_class="business")

    topic: Line = Field(default_factory=unsent)
    topic_class: TopicClass = Field(default_factory=unsent)
    product_key: ProductKey | None = Field(default=None, description="Null takes it away.")
    why: WhyGiven = Field(default_factory=unsent)
    trainer_id: UUID = Field(default_factory=unsent)
    starts: WallTime = Field(default_factory=unsent)
    minutes: Minutes = Field(default_factory=unsent)


class PointGiven(BaseModel):
    """A rule: if the client does this, then I do that."""

    model_config = ConfigDict(extra="forbid", from_attributes=True, str_strip_whitespace=True)

    id: UUID | None = Field(default=None, description="Kept when a point is sent again.")
    if_: Line
    then: Line
    skill_key: Key | None = Field(default=None, description="A skill of the playbook.")


class PointsGiven(InputModel):
    """All learning points; what is not among them goes."""

    model_config = example(
        points=[
            {
                "if_": "他说外贸公司够用",
                "then": "先问他们拿走几个点，再算一单",
                "skill_key": "objections",
            }
        ]
    )

    points: list[PointGiven] = Field(max_length=MOST_POINTS)


class HoldingGiven(InputModel):
    model_config = example(held_at="2026-11-25T10:15:00Z")

    held_at: Moment


class SessionSkip(InputModel):
    """It does not take place; the week stays in sight with this reason, and another day stands in."""

    model_config = example(reason="整周都在展会上", make_up_day="2026-11-27", starts="17:00")

    reason: Text
    make_up_day: Day
    starts: WallTime | None = Field(default=None, description="The same hour when left out.")


class TeamOfSession(ReadModel):
    id: UUID
    name: Bilingual


class OtherDay(ReadModel):
    """The same class on another day."""

    id: UUID
    day: date


class SessionCard(ReadModel):
    """A session as a line in a list."""

    id: UUID
    track: Track
    state: SessionState
    team: TeamOfSession | None = Field(description="Null for the management track.")
    trainer: PersonRef
    day: date
    starts: WallTime
    minutes: int
    topic: str | None = Field(description="Null until it is decided what it will be about.")
    topic_class: TopicClass | None
    skip_reason: str | None = Field(description="Why it did not take place.")
    makes_up: OtherDay | None = Field(description="The skipped one that it stands in for.")
    made_up_by: OtherDay | None
    practice_due: date | None
    my_mark: Literal["came", "missed", "caught_up"] | None = Field(
        description="Whether you were there."
    )
    my_practice: Literal["none", "shown", "confirmed"] = Field(
        description="What you have shown, and whether somebody has seen it."
    )


class WhyOriginRead(ReadModel):
    kind: WhyOrigin
    id: UUID


class WhyRead(ReadModel):
    words: str | None
    count: int | None
    sentences: list[str]
    origin: WhyOriginRead | None


class PointRead(ReadModel):
    id: UUID
    if_: str
    then: str
    skill_key: str | None


class StallRead(ReadModel):
    """Visits at which it was said, and how many of them stuck there."""

    stalled: int
    of: int


class StuckRead(ReadModel):
    """How often the team stuck at the objection that is tried after the class. Counts, no cause."""

    before: StallRead = Field(description="The four weeks up to the class, its day included.")
    after: StallRead = Field(description="The four weeks after it, as far as they have come.")


class SessionRead(SessionCard):
    """A session with all that you may see of it."""

    series_id: UUID | None
    product_key: str | None = Field(description="The product it is about.")
    why: WhyRead
    learning_points: list[PointRead]
    materials: list[MaterialRead] = Field(
        description="In their order; a text's words are read on their own."
    )
    practice: PracticeRead | None
    stuck: StuckRead | None = Field(
        description="Null before the class was held, and where no objection is tried after it."
    )
    announced_at: datetime | None
    held_at: datetime | None
    closed_at: datetime | None
    runs: bool = Field(description="You decide in it: announce, hold, mark who came, close.")
    learns: bool = Field(description="It is given for you, among others.")
    missing: int | None = Field(
        description="How many who were there have no confirmed practice; null unless you decide."
    )
    attendance: list[AttendanceRead] = Field(
        description="Your own line; everybody's if you decide, those not marked yet among them."
    )
    evidence: list[EvidenceRead] = Field(
        description="Your own, your apprentices', your team's as its manager, of rounds you played in, "
        "and all of a class you give."
    )
    version: int
