"""Wire shapes of the debrief."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field, model_validator

from api.commitments.models import Correction
from api.kit.wire import AN_ID, ANOTHER_ID, Day, InputModel, Line, Moment, ReadModel, Text, example
from api.kit.wording import Unfit
from api.people.schemas import PersonRef

Mark = Annotated[int, Field(ge=1, le=5)]


class DebriefGiven(InputModel):
    """What you have written so far, as a whole; what is left out is not written."""

    model_config = example(
        id=AN_ID,
        written_at="2026-11-27T11:10:00Z",
        well="他嫌贵的时候我没慌，先算了一单",
        stuck="说到合伙人就不知道怎么往下约",
        strength_one="先谢再问，老板坐下来了",
        strength_two="算一单，不算一年",
        change="听到合伙人，先问他会问什么",
        correction="skill",
        mark_preparation=4,
        mark_script=3,
        mark_result=4,
        action="今晚练 3 轮合伙人，周五当面约三人谈",
        action_due="2026-12-04",
        action_seen="周五早上一起看约好的时间",
        promise="周五上午陪去",
        promise_due="2026-12-04",
    )

    id: UUID = Field(description="Of this version, born on the device.")
    written_at: Moment
    well: Text | None = Field(default=None, description="The apprentice first: what went well.")
    stuck: Text | None = Field(default=None, description="Where the apprentice got stuck.")
    strength_one: Line | None = None
    strength_two: Line | None = None
    change: Line | None = Field(default=None, description="One change, no more.")
    correction: Correction | None = Field(default=None, description="What kind of change it is.")
    mark_preparation: Mark | None = None
    mark_script: Mark | None = Field(default=None, description="Product and script.")
    mark_result: Mark | None = Field(default=None, description="The result against what was hoped.")
    action: Line | None = Field(default=None, description="One action of the apprentice.")
    action_due: Day | None = None
    action_seen: Line | None = Field(default=None, description="How both will see it.")
    promise: Line | None = Field(default=None, description="What the mentor promises.")
    promise_due: Day | None = None


class AcknowledgementGiven(InputModel):
    """The apprentice's answer to what the mentor wrote."""

    model_config = example(id=AN_ID, debrief_id=ANOTHER_ID, agrees=True, words="周五前我先约好。")

    id: UUID = Field(description="Born on the device.")
    debrief_id: UUID = Field(description="The mentor's version that was read.")
    agrees: bool
    words: Text | None = Field(default=None, description="A comment; needed to disagree.")

    @model_validator(mode="after")
    def _says_what_is_seen_differently(self) -> "AcknowledgementGiven":
        if not self.agrees and self.words is None:
            raise Unfit("Who sees it differently says how.", "看法不同，就写下是什么。")
        return self


class DebriefFields(ReadModel):
    well: str | None
    stuck: str | None
    strength_one: str | None
    strength_two: str | None
    change: str | None
    correction: Correction | None
    mark_preparation: int | None
    mark_script: int | None
    mark_result: int | None
    action: str | None
    action_due: date | None
    action_seen: str | None
    promise: str | None
    promise_due: date | None


class DebriefVersionRead(DebriefFields):
    """The latest that one of the two wrote."""

    id: UUID
    by: PersonRef
    written_at: datetime


class AcknowledgementRead(ReadModel):
    id: UUID
    by: PersonRef
    at: datetime
    debrief_id: UUID
    agrees: bool
    words: str | None


class DebriefRead(ReadModel):
    """Both versions, and what counts: the apprentice's own words are theirs, the rest is the mentor's."""

    counts: DebriefFields
    versions: list[DebriefVersionRead]
    differing: list[str] = Field(
        description="Fields that the two wrote differently; both are kept."
    )
    missing: list[str] = Field(description="What is still to be written before the two can agree.")
    acknowledgements: list[AcknowledgementRead]
    agreed_at: datetime | None
    action_id: UUID | None = Field(description="The commitment it became.")
    promise_id: UUID | None = Field(description="The mentor's commitment.")
