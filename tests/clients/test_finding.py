"""Finding clients by a part of the name or by pinyin initials."""

import pytest
import sqlalchemy as sa

from tests.builders.people import an_id
from tests.builders.world import World
from tests.clients.sent import CLIENTS, add

pytestmark = pytest.mark.anyio
NAMES = ["宁波暖屿灯饰", "海鸣五金", "ABC Tools", "百分之100%玩具"]


async def add_all(world: World, name: str) -> None:
    for number, client in enumerate(NAMES, start=100):
        await add(world, name, id=str(an_id(number)), name=client, contacts=[])


async def found(world: World, name: str, **asked: str) -> list[str]:
    answer = await world.as_(name).get(CLIENTS, params=asked)
    assert answer.status_code == 200, answer.text
    return [one["name"] for one in answer.json()["items"]]


@pytest.mark.parametrize(
    ("asked", "client"),
    [
        ("屿", "宁波暖屿灯饰"),
        ("暖屿", "宁波暖屿灯饰"),
        ("nbnyds", "宁波暖屿灯饰"),
        ("ny", "宁波暖屿灯饰"),
        ("NYDS", "宁波暖屿灯饰"),
        ("五金", "海鸣五金"),
        ("hmwj", "海鸣五金"),
        ("h", "海鸣五金"),
        ("ｔｏｏｌ", "ABC Tools"),
        ("bc to", "ABC Tools"),
        ("%", "百分之100%玩具"),
        ("100", "百分之100%玩具"),
    ],
)
async def test_a_client_is_found_by(world: World, asked: str, client: str) -> None:
    await add_all(world, "xiaoman")
    assert await found(world, "xiaoman", q=asked) == [client]


@pytest.mark.parametrize("asked", ["暖灯", "_", "zz", "饰 海"])
async def test_nothing_is_found_by_what_is_not_in_a_name(world: World, asked: str) -> None:
    await add_all(world, "xiaoman")
    assert await found(world, "xiaoman", q=asked) == []


async def test_a_sign_that_cannot_be_stored_is_bad_input(world: World) -> None:
    answer = await world.as_("xiaoman").get(CLIENTS, params={"q": "\0"})
    assert answer.status_code == 422


async def test_the_list_is_in_the_order_of_pinyin_page_by_page(world: World) -> None:
    await add_all(world, "xiaoman")
    seen: list[str] = []
    cursor = None
    for _ in NAMES:
        asked = {"limit": "1"} | ({"cursor": cursor} if cursor else {})
        page = (await world.as_("xiaoman").get(CLIENTS, params=asked)).json()
        seen += [one["name"] for one in page["items"]]
        cursor = page["next_cursor"]
    assert cursor is None
    assert seen == ["ABC Tools", "百分之100%玩具", "海鸣五金", "宁波暖屿灯饰"]


async def test_a_list_shows_own_clients_and_those_one_may_help_with(world: World) -> None:
    await add(world, "xiaoman", id=str(an_id(31)), name="小满的", contacts=[])
    await add(world, "qihang", id=str(an_id(32)), name="启航的", contacts=[])
    await add(world, "dinglei", id=str(an_id(33)), name="丁磊的", contacts=[])
    shown = {
        "xiaoman": {"小满的"},
        "hanxue": {"小满的"},
        "hejing": {"小满的", "启航的"},
        "zhaohui": {"丁磊的"},
        "liqun": set(),
        "sumin": set(),
        "admin": set(),
        "stranger": set(),
    }
    assert {name: set(await found(world, name)) for name in shown} == shown


async def test_a_manager_may_ask_for_one_persons_clients(world: World) -> None:
    await add(world, "xiaoman", id=str(an_id(31)), name="小满的", contacts=[])
    await add(world, "qihang", id=str(an_id(32)), name="启航的", contacts=[])
    assert await found(world, "hejing", owner=str(world.id("qihang"))) == ["启航的"]
    assert await found(world, "zhaohui", owner=str(world.id("qihang"))) == []


async def test_a_line_of_the_list_names_the_boss(world: World) -> None:
    await add(world, "xiaoman", grade=None)
    line = (await world.as_("xiaoman").get(CLIENTS)).json()["items"][0]
    assert line["boss"] == "吴建平"
    assert line["answers_ready"] == 0


async def test_a_page_of_clients_costs_the_same_whatever_their_number(world: World) -> None:
    await add_all(world, "xiaoman")
    manager = world.as_("hejing")
    said: list[str] = []

    def listen(*told: object) -> None:
        said.append(str(told[2]))

    sa.event.listen(world.store.engine, "before_cursor_execute", listen)
    await manager.get(CLIENTS)
    assert 1 < len([one for one in said if one.startswith("SELECT")]) <= 6
