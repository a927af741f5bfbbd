"""A week there is something to talk about, and what stands in the pre-read of it."""

from typing import Any

from tests.builders.field import a_check_in, an_objection, check_in, yuan
from tests.builders.people import an_id
from tests.builders.world import World
from tests.drills.evening import API, Evening, Json, made

THREE = {"wants": "老板总不在，怎么约", "stuck": "见的多是业务员", "tried": "改下午去，好一点"}
"""What the person writes."""


async def a_week_of(world: World, name: str = "xiaoman") -> Json:
    """A visit made, effective and stalled in turn, an objection heard, help wanted, an evening played."""
    evening = await Evening(world).begin()
    await made(await evening.play(evening.new_round()))
    client = evening.client["id"]
    step = {"next_step": "visit_again", "next_on": "2026-03-25"}
    heard = [an_objection(1, words="一年一单都没有")]
    rep = world.as_(name)
    await made(await check_in(rep, client, visit=31, objections=heard, **step))
    stalled = a_check_in(
        client, outcome="stalled", wants_help=True, help_words="怎么谈", met_role="user"
    )
    await made(await rep.put(f"{API}/visits/{an_id(32)}/check-in", json=stalled))
    signed = {"outcome": "signed", "amount": yuan(29_800)}
    await made(await check_in(rep, client, visit=33, **signed))
    return {"client": client}


def by_key(review: Json) -> dict[str, Json]:
    return {
        one["key"] if one["type_key"] is None else f"{one['key']}:{one['type_key']}": one
        for one in review["snapshot"]["facts"]
    }


def hosts(evidence: Json | None = None) -> dict[str, Any]:
    told = {"praise": "先问清了谁管询盘", "question": "下午去有用吗？", "offer": "周二一起去一家"}
    return {"host": told | {"evidence": evidence}}
