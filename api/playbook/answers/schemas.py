"""Answers on the wire."""

from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    model_validator,
)

from api.kit.text import has_han
from api.kit.wire import AN_ID, ANOTHER_ID, Day, InputModel, ReadModel, Storable, example, unsent
from api.kit.wording import Unfit
from api.people.schemas import PersonRef
from api.playbook.models import AnswerOrigin

Said = Annotated[
    str, StringConstraints(min_length=1, max_length=500, strip_whitespace=True), Storable
]
"""As much as one says in a breath."""


class AnswerWords(InputModel):
    """What we say, in one language or both."""

    zh: Said | None = Field(default=None, examples=["当时谁回询盘、多久回？先看那一步。"])
    en: Said | None = Field(default=None, examples=["Who answered enquiries, and how fast?"])


def _by_language(given: Any) -> Any:
    """One string is read as Chinese when it holds a Chinese character, else as English."""
    if not isinstance(given, str):
        return given
    return {"zh": given} if has_han(given) else {"en": given}


WordsGiven = Annotated[
    AnswerWords, BeforeValidator(_by_language, json_schema_input_type=Said | AnswerWords)
]
ONE_STRING = "One string is enough: with a Chinese character it is `zh`, else `en`."


class OriginOfAnswer(BaseModel):
    """A round or a visit, by its id; who may open that record is decided there."""

    model_config = ConfigDict(extra="forbid", from_attributes=True, frozen=True)

    kind: AnswerOrigin
    id: UUID


class AnswerText(ReadModel):
    """What we say; null in a language nobody has written it in yet."""

    zh: str | None
    en: str | None


class AnswerBest(ReadModel):
    """One of the two answers offered first for an objection type."""

    id: UUID
    text: AnswerText
    worked: int = Field(description="Visits at which it met the objection.")
    partly: int
    not_worked: int
    check_on: date = Field(description="The day it returns for a look.")
    due_for_check: bool


class AnswerRead(AnswerBest):
    """An answer with where it came from. Whoever said it at which visit is not in it."""

    type_key: str
    author: PersonRef | None = Field(description="Null: it came with the playbook.")
    origin: OriginOfAnswer | None
    added_at: datetime
    retired: bool = Field(description="True: kept for old visits, no longer offered.")
    version: int


class AnswerNew(InputModel):
    model_config = example(
        id=AN_ID,
        type_key="noresult",
        text="谁回的询盘？我们先看那一周。",
        origin={"kind": "round", "id": ANOTHER_ID},
    )

    id: UUID | None = Field(
        default=None, description="A UUIDv7 born on the phone; sent twice, stored once."
    )
    type_key: Annotated[str, StringConstraints(pattern="^[a-z][a-z0-9_]{1,39}$")] = Field(
        description="What it answers: the key of an objection type.", examples=["noresult"]
    )
    text: WordsGiven = Field(description=ONE_STRING)
    origin: OriginOfAnswer | None = Field(default=None, description="Where it was born.")

    @model_validator(mode="after")
    def _says_something(self) -> "AnswerNew":
        if self.text.zh is None and self.text.en is None:
            raise Unfit(
                "An answer has words in at least one language.", "答法至少要有一种语言的文字。"
            )
        return self


class AnswerChange(InputModel):
    """What is absent stays; a language sent as null is taken away, as long as one is left."""

    model_config = example(text={"en": "Who answered the enquiries? Let us look at that week."})

    text: WordsGiven = Field(default_factory=unsent, description=ONE_STRING)
    retired: bool = Field(default_factory=bool)


class AnswerChecked(InputModel):
    """Still good."""

    model_config = example(check_on="2026-12-31")

    check_on: Day | None = Field(
        default=None, description="When to look again; left out, 90 days from today."
    )
