"""The tables of proposed topics and of the votes for them."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from api.kit.rows import (
    ChangingRow,
    Document,
    OptionalDocument,
    RecordId,
    Row,
    UtcTime,
    belongs,
    one_of,
    refers,
)
from api.training.models import TopicClass


class ProposedBy(StrEnum):
    """Somebody of the team, what the team hears at its clients, or what the method saw that people want to know."""

    PERSON = "person"
    FIELD = "field"
    METHOD = "method"


class Decision(StrEnum):
    ACCEPTED = "accepted"
    LATER = "later"


class TopicProposal(ChangingRow, table=True):
    """A topic a team would like; `sentences` are what its clients said, with no client named.

    `stalled_before` and `stalled_now` are `{"stalled": 3, "of": 9}`: visits where it was said, and how many stuck.
    """

    __tablename__ = "topic_proposals"
    __table_args__ = (
        belongs(),
        refers("team_id", "teams"),
        refers("by_id", "people"),
        refers("decided_by_id", "people"),
        refers("session_id", "training_sessions"),
        one_of("proposed_by", ProposedBy),
        one_of("topic_class", TopicClass),
        one_of("decision", Decision),
        sa.CheckConstraint("(proposed_by = 'person') = (by_id IS NOT NULL)", name="by_whom"),
        sa.CheckConstraint(
            "(proposed_by = 'field') = (heard IS NOT NULL) "
            "AND (proposed_by <> 'field' OR type_key IS NOT NULL)",
            name="heard_in_the_field",
        ),
        sa.CheckConstraint(
            "(decision IS NULL) = (decided_at IS NULL) "
            "AND (decision IS NULL) = (decided_by_id IS NULL)",
            name="decided_is_whole",
        ),
        sa.CheckConstraint(
            "(decision IS NULL OR decision <> 'later') OR later_words IS NOT NULL",
            name="later_with_a_word",
        ),
        sa.CheckConstraint(
            "(decision IS NULL OR decision <> 'accepted') OR session_id IS NOT NULL",
            name="accepted_for_a_session",
        ),
        sa.Index(None, "organisation_id", "team_id", "id"),
    )

    team_id: UUID = Field(sa_type=RecordId)
    proposed_by: ProposedBy = Field(sa_type=sa.String(20))
    by_id: UUID | None = Field(default=None, sa_type=RecordId)
    topic: str = Field(max_length=200)
    topic_class: TopicClass = Field(sa_type=sa.String(20))
    type_key: str | None = Field(default=None, max_length=40)
    skill_key: str | None = Field(default=None, max_length=40)
    words: str | None = Field(default=None, max_length=2000)
    heard: int | None = Field(default=None)
    sentences: list[str] = Field(default_factory=list, sa_type=Document)
    stalled_before: dict[str, int] | None = Field(default=None, sa_type=OptionalDocument)
    stalled_now: dict[str, int] | None = Field(default=None, sa_type=OptionalDocument)
    heard_until: date | None = Field(default=None)
    decision: Decision | None = Field(default=None, sa_type=sa.String(20))
    decided_at: datetime | None = Field(default=None, sa_type=UtcTime)
    decided_by_id: UUID | None = Field(default=None, sa_type=RecordId)
    later_words: str | None = Field(default=None, max_length=2000)
    session_id: UUID | None = Field(default=None, sa_type=RecordId)
    birth_digest: bytes | None = Field(default=None, sa_type=sa.LargeBinary(32))


class TopicVote(Row, table=True):
    """One vote of one person; only its owner ever learns whose it is."""

    __tablename__ = "topic_votes"
    __table_args__ = (
        belongs(),
        refers("proposal_id", "topic_proposals", on_delete="CASCADE"),
        refers("person_id", "people"),
        sa.UniqueConstraint("organisation_id", "proposal_id", "person_id"),
    )

    proposal_id: UUID = Field(sa_type=RecordId)
    person_id: UUID = Field(sa_type=RecordId)
