"""Advice on the wire."""

from datetime import date, datetime
from uuid import UUID

from pydantic import Field

from api.commitments.models import CommitmentOutcome, Correction
from api.goals.models import AdviceAnswer, AdviceKind, LeadKind
from api.kit.wire import Day, InputModel, ReadModel, Text, example
from api.people.schemas import PersonRef


class AdviceNew(InputModel):
    model_config = example(
        kind="method",
        words="见到的人不少，能定的不多。先约老板的时间，再出门。",
        step="下周每天先约一位老板",
        how_seen="周计划里有约好的时间",
        due="2026-12-04",
    )

    kind: AdviceKind
    words: Text = Field(description="Read by the rep and nobody else.")
    step: Text = Field(description="One step; with a resource it is the manager's own.")
    how_seen: Text = Field(description="How both of you will see it.")
    due: Day


class AdviceAnswerNew(InputModel):
    """Agreeing takes the step as it is (another day is all right); another cause brings its own step."""

    model_config = example(
        answer="other_cause",
        words="老板都在，是我讲不清三档的差别。",
        correction="knowledge",
        step="周三前把三档对比讲给小满听",
        how_seen="周三晚上演练",
        due="2026-12-02",
    )

    answer: AdviceAnswer
    words: Text | None = Field(default=None, description="The other cause, in your words.")
    correction: Correction | None = Field(default=None, description="What it is about, then.")
    step: Text | None = Field(default=None, description="Your own step, then.")
    how_seen: Text | None = None
    due: Day | None = Field(default=None, description="Another day than the one that was advised.")


class AgreedStepRead(ReadModel):
    """The promise an answer ended in: the advised step, or the rep's own."""

    id: UUID
    owner: PersonRef
    words: str
    how_seen: str
    due: date
    outcome: CommitmentOutcome | None = Field(description="Null while it is open.")


class LeadRead(ReadModel):
    """Something that waits for the rep because of this advice."""

    kind: LeadKind
    record_id: UUID | None = Field(
        description="The case, PK, topic or session; null where it waits in a deck, a review or a ride-along."
    )


class AdviceRead(ReadModel):
    id: UUID
    kind: AdviceKind
    words: str
    step: str
    how_seen: str
    step_due: date
    by: PersonRef
    given_at: datetime
    answer: AdviceAnswer | None
    answer_words: str | None
    answered_at: datetime | None
    commitment_id: UUID | None = Field(description="The promise that closed the miss.")
    promise: AgreedStepRead | None = Field(description="The same as it stands now.")
    leads: list[LeadRead] = Field(
        description="What came of it once it was answered, by direction, method, knowledge or skill."
    )
