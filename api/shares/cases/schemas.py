"""Cases on the wire."""

from datetime import date, datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, model_validator

from api.kit.wire import (
    AN_ID,
    ANOTHER_ID,
    Day,
    InputModel,
    Line,
    ReadModel,
    Word,
    example,
    unsent,
)
from api.kit.wording import Unfit
from api.people.schemas import PersonRef
from api.playbook.models import UseResult
from api.shares.cases.models import Stage, TagKind
from api.shares.models import PartKey, ShareKind
from api.shares.schemas import PartOfShare, Parts

MOST_TAGS = 12


class TagOfCase(BaseModel):
    """An objection or a skill by its key, an industry or a grade in the organisation's words, or a stage of the sale."""

    model_config = ConfigDict(extra="forbid", from_attributes=True, frozen=True)

    kind: TagKind
    value: Word

    @model_validator(mode="after")
    def _is_a_stage(self) -> Self:
        if self.kind is TagKind.STAGE and self.value not in set(Stage):
            raise Unfit("There is no such stage of the sale.", "没有这个阶段。")
        return self


Tags = Annotated[list[TagOfCase], Field(max_length=MOST_TAGS)]


class CaseNew(InputModel):
    model_config = example(
        id=AN_ID,
        share_id=ANOTHER_ID,
        title="“以前做过，没效果”：先看当时谁回询盘",
        parts=[{"key": "problems", "words": "先问当时谁回询盘、多久回，他自己就算出来了。"}],
        tags=[
            {"kind": "objection", "value": "noresult"},
            {"kind": "stage", "value": "objections"},
        ],
    )

    id: UUID | None = Field(default=None, description="A UUIDv7; sent twice, stored once.")
    share_id: UUID = Field(description="The published share it comes from.")
    title: Line
    parts: Annotated[Parts, Field(min_length=1)]
    tags: Tags = Field(default_factory=list)
    owner_id: UUID | None = Field(
        default=None, description="Who looks at it again: a manager or a trainer. Without: you."
    )
    check_on: Day | None = Field(default=None, description="Without: in 90 days.")


class CaseChange(InputModel):
    """What is absent stays as it is."""

    model_config = example(title="先看当时谁回询盘")

    title: Line = Field(default_factory=unsent)
    parts: Annotated[Parts, Field(min_length=1)] = Field(default_factory=unsent)
    tags: Tags = Field(default_factory=unsent)
    owner_id: UUID = Field(default_factory=unsent)
    check_on: Day = Field(default_factory=unsent, description="When it returns for a look.")
    retired: bool = Field(default_factory=unsent)


class CaseCheckNew(InputModel):
    model_config = example(check_on="2026-09-01")

    check_on: Day | None = Field(
        default=None, description="When it returns for a look; without, in 90 days."
    )


class CaseUseNew(InputModel):
    model_config = example(result="worked")

    result: UseResult


class CaseScene(InputModel):
    """At which client of your own it is played."""

    model_config = example(client_id=ANOTHER_ID)

    client_id: UUID


class BeforeAfter(ReadModel):
    """A text as its author told it, and as it could stand before the company."""

    before: str
    after: str


class DraftedPart(BeforeAfter):
    key: PartKey


class CaseDraftRead(ReadModel):
    """A proposal, and nothing is stored: whoever curates reads both and confirms."""

    share_id: UUID
    kind: ShareKind
    author: PersonRef
    title: BeforeAfter
    parts: list[DraftedPart]
    only_said: list[PartKey] = Field(
        description="Parts told in a recording alone. A name cannot be masked there, so no case carries one."
    )
    tags: list[TagOfCase]


class CaseRead(ReadModel):
    id: UUID
    kind: ShareKind
    title: str
    excerpt: str
    author: PersonRef
    owner: PersonRef = Field(description="Who looks at it again.")
    tags: list[TagOfCase]
    worked: int = Field(description="At how many visits of others it worked.")
    partly: int
    not_worked: int
    check_on: date
    due_for_check: bool
    retired: bool
    curated_at: datetime
    version: int


class UseOfCase(ReadModel):
    """For the author alone."""

    by: PersonRef
    result: UseResult
    day: date


class CaseDetailRead(CaseRead):
    parts: list[PartOfShare]
    curated_by: PersonRef
    share_id: UUID | None = Field(description="The share it came from, where you may read it.")
    uses: list[UseOfCase] = Field(
        description="Who used it and how it went, the latest first; empty unless you told it."
    )
    yours_to_keep: bool = Field(description="Whether you may change it.")


class CaseNamed(ReadModel):
    id: UUID
    title: str


class MyCaseUseRead(UseOfCase):
    id: UUID
    case: CaseNamed
    told_at: datetime
