"""What loading left behind, so that a later start knows whether anybody has written since."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col, select

from api.demo.ledger import digest
from api.kit.events import Event, EventRow
from api.people.models import Organisation
from api.tables import metadata

EDITION = 12
"""Goes up when the demo's content changes, so that an untouched one of before is built anew."""
NOT_WRITING = frozenset(
    {
        "refresh_tokens",
        "access_log",
        "sign_in_tries",
        "events",
        "event_counters",
        "flow_faults",
        "reminders",
        "deliveries",
    }
)
"""Signing in, looking and seeing a reminder leave the demo as it was."""


@dataclass(frozen=True)
class DemoLoaded(Event):
    """The demo company was built to end on `day`."""

    topic: ClassVar[str] = "demo.loaded"

    day: date
    edition: int
    digest: str


@dataclass(frozen=True)
class Found:
    """What already has the demo's place: a demo as it was loaded, or somebody's real company."""

    organisation_ids: tuple[UUID, ...]
    day: date
    edition: int
    zone: str
    is_demo: bool
    touched: bool


def organisations(db: Session, slugs: tuple[str, ...]) -> list[Organisation]:
    statement = select(Organisation).where(col(Organisation.slug).in_(slugs))
    return list(db.exec(statement.order_by(col(Organisation.slug))).all())


def found(db: Session, slugs: tuple[str, ...]) -> Found | None:
    """The demo that is there, touched when anything was written since; None when the place is free."""
    there = organisations(db, slugs)
    if not there:
        return None
    ids, zone = tuple(one.id for one in there), there[0].zone
    first = db.exec(
        select(EventRow).where(
            col(EventRow.organisation_id).in_(ids), col(EventRow.topic) == DemoLoaded.topic
        )
    ).first()
    if first is None or not all(one.demo for one in there):
        return Found(ids, date.min, 0, zone, is_demo=False, touched=True)
    told = first.payload
    touched = (
        told["digest"] != content(db, ids)
        if told["edition"] == EDITION
        else _anything_happened(db, ids)
    )
    day = date.fromisoformat(told["day"])
    return Found(ids, day, told["edition"], zone, is_demo=True, touched=touched)


def _anything_happened(db: Session, organisation_ids: tuple[UUID, ...]) -> bool:
    """For a demo of an older edition: its rows have other columns since, so that its digest says nothing any more."""
    told_since = select(EventRow.seq).where(
        col(EventRow.organisation_id).in_(organisation_ids), col(EventRow.topic) != DemoLoaded.topic
    )
    return db.exec(told_since).first() is not None


def content(db: Session, organisation_ids: tuple[UUID, ...]) -> str:
    return digest(db, organisation_ids, without=NOT_WRITING)


def take_away(db: Session, organisation_ids: tuple[UUID, ...]) -> None:
    """Every row of these organisations; references within a table go first."""
    connection = db.connection()
    for table in reversed(metadata.sorted_tables):
        key = "id" if table.name == "organisations" else "organisation_id"
        if key not in table.c:
            continue
        mine = table.c[key].in_(organisation_ids)
        for own in (key for key in table.foreign_key_constraints if key.referred_table is table):
            column = own.columns[own.column_keys[-1]]
            connection.execute(sa.update(table).where(mine).values({column: None}))
        connection.execute(sa.delete(table).where(mine))
