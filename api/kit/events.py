"""Facts: what a sales team would say afterwards, kept in one append-only table with no gaps.

The table is change feed, source of webhooks and live rooms, and the outbox of the server. Facts carry ids and
plain values only; what a client said or a coach wrote is never in them.
"""

import uuid
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any, ClassVar, TypeVar

import sqlalchemy as sa
from pydantic import TypeAdapter
from sqlmodel import Field, Session, SQLModel, col

from api.kit.clock import now
from api.kit.job import job_of
from api.kit.rows import Document, Minor, RecordId, Row, UtcTime, belongs


@dataclass(frozen=True)
class Event:
    """Base of all facts; a subclass names its `topic` ("visit.checked_in")."""

    topic: ClassVar[str]


class EventRow(SQLModel, table=True):
    """`seq` counts 1, 2, 3 … within an organisation in the order of commits."""

    __tablename__ = "events"
    __table_args__ = (belongs(),)

    organisation_id: uuid.UUID = Field(primary_key=True, sa_type=RecordId)
    seq: int = Field(primary_key=True, sa_type=Minor, sa_column_kwargs={"autoincrement": False})
    topic: str = Field(max_length=60)
    actor_id: uuid.UUID | None = Field(default=None, sa_type=RecordId)
    payload: dict[str, Any] = Field(sa_type=Document)
    at: datetime = Field(sa_type=UtcTime)


class EventCounter(SQLModel, table=True):
    """The last `seq` an organisation has given out."""

    __tablename__ = "event_counters"
    __table_args__ = (belongs(),)

    organisation_id: uuid.UUID = Field(primary_key=True, sa_type=RecordId)
    last: int = Field(sa_type=Minor)


class FlowFault(Row, table=True):
    """A flow that broke: the work that caused it stands, and the fault waits to be tried again."""

    __tablename__ = "flow_faults"
    __table_args__ = (belongs(),)

    topic: str = Field(max_length=60)
    payload: dict[str, Any] = Field(sa_type=Document)
    flow: str = Field(max_length=120)
    error: str = Field(max_length=120)
    tries: int = Field(default=1)


E = TypeVar("E", bound=Event)
Handler = Callable[[Session, Any, uuid.UUID], None]
_handlers: dict[type[Event], list[Handler]] = {}


def on(
    kind: type[E],
) -> Callable[[Callable[[Session, E, uuid.UUID], None]], Callable[[Session, E, uuid.UUID], None]]:
    """Registers a flow: called as `flow(db, event, organisation_id)` in the transaction of the event."""

    def register(
        flow: Callable[[Session, E, uuid.UUID], None],
    ) -> Callable[[Session, E, uuid.UUID], None]:
        _handlers.setdefault(kind, []).append(flow)
        return flow

    return register


def flows_of(event: Event) -> tuple[Handler, ...]:
    return tuple(_handlers.get(type(event), ()))


def name_of(flow: Handler) -> str:
    """By which a fault remembers its flow."""
    return f"{flow.__module__}.{flow.__qualname__}"[:120]


def forget(flow: Handler) -> None:
    """Takes a flow out again; tests use it to leave no trace."""
    for flows in _handlers.values():
        if flow in flows:
            flows.remove(flow)


def publish(
    db: Session, organisation_id: uuid.UUID, event: Event, *, by: uuid.UUID | None = None
) -> None:
    """Notes a fact; it is numbered and written at the end of the transaction."""
    job_of(db).facts.append((organisation_id, by, event))


def write_facts(db: Session) -> None:
    """Numbers and stores the job's facts; the counter's row stays locked only until the commit."""
    by_organisation: dict[uuid.UUID, list[tuple[uuid.UUID | None, Event]]] = {}
    for organisation_id, by, event in job_of(db).facts:
        by_organisation.setdefault(organisation_id, []).append((by, event))
    for organisation_id, facts in sorted(by_organisation.items()):
        last = _advance(db, organisation_id, len(facts))
        first = last - len(facts) + 1
        rows = [
            {
                "organisation_id": organisation_id,
                "seq": first + place,
                "topic": event.topic,
                "actor_id": by,
                "payload": plain(event),
                "at": now(db),
            }
            for place, (by, event) in enumerate(facts)
        ]
        db.connection().execute(sa.insert(EventRow.__table__), rows)  # type: ignore[attr-defined]  # SQLModel adds __table__


def plain(event: Event) -> dict[str, Any]:
    """The fact as JSON values."""
    return {name: _plain(value) for name, value in asdict(event).items()}


def rebuilt(topic: str, payload: dict[str, Any]) -> Event:
    """The fact that `plain` wrote down. LookupError when no module read so far has that topic."""
    for kind in _kinds(Event):
        if kind.topic == topic:
            fact: Event = TypeAdapter(kind).validate_python(payload)
            return fact
    raise LookupError(topic)


def _kinds(of: type[Event]) -> Iterator[type[Event]]:
    for kind in of.__subclasses__():
        yield kind
        yield from _kinds(kind)


def _plain(value: Any) -> Any:
    if isinstance(value, uuid.UUID):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    return [_plain(part) for part in value] if isinstance(value, list | tuple) else value


def _advance(db: Session, organisation_id: uuid.UUID, by: int) -> int:
    counter = EventCounter.__table__  # type: ignore[attr-defined]  # SQLModel adds __table__
    advanced = db.connection().execute(
        sa.update(counter)
        .where(col(EventCounter.organisation_id) == organisation_id)
        .values(last=counter.c.last + by)
        .returning(counter.c.last)
    )
    last = advanced.scalar_one_or_none()
    if last is None:
        db.connection().execute(
            sa.insert(counter), [{"organisation_id": organisation_id, "last": by}]
        )
        return by
    return int(last)
