"""Shares over the wire, as 小满 of Gull tells them. It is Tuesday 2026-03-24 until a test lets time pass."""

from typing import Any

from tests.builders.field import add_client, an_objection, check_in, yuan
from tests.builders.people import an_id
from tests.builders.world import World
from tests.drills.evening import made

API = "/api/v1"
SHARES = f"{API}/shares"
CASES = f"{API}/cases"
Json = dict[str, Any]
FIVE = {
    "found": "隔壁厂的吴总带我过去的，第一次只坐了五分钟。",
    "followed_up": "去了三次，第二次只看了他以前的询盘。",
    "problems": "暖屿灯饰1的吴建平说“以前做过，没效果”，我问他当时谁回询盘。",
    "signed": "他侄女周五到岗，29,800 当天签。",
}


def parts(**said: str) -> list[Json]:
    return [{"key": key, "words": words} for key, words in said.items()]


async def sign(world: World, name: str = "xiaoman", number: int = 1, **told: Any) -> str:
    """Signed at a check-in; answers the id of the deal."""
    rep = world.as_(name)
    client = await add_client(rep, number, industry="灯具", grade="A")
    born = {"outcome": "signed", "amount": yuan(29_800), "note": "他侄女周五能到岗。"}
    heard = {"objections": [an_objection(number, words="以前做过，没效果")]}
    await made(await check_in(rep, client, visit=number, **(born | heard | told)))
    return await deal_of(world, name, client)


async def lose(world: World, name: str = "xiaoman", number: int = 1) -> str:
    rep = world.as_(name)
    client = await add_client(rep, number)
    given = {"client_id": client, "amount": yuan(29_800)}
    deal = await made(await rep.post(f"{API}/deals", json=given))
    lost = {"lost_on": "2026-03-24", "reason": "他们选了环贸网，便宜一半。"}
    await made(await rep.put(f"{API}/deals/{deal['id']}/loss", json=lost))
    return str(deal["id"])


async def deal_of(world: World, name: str, client: str) -> str:
    asked = {"client": client}
    [deal] = (await made(await world.as_(name).get(f"{API}/deals", params=asked)))["items"]
    return str(deal["id"])


async def begun(world: World, name: str = "xiaoman") -> list[Json]:
    """What the method or the author has begun and nobody was told."""
    asked = {"state": ["prompted", "draft"]}
    items = (await made(await world.as_(name).get(SHARES, params=asked)))["items"]
    return [await made(await world.as_(name).get(f"{SHARES}/{one['id']}")) for one in items]


async def tell_deal(world: World, name: str = "xiaoman", number: int = 1, **other: Any) -> Json:
    """Signed at a check-in, and told in the words of `FIVE`."""
    await sign(world, name, number)
    [prompted] = await begun(world, name)
    sent = {"words": "第一单：先看看谁在回询盘", "parts": parts(**FIVE)} | other
    told = await world.as_(name).put(f"{SHARES}/{prompted['id']}/publication", json=sent)
    return await made(told)


def a_case(share: Json, number: int = 1, **other: Any) -> Json:
    told = {
        "id": str(an_id(7000 + number)),
        "share_id": share["id"],
        "title": "“以前做过，没效果”：先看当时谁回询盘",
        "parts": parts(problems="这家客户说“以前做过，没效果”，我问他当时谁回询盘。"),
        "tags": [
            {"kind": "objection", "value": "noresult"},
            {"kind": "industry", "value": "灯具"},
        ],
    }
    return told | other


async def curated(
    world: World, name: str = "xiaoman", number: int = 1, by: str = "hejing", **other: Any
) -> Json:
    """Told by a rep of Gull, and made a case by the manager."""
    share = await tell_deal(world, name, number)
    return await made(await world.as_(by).post(CASES, json=a_case(share, number, **other)))
