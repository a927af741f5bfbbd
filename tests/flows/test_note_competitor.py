"""What a loss taught about a competitor stands at another client that names the same one, and names nobody."""

from typing import Any

import pytest
from sqlmodel import Session, select

from api.kit.events import FlowFault
from tests.builders.field import add_client, check_in
from tests.builders.people import an_id
from tests.builders.world import World
from tests.drills.evening import made, write_sheet
from tests.shares.telling import API, SHARES, begun, parts

pytestmark = pytest.mark.anyio
LESSON = "别比价，先和吴建平一起算暖屿灯饰1每单29,800值多少。"


def competitors(*names: str, claim: str = "便宜一半，只要15,000") -> dict[str, Any]:
    items = [
        {"id": str(an_id(950 + place)), "name": name, "claim": claim}
        for place, name in enumerate(names)
    ]
    return {"items": items, "unknown": False}


async def named_at(world: World, name: str, client: str, *names: str) -> None:
    known = competitors(*names, claim="")
    await write_sheet(world.as_(name), {"id": client}, competitors=known)


async def lost_and_told(world: World, *names: str, client: str | None = None, **said: str) -> str:
    """小满 loses a deal whose sheet names these, and tells the team; answers the id of the share."""
    if client is None:
        client = await add_client(world.as_("xiaoman"), 1)
    await write_sheet(world.as_("xiaoman"), {"id": client}, competitors=competitors(*names))
    deal = {"client_id": client, "amount": {"amount_minor": 2_980_000, "currency": "CNY"}}
    opened = await made(await world.as_("xiaoman").post(f"{API}/deals", json=deal))
    lost = {"lost_on": "2026-03-24", "reason": "他们选了别家。"}
    await made(await world.as_("xiaoman").put(f"{API}/deals/{opened['id']}/loss", json=lost))
    [share] = await begun(world)
    told = {"words": "", "parts": parts(**said)}
    path = f"{SHARES}/{share['id']}/publication"
    await made(await world.as_("xiaoman").put(path, json=told))
    return str(share["id"])


async def notes(world: World, name: str, client: str) -> list[dict[str, Any]]:
    found = await world.as_(name).get(f"{API}/clients/{client}/competitor-notes")
    return list((await made(found))["items"])


def faults(db: Session) -> list[str]:
    return [fault.flow for fault in db.exec(select(FlowFault))]


async def test_it_stands_at_anybodys_client_who_names_the_same_and_names_nobody(
    world: World,
) -> None:
    theirs = await add_client(world.as_("dinglei"), 7)
    await named_at(world, "dinglei", theirs, "环贸网 标准版")
    why = "环贸网报了半价，暖屿灯饰1就不谈了。"
    share = await lost_and_told(world, "环贸网", why=why, lesson=LESSON)
    [note] = await notes(world, "dinglei", theirs)
    assert note["name"] == "环贸网"
    assert note["claim"] == "便宜一半，只要××"
    assert note["learned"] == "别比价，先和对方一起算这家客户每单××值多少。"
    assert note["origin"] == {"kind": "share", "id": share}
    assert world.store.read_now(faults) == []


async def test_why_it_is_here_leads_the_team_to_the_share_and_others_nowhere(
    world: World,
) -> None:
    share = await lost_and_told(world, "环贸网", why="环贸网报了半价。", lesson="先算每单。")
    asked = {"kind": "share", "id": share}
    opened = {
        name: (await made(await world.as_(name).get(f"{API}/today/origin", params=asked)))["opens"]
        for name in ("qihang", "dinglei")
    }
    assert opened == {"qihang": {"screen": "share", "id": share}, "dinglei": None}


async def test_whom_the_loss_does_not_speak_of_is_not_noted(world: World) -> None:
    theirs = await add_client(world.as_("qihang"), 7)
    await named_at(world, "qihang", theirs, "展会派")
    await lost_and_told(world, "环贸网", "展会派", why="环贸网报了半价。", lesson="先算每单。")
    assert await notes(world, "qihang", theirs) == []


async def test_whoever_was_heard_as_it_was_lost_needs_no_words(world: World) -> None:
    theirs = await add_client(world.as_("qihang"), 7)
    await named_at(world, "qihang", theirs, "站匠")
    client = await add_client(world.as_("xiaoman"), 1)
    heard = {"outcome": "lost", "competitor": "站匠"}
    await made(await check_in(world.as_("xiaoman"), client, visit=1, **heard))
    await lost_and_told(world, client=client, lesson="先算每单。")
    assert [one["name"] for one in await notes(world, "qihang", theirs)] == ["站匠"]


async def test_a_name_that_no_sheet_and_no_check_in_has_is_no_competitor(world: World) -> None:
    theirs = await add_client(world.as_("qihang"), 7)
    await named_at(world, "qihang", theirs, "环贸网")
    await lost_and_told(world, "展会派", why="他们选了环贸网。", lesson="先比三样。")
    assert await notes(world, "qihang", theirs) == []


async def test_without_a_lesson_nothing_is_passed_on(world: World) -> None:
    theirs = await add_client(world.as_("qihang"), 7)
    await named_at(world, "qihang", theirs, "环贸网")
    await lost_and_told(world, "环贸网", why="环贸网报了半价。")
    assert await notes(world, "qihang", theirs) == []


async def test_corrected_it_is_written_anew_and_withdrawn_it_is_gone(world: World) -> None:
    theirs = await add_client(world.as_("qihang"), 7)
    await named_at(world, "qihang", theirs, "环贸网")
    share = await lost_and_told(world, "环贸网", why="环贸网报了半价。", lesson="先算每单。")
    read = await made(await world.as_("xiaoman").get(f"{SHARES}/{share}"))
    version = {"If-Match": f'"{read["version"]}"'}
    change = {"parts": parts(why="环贸网报了半价。", lesson="先比询盘。")}
    path = f"{SHARES}/{share}"
    await made(await world.as_("xiaoman").patch(path, json=change, headers=version))
    assert [one["learned"] for one in await notes(world, "qihang", theirs)] == ["先比询盘。"]
    assert (await world.as_("xiaoman").delete(path)).is_success
    assert await notes(world, "qihang", theirs) == []


async def test_it_is_read_by_whoever_reads_that_client(world: World) -> None:
    theirs = await add_client(world.as_("qihang"), 7)
    path = f"{API}/clients/{theirs}/competitor-notes"
    for name, status in {"qihang": 200, "hejing": 200, "dinglei": 404, "admin": 404}.items():
        assert (await world.as_(name).get(path)).status_code == status
