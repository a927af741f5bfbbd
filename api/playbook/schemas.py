"""The playbook on the wire."""

import uuid
from typing import Annotated

from pydantic import Field, StringConstraints

from api.kit.wire import AN_ID, Bilingual, InputModel, ReadModel, example, unsent
from api.playbook.answers.schemas import AnswerBest

Key = Annotated[
    str, StringConstraints(pattern="^[a-z][a-z0-9_]{1,39}$"), Field(examples=["noresult"])
]
Place = Annotated[int, Field(ge=1, le=999, description="Place in the list, from 1.")]


class BehaviourRead(ReadModel):
    id: uuid.UUID
    skill_id: uuid.UUID
    text: Bilingual = Field(examples=[{"zh": "先问再答", "en": "Asks before answering"}])
    position: int
    retired: bool = Field(description="True: kept for old drills, no longer offered.")
    version: int


class SkillRead(ReadModel):
    id: uuid.UUID
    key: Key
    name: Bilingual
    position: int
    version: int


class SkillWithBehaviours(SkillRead):
    behaviours: list[BehaviourRead]


class ObjectionTypeRead(ReadModel):
    id: uuid.UUID
    key: Key
    name: Bilingual
    short: Bilingual = Field(description="The words on a chip.")
    words: Bilingual = Field(description="How clients usually say it.")
    best: list[AnswerBest] = Field(
        description="The answers to offer first, at most two: those that worked at visits as far as so few "
        "visits let us be sure, then what nobody has tried yet."
    )
    position: int
    retired: bool = Field(description="True: kept for old visits, no longer offered.")
    version: int


class PlaybookRead(ReadModel):
    version: int = Field(
        description="Grows with every change to any part and every use of an answer."
    )
    skills: list[SkillWithBehaviours]
    objection_types: list[ObjectionTypeRead]


class SkillChange(InputModel):
    """A text is sent whole, in both languages."""

    model_config = example(name={"zh": "处理异议", "en": "Objections"})

    name: Bilingual


class BehaviourNew(InputModel):
    model_config = example(skill_id=AN_ID, text={"zh": "先问再答", "en": "Asks before answering"})

    id: uuid.UUID | None = Field(default=None, description="Send one so that a repeat is known.")
    skill_id: uuid.UUID
    text: Bilingual


class BehaviourChange(InputModel):
    """What is absent stays as it is."""

    model_config = example(position=2)

    text: Bilingual = Field(default_factory=unsent)
    position: Place = Field(default_factory=int)
    retired: bool = Field(default_factory=bool)


class ObjectionTypeNew(InputModel):
    model_config = example(
        key="moving",
        name={"zh": "要搬厂", "en": "Moving the factory"},
        short={"zh": "搬厂", "en": "Moving"},
        words={"zh": "等搬完厂再说。", "en": "After we have moved."},
        answer={"zh": "搬厂前后各有什么要准备？", "en": "What is to prepare before and after?"},
    )

    id: uuid.UUID | None = Field(default=None, description="Send one so that a repeat is known.")
    key: Key
    name: Bilingual
    short: Bilingual
    words: Bilingual
    answer: Bilingual = Field(description="The first answer to it.")


class ObjectionTypeChange(InputModel):
    """What is absent stays as it is; the key never changes, since visits and sheets name it."""

    model_config = example(retired=True)

    name: Bilingual = Field(default_factory=unsent)
    short: Bilingual = Field(default_factory=unsent)
    words: Bilingual = Field(default_factory=unsent)
    position: Place = Field(default_factory=int)
    retired: bool = Field(default_factory=bool)
