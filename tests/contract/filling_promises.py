"""A manager's ledger with every kind of line: the mechanisms that answer it take turns."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from sqlmodel import Session

from api.commitments.models import CommitmentMove
from api.kit.clock import now
from api.kit.rows import new_id
from api.reviews.models import Review, ReviewKind
from api.ride_alongs.models import RideAlong
from tests.builders.people import an_id
from tests.builders.world import World
from tests.commitments.promising import give
from tests.goals.setting import missed_last_week
from tests.help_requests.asked import ask

PAST = date(2026, 3, 20)


async def promises(world: World, numbers: Iterable[int]) -> None:
    """Owed by 何静 to 小满: late ones, open ones, one that moved."""
    for number in numbers:
        if number % 5 == 0:
            give(world, 9700 + number, owner="hejing", to="xiaoman", correction=None)
            world.store.write_now(_moved, world, number)
        elif number % 5 == 1:
            await ask(world, number=9700 + number)
        elif number % 5 == 2:
            missed_last_week(world, "xiaoman", weeks_before=number // 5)
        elif number % 5 == 3:
            world.store.write_now(_review, world, number)
        else:
            world.store.write_now(_ride, world, number)


def _born(db: Session, world: World) -> dict[str, Any]:
    return {"organisation_id": world.organisation.id, "id": new_id(db), "created_at": now(db)}


def _moved(db: Session, world: World, number: int) -> None:
    told: dict[str, Any] = {"from_day": PAST, "to_day": date(2026, 3, 26), "why": "客户改期"}
    db.add(
        CommitmentMove(
            **_born(db, world),
            **told,
            commitment_id=an_id(9700 + number),
            by_id=world.id("hejing"),
        )
    )


def _review(db: Session, world: World, number: int) -> None:
    db.add(
        Review(
            **_born(db, world),
            updated_at=now(db),
            kind=ReviewKind.WEEKLY,
            host_id=world.id("hejing"),
            person_id=world.id("xiaoman"),
            day=PAST - timedelta(days=number),
            starts="16:30",
            minutes=25,
        )
    )


def _ride(db: Session, world: World, number: int) -> None:
    db.add(
        RideAlong(
            **_born(db, world),
            updated_at=now(db),
            mentor_id=world.id("hejing"),
            apprentice_id=world.id("xiaoman"),
            asked_by_id=world.id("xiaoman"),
            announced_at=now(db),
            accepted_at=now(db),
            day=date(2026, 3, 25) + timedelta(days=number),
            birth_digest=b"",
        )
    )
