"""What tests of reminders do to the world, and what they look at."""

from collections.abc import Sequence
from contextlib import closing
from datetime import timedelta
from typing import Any

from sqlmodel import Session, select

from api.kit.jobs import Errand
from api.kit.outgoing import Post
from api.reminders.deliveries.models import Delivery
from api.reminders.deliveries.service import Courier
from api.reminders.due.policy import Due
from api.reminders.due.service import lay, lay_all
from api.reminders.models import Reminder, ReminderKind
from tests.builders.people import an_id
from tests.builders.world import World
from tests.drills.evening import made
from tests.reminders.receiver import Phone

API = "/api/v1"
LIST = f"{API}/reminders"
PHONES = f"{API}/push/subscriptions"


def a_due(world: World, name: str = "xiaoman", number: int = 1, **other: Any) -> Due:
    """The news that a series has laid its next review: it holds whatever is done meanwhile."""
    moment = world.clock()
    told: dict[str, Any] = {
        "person_id": world.id(name),
        "kind": ReminderKind.REVIEW_LAID,
        "origin_id": an_id(900 + number),
        "day": world.tomorrow,
        "path": "/reviews",
        "wanted": moment,
        "until": moment + timedelta(hours=24),
    }
    return Due(**(told | other))


def lay_for(world: World, *found: Due) -> None:
    world.store.write_now(lay, world.organisation.id, found)


def lay_now(world: World) -> None:
    """As the job of each minute does."""
    world.store.write_now(lay_all)


def laid(world: World) -> list[tuple[str, str]]:
    """Who was reminded of what, by name and kind."""
    return _named(world, world.store.read_now(_all, Reminder))


def unseen(world: World) -> list[tuple[str, str]]:
    rows = world.store.read_now(_all, Reminder)
    return _named(world, [row for row in rows if row.seen_at is None])


def _named(world: World, rows: Sequence[Reminder]) -> list[tuple[str, str]]:
    names = {person.id: name for name, person in world.cast.people.items()}
    return sorted((names[row.person_id], row.kind) for row in rows)


def deliveries(world: World) -> list[Delivery]:
    rows: list[Delivery] = world.store.read_now(_all, Delivery)
    return sorted(rows, key=lambda row: row.id)


def _all(db: Session, kind: type[Any]) -> list[Any]:
    return list(db.exec(select(kind)).all())


async def subscribe(world: World, name: str, phone: Phone, number: int = 1, **told: Any) -> None:
    given = phone.subscription(**told)
    await made(await world.as_(name).put(f"{PHONES}/{an_id(number)}", json=given))


def carry(world: World) -> Sequence[Errand]:
    """One minute of the job runner, without the runner."""
    with closing(Post(local=True)) as post:
        courier = Courier(world.store, post, origin="https://alongside.example.com")
        errands = courier.due()
        for errand in errands:
            courier.settle(courier.carry(*errand.given), *errand.given)
    return errands


async def listed(world: World, name: str) -> list[dict[str, Any]]:
    answer = await made(await world.as_(name).get(LIST))
    items: list[dict[str, Any]] = answer["items"]
    return items
