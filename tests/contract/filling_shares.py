"""Tips, and cases made of them, as many as a list is asked for."""

from collections.abc import Iterable

from sqlmodel import Session

from api.clients.competitors.models import CompetitorNote, key_of
from api.kit.clock import now
from api.kit.rows import new_id
from tests.builders.field import API, MORNING, add_client, check_in
from tests.builders.people import an_id
from tests.builders.world import World
from tests.drills.evening import made, write_sheet


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


async def tries(world: World, numbers: Iterable[int]) -> None:
    """Tips of one rep that a team mate wants to try."""
    for number in numbers:
        told = {"kind": "tip", "words": f"先问他去年谁回询盘，{number}"}
        share = await made(await world.as_("xiaoman").post(f"{API}/shares", json=told))
        wish = {"share_id": share["id"], "wished_at": MORNING}
        at = f"{API}/tries/{an_id(9800 + number)}"
        await made(await world.as_("qihang").put(at, json=wish))


async def competitor_notes(world: World, numbers: Iterable[int]) -> None:
    """About the one competitor of the client that the list is opened for."""
    rep, client = world.as_("xiaoman"), str(an_id(1000))
    if (await rep.get(f"{API}/clients/{client}")).status_code == 404:
        await add_client(rep, 0)
        others = [{"id": str(an_id(9900)), "name": "环贸网", "claim": ""}]
        known = {"items": others, "unknown": False}
        await write_sheet(rep, {"id": client}, competitors=known)

    def add(db: Session) -> None:
        db.add_all(
            CompetitorNote(
                organisation_id=world.organisation.id,
                id=new_id(db),
                created_at=now(db),
                author_id=world.id("xiaoman"),
                name="环贸网",
                key=key_of("环贸网"),
                claim="便宜一半",
                learned="同一类目比三样：询盘、国家、回复。",
                day=world.today,
                origin_kind="share",
                origin_id=new_id(db),
            )
            for _ in numbers
        )

    world.store.write_now(add)
