"""The pre-read on the wire."""

from datetime import date, datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from api.clients.schemas import ClientRef
from api.kit.wire import InputModel, Money, ReadModel, Storable, Text, example
from api.kit.wording import Unfit
from api.people.schemas import PersonRef
from api.reviews.pre_reads.models import FactPart, LinkKind

Notes = Annotated[str, StringConstraints(max_length=4000, strip_whitespace=True), Storable]


class EvidenceOfPraise(BaseModel):
    """A record of the snapshot, by its id; who may open it is decided there."""

    model_config = ConfigDict(extra="forbid", from_attributes=True, frozen=True)

    kind: LinkKind
    id: UUID


class PersonsPart(InputModel):
    """The three things of whoever is reviewed."""

    wants: Text = Field(description="What I want to talk about.", examples=["价格怎么谈"])
    stuck: Text | None = Field(default=None, description="Where I am stuck.")
    tried: Text | None = Field(default=None, description="What I have tried.")


class HostsPart(InputModel):
    """One praise with the record it rests on, one question, one offer."""

    praise: Text
    evidence: EvidenceOfPraise | None = Field(
        default=None,
        description="One of the records the snapshot links to; needed wherever it links to one.",
    )
    question: Text
    offer: Text


class PreReadNew(InputModel):
    """Your part: `person` by whoever is reviewed, `host` by whoever hosts."""

    model_config = example(
        person={
            "wants": "老板总不在，怎么约",
            "stuck": "见的多是业务员",
            "tried": "改下午去，好一点",
        }
    )

    person: PersonsPart | None = None
    host: HostsPart | None = None

    @model_validator(mode="after")
    def _is_one_part(self) -> Self:
        if (self.person is None) == (self.host is None):
            raise Unfit("Send your own part: person or host.", "只发自己那一份：person 或 host。")
        return self


class PreparationNew(InputModel):
    """Your own notes on the way to the talk. They are deleted when the review closes."""

    model_config = example(words="先问他自己怎么看，再说有效率")

    words: Notes


class LinkRead(ReadModel):
    """A record a fact is made of, with the client it is about, if any, and its day."""

    kind: LinkKind
    id: UUID
    client: ClientRef | None
    on: date | None


class FactRead(ReadModel):
    """One fact of the days since the last review: `figure` of `of`, or an amount.

    `target` is what a goal names, in the unit of the figure, or in the smallest unit of the amount.
    """

    part: FactPart
    key: str = Field(examples=["visits_made"])
    figure: int | None
    of: int | None
    target: int | None
    money: Money | None
    type_key: str | None = Field(description="The objection type, when the fact is about one.")
    short: bool = Field(description="The factor that is short of its target.")
    links: list[LinkRead] = Field(description="The records it is made of, the newest first.")


class SnapshotRead(ReadModel):
    """The facts both sides talk about. No confidence, no score, no order of people is in it."""

    taken_at: datetime
    frozen: bool = Field(
        description="They stand from the evening before, and once the talk has begun. Until then a look takes them anew."
    )
    since: date
    until: date
    facts: list[FactRead]


class PersonsPartRead(ReadModel):
    by: PersonRef
    wants: str
    stuck: str | None
    tried: str | None
    written_at: datetime


class HostsPartRead(ReadModel):
    by: PersonRef
    praise: str
    evidence: EvidenceOfPraise | None
    question: str
    offer: str
    written_at: datetime
