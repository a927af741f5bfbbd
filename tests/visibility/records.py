"""One of everything for three reps, made over the wire, so that each can be looked for by everybody.

小满 and 启航 play an evening of Gull; 启航 and 丁磊 one across the teams. Each record is known by its owner
and a word: `records["xiaoman", "deal"]` is the id of a deal of 小满.
"""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from api.playbook.answers import service as answers
from api.playbook.models import UseResult
from tests.builders.field import API, a_check_in, an_objection, yuan
from tests.builders.people import an_id
from tests.builders.recordings import a_webm, say
from tests.builders.world import World
from tests.commitments.promising import give
from tests.drills.evening import (
    STARTED,
    Json,
    add_client,
    behaviours,
    made,
    plan_visit,
    write_sheet,
)
from tests.goals.setting import a_goal
from tests.reviews.talking import SERIES, Talk
from tests.visibility.camped import in_camp
from tests.visibility.reminded import reminded
from tests.visibility.ridden import ridden_with
from tests.visibility.rivals import rivalled
from tests.visibility.shared import shared_with_all
from tests.visibility.trained import trained

OWNERS = ("xiaoman", "qihang", "dinglei")
LEADERS = {"xiaoman": "hejing", "qihang": "hejing", "dinglei": "zhaohui"}
Records = dict[tuple[str, str], str]


async def make_records(world: World) -> Records:
    records: Records = {}
    for owner in OWNERS:
        kept = await _work_of(world, owner)
        _keep(records, owner, kept)
        _keep(records, owner, await _told_by(world, owner, kept))
    for owner in OWNERS:
        _keep(records, owner, await goal_of(world, owner))
    records |= await _evening(world, records, reps=("xiaoman",), boss="qihang")
    records |= await _evening(world, records, reps=("qihang", "dinglei"), boss=None)
    for owner in OWNERS:
        # Whoever sat at a table waits no more; this is a wish to go on.
        wish = f"{API}/drills/evenings/{world.today}/partner-wish"
        await made(await world.as_(owner).put(wish))
        await _beside(world, records, owner, LEADERS[owner])
    return records


async def _beside(world: World, records: Records, owner: str, leader: str) -> None:
    """What is done together with others, and who comes and goes."""
    turn = OWNERS.index(owner)
    _keep(records, owner, await _asks_for_help(world, records, owner))
    _keep(records, owner, await _reviewed(world, owner))
    _keep(records, owner, await ridden_with(world, owner, leader, records[owner, "done"]))
    _keep(records, owner, await trained(world, owner, leader, records[owner, "round"]))
    _keep(records, owner, await in_camp(world, owner, leader, turn))
    _keep(records, owner, await shared_with_all(world, records, owner, leader))
    _keep(records, owner, await reminded(world, owner, leader, turn))
    records[owner, "left"] = await _colleague_who_left(world, owner)
    _keep(records, owner, await rivalled(world, owner, turn, records[owner, "left"]))
    records[owner, "new"] = await _newcomer_beside(world, owner)
    records[owner, "invited"] = await _colleague(world, owner, login=f"invited.{owner}")
    records[owner, "reading"] = await _read_by_leader(world, records, owner)


def _keep(records: Records, owner: str, found: Mapping[str, str]) -> None:
    records.update({(owner, word): there for word, there in found.items()})


async def _work_of(world: World, owner: str) -> dict[str, str]:
    """A client with its sheet, a deal, today's visit done, tomorrow's planned."""
    rep = world.as_(owner)
    client = await add_client(rep, name=f"{owner}的客户")
    others = [{"id": str(an_id(960)), "name": f"{owner}的同行", "claim": "便宜一半"}]
    sheet = await write_sheet(rep, client, competitors={"items": others, "unknown": False})
    deal = await made(
        await rep.post(f"{API}/deals", json={"client_id": client["id"], "amount": yuan(29_800)})
    )
    planned = await plan_visit(rep, client, day=world.tomorrow.isoformat())
    morning = {"visit_id": planned["id"], "wants_company": True}
    await made(await rep.put(f"{API}/kick-offs/{planned['day']}", json=morning))
    done = await plan_visit(rep, client, day=world.today.isoformat())
    said = an_objection(40 + OWNERS.index(owner))
    asks = {"wants_help": True, "help_words": "怎么谈价格？", "objections": [said]}
    told = a_check_in(client["id"], **asks)
    await made(await rep.put(f"{API}/visits/{done['id']}/check-in", json=told))
    note = await made(await say(rep, done["id"], a_webm(f"said by {owner}"), note=_note_of(owner)))
    return await _evening_of(world, owner, done["id"], said) | {
        "person": str(world.id(owner)),
        "team": str(world.person(owner).team_id),
        "login": f'"login":"{world.person(owner).login}"',
        "client": client["id"],
        "contact": client["contacts"][0]["id"],
        "sheet": sheet["id"],
        "deal": deal["id"],
        "planned": planned["id"],
        "done": done["id"],
        "note": note["id"],
        "voice": f"said by {owner}",
    }


def _note_of(owner: str) -> str:
    return str(an_id(600 + OWNERS.index(owner)))


async def _evening_of(world: World, owner: str, visit_id: str, said: Json) -> dict[str, str]:
    """A line on the day, and how it went with what was said."""
    rep, evening = world.as_(owner), f"{API}/drills/evenings/{world.today}"
    reflection = f"{owner}的一天"
    await made(await rep.put(f"{evening}/reflection", json={"words": reflection}))
    item = {
        "expected": "nowhere",
        "objection_id": said["id"],
        "type_key": said["type_key"],
        "result": "not_answered",
    }
    told = {"told_at": STARTED, "items": [item]}
    check = await made(await rep.put(f"{API}/drills/reality-checks/{visit_id}", json=told))
    return {"reflection": reflection, "check": check["items"][0]["id"]}


async def goal_of(world: World, owner: str) -> dict[str, str]:
    """Agreed with the manager for this week, and one of yesterday that was met and thanked for."""
    place = OWNERS.index(owner)
    goal = await _agreed(world, owner, 640 + place, period="week", target=90)
    thanked = await _agreed(world, owner, 650 + place, period="day", target=1)
    why = {"why": f"谢谢{owner}"}
    leader = world.as_(LEADERS[owner])
    await made(await leader.put(f"{API}/goals/{thanked}/reward", json=why))
    proposed = await made(
        await world.as_(owner).post(
            f"{API}/goals", json=a_goal(world, 655 + place, owner=owner, period="month", target=400)
        )
    )
    return {"goal": goal, "thanks": why["why"], "asked": proposed["id"]}


async def _agreed(world: World, owner: str, number: int, **told: Any) -> str:
    given = a_goal(world, number, owner=owner, **told)
    goal = await made(await world.as_(owner).post(f"{API}/goals", json=given))
    agreement = {"version_id": goal["proposed"]["id"]}
    await made(
        await world.as_(LEADERS[owner]).put(f"{API}/goals/{goal['id']}/agreement", json=agreement)
    )
    return str(goal["id"])


def promised_by(world: World, owner: str) -> str:
    """What the owner promised the manager in a review."""
    return give(world, 620 + OWNERS.index(owner), owner=owner, to=LEADERS[owner])


async def _told_by(world: World, owner: str, kept: Mapping[str, str]) -> dict[str, str]:
    """An answer of the owner's own, said at the visit that is done, and a tip for the team."""
    rep = world.as_(owner)
    said = {"type_key": "price", "text": "按单算，不按年算。"}
    answer = await made(await rep.post(f"{API}/playbook/answers", json=said))
    tip = await made(await rep.post(f"{API}/shares", json={"kind": "tip", "words": "先问再答"}))
    world.store.write_now(
        answers.note_use,
        world.organisation.id,
        answer_id=UUID(answer["id"]),
        visit_id=UUID(kept["done"]),
        by_id=world.id(owner),
        result=UseResult.WORKED,
        day=world.today,
    )
    return {"answer": answer["id"], "share": tip["id"], "commitment": promised_by(world, owner)}


async def _asks_for_help(world: World, records: Records, owner: str) -> dict[str, str]:
    """Of the manager, with a voice note; something personal; and of the whole team."""
    rep, number, at = world.as_(owner), OWNERS.index(owner), f"{API}/help-requests"
    about = {"kind": "client", "id": records[owner, "client"]}
    usual = {"kind": "price", "needed": "tonight", "audience": "manager", "happened_at": STARTED}
    asked = await made(await rep.post(at, json=usual | {"about": about}))
    note, sound = str(an_id(610 + number)), f"asked by {owner}"
    place, seconds = f"{at}/{asked['id']}/voice-notes/{note}", {"seconds": "9"}
    await made(await rep.put(place, params=seconds, content=a_webm(sound)))
    personal = await made(await rep.post(at, json=usual | {"kind": "personal"}))
    team = await made(await rep.post(at, json=usual | {"audience": "team"}))
    found = {"request": asked["id"], "voice_note": note, "asking": sound}
    return found | {"personal": personal["id"], "to_team": team["id"]}


async def _reviewed(world: World, owner: str) -> dict[str, str]:
    """A review that has moved, prepared by both sides, talked through and half agreed; and a series."""
    talk = Talk(world, host=LEADERS[owner], person=owner)
    number = 700 + OWNERS.index(owner)
    talk.id, preparation = str(an_id(number)), f"{owner}的准备"
    await talk.plan(day=world.tomorrow.isoformat())
    day = {"day": world.today.isoformat(), "starts": "16:30", "reason": "展会"}
    await made(await talk.put("day", day))
    await made(await talk.put("pre-read", {"person": {"wants": "怎么约老板"}}, by=owner))
    await made(await talk.put("preparation-notes", {"words": preparation}))
    await made(await talk.put("answers/review_goal", {"words": "还差两单"}))
    await made(await talk.promise(talk.of_person(number), talk.of_host(number)))
    await made(await talk.agree(LEADERS[owner]))
    series = {"kind": "weekly", "person_id": str(world.id(owner)), "weekday": 4, "starts": "16:30"}
    begun = await talk.host.post(SERIES, json=series | {"starts_on": world.today.isoformat()})
    return {
        "review": talk.id,
        "preparation": preparation,
        "series": (await made(begun))["id"],
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
    person = await _colleague(world, owner, login=f"left.{owner}")
    gone = f"{API}/people/{person}/disabled"
    await made(await world.as_(LEADERS[owner]).put(gone, json={"reason": "Left"}))
    return person


async def _newcomer_beside(world: World, owner: str) -> str:
    """Somebody who has just joined the owner's team."""
    return await _colleague(world, owner, login=f"new.{owner}", newcomer=True)


async def _colleague(world: World, owner: str, **told: Any) -> str:
    names = {"family_name": "贺", "given_name": "山", "role": "rep", "joined_on": "2025-01-06"}
    team = {"team_id": str(world.person(owner).team_id)}
    given = names | team | told
    person = await made(await world.as_(LEADERS[owner]).post(f"{API}/people", json=given))
    return str(person["id"])
