"""Tips, and cases made of them, as many as a list is asked for."""

from collections.abc import Iterable

from tests.builders.field import API, add_client, check_in
from tests.builders.people import an_id
from tests.builders.world import World
from tests.drills.evening import made


async def tips(world: World, numbers: Iterable[int]) -> None:
    """By two authors."""
    for number in numbers:
        author = world.as_(("xiaoman", "qihang")[number % 2])
        told = {"kind": "tip", "words": "先问他去年谁回询盘，他自己会算出来。", "type_key": "price"}
        await made(await author.post(f"{API}/shares", json=told))


async def cases(world: World, numbers: Iterable[int]) -> None:
    """Tips of one rep that the manager curates; each worked for a rep of another team."""
    visit = await visited_once(world, "dinglei")
    for number in numbers:
        told = {"kind": "tip", "words": f"先问他去年谁回询盘，{number}"}
        share = await made(await world.as_("xiaoman").post(f"{API}/shares", json=told))
        parts = [{"key": "lesson", "words": "先问他去年谁回询盘，他自己会算出来。"}]
        tags = [{"kind": "objection", "value": "noresult"}]
        given = {"share_id": share["id"], "title": "先问谁回", "parts": parts, "tags": tags}
        case = await made(await world.as_("hejing").post(f"{API}/cases", json=given))
        use = f"{API}/cases/{case['id']}/uses/{visit}"
        await made(await world.as_("dinglei").put(use, json={"result": "worked"}))


async def visited_once(world: World, name: str) -> str:
    rep, visit = world.as_(name), str(an_id(9700))
    found = await rep.get(f"{API}/visits/{visit}")
    if found.status_code == 404:
        await made(await check_in(rep, await add_client(rep, 970), visit=9700))
    return visit
