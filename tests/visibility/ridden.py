"""A day that somebody rides with their manager: notes of the way, stepping in, a debrief."""

from tests.builders.field import API, MORNING
from tests.builders.people import an_id
from tests.builders.recordings import a_webm
from tests.builders.world import World
from tests.drills.evening import STARTED, Json, made

FIRST = {"xiaoman": 660, "qihang": 670, "dinglei": 680}


async def ridden_with(world: World, owner: str, mentor: str, visit_id: str) -> dict[str, str]:
    """Today, at short notice; what was noted is known by a word each."""
    first = FIRST[owner]
    tablet, phone = world.as_(mentor), world.as_(owner)
    two = {"mentor_id": str(world.id(mentor)), "apprentice_id": str(world.id(owner))}
    asked = {"id": str(an_id(first)), "day": world.today.isoformat(), "short_notice": True}
    ride = await made(await phone.post(f"{API}/ride-alongs", json=two | asked))
    at = f"{API}/ride-alongs/{ride['id']}"
    await made(await tablet.put(f"{at}/acceptance", json={"short_notice": True}))

    def note(number: int, **told: str | None) -> Json:
        return {"id": str(an_id(first + number)), "at": MORNING, "visit_id": visit_id, **told}

    moment = note(1, tag="heard", words="太贵了")
    await made(await phone.post(f"{at}/moments", json=moment))
    await made(await tablet.post(f"{at}/rescues", json=note(2, why="stuck")))
    await made(await tablet.post(f"{at}/curbside", json=note(3)))
    sound = f"{at}/curbside/{an_id(first + 3)}/voice-notes/{an_id(first + 4)}"
    heard = await tablet.put(sound, params={"seconds": "9"}, content=a_webm(f"to {owner}"))
    await made(heard)
    change = f"{owner}先问再答"
    written = {"id": str(an_id(first + 5)), "written_at": STARTED, "change": change}
    await made(await tablet.put(f"{at}/debrief", json=written))
    return {
        "ride_along": ride["id"],
        "moment": moment["id"],
        "rescue": str(an_id(first + 2)),
        "line": str(an_id(first + 3)),
        "sound": str(an_id(first + 4)),
        "said": f"to {owner}",
        "change": change,
    }
