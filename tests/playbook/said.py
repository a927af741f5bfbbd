"""Answers somebody finds, visits at which they are said, and what the rep tells of it afterwards."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlmodel import Session

from api.drills.events import RealityChecked
from api.kit.events import publish
from tests.builders.field import add_client, check_in
from tests.builders.people import an_id
from tests.builders.world import World

FIRST_ANSWER = 6000
Told = Mapping[Any, str]
"""By the id of an answer: answered, partly or not_answered."""


def an_answer(number: int = 0, **other: Any) -> dict[str, Any]:
    born = {"id": str(an_id(FIRST_ANSWER + number)), "type_key": "price"}
    return born | {"text": "按单算，不按年算。"} | other


async def visits_of(world: World, rep: str, *numbers: int) -> None:
    """Visits `an_id(number)` of a rep to a client of theirs, all of them done."""
    device = world.as_(rep)
    client = await add_client(device, numbers[0])
    for number in numbers:
        assert (await check_in(device, client, visit=number)).is_success


def tell(world: World, rep: str, visit: int | UUID, told: Told) -> None:
    """The rep says what of the rehearsed really came at a visit: the fact a drill's reality check publishes."""
    visit_id = visit if isinstance(visit, UUID) else an_id(visit)
    pairs = tuple((UUID(str(answer)), result) for answer, result in told.items())
    fact = RealityChecked(visit_id, an_id(1), world.id(rep), world.today, pairs)

    def check(db: Session) -> None:
        publish(db, world.organisation.id, fact, by=world.id(rep))

    world.store.write_now(check)


async def counts(world: World, answer: str | UUID) -> tuple[int, int, int]:
    """Worked, partly, not worked."""
    found = (await world.as_("dinglei").get(f"/api/v1/playbook/answers/{answer}")).json()
    return found["worked"], found["partly"], found["not_worked"]
