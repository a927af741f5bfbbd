"""What a rep has begun to tell, what is offered to the library, and a case that somebody else has used."""

from collections.abc import Mapping

from tests.builders.field import API, yuan
from tests.builders.world import World
from tests.drills.evening import made

USED_BY = {"xiaoman": "dinglei", "qihang": "dinglei", "dinglei": "qihang"}

PROMPTED = {"state": "prompted", "kind": "deal"}


async def shared_with_all(
    world: World, records: Mapping[tuple[str, str], str], owner: str, leader: str
) -> dict[str, str]:
    """The tip of the owner becomes a case; another tip is offered, and a signature begins a share."""
    rep, manager = world.as_(owner), world.as_(leader)
    tip = {"kind": "tip", "words": "先听再说"}
    offered = (await made(await rep.post(f"{API}/shares", json=tip)))["id"]
    await made(await rep.put(f"{API}/shares/{offered}/offer"))
    given = {"client_id": records[owner, "client"], "amount": yuan(100)}
    deal = await made(await rep.post(f"{API}/deals", json=given))
    signed = {"signed_on": world.today.isoformat()}
    await made(await rep.put(f"{API}/deals/{deal['id']}/signature", json=signed))
    [begun] = (await made(await rep.get(f"{API}/shares", params=PROMPTED)))["items"]
    told = {
        "share_id": records[owner, "share"],
        "title": "先问再答",
        "parts": [{"key": "lesson", "words": "先问再答"}],
    }
    case = (await made(await manager.post(f"{API}/cases", json=told)))["id"]
    user = USED_BY[owner]
    path = f"{API}/cases/{case}/uses/{records[user, 'done']}"
    await made(await world.as_(user).put(path, json={"result": "worked"}))
    return {
        "offered": offered,
        "begun": begun["id"],
        "case": case,
        "lesson": '"key":"lesson"',
        "use": '"uses":[{"by"',
    }
