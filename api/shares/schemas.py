"""Shares on the wire."""

from datetime import date, datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from api.goals.models import Metric
from api.kit.wire import (
    AN_ID,
    ANOTHER_ID,
    Day,
    InputModel,
    Money,
    OptionalText,
    ReadModel,
    Text,
    example,
    unsent,
)
from api.kit.wording import Unfit
from api.people.schemas import PersonRef
from api.shares.models import PARTS_OF, PartKey, ShareKind, ShareOrigin, ShareState, TapKind

OfType = Annotated[str, StringConstraints(pattern="^[a-z][a-z0-9_]{1,39}$")]
MOST_PARTS = 5


class OriginOfShare(BaseModel):
    """A round, a visit or a moment, by its id; who may open that record is decided there."""

    model_config = ConfigDict(extra="forbid", from_attributes=True, frozen=True)

    kind: ShareOrigin
    id: UUID


class PartOfShare(BaseModel):
    """One of the questions a share of this kind answers, and the answer."""

    model_config = ConfigDict(extra="forbid", from_attributes=True, frozen=True)

    key: PartKey
    words: Text


class PartToTell(InputModel):
    """A line, or said aloud, or both."""

    model_config = example(key="found", words="隔壁厂的老板带我过去的，第一次只坐了五分钟。")

    key: PartKey
    words: OptionalText = ""
    spoken: bool = Field(
        default=False,
        description="Its recording stands at the share or follows (`shares.keep_voice_note`): it needs no words.",
    )

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not self.words and not self.spoken:
            raise Unfit(
                "Write or say this part, or leave it out.", "这一项写一句或说一段，不然就不要带上。"
            )
        return self


class PartVoiceNoteRead(ReadModel):
    """What the author said to a part; its sound is at `/shares/{share_id}/voice-notes/{id}`."""

    id: UUID
    seconds: int


class PartRead(ReadModel):
    """One of the questions a share of this kind answers: in words, aloud, or both."""

    key: PartKey
    words: str = Field(description="Empty where the part was only said aloud.")
    voice_note: PartVoiceNoteRead | None = Field(
        description="Without words too, the recording is still on its way, or past its time and deleted."
    )


Parts = Annotated[
    list[PartOfShare],
    Field(
        max_length=MOST_PARTS,
        description="In any order; they take the place of all that stood there. A deal answers `found`, "
        "`followed_up`, `signed`, `problems`, `collection`; a loss `why`, `otherwise`, `lesson`; a KPI post "
        "`target`, `completion`, `problems`, `solutions`. What is left out is not answered.",
    ),
]


PartsToTell = Annotated[
    list[PartToTell],
    Field(
        max_length=MOST_PARTS,
        description="In any order; they take the place of all that stood there, but for a recording, which goes by "
        "its own address alone. A deal answers `found`, `followed_up`, `signed`, `problems`, `collection`; a loss "
        "`why`, `otherwise`, `lesson`; a KPI post `target`, `completion`, `problems`, `solutions`. What is left out "
        "is not answered.",
    ),
]


def _once_each(parts: list[PartToTell]) -> None:
    if len({part.key for part in parts}) < len(parts):
        raise Unfit("Each part is there once.", "每一项只写一次。")


class ShareNew(InputModel):
    model_config = example(
        id=AN_ID,
        kind="tip",
        words="先问他去年谁回询盘，他自己会算出来。",
        type_key="noresult",
        origin={"kind": "visit", "id": ANOTHER_ID},
    )

    id: UUID | None = Field(
        default=None, description="A UUIDv7 born on the phone; sent twice, stored once."
    )
    kind: ShareKind
    words: OptionalText = Field(
        default="", description="The whole of a tip; the headline of any other kind, or nothing."
    )
    parts: PartsToTell = Field(default_factory=list)
    type_key: OfType | None = Field(
        default=None, description="What it helps against: the key of an objection type."
    )
    origin: OriginOfShare | None = Field(default=None, description="What it came from.")
    deal_id: UUID | None = Field(
        default=None, description="The deal a deal or loss share tells of."
    )
    week_of: Day | None = Field(
        default=None, description="Of a KPI post: any day of the week it tells of."
    )

    @model_validator(mode="after")
    def _fits_its_kind(self) -> Self:
        _once_each(self.parts)
        if any(part.key not in PARTS_OF[self.kind] for part in self.parts):
            raise Unfit("A share of this kind has other parts.", "这种分享没有这一项。")
        if not (self.words if self.kind is ShareKind.TIP else self.parts):
            raise Unfit("A share says something.", "分享要写点内容。")
        if (self.deal_id is not None) != (self.kind in (ShareKind.DEAL, ShareKind.LOSS)):
            raise Unfit(
                "A deal or loss share names its deal.", "签单分享和丢单复盘要说明是哪一单。"
            )
        if (self.week_of is not None) != (self.kind is ShareKind.KPI):
            raise Unfit("A KPI post names its week.", "晒KPI要说明是哪一周。")
        return self


class ShareChange(InputModel):
    """What is absent stays as it is."""

    model_config = example(words="先问他去年谁回询盘、多久回，他自己会算出来。")

    words: OptionalText = Field(default_factory=unsent)
    parts: PartsToTell = Field(default_factory=unsent)

    @model_validator(mode="after")
    def _has_each_part_once(self) -> Self:
        _once_each(self.parts or [])
        return self


class PublicationNew(InputModel):
    """The share as its author has it on the phone; what the server had drafted is replaced."""

    model_config = example(
        words="第一单：先看看谁在回询盘",
        parts=[{"key": "found", "words": "隔壁厂的老板带我过去的，第一次只坐了五分钟。"}],
    )

    words: OptionalText = ""
    parts: PartsToTell = Field(
        default_factory=list, description="None for a tip, which is its words."
    )

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        _once_each(self.parts)
        if not self.words and not self.parts:
            raise Unfit("A share says something.", "分享要写点内容。")
        return self


class ClientOfShare(ReadModel):
    id: UUID
    name: str


class DealOfShare(ReadModel):
    """What the team is told of the deal; `on` is the day it was signed or lost."""

    id: UUID
    client: ClientOfShare
    amount: Money
    on: date | None


class ShareRead(ReadModel):
    id: UUID
    kind: ShareKind
    state: ShareState = Field(description="Anything but `published` is seen by its author alone.")
    author: PersonRef
    team_id: UUID = Field(description="The team it was told to; later moves do not change it.")
    words: str = Field(description="The whole of a tip, the headline of any other kind.")
    excerpt: str = Field(
        description="The beginning of the first written part; nothing for a tip, or where all was said aloud."
    )
    type_key: str | None
    origin: OriginOfShare | None
    deal: DealOfShare | None
    week_of: date | None = Field(description="The first day of the week a KPI post tells of.")
    published_at: datetime | None
    version: int


class FigureOfShare(ReadModel):
    """Target and completion of one metric as they stood at publishing; money in the smallest unit of `currency`."""

    metric: Metric
    target: int
    reached: int
    currency: str | None


class BossOfShare(ReadModel):
    person: PersonRef
    rounds: int


class DrilledRead(ReadModel):
    """The rounds that were fired before the signature, and who sat there as the boss."""

    rounds: int
    bosses: list[BossOfShare]


class TapRead(ReadModel):
    kind: TapKind
    by: PersonRef


class ShareDetailRead(ShareRead):
    parts: list[PartRead]
    figures: list[FigureOfShare]
    drilled: DrilledRead | None
    taps: list[TapRead] = Field(description="Thanks and nudges by name, in the order they came.")
    offered: bool = Field(description="Whether trainers may read it for the case library.")
    proof_visit_id: UUID | None = Field(
        description="The visit at which what a round had kept moved the client; who may open it is decided there."
    )
    case_id: UUID | None = Field(description="The case it became, when it did.")
