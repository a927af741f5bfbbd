"""Proposed topics on the wire."""

from datetime import date, datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import Field, StringConstraints, model_validator

from api.kit.wire import AN_ID, InputModel, Line, ReadModel, Text, example
from api.kit.wording import Unfit
from api.people.schemas import PersonRef
from api.training.models import TopicClass
from api.training.schemas import OtherDay, StallRead, TeamOfSession
from api.training.topics.models import Decision, ProposedBy

Key = Annotated[str, StringConstraints(pattern="^[a-z][a-z0-9_]{1,39}$")]


class TopicNew(InputModel):
    """A topic for your team."""

    model_config = example(
        id=AN_ID,
        topic="老板说靠外贸公司就行，怎么接？",
        topic_class="business",
        type_key="trader",
        words="这周三家都这么说",
    )

    id: UUID | None = Field(
        default=None, description="A UUIDv7 born on the phone; sent twice, stored once."
    )
    topic: Line
    topic_class: TopicClass
    type_key: Key | None = Field(default=None, description="An objection type of the playbook.")
    skill_key: Key | None = Field(default=None, description="A skill of the playbook.")
    words: Text | None = None


class DecisionGiven(InputModel):
    """Accepted, it becomes the topic of the team's next session that has none; or it comes later, with a word."""

    model_config = example(decision="accepted")

    decision: Decision
    session_id: UUID | None = Field(
        default=None, description="Another session than the next free one; its topic gives way."
    )
    words: Text | None = None

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        later = self.decision is Decision.LATER
        if later != (self.words is not None) or (later and self.session_id is not None):
            raise Unfit(
                "Later needs a word why, and names no session; accepted needs none.",
                "以后再讲要写一句原因，不选培训；接受不用写。",
            )
        return self


class TopicRead(ReadModel):
    id: UUID
    team: TeamOfSession
    proposed_by: ProposedBy
    by: PersonRef | None = Field(description="Null when the field or the method proposed it.")
    topic: str
    topic_class: TopicClass
    type_key: str | None
    skill_key: str | None
    words: str | None
    heard: int | None = Field(description="How often it was said in the five working days.")
    heard_until: date | None
    sentences: list[str] = Field(description="As clients said it, at most five, no client named.")
    stalled_before: StallRead | None = Field(description="The five working days before those.")
    stalled_now: StallRead | None
    votes: int = Field(description="Whose they are is told to nobody.")
    my_vote: bool
    decision: Decision | None
    decided_at: datetime | None
    later_words: str | None
    session: OtherDay | None = Field(description="The session that takes it up.")
    proposed_at: datetime
    version: int
