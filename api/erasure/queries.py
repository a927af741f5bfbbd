"""The rows that are somebody's, as conditions on any table."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import SQLModel

from api.erasure.policy import Whose
from api.people.models import Person

TABLES = SQLModel.metadata.tables


def theirs(table: Any, whose: Iterable[Whose], person: Person) -> Any:
    """Within the organisation: rows of one of these."""
    ways = [way for one in whose for way in _ways(table, one, person)]
    return sa.and_(table.c.organisation_id == person.organisation_id, sa.or_(*ways))


def _ways(table: Any, one: Whose, person: Person) -> list[Any]:
    found = [table.c[column] == person.id for column in one.people]
    if one.parent is not None:
        column, parent, of = one.parent
        above = TABLES[parent]
        found.append(table.c[column].in_(sa.select(above.c.id).where(theirs(above, (of,), person))))
    if one.by_child is not None:
        child, column, of = one.by_child
        below = TABLES[child]
        leads = sa.select(below.c[column]).where(theirs(below, (of,), person))
        found.append(table.c.id.in_(leads))
    return found


def is_document(column: Any) -> bool:
    return isinstance(column.type, sa.JSON)


def clients_of(db: Any, person: Person) -> int:
    clients = TABLES["clients"]
    asked = sa.select(sa.func.count()).where(
        clients.c.organisation_id == person.organisation_id,
        clients.c.owner_id == person.id,
        clients.c.deleted_at.is_(None),
    )
    return int(db.connection().execute(asked).scalar_one())


def same_name(db: Any, person: Person, organisation_id: UUID) -> bool:
    """Whether a colleague bears the same name, so that a mention cannot be told apart."""
    people = TABLES["people"]
    asked = sa.select(sa.func.count()).where(
        people.c.organisation_id == organisation_id,
        people.c.id != person.id,
        people.c.family_name == person.family_name,
        people.c.given_name == person.given_name,
    )
    return bool(db.connection().execute(asked).scalar_one())
