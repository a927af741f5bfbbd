"""The only clock. A job sees one moment from its first statement to its last, also when it is replayed."""

from datetime import UTC, datetime

from sqlmodel import Session

from api.kit.job import job_of


def system_clock() -> datetime:
    return datetime.now(UTC)


def now(db: Session) -> datetime:
    """The job's moment, aware and in UTC."""
    return job_of(db).now
