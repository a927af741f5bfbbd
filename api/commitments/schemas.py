"""Promises on the wire. They are given in a talk (a debrief, a review, an advice, an answer to a help request)."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from api.commitments.models import CommitmentOrigin, CommitmentOutcome, Correction, EvidenceKind
from api.kit.wire import AN_ID, ANOTHER_ID, Day, InputModel, ReadModel, Text, example, unsent
from api.people.schemas import PersonRef

SkillKey = Annotated[str, StringConstraints(pattern="^[a-z][a-z0-9_]{1,39}$")]


class OriginOfCommitment(ReadModel):
    """The talk it was given in; who may open that record is decided there."""

    kind: CommitmentOrigin
    id: UUID


class Evidence(BaseModel):
    """The record by which both can see it; who may open it is decided there."""

    model_config = ConfigDict(extra="forbid", from_attributes=True, frozen=True)

    kind: EvidenceKind
    id: UUID


class CommitmentChange(InputModel):
    """What is absent stays as it is."""

    model_config = example(how_seen="周四的签到里能看到“谁回询盘”这句")

    words: Text = Field(default_factory=unsent)
    how_seen: Text = Field(default_factory=unsent, description="How both of you will see it.")


class OutcomeNew(InputModel):
    model_config = example(
        outcome="partly",
        reason="问到了谁回询盘，没问到多久回",
        evidence={"kind": "visit", "id": ANOTHER_ID},
    )

    outcome: CommitmentOutcome
    reason: Text | None = Field(
        default=None, description="What stood in the way; needed unless it was kept."
    )
    evidence: Evidence | None = Field(default=None, description="A record, not a text.")


class DueNew(InputModel):
    model_config = example(id=AN_ID, due="2026-11-27", why="客户改到周五")

    id: UUID | None = Field(
        default=None,
        description="A UUIDv7 of this move, born on the phone; sent twice, it moves once.",
    )
    due: Day
    why: Text = Field(description="It stays with the promise, like the day it moves from.")


class MoveRead(ReadModel):
    id: UUID
    from_day: date
    to_day: date
    why: str
    by: PersonRef
    at: datetime


class CommitmentRead(ReadModel):
    id: UUID
    owner: PersonRef = Field(description="Who promised.")
    to: PersonRef = Field(description="To whom.")
    words: str
    how_seen: str = Field(description="How both of them will see it.")
    due: date
    correction: Correction | None = Field(description="Null for a helper's own promise.")
    skill_key: str | None
    client_id: UUID | None
    origin: OriginOfCommitment
    made_at: datetime
    moves: list[MoveRead] = Field(description="Each day it was moved from, the first one first.")
    outcome: CommitmentOutcome | None = Field(description="Null while it is open.")
    outcome_reason: str | None
    evidence: Evidence | None
    settled_at: datetime | None
    settled_by: PersonRef | None = Field(description="Either side may settle; the other sees who.")
    version: int
