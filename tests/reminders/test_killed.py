"""kill -9 while reminders are on their way: started again, each has arrived, and a repeat is the same message.

At least once is what HTTP allows: a process that dies between an answer and writing it down must ask again. A repeat
carries the same Topic, by which a push service replaces what still waits, and the phone shows it in the same place.
"""

import os
import signal
import subprocess
import sys
from collections import Counter
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import Session, col, select

from api.kit.clock import now
from api.kit.store import Store
from api.people.models import Organisation, Person
from api.people.policy import actor_of
from api.reminders.deliveries.models import Delivery
from api.reminders.due.policy import Due
from api.reminders.due.service import lay
from api.reminders.models import Reminder, ReminderKind
from api.reminders.push.schemas import PushSubscriptionGiven
from api.reminders.push.service import subscribe
from tests.builders.people import an_id, make_organisation, make_person
from tests.reminders.receiver import Receiver, receiving
from tests.served import free_port

SECRET = "a secret of the tests, long enough to be safe"
REMINDERS = 60
KILLED_AFTER = (7, 25)
PATIENCE = 60


@pytest.mark.parametrize("kill_at", [KILLED_AFTER])
def test_none_is_lost_and_a_repeat_is_harmless(
    database_url: str, tmp_path: Path, kill_at: tuple[int, ...]
) -> None:
    with receiving() as receiver:
        receiver.slowly = 0.05
        topics = lay_many(database_url, receiver)
        carrier = Carrier(database_url, tmp_path)
        try:
            for number in kill_at:
                carrier.start()
                receiver.wait_for(number, seconds=PATIENCE)
                carrier.kill()
            carrier.start()
            wait_until_all_are_sent(database_url)
        finally:
            carrier.stop()
        arrived = Counter(one.topic for one in receiver.arrived)
    assert len(topics) == REMINDERS
    assert len(arrived) == REMINDERS
    assert len(receiver.arrived) <= REMINDERS + 16 * len(kill_at)
    assert all(one.sent_at is not None for one in stored(database_url))


class Carrier:
    """The process that carries: the server with SQLite, `alongside jobs` with PostgreSQL."""

    def __init__(self, database_url: str, folder: Path) -> None:
        self.environment = {
            **os.environ,
            "ALONGSIDE_SECRET": SECRET,
            "ALONGSIDE_DATABASE_URL": database_url,
            "ALONGSIDE_FILES": str(folder / "files"),
            "ALONGSIDE_LOCAL_RECEIVERS": "1",
            "ALONGSIDE_LOG_LEVEL": "warning",
        }
        program = Path(sys.executable).parent / "alongside"
        serve = ["serve", "--port", str(free_port())]
        self.command = [str(program), *(serve if database_url.startswith("sqlite") else ["jobs"])]
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        self.process = subprocess.Popen(self.command, env=self.environment)

    def kill(self) -> None:
        assert self.process is not None
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self) -> None:
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()
            self.process.wait(60)


def lay_many(database_url: str, receiver: Receiver) -> set[str]:
    """In a company where it is noon now, whatever the hour of the machine; answers the tags."""
    with closing(Store(database_url)) as store:
        store.write_now(_a_company, receiver)
        return {one.tag for one in store.read_now(_deliveries)}


def _a_company(db: Session, receiver: Receiver) -> None:
    company = make_organisation(db, slug="lanbridge", name="澜桥出海")
    company.zone, company.country, company.week = _noon(), "", [1, 2, 3, 4, 5, 6, 7]
    person = make_person(db, company, names=("周", "启航", "Zhou Qihang"))
    db.flush()
    given = PushSubscriptionGiven.model_validate(receiver.phone().subscription())
    actor = actor_of(db, person, company)
    subscribe(db, actor, subscription_id=an_id(1), given=given, local=True)
    lay(db, company.id, [_due(db, company, person, number) for number in range(REMINDERS)])


def _noon() -> str:
    """A zone in which it is between half past eleven and half past twelve."""
    behind = datetime.now(UTC).hour - 12
    return f"Etc/GMT{behind:+d}" if behind else "Etc/GMT"


def _due(db: Session, company: Organisation, person: Person, number: int) -> Due:
    moment = now(db)
    return Due(
        person_id=person.id,
        kind=ReminderKind.REVIEW_LAID,
        origin_id=an_id(100 + number),
        day=moment.date(),
        path="/reviews",
        wanted=moment,
        until=moment + timedelta(hours=6),
    )


def wait_until_all_are_sent(database_url: str) -> None:
    """The ledger says so; it is asked beside the running process, as `doctor` does."""
    until = datetime.now(UTC) + timedelta(seconds=PATIENCE + 200)
    while any(one.next_try_at is not None for one in stored(database_url)):
        assert datetime.now(UTC) < until, Counter(
            (one.tries, one.sent_at is not None) for one in stored(database_url)
        )
        signal.sigtimedwait([], 0.3)


def stored(database_url: str) -> list[Any]:
    from api.kit.postgres import postgres_engine
    from api.kit.sqlite import sqlite_engine

    sqlite = database_url.startswith("sqlite")
    engine = sqlite_engine(database_url, begin="BEGIN") if sqlite else postgres_engine(database_url)
    with Session(engine, expire_on_commit=False) as db:
        found = _deliveries(db)
        db.expunge_all()
    engine.dispose()
    return found


def _deliveries(db: Session) -> list[Delivery]:
    asked = select(Delivery).join(
        Reminder,
        (col(Reminder.organisation_id) == col(Delivery.organisation_id))
        & (col(Reminder.id) == col(Delivery.reminder_id)),
    )
    return list(db.exec(asked))
