"""Rows: every one belongs to an organisation, and its key says so.

Keys are `(organisation_id, id)` and foreign keys are composite, so that the database itself refuses the id of
another organisation, and the schema can be distributed by organisation.
"""

import uuid
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any, cast

import sqlalchemy as sa
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import declared_attr
from sqlmodel import Field, Session, SQLModel
from uuid_utils.compat import uuid7

if TYPE_CHECKING:
    from api.kit.job import Job

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
SQLModel.metadata.naming_convention = NAMING


class _RecordId(sa.types.TypeDecorator[uuid.UUID]):
    """A UUID: sixteen bytes on SQLite, the native type on PostgreSQL."""

    impl = sa.LargeBinary(16)
    cache_ok = True

    @property
    def python_type(self) -> type[uuid.UUID]:
        return uuid.UUID

    def load_dialect_impl(self, dialect: Dialect) -> sa.types.TypeEngine[Any]:
        if dialect.name == "postgresql":
            return dialect.type_descriptor(sa.Uuid())
        return dialect.type_descriptor(sa.LargeBinary(16))

    def process_bind_param(self, value: uuid.UUID | str | None, dialect: Dialect) -> Any:
        if value is None:
            return None
        given = value if isinstance(value, uuid.UUID) else uuid.UUID(str(value))
        return given if dialect.name == "postgresql" else given.bytes

    def process_result_value(self, value: Any, _dialect: Dialect) -> uuid.UUID | None:
        if value is None or isinstance(value, uuid.UUID):
            return value
        return uuid.UUID(bytes=bytes(value))


class _UtcTime(sa.types.TypeDecorator[datetime]):
    """A moment, always aware and always UTC; SQLite itself would hand back naive times."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    @property
    def python_type(self) -> type[datetime]:
        return datetime

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time without a zone cannot be stored")
        moment = value.astimezone(UTC)
        return moment if dialect.name == "postgresql" else moment.replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


RecordId: Any = _RecordId
UtcTime: Any = _UtcTime
Document: Any = sa.JSON
"""A frozen document inside a row: the whole is replaced, its parts are never queried."""

OptionalDocument: Any = sa.JSON(none_as_null=True)
"""A document that may be absent; without it the row holds SQL's null, which can be asked for."""

Minor: Any = sa.BigInteger
"""Money is counted in the currency's smallest unit (fen, cent)."""


class Row(SQLModel):
    """A row that is written once."""

    organisation_id: uuid.UUID = Field(primary_key=True, sa_type=RecordId)
    id: uuid.UUID = Field(primary_key=True, sa_type=RecordId)
    created_at: datetime = Field(sa_type=UtcTime)


class ChangingRow(Row):
    """A row people change: `version` is its ETag, and a deleted one stays as a tombstone."""

    updated_at: datetime = Field(sa_type=UtcTime)
    version: int = Field(default=1)
    deleted_at: datetime | None = Field(default=None, sa_type=UtcTime)

    @declared_attr.directive
    @classmethod
    def __mapper_args__(cls) -> dict[str, Any]:
        table = cast(Any, cls).__table__
        return {"version_id_col": table.c.version}


def refers(column: str, table: str, *, on_delete: str = "RESTRICT") -> sa.ForeignKeyConstraint:
    """A foreign key that cannot leave its organisation: `(organisation_id, column) -> table`."""
    return sa.ForeignKeyConstraint(
        ["organisation_id", column],
        [f"{table}.organisation_id", f"{table}.id"],
        ondelete=on_delete,
    )


def one_of(column: str, kinds: type[StrEnum], *, name: str | None = None) -> sa.CheckConstraint:
    """The column holds a word of this list and no other; the constraint is named like it, unless told otherwise."""
    allowed = ", ".join(f"'{kind}'" for kind in kinds)
    return sa.CheckConstraint(f"{column} IN ({allowed})", name=name or column)


def beside(left: Any, right: Any, condition: Any) -> sa.ColumnElement[bool]:
    """A join from one table to another that stays inside the organisation."""
    return sa.and_(right.organisation_id == left.organisation_id, condition)


def belongs() -> sa.ForeignKeyConstraint:
    """Every table's first foreign key: the organisation it belongs to."""
    return sa.ForeignKeyConstraint(["organisation_id"], ["organisations.id"])


def new_id(db: Session) -> uuid.UUID:
    """A UUIDv7 for a row born here; the same ones again when the store replays the job."""
    job = cast("Job", db.info["job"])
    return job.next_id(uuid7)
