"""What a rep has begun to tell, what is offered to the library, and a case that somebody else has used."""

from collections.abc import Mapping

import httpx
from sqlmodel import Session

from api.clients.competitors.models import CompetitorNote, key_of
from api.kit.clock import now
from api.kit.rows import new_id
from tests.builders.field import API, MORNING, yuan
from tests.builders.people import an_id
from tests.builders.recordings import a_webm
from tests.builders.world import World
from tests.drills.evening import made

USED_BY = {"xiaoman": "dinglei", "qihang": "dinglei", "dinglei": "qihang"}

PROMPTED = {"state": "prompted", "kind": "deal"}


async def shared_with_all(
    world: World, records: Mapping[tuple[str, str], str], owner: str, leader: str
) -> dict[str, str]:
    """The tip of the owner becomes a case; another is offered, a signature begins a share, another one is told aloud."""
    rep, manager = world.as_(owner), world.as_(leader)
    tip = {"kind": "tip", "words": "先听再说"}
    offered = (await made(await rep.post(f"{API}/shares", json=tip)))["id"]
    await made(await rep.put(f"{API}/shares/{offered}/offer"))
    given = {"client_id": records[owner, "client"], "amount": yuan(100)}
    deal = await made(await rep.post(f"{API}/deals", json=given))
    signed = {"signed_on": world.today.isoformat()}
    await made(await rep.put(f"{API}/deals/{deal['id']}/signature", json=signed))
    [begun] = (await made(await rep.get(f"{API}/shares", params=PROMPTED)))["items"]
    aloud = await _told_aloud(world, records[owner, "client"], owner)
    told = {
        "share_id": records[owner, "share"],
        "title": "先问再答",
        "parts": [{"key": "lesson", "words": "先问再答"}],
    }
    case = (await made(await manager.post(f"{API}/cases", json=told)))["id"]
    user = USED_BY[owner]
    path = f"{API}/cases/{case}/uses/{records[user, 'done']}"
    await made(await world.as_(user).put(path, json={"result": "worked"}))
    wishes = await _tried(world, owner, user, manager, case)
    return (
        wishes
        | aloud
        | {
            "competitor": _noted(world, owner),
            "offered": offered,
            "begun": begun["id"],
            "case": case,
            "lesson": '"key":"lesson"',
            "use": '"uses":[{"by"',
        }
    )


async def _told_aloud(world: World, client: str, owner: str) -> dict[str, str]:
    """How another deal was won, in the owner's own voice alone."""
    rep, number = world.as_(owner), list(USED_BY).index(owner)
    deal = await made(
        await rep.post(f"{API}/deals", json={"client_id": client, "amount": yuan(200)})
    )
    signed = {"signed_on": world.today.isoformat()}
    await made(await rep.put(f"{API}/deals/{deal['id']}/signature", json=signed))
    part = {"key": "signed", "spoken": True}
    born = {"kind": "deal", "deal_id": deal["id"], "parts": [part]}
    told = await made(await rep.post(f"{API}/shares", json=born))
    note, sound = str(an_id(630 + number)), f"told aloud by {owner}"
    place = f"{API}/shares/{told['id']}/voice-notes/{note}"
    asked = {"part": "signed", "seconds": "9"}
    await made(await rep.put(place, params=asked, content=a_webm(sound)))
    return {"told_share": told["id"], "recording": note, "aloud": sound}


async def _tried(
    world: World, owner: str, user: str, manager: httpx.AsyncClient, case: str
) -> dict[str, str]:
    """The owner wants to try what the manager told, and somebody else what the owner told."""
    tip = {"kind": "tip", "words": f"先看再说，{owner}"}
    told = (await made(await manager.post(f"{API}/shares", json=tip)))["id"]
    place = list(USED_BY).index(owner)
    own, others = str(an_id(8900 + place)), str(an_id(8960 + place))
    at = {"wished_at": MORNING}
    await made(await world.as_(owner).put(f"{API}/tries/{own}", json=at | {"share_id": told}))
    await made(await world.as_(user).put(f"{API}/tries/{others}", json=at | {"case_id": case}))
    return {"try": own, "tried": others}


def _noted(world: World, owner: str) -> str:
    """What the owner learned about a competitor, which the own sheet names as well."""
    name = f"{owner}的同行"

    def note(db: Session) -> str:
        kept = CompetitorNote(
            organisation_id=world.organisation.id,
            id=new_id(db),
            created_at=now(db),
            author_id=world.id(owner),
            name=name,
            key=key_of(name),
            learned="先比三样",
            day=world.today,
            origin_kind="share",
            origin_id=new_id(db),
        )
        db.add(kept)
        db.flush()
        return str(kept.id)

    return world.store.write_now(note)
