"""Tables of the playbook. Texts are stored as `{"zh": …, "en": …}` and always replaced as a whole."""

import uuid

import sqlalchemy as sa
from sqlmodel import Field

from api.kit.rows import ChangingRow, Document, RecordId, belongs, refers

BilingualText = dict[str, str]


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
    """What clients often say (异议), the chip that names it, and the line we practise."""

    __tablename__ = "objection_types"
    __table_args__ = (belongs(), sa.UniqueConstraint("organisation_id", "key"))

    key: str = Field(max_length=40)
    name: BilingualText = Field(sa_type=Document)
    short: BilingualText = Field(sa_type=Document)
    words: BilingualText = Field(sa_type=Document)
    answer: BilingualText = Field(sa_type=Document)
    position: int
    retired: bool = Field(default=False)
    birth_digest: bytes | None = Field(default=None)
