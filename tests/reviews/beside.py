"""What stood beside a rep before a review, as rows: over the wire each would need days of its own."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlmodel import Session

from api.kit.clock import now
from api.kit.rows import new_id
from api.ride_alongs.ladder.models import Standing
from api.ride_alongs.models import RideAlong, Rung
from tests.builders.world import World


def ridden_yesterday(world: World, *, mentor: str, apprentice: str = "xiaoman") -> UUID:
    """A day that was accepted and summed up."""

    def add(db: Session) -> UUID:
        ride = RideAlong(
            **_born(db, world),
            mentor_id=world.id(mentor),
            apprentice_id=world.id(apprentice),
            asked_by_id=world.id(mentor),
            announced_at=now(db),
            day=world.today - timedelta(days=1),
            short_notice=False,
            accepted_at=now(db),
            debriefed_at=now(db),
            birth_digest=b"",
        )
        db.add(ride)
        db.flush()
        return ride.id

    return world.store.write_now(add)


def stands_on(world: World, name: str, *, skill_key: str, rung: Rung) -> None:
    def add(db: Session) -> None:
        standing = Standing(
            **_born(db, world),
            person_id=world.id(name),
            skill_key=skill_key,
            rung=rung,
            since=world.today - timedelta(days=1),
        )
        db.add(standing)

    world.store.write_now(add)


def _born(db: Session, world: World) -> dict[str, Any]:
    told = {"organisation_id": world.organisation.id, "id": new_id(db)}
    return told | {"created_at": now(db), "updated_at": now(db)}
