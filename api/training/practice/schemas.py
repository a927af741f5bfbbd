"""Attendance, practice and evidence on the wire."""

from datetime import date, datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from api.kit.wire import AN_ID, ANOTHER_ID, Day, InputModel, ReadModel, Text, example
from api.kit.wording import Unfit
from api.people.schemas import PersonRef
from api.training.models import PracticeKind
from api.training.practice.models import AttendanceMark, EvidenceOrigin

Key = Annotated[str, StringConstraints(pattern="^[a-z][a-z0-9_]{1,39}$")]


class AttendanceGiven(InputModel):
    """Whoever missed it has a reason and a day to make it up."""

    model_config = example(mark="missed", reason="客户临时改到下午", make_up_day="2026-11-27")

    mark: AttendanceMark
    reason: Text | None = None
    make_up_day: Day | None = None

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        missed = self.mark is AttendanceMark.MISSED
        if missed != (self.reason is not None) or missed != (self.make_up_day is not None):
            raise Unfit(
                "Who missed it has a reason and a day to make it up; nobody else has.",
                "缺课要写原因和补训日期，其他情况不用写。",
            )
        return self


class PracticeGiven(InputModel):
    """What to try until when: a drill on an objection or a skill, a try at a client's, or for managers coaching a rep."""

    model_config = example(kind="drill", type_key="trader", due="2026-12-02")

    kind: PracticeKind
    type_key: Key | None = Field(default=None, description="An objection type of the playbook.")
    skill_key: Key | None = Field(default=None, description="A skill of the playbook.")
    words: Text | None = None
    due: Day

    @model_validator(mode="after")
    def _says_on_what(self) -> Self:
        if self.type_key is None and self.skill_key is None and self.words is None:
            raise Unfit(
                "Say what to practise: an objection, a skill, or a few words.",
                "写清练什么：一个异议、一项技能，或几句话。",
            )
        return self


class OriginOfEvidence(BaseModel):
    """A round, a visit, or in the management track a ride-along or review, by its id; it must be the learner's own."""

    model_config = ConfigDict(extra="forbid", from_attributes=True, frozen=True)

    kind: EvidenceOrigin
    id: UUID


class EvidenceNew(InputModel):
    model_config = example(
        id=AN_ID,
        origin={"kind": "visit", "id": ANOTHER_ID},
        words="他说外贸公司够用，我问了拿走几个点，他自己算了一单。",
    )

    id: UUID | None = Field(
        default=None, description="A UUIDv7 born on the phone; sent twice, stored once."
    )
    origin: OriginOfEvidence
    words: Text


class AttendanceRead(ReadModel):
    person: PersonRef
    mark: AttendanceMark | None = Field(description="Null while nobody has said it.")
    reason: str | None
    make_up_day: date | None


class PracticeRead(ReadModel):
    kind: PracticeKind
    type_key: str | None
    skill_key: str | None
    words: str | None
    due: date


class OriginOfPractice(ReadModel):
    kind: EvidenceOrigin
    id: UUID


class EvidenceRead(ReadModel):
    id: UUID
    person: PersonRef
    origin: OriginOfPractice
    words: str
    confirmed_at: datetime | None
    confirmed_by: PersonRef | None
    may_confirm: bool = Field(
        description="You saw it as mentor, manager or partner; of a manager also as the trainer."
    )
