"""Promises on the wire. They are given in a talk (a debrief, a review, an advice, an answer to a help request)."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from api.clients.schemas import ClientRef
from api.commitments.models import CommitmentOrigin, CommitmentOutcome, Correction, EvidenceKind
from api.kit.wire import AN_ID, ANOTHER_ID, Day, InputModel, Line, ReadModel, Text, example, unsent
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
    evidence: Evidence | None = Field(
        default=None,
        description="A record, not a text: one of `GET /commitments/{id}/evidence`.",
    )


class DueNew(InputModel):
    model_config = example(id=AN_ID, due="2026-11-27", why="客户改到周五")

    id: UUID | None = Field(
        default=None,
        description="A UUIDv7 of this move, born on the phone; sent twice, it moves once.",
    )
    due: Day
    why: Text = Field(description="It stays with the promise, like the day it moves from.")


class ReplyNew(InputModel):
    model_config = example(id=AN_ID, words="我记得是客户先改的期，我们当天就说了。")

    id: UUID | None = Field(
        default=None, description="A UUIDv7, born on the phone; sent twice, it is one."
    )
    words: Line = Field(description="How you see it; it stays beside what was settled.")


class ReplyRead(ReadModel):
    id: UUID
    by: PersonRef
    said_to: CommitmentOutcome = Field(description="What was settled when it was said.")
    words: str
    at: datetime


class EvidenceRow(ReadModel):
    """A record of whoever gave the promise that both sides may open."""

    kind: EvidenceKind
    id: UUID
    day: date
    client: ClientRef | None
    opens_id: UUID = Field(description="What is opened to see it: of a round its drill.")


class PromiseEvidenceRead(ReadModel):
    chosen: EvidenceRow | None = Field(description="What was chosen, where both may still open it.")
    fitting: list[EvidenceRow] = Field(
        description="Since the promise was given, the latest first, twenty at most."
    )


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
    replies: list[ReplyRead] = Field(
        description="How the other side sees it, the earliest first; it changes nothing of the outcome."
    )
    version: int
