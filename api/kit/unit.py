"""One unit of work inside an open transaction: the work, its flows, its sights, its facts."""

from collections.abc import Callable, Iterable
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import structlog
from sqlalchemy import Connection
from sqlalchemy.exc import InterfaceError, InternalError, OperationalError
from sqlmodel import Session

from api.kit.clock import now
from api.kit.events import (
    Event,
    FlowFault,
    Handler,
    flows_of,
    name_of,
    plain,
    write_facts,
)
from api.kit.job import Job, Sight
from api.kit.rows import new_id

log = structlog.get_logger()
Fact = tuple[UUID, UUID | None, Event]
Listener = Callable[[tuple[Fact, ...]], None]
MACHINE_FAULTS = (OperationalError, InternalError, InterfaceError)
"""Full disk, I/O, corruption, lost connection, serialization failure, deadlock: never a flow's own fault."""
MOST_FROM_FLOWS = 100


class TransactionEnded(Exception):
    """The database closed the transaction under us (a full disk, a lost connection): nothing of it is stored."""


@dataclass
class Work:
    """What to run, the future that waits for its COMMIT, and who is told of the records it opened."""

    job: Job
    run: Callable[[Session], Any]
    on_sights: Callable[[Session, Iterable[Sight]], None] | None = None
    future: "Future[Any]" = field(default_factory=Future)


def run_unit(connection: Connection, work: Work, *, is_open: Callable[[], bool]) -> Any:
    """Runs the work and everything that belongs to it on `connection`, whose transaction the caller commits.

    `is_open` tells whether the database still holds that transaction. A broken flow is swallowed only then.
    """
    work.job.begin()
    with Session(
        connection,
        join_transaction_mode="rollback_only",
        expire_on_commit=False,
        info={"job": work.job},
    ) as db:
        result = work.run(db)
        db.flush()
        _run_flows(db, is_open)
        if work.job.sights and work.on_sights is not None:
            work.on_sights(db, frozenset(work.job.sights))
        db.flush()
        write_facts(db)
        if not is_open():
            raise TransactionEnded
        db.expunge_all()
    return result


def _run_flows(db: Session, is_open: Callable[[], bool]) -> None:
    """Flows may publish facts in their turn; those are served too, up to a bound that only a loop can reach."""
    facts = db.info["job"].facts
    bound = len(facts) + MOST_FROM_FLOWS
    served = 0
    while served < len(facts):
        if len(facts) > bound:
            raise RuntimeError("flows keep answering one another")
        organisation_id, _, event = facts[served]
        served += 1
        for flow in flows_of(event):
            _run_flow(db, flow, event, organisation_id, is_open)


def _run_flow(
    db: Session, flow: Handler, event: Event, organisation_id: UUID, is_open: Callable[[], bool]
) -> None:
    """A flow's own half-written rows and facts go with its SAVEPOINT; the work that caused it stands."""
    facts = db.info["job"].facts
    before = len(facts)
    try:
        with db.begin_nested():
            flow(db, event, organisation_id)
            db.flush()
    except Exception as fault:
        if not is_open():
            raise TransactionEnded from fault
        if isinstance(fault, MACHINE_FAULTS):
            raise
        del facts[before:]
        _store_fault(db, flow, event, organisation_id, fault)


def _store_fault(
    db: Session, flow: Handler, event: Event, organisation_id: UUID, fault: Exception
) -> None:
    name = name_of(flow)
    log.error("flow.broke", flow=name, topic=event.topic, error=type(fault).__name__)
    db.add(
        FlowFault(
            organisation_id=organisation_id,
            id=new_id(db),
            created_at=now(db),
            topic=event.topic,
            payload=plain(event),
            flow=name,
            error=type(fault).__name__[:120],
        )
    )
    db.flush()
