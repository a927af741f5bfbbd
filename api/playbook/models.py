"""Tables of the playbook. Texts are stored as `{"zh": …, "en": …}` and always replaced as a whole."""

import uuid
from datetime import date
from enum import StrEnum

import sqlalchemy as sa
from sqlmodel import Field

from api.kit.origin import Origin
from api.kit.rows import ChangingRow, Document, RecordId, belongs, one_of, refers

BilingualText = dict[str, str]


class AnswerOrigin(StrEnum):
    """Where somebody's own answer was born: in a round of a drill, or at a visit."""

    ROUND = "round"
    VISIT = "visit"


class UseResult(StrEnum):
    """Whether an answer met the objection at a real visit, as the rep says afterwards."""

    WORKED = "worked"
    PARTLY = "partly"
    NOT = "not"


class Skill(ChangingRow, table=True):
    """One of the areas a rep grows in: opening, discovery, presentation, objections, close, collection."""

    __tablename__ = "skills"
    __table_args__ = (belongs(), sa.UniqueConstraint("organisation_id", "key"))

    key: str = Field(max_length=40)
    name: BilingualText = Field(sa_type=Document)
    position: int


class Behaviour(ChangingRow, table=True):
    """Something a partner can see and tick as yes, partly or no (动作要点)."""

    __tablename__ = "behaviours"
    __table_args__ = (
        belongs(),
        refers("skill_id", "skills"),
        sa.Index(None, "organisation_id", "skill_id", "position"),
    )

    skill_id: uuid.UUID = Field(sa_type=RecordId)
    text: BilingualText = Field(sa_type=Document)
    position: int
    retired: bool = Field(default=False)
    birth_digest: bytes | None = Field(default=None)


class ObjectionType(ChangingRow, table=True):
    """What clients often say (异议), and the chip that names it; what we say to it is in `Answer`."""

    __tablename__ = "objection_types"
    __table_args__ = (belongs(), sa.UniqueConstraint("organisation_id", "key"))

    key: str = Field(max_length=40)
    name: BilingualText = Field(sa_type=Document)
    short: BilingualText = Field(sa_type=Document)
    words: BilingualText = Field(sa_type=Document)
    position: int
    retired: bool = Field(default=False)
    birth_digest: bytes | None = Field(default=None)


class Answer(ChangingRow, table=True):
    """What we say to an objection (应对话术); one without an author came with the playbook.

    Its text holds one language or both. Answers age (domain.md §5, 8): on `check_on` it returns for a look.
    """

    __tablename__ = "answers"
    __table_args__ = (
        belongs(),
        refers("type_id", "objection_types"),
        refers("author_id", "people"),
        one_of("origin_kind", AnswerOrigin),
        sa.CheckConstraint("(origin_kind IS NULL) = (origin_id IS NULL)", name="origin_is_whole"),
        sa.Index(None, "organisation_id", "type_id"),
        sa.Index(None, "organisation_id", "check_on", "id"),
    )

    type_id: uuid.UUID = Field(sa_type=RecordId)
    text: BilingualText = Field(sa_type=Document)
    author_id: uuid.UUID | None = Field(default=None, sa_type=RecordId)
    origin_kind: AnswerOrigin | None = Field(default=None, sa_type=sa.String(20))
    origin_id: uuid.UUID | None = Field(default=None, sa_type=RecordId)
    check_on: date
    retired: bool = Field(default=False)
    birth_digest: bytes | None = Field(default=None, sa_type=sa.LargeBinary(32))

    @property
    def origin(self) -> Origin | None:
        if self.origin_kind is None or self.origin_id is None:
            return None
        return Origin(self.origin_kind, self.origin_id)


class AnswerUse(ChangingRow, table=True):
    """An answer said at a visit, and how it went: one row for both, so that no count can double.

    A use that is taken back stays as a tombstone: the versions of all rows only ever add up to more, and
    the playbook's own version is their sum.
    """

    __tablename__ = "answer_uses"
    __table_args__ = (
        belongs(),
        refers("answer_id", "answers"),
        refers("visit_id", "visits"),
        refers("by_id", "people"),
        one_of("result", UseResult),
        sa.UniqueConstraint("organisation_id", "answer_id", "visit_id"),
        sa.Index(None, "organisation_id", "visit_id"),
        sa.Index(None, "organisation_id", "answer_id", "day", "id"),
        # The counts are read from this index alone: 10 ms in the place of 90 for a year's 60,000 uses.
        sa.Index(
            "ix_answer_uses_counts",
            "organisation_id",
            "answer_id",
            "result",
            "deleted_at",
            "version",
        ),
    )

    answer_id: uuid.UUID = Field(sa_type=RecordId)
    visit_id: uuid.UUID = Field(sa_type=RecordId)
    by_id: uuid.UUID = Field(sa_type=RecordId)
    result: UseResult = Field(sa_type=sa.String(20))
    day: date
