"""Sessions, series, plans and topics of Gull, as many as a list is asked for."""

from collections.abc import Iterable
from datetime import date

from sqlmodel import Session

from api.kit.clock import now
from api.kit.rows import new_id
from api.training.models import Track
from api.training.series.models import TrainingSeries
from tests.builders.people import an_id, make_person
from tests.builders.world import World
from tests.drills.evening import made
from tests.training.camping import InCamp
from tests.training.certifying import CERTIFICATIONS, marks
from tests.training.classes import PLANS, TOPICS, Class
from tests.training.test_series import a_plan


async def sessions(world: World, numbers: Iterable[int]) -> None:
    """All of the same day."""
    for number in numbers:
        await Class(world, number=number).plan()


async def training_series(world: World, numbers: Iterable[int]) -> None:
    def add(db: Session) -> None:
        db.add_all(
            TrainingSeries(
                organisation_id=world.organisation.id,
                id=new_id(db),
                created_at=now(db),
                updated_at=now(db),
                track=Track.PROFESSIONAL,
                team_id=world.team("gull").id,
                trainer_id=world.id("hejing"),
                weekday=3,
                starts="17:00",
                every_weeks=1,
                minutes=75,
                starts_on=date(2026, 3, 24),
                birth_digest=bytes(32),
            )
            for _ in numbers
        )

    world.store.write_now(add)


async def training_plans(world: World, numbers: Iterable[int]) -> None:
    for number in numbers:
        plan = a_plan(world, id=str(an_id(8500 + number)), topics=[])
        await made(await world.as_("hejing").post(PLANS, json=plan))


async def camps(world: World, numbers: Iterable[int]) -> None:
    """Each of another newcomer of Gull."""
    for number in numbers:
        name = f"newcomer {number}"
        world.cast.people[name] = world.store.write_now(
            make_person,
            world.organisation,
            names=("欧阳", "新人", f"Ouyang Xinren {number}"),
            team=world.team("gull"),
            newcomer=True,
        )
        await InCamp(world, who=name, number=number).begin()


async def topic_proposals(world: World, numbers: Iterable[int]) -> None:
    """Each asked for by 启航 with a reason, as long as a phone usually writes one."""
    for number in numbers:
        wish = {
            "id": str(an_id(8600 + number)),
            "topic": "老板说靠外贸公司就行，怎么接？",
            "topic_class": "business",
            "type_key": "trader",
            "words": "这周三家都这么说，我每次都接不住。",
        }
        await made(await world.as_("qihang").post(TOPICS, json=wish))


async def certifications(world: World, numbers: Iterable[int]) -> None:
    """Each passed, with what both have written."""
    assessors = [str(world.id("hanxue")), str(world.id("hejing"))]
    for number in numbers:
        planned = {
            "id": str(an_id(8800 + number)),
            "person_id": str(world.id("xiaoman")),
            "assessor_ids": assessors,
            "day": "2026-03-24",
        }
        await made(await world.as_("hejing").post(CERTIFICATIONS, json=planned))
        for name in ("hanxue", "hejing"):
            path = f"{CERTIFICATIONS}/{planned['id']}/marks"
            await made(await world.as_(name).put(path, json=marks()))
