"""Tables of who somebody is; logins, keys and links are stored as digests only."""

import uuid
from datetime import date, datetime
from enum import StrEnum
from typing import Any, cast

import sqlalchemy as sa
from sqlalchemy.orm import declared_attr
from sqlmodel import Field, SQLModel

from api.kit.rows import ChangingRow, Document, RecordId, Row, UtcTime, belongs, refers
from api.kit.text import folded, pinyin_initials


class Role(StrEnum):
    """What somebody is signed in as. METHOD is no person: it is the method itself, acting through a flow."""

    REP = "rep"
    MANAGER = "manager"
    REGIONAL_MANAGER = "regional_manager"
    TRAINER = "trainer"
    ADMIN = "admin"
    METHOD = "method"


class TeamKind(StrEnum):
    REGION = "region"
    TEAM = "team"


class Spoken(StrEnum):
    """The language a person has chosen; who has chosen none reads the language of the phone."""

    CHINESE = "zh-CN"
    ENGLISH = "en"


class InvitationKind(StrEnum):
    JOIN = "join"
    RESET = "reset"


class SightKind(StrEnum):
    """What of somebody's own record was opened by another."""

    VISITS = "visits"
    DRILL = "drill"
    CLIENT_SHEET = "client_sheet"
    PLAN = "plan"
    COMMITMENTS = "commitments"
    DEALS = "deals"
    GOALS = "goals"
    HELP_REQUESTS = "help_requests"
    REVIEW = "review"
    RIDE_ALONG = "ride_along"
    LADDER = "ladder"
    TRAINING = "training"
    GROWTH = "growth"


MOST_FOUND_BY = 480


def found_by(family_name: str, given_name: str, latin_name: str) -> str:
    """What somebody is found by: "林小满 linxiaoman lxm"; each part without spaces, as what is asked for."""
    name = family_name + given_name
    parts = (folded(name), folded(latin_name), pinyin_initials(name))
    return " ".join(part.replace(" ", "") for part in parts)[:MOST_FOUND_BY]


def _one_of(column: str, *values: str) -> sa.CheckConstraint:
    allowed = ", ".join(f"'{value}'" for value in values)
    return sa.CheckConstraint(f"{column} IN ({allowed})", name=column)


class Organisation(SQLModel, table=True):
    """A company that uses Alongside. `settings` is read through `policy.OrganisationSettings`."""

    __tablename__ = "organisations"
    __table_args__ = (sa.UniqueConstraint("slug"),)

    id: uuid.UUID = Field(primary_key=True, sa_type=RecordId)
    created_at: datetime = Field(sa_type=UtcTime)
    updated_at: datetime = Field(sa_type=UtcTime)
    version: int = Field(default=1)
    slug: str = Field(max_length=40)
    name: str = Field(max_length=60)
    zone: str = Field(max_length=60)
    country: str = Field(max_length=2, description="Whose public holidays hold; empty for none.")
    week: list[int] = Field(
        sa_type=Document, description="ISO weekdays that are worked, 1 = Monday."
    )
    settings: dict[str, Any] = Field(sa_type=Document)
    demo: bool = Field(
        description="Today and tomorrow are working days and the evening is always open."
    )

    @declared_attr.directive
    @classmethod
    def __mapper_args__(cls) -> dict[str, Any]:
        return {"version_id_col": cast(Any, cls).__table__.c.version}


class Team(ChangingRow, table=True):
    """A region or a team within one. Its manager is the active person of that role whose team it is."""

    __tablename__ = "teams"
    __table_args__ = (
        belongs(),
        refers("parent_id", "teams"),
        _one_of("kind", *TeamKind),
        sa.Index(None, "organisation_id", "parent_id"),
    )

    kind: TeamKind = Field(sa_type=sa.String(20))
    name_zh: str = Field(max_length=200)
    name_en: str = Field(max_length=200)
    parent_id: uuid.UUID | None = Field(default=None, sa_type=RecordId)
    birth_digest: bytes | None = Field(default=None, sa_type=sa.LargeBinary)

    @property
    def name(self) -> dict[str, str]:
        return {"zh": self.name_zh, "en": self.name_en}


class Person(ChangingRow, table=True):
    """Somebody of the organisation. `keys_issue` counts up when every token given out before must
    end; `found_by` follows the names."""

    __tablename__ = "people"
    __table_args__ = (
        belongs(),
        refers("team_id", "teams"),
        sa.UniqueConstraint("organisation_id", "login"),
        _one_of("role", *(role for role in Role if role is not Role.METHOD)),
        _one_of("language", *Spoken),
        sa.Index(None, "organisation_id", "team_id"),
        sa.Index(None, "organisation_id", "latin_name", "id"),
        sa.Index("ix_people_login", "login"),
    )

    login: str = Field(max_length=60)
    family_name: str = Field(max_length=60)
    given_name: str = Field(max_length=60)
    latin_name: str = Field(max_length=120)
    found_by: str = Field(
        max_length=MOST_FOUND_BY, sa_column_kwargs={"server_default": sa.text("''")}
    )
    role: Role = Field(sa_type=sa.String(20))
    team_id: uuid.UUID | None = Field(default=None, sa_type=RecordId)
    language: Spoken | None = Field(default=None, sa_type=sa.String(10))
    newcomer: bool
    joined_on: date
    password_hash: str | None = Field(default=None, max_length=200)
    keys_issue: int = Field(default=1)
    disabled_at: datetime | None = Field(default=None, sa_type=UtcTime)
    disabled_reason: str | None = Field(default=None, max_length=200)
    birth_digest: bytes | None = Field(default=None, sa_type=sa.LargeBinary)

    @property
    def disabled(self) -> bool:
        return self.disabled_at is not None

    @property
    def invitation_accepted(self) -> bool:
        """Whether they have chosen a password; until then they cannot sign in."""
        return self.password_hash is not None


class MentorPair(ChangingRow, table=True):
    """Mentor 师傅 and apprentice 徒弟; it counts from `starts_on` to `ends_on`, both days included."""

    __tablename__ = "mentor_pairs"
    __table_args__ = (
        belongs(),
        refers("mentor_id", "people"),
        refers("apprentice_id", "people"),
        sa.CheckConstraint("mentor_id <> apprentice_id", name="two_people"),
        sa.CheckConstraint("ends_on IS NULL OR ends_on >= starts_on", name="order_of_days"),
        sa.Index(None, "organisation_id", "mentor_id"),
        sa.Index(None, "organisation_id", "apprentice_id"),
    )

    mentor_id: uuid.UUID = Field(sa_type=RecordId)
    apprentice_id: uuid.UUID = Field(sa_type=RecordId)
    starts_on: date
    ends_on: date | None = Field(default=None)
    birth_digest: bytes | None = Field(default=None, sa_type=sa.LargeBinary)


class CalendarDay(Row, table=True):
    """A day that differs from the working week and the public holidays, such as 调休."""

    __tablename__ = "calendar_days"
    __table_args__ = (belongs(), sa.UniqueConstraint("organisation_id", "day"))

    day: date
    working: bool
    name: str = Field(max_length=60)


class Invitation(Row, table=True):
    """A link to join or to choose a new password; a person has at most one, and it goes when it is used."""

    __tablename__ = "invitations"
    __table_args__ = (
        belongs(),
        refers("person_id", "people"),
        _one_of("kind", *InvitationKind),
        sa.UniqueConstraint("organisation_id", "person_id"),
    )

    person_id: uuid.UUID = Field(sa_type=RecordId)
    kind: InvitationKind = Field(sa_type=sa.String(20))
    digest: bytes = Field(sa_type=sa.LargeBinary)
    expires_at: datetime = Field(sa_type=UtcTime)


class RefreshToken(Row, table=True):
    """One sign-in on one device. Its secret is replaced at every refresh, and only the digest is kept."""

    __tablename__ = "refresh_tokens"
    __table_args__ = (
        belongs(),
        refers("person_id", "people"),
        sa.Index(None, "organisation_id", "person_id"),
    )

    person_id: uuid.UUID = Field(sa_type=RecordId)
    digest: bytes = Field(sa_type=sa.LargeBinary)
    rotated_at: datetime = Field(sa_type=UtcTime)
    expires_at: datetime = Field(sa_type=UtcTime)


class SignInTries(SQLModel, table=True):
    """Tries to sign in, per login and per address, both as keyed digests; forgotten after a day."""

    __tablename__ = "sign_in_tries"
    __table_args__ = (sa.Index(None, "last_at"),)

    who: str = Field(primary_key=True, max_length=64)
    tries: int
    last_at: datetime = Field(sa_type=UtcTime)
    not_before: datetime = Field(sa_type=UtcTime)


class AccessLog(Row, table=True):
    """Somebody opened a record of `owner_id`; one row per reader, kind and local day."""

    __tablename__ = "access_log"
    __table_args__ = (
        belongs(),
        refers("owner_id", "people"),
        refers("reader_id", "people"),
        _one_of("kind", *SightKind),
        sa.UniqueConstraint("organisation_id", "owner_id", "reader_id", "kind", "day"),
        sa.Index(None, "organisation_id", "owner_id", "day", "id"),
    )

    owner_id: uuid.UUID = Field(sa_type=RecordId)
    reader_id: uuid.UUID = Field(sa_type=RecordId)
    kind: SightKind = Field(sa_type=sa.String(20))
    day: date
    times: int
    last_at: datetime = Field(sa_type=UtcTime)
