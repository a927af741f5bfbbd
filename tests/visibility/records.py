"""One of everything for three reps, made over the wire, so that each can be looked for by everybody.

小满 and 启航 play an evening of Gull; 启航 and 丁磊 one across the teams. Each record is known by its owner
and a word: `records["xiaoman", "deal"]` is the id of a deal of 小满.
"""

from typing import Any

from tests.builders.field import API, a_check_in, yuan
from tests.builders.people import an_id
from tests.builders.world import World
from tests.drills.evening import (
    STARTED,
    Json,
    add_client,
    behaviours,
    made,
    plan_visit,
    write_sheet,
)

OWNERS = ("xiaoman", "qihang", "dinglei")
LEADERS = {"xiaoman": "hejing", "qihang": "hejing", "dinglei": "zhaohui"}
Records = dict[tuple[str, str], str]


async def make_records(world: World) -> Records:
    records: Records = {}
    for owner in OWNERS:
        kept = await _work_of(world, owner)
        records |= {(owner, word): found for word, found in kept.items()}
    records |= await _evening(world, records, reps=("xiaoman",), boss="qihang")
    records |= await _evening(world, records, reps=("qihang", "dinglei"), boss=None)
    for owner in OWNERS:
        records[owner, "left"] = await _colleague_who_left(world, owner)
        records[owner, "reading"] = await _read_by_leader(world, records, owner)
    return records


async def _work_of(world: World, owner: str) -> dict[str, str]:
    """A client with its sheet, a deal, today's visit done, tomorrow's planned."""
    rep = world.as_(owner)
    client = await add_client(rep, name=f"{owner}的客户")
    sheet = await write_sheet(rep, client)
    deal = await made(
        await rep.post(f"{API}/deals", json={"client_id": client["id"], "amount": yuan(29_800)})
    )
    planned = await plan_visit(rep, client, day=world.tomorrow.isoformat())
    done = await plan_visit(rep, client, day=world.today.isoformat())
    told = a_check_in(client["id"], wants_help=True, help_words="怎么谈价格？")
    await made(await rep.put(f"{API}/visits/{done['id']}/check-in", json=told))
    return {
        "person": str(world.id(owner)),
        "login": f'"login":"{world.person(owner).login}"',
        "client": client["id"],
        "contact": client["contacts"][0]["id"],
        "sheet": sheet["id"],
        "deal": deal["id"],
        "planned": planned["id"],
        "done": done["id"],
    }


async def _evening(
    world: World, records: Records, *, reps: tuple[str, ...], boss: str | None
) -> Records:
    """A round for each of `reps`, who play the boss for one another unless `boss` does."""
    recorder, partner = reps[0], boss or reps[1]
    phone = world.as_(recorder)
    given = {
        "day": world.today.isoformat(),
        "people_ids": [str(world.id(partner))],
        "started_at": STARTED,
    }
    drill = await made(await phone.post(f"{API}/drills", json=given))
    seen = await behaviours(phone)
    found: Records = {}
    for rep in reps:
        other = partner if rep == recorder else recorder
        played = _a_round(world, records, rep=rep, boss=other, behaviour=seen[0])
        asked = await phone.post(f"{API}/drills/{drill['id']}/rounds", json=played)
        # The answer hides the ticks from whoever may not see them; their ids are born here.
        found[rep, "drill"], found[rep, "round"] = drill["id"], (await made(asked))["id"]
        found[rep, "tick"] = played["ticks"][0]["id"]
    return found


def _a_round(world: World, records: Records, *, rep: str, boss: str, behaviour: str) -> Json:
    return {
        "visit_id": records[rep, "planned"],
        "client_id": records[rep, "client"],
        "sheet_version_id": records[rep, "sheet"],
        "rep_id": str(world.id(rep)),
        "boss_id": str(world.id(boss)),
        "briefed": True,
        "started_at": STARTED,
        "seconds": 384,
        "verdict": "would_meet_again",
        "rep_words": "我急了",
        "ticks": [_a_tick(rep, behaviour)],
        "lines": [{"words": "一年一单都没有", "answer": "当时谁回询盘？"}],
    }


def _a_tick(rep: str, behaviour: str) -> dict[str, Any]:
    number = 500 + OWNERS.index(rep)
    return {"id": str(an_id(number)), "behaviour_id": behaviour, "mark": "partly"}


async def _read_by_leader(world: World, records: Records, owner: str) -> str:
    """The line in the owner's access log that their manager's look leaves."""
    await made(await world.as_(LEADERS[owner]).get(f"{API}/visits/{records[owner, 'done']}"))
    log = await made(await world.as_(owner).get(f"{API}/me/access-log"))
    return str(log["items"][0]["id"])


async def _colleague_who_left(world: World, owner: str) -> str:
    """Somebody of the owner's team who can no longer sign in."""
    leader = world.as_(LEADERS[owner])
    names = {"family_name": "贺", "given_name": "山"}
    given = {"login": f"left.{owner}", **names, "role": "rep", "joined_on": "2025-01-06"}
    team = {"team_id": str(world.person(owner).team_id)}
    person = await made(await leader.post(f"{API}/people", json=given | team))
    gone = f"{API}/people/{person['id']}/disabled"
    await made(await leader.put(gone, json={"reason": "Left"}))
    return str(person["id"])
