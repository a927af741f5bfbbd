"""The talk on the wire: answers, promises, the two taps."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field, StringConstraints

from api.commitments.models import CommitmentOutcome, Correction
from api.kit.wire import (
    AN_ID,
    ANOTHER_ID,
    Bilingual,
    Day,
    InputModel,
    Moment,
    OptionalText,
    ReadModel,
    Text,
    example,
)
from api.people.schemas import PersonRef
from api.reviews.questions.models import QuestionKey

SkillKey = Annotated[str, StringConstraints(pattern="^[a-z][a-z0-9_]{1,39}$")]
MOST_ON_THE_TABLE = 8


class ReviewAnswerNew(InputModel):
    """What you wrote down together; an empty text takes it back."""

    model_config = example(words="四点以后去的 6 家，见到老板 5 家。")

    words: OptionalText


class SessionNew(InputModel):
    """You sit down together."""

    model_config = example(started_at="2026-11-26T08:30:00Z")

    started_at: Moment


class PromiseNew(InputModel):
    """A promise on the table; it becomes the commitment of the same id once both agree."""

    id: UUID = Field(description="A UUIDv7 born on the device.")
    owner_id: UUID = Field(description="Who promises: whoever is reviewed, or the host.")
    words: Text
    how_seen: Text = Field(description="How both of you will see it.")
    due: Day
    correction: Correction | None = Field(
        default=None, description="Direction, method, knowledge or skill; a rep's needs one."
    )
    skill_key: SkillKey | None = None
    client_id: UUID | None = None


class PromisesNew(InputModel):
    """The whole list as it stands now; a changed list needs new taps."""

    model_config = example(
        promises=[
            {
                "id": AN_ID,
                "owner_id": ANOTHER_ID,
                "words": "老板类客户都排到四点后",
                "how_seen": "下周三看有效率",
                "due": "2026-12-02",
                "correction": "method",
            }
        ]
    )

    promises: list[PromiseNew] = Field(max_length=MOST_ON_THE_TABLE)


class ReviewAgreementNew(InputModel):
    """Your own tap on "agree"; nobody agrees for somebody else."""

    model_config = example(promises_version=2, agreed_at="2026-11-26T08:55:00Z")

    promises_version: int = Field(ge=1, le=10_000, description="The list you agree to.")
    person_id: UUID | None = Field(
        default=None,
        description="You, or left out; anybody else has to tap with their own sign-in.",
    )
    agreed_at: Moment


class QuestionOfReview(ReadModel):
    """A question with what was written down for it; a review held keeps the words it was asked in."""

    key: QuestionKey
    part: str
    text: Bilingual
    answer: str | None
    by: PersonRef | None


class PromiseRead(ReadModel):
    """On the table until both agree; a commitment afterwards, with how it went."""

    id: UUID
    owner: PersonRef
    words: str
    how_seen: str
    due: date
    correction: Correction | None
    skill_key: str | None
    client_id: UUID | None
    outcome: CommitmentOutcome | None
    outcome_reason: str | None


class AgreementRead(ReadModel):
    person: PersonRef
    recorded_by: PersonRef = Field(
        description="With whose sign-in; the person's own, but for old ones made on one device."
    )
    at: datetime


class AgreementsRead(ReadModel):
    """Who has agreed to which version of the promises, and whose tap is awaited."""

    promises_version: int
    agreements: list[AgreementRead]
    awaited: list[PersonRef] = Field(
        description="The host and each who promises, as long as they have not tapped."
    )
    agreed_at: datetime | None


class LastTimeRead(ReadModel):
    """The review before this one, and what became of its promises, on both sides."""

    review_id: UUID
    day: date
    promises: list[PromiseRead]
