"""Clients, contacts and the client sheet on the wire."""

import uuid
from datetime import datetime
from typing import Annotated

from pydantic import Field, StringConstraints

from api.clients.models import ContactRole, ExportsNow, SheetPart
from api.kit.wire import (
    AN_ID,
    ANOTHER_ID,
    InputModel,
    Line,
    Money,
    OptionalText,
    ReadModel,
    Storable,
    Word,
    example,
)
from api.people.schemas import PersonRef
from api.playbook.schemas import Key

MOST_CONTACTS = 20
MOST_LINES = 3
BORN_ID = "Send one born on the phone (UUIDv7), so that a repeat is known."
CompanyName = Annotated[
    str,
    StringConstraints(min_length=1, max_length=120, strip_whitespace=True),
    Storable,
    Field(examples=["暖屿灯饰"]),
]
ExternalId = Annotated[
    str,
    StringConstraints(min_length=1, max_length=120, strip_whitespace=True),
    Storable,
    Field(description="Their id in your own system."),
]


class ClientRef(ReadModel):
    """A client by name, for records that point at one."""

    id: uuid.UUID
    name: str = Field(examples=["暖屿灯饰"])


class ContactNew(InputModel):
    model_config = example(name="吴建平", title="总经理", role="boss")

    id: uuid.UUID | None = Field(default=None, description=BORN_ID)
    name: Word = Field(examples=["吴建平"])
    title: Word | None = Field(default=None, examples=["总经理"])
    role: ContactRole = Field(description="Part in the decision; the boss decides (KP).")


class ContactChange(InputModel):
    """What is absent stays; null clears."""

    model_config = example(title="董事长")

    name: Word = Field(default_factory=str)
    title: Word | None = None
    role: ContactRole = Field(default_factory=lambda: ContactRole.UNKNOWN)


class ContactRead(ReadModel):
    id: uuid.UUID
    name: str
    title: str | None
    role: ContactRole


class ClientNew(InputModel):
    model_config = example(
        id=AN_ID,
        name="暖屿灯饰",
        industry="灯具",
        district="北仑",
        exports_now="yes",
        grade="A",
        contacts=[{"name": "吴建平", "title": "总经理", "role": "boss"}],
    )

    id: uuid.UUID | None = Field(default=None, description=BORN_ID)
    name: CompanyName
    industry: Word | None = Field(default=None, examples=["灯具"])
    district: Word | None = Field(default=None, examples=["北仑"])
    size: Word | None = Field(default=None, examples=["50–100 人"])
    exports_now: ExportsNow = ExportsNow.UNKNOWN
    channels: Line | None = Field(default=None, description="How they sell today.")
    grade: Word | None = Field(default=None, description="Key of one of the organisation's grades.")
    source: Word | None = Field(default=None, description="How we came to know them.")
    external_id: ExternalId | None = None
    contacts: list[ContactNew] = Field(default_factory=list, max_length=MOST_CONTACTS)


class ClientChange(InputModel):
    """What is absent stays; null clears. The owner changes by hand-over only."""

    model_config = example(district="镇海", grade="A1")

    name: CompanyName = Field(default_factory=str)
    industry: Word | None = None
    district: Word | None = None
    size: Word | None = None
    exports_now: ExportsNow = Field(default_factory=lambda: ExportsNow.UNKNOWN)
    channels: Line | None = None
    grade: Word | None = None
    source: Word | None = None
    external_id: ExternalId | None = None


class SheetState(ReadModel):
    """How far the client sheet is. Version 0: nobody has begun it."""

    version: int
    answers_ready: int = Field(ge=0, le=len(SheetPart), description="Answered parts of the four.")
    missing: list[SheetPart]


class ClientRead(ReadModel):
    id: uuid.UUID
    name: str
    owner: PersonRef
    industry: str | None
    district: str | None
    size: str | None
    exports_now: ExportsNow
    channels: str | None
    grade: str | None
    source: str | None
    external_id: str | None
    contacts: list[ContactRead]
    sheet: SheetState
    created_at: datetime
    updated_at: datetime
    version: int


class ClientCard(ReadModel):
    """A line in the list of clients."""

    id: uuid.UUID
    name: str
    owner: PersonRef
    industry: str | None
    district: str | None
    grade: str | None
    boss: str | None = Field(description="Name of the contact who decides.")
    answers_ready: int


class TextAnswer(InputModel):
    """`unknown` true means: I do not know yet and will ask. That is an answer."""

    text: OptionalText
    unknown: bool = False


class ObjectionExpected(InputModel):
    """What the client will probably say, in their words, and the line planned for it."""

    id: uuid.UUID
    type_key: Key | None = None
    words: Line = Field(examples=["做过一年，一个单都没有。"])
    answer: OptionalText = Field(examples=["当时谁回询盘、多久回？先看那一步。"])
    answer_id: uuid.UUID | None = Field(
        default=None, description="The playbook's answer, when it is one word for word."
    )


class ObjectionsAnswer(InputModel):
    items: list[ObjectionExpected] = Field(max_length=MOST_LINES)
    unknown: bool = False


class CompetitorHeard(InputModel):
    """Somebody else who sells to them, and what they claim."""

    id: uuid.UUID
    name: Word = Field(examples=["环贸网"])
    claim: OptionalText = Field(examples=["便宜一半"])


class CompetitorsAnswer(InputModel):
    items: list[CompetitorHeard] = Field(max_length=MOST_LINES)
    unknown: bool = False


class SheetNew(InputModel):
    """The sheet as a whole; it becomes a new version."""

    model_config = example(
        id=AN_ID,
        decider={"text": "吴建平，一个人定", "unknown": False},
        situation={"text": "三条线，一半出口", "unknown": False},
        objections={
            "items": [
                {
                    "id": ANOTHER_ID,
                    "type_key": "noresult",
                    "words": "做过一年，一个单都没有。",
                    "answer": "当时谁回询盘、多久回？先看那一步。",
                }
            ],
            "unknown": False,
        },
        competitors={"items": [], "unknown": True},
        goal="约合伙人周四一起谈",
        fall_back="留下去年的询盘表",
    )

    id: uuid.UUID | None = Field(default=None, description=BORN_ID)
    decider: TextAnswer
    situation: TextAnswer
    objections: ObjectionsAnswer
    competitors: CompetitorsAnswer
    goal: OptionalText = Field(default="", description="What this visit should reach.")
    amount: Money | None = None
    fall_back: OptionalText = Field(default="", description="What we settle for if not.")


class TextAnswerRead(ReadModel):
    text: str
    unknown: bool


class ObjectionExpectedRead(ReadModel):
    id: uuid.UUID
    type_key: str | None
    words: str
    answer: str
    answer_id: uuid.UUID | None


class ObjectionsAnswerRead(ReadModel):
    items: list[ObjectionExpectedRead]
    unknown: bool


class CompetitorHeardRead(ReadModel):
    id: uuid.UUID
    name: str
    claim: str


class CompetitorsAnswerRead(ReadModel):
    items: list[CompetitorHeardRead]
    unknown: bool


class SheetRead(ReadModel):
    """A version of the sheet; version 0 is the empty one of a client nobody has prepared."""

    id: uuid.UUID | None
    client_id: uuid.UUID
    version: int
    decider: TextAnswerRead
    situation: TextAnswerRead
    objections: ObjectionsAnswerRead
    competitors: CompetitorsAnswerRead
    goal: str
    amount: Money | None
    fall_back: str
    answers_ready: int
    missing: list[SheetPart]
    questions: list[SheetPart] = Field(description="Not known yet: ask at the visit.")
    updated_at: datetime | None
    author: PersonRef | None
