"""Flows that broke, run once more: what should have followed from somebody's work follows now."""

import uuid
from dataclasses import dataclass

import structlog
from sqlmodel import Session, col, select

from api.kit.events import FlowFault, flows_of, name_of, rebuilt
from api.kit.store import Store
from api.kit.unit import MACHINE_FAULTS, TransactionEnded

log = structlog.get_logger()
Key = tuple[uuid.UUID, uuid.UUID]


class FlowGone(LookupError):
    """No flow of that name answers this fact any more."""


@dataclass(frozen=True)
class Retried:
    """`error` names what broke it again; None when it went through."""

    flow: str
    topic: str
    error: str | None


def retry_faults(store: Store) -> list[Retried]:
    """Runs every stored fault again, the oldest first, each in its own transaction.

    One that works is deleted with it; any other counts a try more. A fault of the machine (full disk, lost
    connection) is nobody's try and is raised.
    """
    return [_retry(store, fault) for fault in store.read_now(_waiting)]


def _waiting(db: Session) -> list[FlowFault]:
    oldest_first = (col(FlowFault.created_at), col(FlowFault.id))
    return list(db.exec(select(FlowFault).order_by(*oldest_first)).all())


def _retry(store: Store, fault: FlowFault) -> Retried:
    key = (fault.organisation_id, fault.id)
    try:
        store.write_now(_run_again, key)
    except (*MACHINE_FAULTS, TransactionEnded):
        raise
    except Exception as why:  # noqa: BLE001  # a flow may break in any way, and the next one has its turn
        error = type(why).__name__[:120]
        log.error("flow.broke_again", flow=fault.flow, topic=fault.topic, error=error)
        store.write_now(_count_try, key, error=error)
        return Retried(fault.flow, fault.topic, error)
    return Retried(fault.flow, fault.topic, None)


def _run_again(db: Session, key: Key) -> None:
    """The flow and the end of its fault are stored together, or neither."""
    fault = _held(db, key)
    if fault is None:
        return
    event = rebuilt(fault.topic, fault.payload)
    for flow in flows_of(event):
        if name_of(flow) == fault.flow:
            flow(db, event, fault.organisation_id)
            db.delete(fault)
            return
    raise FlowGone(fault.flow)


def _count_try(db: Session, key: Key, *, error: str) -> None:
    fault = _held(db, key)
    if fault is not None:
        fault.tries += 1
        fault.error = error


def _held(db: Session, key: Key) -> FlowFault | None:
    """None when somebody else has just run it again."""
    return db.get(FlowFault, key, with_for_update=True)
