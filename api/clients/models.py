"""Tables of clients, and what counts as an answer on a client sheet."""

import uuid
from datetime import datetime
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlmodel import Field

from api.kit.rows import ChangingRow, Document, RecordId, Row, UtcTime, belongs, one_of, refers
from api.kit.text import pinyin_initials, spaced

SheetContent = dict[str, Any]
MOST_SEARCHED, MOST_INITIALS = 480, 240


class ExportsNow(StrEnum):
    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class ContactRole(StrEnum):
    """Part in the decision: boss 决策人 (KP), influencer 影响人, user, gatekeeper 守门人."""

    BOSS = "boss"
    INFLUENCER = "influencer"
    USER = "user"
    GATEKEEPER = "gatekeeper"
    UNKNOWN = "unknown"


class SheetPart(StrEnum):
    """The four answers asked before a round: who decides, how things stand, what they will say, who else sells."""

    DECIDER = "decider"
    SITUATION = "situation"
    OBJECTIONS = "objections"
    COMPETITORS = "competitors"


EMPTY_SHEET: SheetContent = {
    "decider": {"text": "", "unknown": False},
    "situation": {"text": "", "unknown": False},
    "objections": {"items": [], "unknown": False},
    "competitors": {"items": [], "unknown": False},
    "goal": "",
    "amount": None,
    "fall_back": "",
}


def missing(content: SheetContent) -> list[SheetPart]:
    """Parts nobody has answered yet."""
    return [part for part in SheetPart if not _answered(content[part])]


def questions(content: SheetContent) -> list[SheetPart]:
    """Parts the rep does not know yet and will ask at the visit."""
    return [part for part in SheetPart if content[part]["unknown"]]


def _answered(answer: dict[str, Any]) -> bool:
    return bool(answer["unknown"] or answer.get("text") or answer.get("items"))


class Client(ChangingRow, table=True):
    """A company 客户. `name_search` and `initials` are what it is found by."""

    __tablename__ = "clients"
    __table_args__ = (
        belongs(),
        refers("owner_id", "people"),
        one_of("exports_now", ExportsNow),
        sa.Index(None, "organisation_id", "owner_id", "initials", "id"),
        sa.Index(None, "organisation_id", "external_id"),
    )

    owner_id: uuid.UUID = Field(sa_type=RecordId)
    name: str = Field(max_length=120)
    name_search: str = Field(max_length=MOST_SEARCHED)
    initials: str = Field(max_length=MOST_INITIALS)
    industry: str | None = Field(default=None, max_length=60)
    district: str | None = Field(default=None, max_length=60)
    size: str | None = Field(default=None, max_length=60)
    exports_now: ExportsNow = Field(sa_type=sa.String(20))
    channels: str | None = Field(default=None, max_length=200)
    grade: str | None = Field(default=None, max_length=60)
    source: str | None = Field(default=None, max_length=60)
    external_id: str | None = Field(default=None, max_length=120)
    birth_digest: bytes | None = Field(default=None)

    def rename(self, name: str) -> None:
        self.name = name
        # Unicode folding may lengthen a name eighteenfold; what is found by fits its column all the same.
        self.name_search = spaced(name)[:MOST_SEARCHED]
        self.initials = pinyin_initials(name)[:MOST_INITIALS]


class Contact(ChangingRow, table=True):
    """Somebody at a client (联系人) and their part in the decision."""

    __tablename__ = "contacts"
    __table_args__ = (
        belongs(),
        refers("client_id", "clients"),
        one_of("role", ContactRole),
        sa.Index(None, "organisation_id", "client_id"),
    )

    client_id: uuid.UUID = Field(sa_type=RecordId)
    name: str = Field(max_length=60)
    title: str | None = Field(default=None, max_length=60)
    role: ContactRole = Field(sa_type=sa.String(20))
    birth_digest: bytes | None = Field(default=None)


class ClientOwner(Row, table=True):
    """Who looked after a client, from when, and until when; the row without an end is today's owner."""

    __tablename__ = "client_owners"
    __table_args__ = (
        belongs(),
        refers("client_id", "clients"),
        refers("owner_id", "people"),
        sa.Index(None, "organisation_id", "client_id", "owner_id"),
    )

    client_id: uuid.UUID = Field(sa_type=RecordId)
    owner_id: uuid.UUID = Field(sa_type=RecordId)
    owned_until: datetime | None = Field(default=None, sa_type=UtcTime)


class ClientSheet(Row, table=True):
    """One version of a client's sheet 客户分析, as its author saved it."""

    __tablename__ = "client_sheets"
    __table_args__ = (
        belongs(),
        refers("client_id", "clients"),
        refers("author_id", "people"),
        sa.UniqueConstraint("organisation_id", "client_id", "number"),
    )

    client_id: uuid.UUID = Field(sa_type=RecordId)
    number: int
    author_id: uuid.UUID = Field(sa_type=RecordId)
    content: SheetContent = Field(sa_type=Document)
    birth_digest: bytes
