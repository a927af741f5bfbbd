"""What a rep does between the evening and the one after: hear an objection, tell how it went."""

from typing import Any

import httpx

from tests.builders.field import a_check_in, an_objection
from tests.builders.people import an_id
from tests.builders.world import World
from tests.drills.evening import API, STARTED, Json, add_client, made

VISIT = an_id(70)


async def hear(
    world: World,
    *,
    who: str = "xiaoman",
    outcome: str = "continued",
    number: int = 1,
    client: Json | None = None,
    **said: Any,
) -> Json:
    """A visit of `who` today at which a client said something; answers the visit."""
    rep = world.as_(who)
    known = client or await add_client(rep, name=f"暖屿灯饰{number}")
    told = a_check_in(
        known["id"],
        outcome=outcome,
        happened_at=world.clock().isoformat(),
        objections=[an_objection(number, **said)],
    )
    return await made(await rep.put(f"{API}/visits/{an_id(70 + number)}/check-in", json=told))


def item(number: int = 1, *, result: str, **other: Any) -> Json:
    """What came of objection `number`."""
    told = {
        "expected": "sheet",
        "objection_id": str(an_id(3000 + number)),
        "type_key": "noresult",
        "result": result,
    }
    return told | other


async def tell(rep: httpx.AsyncClient, visit: Json, *items: Json) -> httpx.Response:
    body = {"told_at": STARTED, "items": list(items)}
    return await rep.put(f"{API}/drills/reality-checks/{visit['id']}", json=body)


async def deck_of(rep: httpx.AsyncClient) -> list[Json]:
    found: list[Json] = (await made(await rep.get(f"{API}/drills/deck")))["items"]
    return found


def reasons(card: Json) -> list[str]:
    return [one["kind"] for one in card["reasons"]]
