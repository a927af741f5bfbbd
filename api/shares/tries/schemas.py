"""What somebody tries, on the wire."""

from datetime import date, datetime
from typing import Self
from uuid import UUID

from pydantic import Field, model_validator

from api.clients.schemas import ClientRef
from api.kit.wire import AN_ID, ANOTHER_ID, InputModel, Moment, ReadModel, example
from api.kit.wording import Unfit
from api.people.schemas import PersonRef
from api.playbook.models import UseResult
from api.shares.models import ShareKind


class TryNew(InputModel):
    """A share or a case, and one of your own clients, or none yet."""

    model_config = example(case_id=AN_ID, client_id=ANOTHER_ID, wished_at="2026-11-23T11:20:00Z")

    share_id: UUID | None = None
    case_id: UUID | None = None
    client_id: UUID | None = Field(default=None, description="Null: no client yet.")
    wished_at: Moment

    @model_validator(mode="after")
    def _is_of_one(self) -> Self:
        if (self.share_id is None) is (self.case_id is None):
            raise Unfit("Name a share or a case.", "请写明是哪条分享或案例。")
        return self


class TryWord(InputModel):
    """How it went at a visit of yours that you checked in at; null: not at this one, the wish stands."""

    model_config = example(visit_id=AN_ID, result="worked")

    visit_id: UUID
    result: UseResult | None


class IdeaRead(ReadModel):
    """What is tried: a share, or a case."""

    share_id: UUID | None
    case_id: UUID | None
    kind: ShareKind
    title: str = Field(description="Empty where its author gave it none.")


class TryRead(ReadModel):
    id: UUID
    of: IdeaRead
    author: PersonRef = Field(description="Who told it.")
    client: ClientRef | None = Field(description="Null: no client yet.")
    wished_at: datetime
    result: UseResult | None = Field(description="Null until you tell how it went.")
    day: date | None = Field(description="Of the visit at which it was tried.")


class TriedRead(ReadModel):
    """For whoever told it: who tries it and what came of it, without the client."""

    id: UUID
    of: IdeaRead
    by: PersonRef
    wished_at: datetime
    result: UseResult | None
    day: date | None
