"""As many PKs and interviews as a test of lists asks for, as rows: over the wire everybody has one at a time."""

from collections.abc import Iterable
from datetime import date, timedelta

from sqlmodel import Session

from api.kit.clock import now
from api.kit.rows import new_id
from api.shares.rivals.models import Rivalry
from tests.builders.world import World
from tests.shares.interviewing import MONDAY, sit


async def pks(world: World, numbers: Iterable[int]) -> None:
    """Of 小满 with herself, all to the same day."""

    def add(db: Session) -> None:
        db.add_all(
            Rivalry(
                organisation_id=world.organisation.id,
                id=new_id(db),
                created_at=now(db),
                updated_at=now(db),
                proposed_by_id=world.id("xiaoman"),
                team_id=world.team("gull").id,
                first_day=date(2026, 3, 24),
                last_day=date(2026, 4, 3),
                before_first=date(2026, 3, 11),
                before_last=date(2026, 3, 23),
                currency="CNY",
                accepted_at=now(db),
                birth_digest=b"",
            )
            for _ in numbers
        )

    world.store.write_now(add)


async def interviews(world: World, numbers: Iterable[int]) -> None:
    """One of each week before this one."""
    for number in numbers:
        week = MONDAY - timedelta(weeks=1 + number)
        sit(world, world.id("xiaoman"), world.id("qihang"), week=week)
