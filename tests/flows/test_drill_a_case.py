"""A case is played tonight at a client of one's own; the deck says where it came from."""

import pytest

from tests.builders.field import add_client
from tests.builders.world import World
from tests.drills.evening import Json, made
from tests.shares.telling import API, CASES, curated, parts

pytestmark = pytest.mark.anyio


async def cards(world: World, name: str) -> list[tuple[str, Json]]:
    """The client of each card that a replay laid there, and the reason."""
    deck = await made(await world.as_(name).get(f"{API}/drills/deck"))
    return [
        (card["client"]["id"], reason)
        for card in deck["items"]
        for reason in card["reasons"]
        if reason["kind"] == "replay"
    ]


async def test_it_lies_in_tonights_deck_with_the_case_as_its_origin(world: World) -> None:
    case = await curated(world)
    client = await add_client(world.as_("dinglei"), 5)
    path = f"{CASES}/{case['id']}/scene"
    for _ in range(2):
        await made(await world.as_("dinglei").put(path, json={"client_id": client}))
    [(at, reason)] = await cards(world, "dinglei")
    assert at == client
    assert reason["origin"] == {"kind": "case", "id": case["id"]}
    assert reason["type_key"] == "noresult"
    assert reason["words"] == "以前做过，没效果"
    asked = {"kind": "case", "id": case["id"]}
    why = await made(await world.as_("dinglei").get(f"{API}/today/origin", params=asked))
    assert why["opens"] == {"screen": "case", "id": case["id"]}


async def test_several_play_the_same_case_each_at_an_own_client(world: World) -> None:
    case = await curated(world)
    path = f"{CASES}/{case['id']}/scene"
    for name, number in (("dinglei", 5), ("qihang", 6), ("xiaoman", 7)):
        client = await add_client(world.as_(name), number)
        await made(await world.as_(name).put(path, json={"client_id": client}))
        assert [at for at, _ in await cards(world, name)] == [client]


async def test_at_another_client_it_moves_there(world: World) -> None:
    case = await curated(world)
    path = f"{CASES}/{case['id']}/scene"
    client = ""
    for number in (5, 6):
        client = await add_client(world.as_("qihang"), number)
        await made(await world.as_("qihang").put(path, json={"client_id": client}))
    assert [at for at, _ in await cards(world, "qihang")] == [client]


async def test_it_is_played_by_reps_at_their_own_clients_while_it_is_offered(
    world: World,
) -> None:
    case = await curated(world)
    path = f"{CASES}/{case['id']}"
    client = await add_client(world.as_("qihang"), 5)
    sent = {"client_id": client}
    refused = {
        name: (await world.as_(name).put(f"{path}/scene", json=sent)).status_code
        for name in ("dinglei", "hejing", "sumin", "admin", "stranger")
    }
    assert refused == {"dinglei": 404, "hejing": 403, "sumin": 403, "admin": 404, "stranger": 404}
    version = {"If-Match": f'"{case["version"]}"'}
    await made(await world.as_("hejing").patch(path, json={"retired": True}, headers=version))
    gone = await world.as_("qihang").put(f"{path}/scene", json=sent)
    assert (gone.status_code, gone.json()["code"]) == (409, "case_retired")
    assert await cards(world, "qihang") == []


@pytest.mark.parametrize(
    ("told", "objections", "words"),
    [
        ({"problems": "他一直在算去年的账。"}, ["noresult"], "他一直在算去年的账。"),
        ({"signed": "当天签的。"}, ["noresult"], None),
        ({"signed": "当天签的。"}, [], "当天签的。"),
    ],
)
async def test_without_the_clients_words_the_boss_says_how_he_stood_or_what_the_playbook_has(
    world: World, told: dict[str, str], objections: list[str], words: str | None
) -> None:
    tags = [{"kind": "objection", "value": value} for value in objections]
    case = await curated(world, title="先算去年的账", parts=parts(**told), tags=tags)
    client = await add_client(world.as_("dinglei"), 5)
    sent = {"client_id": client}
    await made(await world.as_("dinglei").put(f"{CASES}/{case['id']}/scene", json=sent))
    [(_, reason)] = await cards(world, "dinglei")
    assert reason["words"] == words
    assert reason["type_key"] == next(iter(objections), None)
