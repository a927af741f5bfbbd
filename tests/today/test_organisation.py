"""GET /today/organisation: what needs a look, for those who may mend it, and how much of everything there is."""

from typing import Any

import pytest

from tests.builders.field import add_client, hand_over, yuan
from tests.builders.world import World
from tests.drills.evening import API, made
from tests.today.statements import MOST, statements

pytestmark = pytest.mark.anyio


async def look(world: World, name: str) -> Any:
    return await made(await world.as_(name).get(f"{API}/today/organisation"))


async def names(world: World, reader: str, kind: str) -> list[str]:
    return [one["latin_name"] for one in (await look(world, reader))["needs_look"][kind]]


async def add_newcomer(world: World, name: str = "Xin Ren", **other: Any) -> Any:
    given: dict[str, Any] = {
        "login": name.lower().replace(" ", "."),
        "family_name": "新",
        "given_name": "人",
    }
    given |= {"latin_name": name, "role": "rep", "newcomer": True, "joined_on": "2026-03-24"}
    given["team_id"] = str(world.team("gull").id)
    return await made(await world.as_("admin").post(f"{API}/people", json=given | other))


async def test_anonymous_sees_no_organisation(world: World) -> None:
    assert (await world.anonymous.get(f"{API}/today/organisation")).status_code == 401


async def test_where_all_is_in_order_nothing_needs_a_look(world: World) -> None:
    needs = (await look(world, "admin"))["needs_look"]
    assert needs == {
        "teams_without_manager": [],
        "not_joined": [],
        "newcomers_without_mentor": [],
        "leavers_with_clients": [],
    }


async def test_a_team_whose_manager_leaves_needs_a_look_by_the_admin_alone(world: World) -> None:
    gone = f"{API}/people/{world.id('zhaohui')}/disabled"
    await world.as_("admin").put(gone, json={"reason": "Left"})
    without = {}
    for reader in ("admin", "hejing", "liqun", "sumin", "xiaoman"):
        needs = (await look(world, reader))["needs_look"]
        without[reader] = [team["name"]["en"] for team in needs["teams_without_manager"]]
    assert without.pop("admin") == ["Lighthouse"]
    assert set(map(len, without.values())) == {0}


async def test_a_region_needs_no_manager_of_a_team(world: World) -> None:
    await world.as_("admin").put(f"{API}/people/{world.id('liqun')}/disabled", json={"reason": "-"})
    assert (await look(world, "admin"))["needs_look"]["teams_without_manager"] == []


@pytest.mark.parametrize("kind", ["not_joined", "newcomers_without_mentor"])
@pytest.mark.parametrize(
    ("reader", "shown"),
    [
        ("admin", ["Xin Ren"]),
        ("hejing", ["Xin Ren"]),
        ("zhaohui", []),
        ("liqun", []),
        ("sumin", []),
        ("hanxue", []),
        ("stranger_admin", []),
    ],
)
async def test_somebody_new_needs_a_look_by_those_who_look_after_them(
    world: World, reader: str, shown: list[str], kind: str
) -> None:
    await add_newcomer(world)
    assert await names(world, reader, kind) == shown


@pytest.mark.parametrize(
    ("reader", "shown"),
    [
        ("admin", ["Lin Xiaoman"]),
        ("hejing", ["Lin Xiaoman"]),
        ("zhaohui", []),
        ("liqun", []),
        ("hanxue", []),
        ("stranger_admin", []),
    ],
)
async def test_clients_of_somebody_who_left_wait_until_they_are_handed_over(
    world: World, reader: str, shown: list[str]
) -> None:
    kind = "leavers_with_clients"
    await add_client(world.as_("xiaoman"))
    assert await names(world, reader, kind) == []
    gone = f"{API}/people/{world.id('xiaoman')}/disabled"
    await world.as_("hejing").put(gone, json={"reason": "Left"})
    assert await names(world, reader, kind) == shown
    told = await hand_over(
        world.as_("hejing"), leaving=world.id("xiaoman"), taking=world.id("qihang")
    )
    assert (told["moved_clients"], len(told["client_ids"])) == (1, 1)
    assert await names(world, reader, kind) == []


async def test_a_mentor_from_next_week_on_is_a_mentor(world: World) -> None:
    person = (await add_newcomer(world))["id"]
    pair = {"mentor_id": str(world.id("qihang")), "apprentice_id": person}
    begun = pair | {"starts_on": "2026-03-30"}
    await made(await world.as_("hejing").post(f"{API}/mentor-pairs", json=begun))
    assert await names(world, "hejing", "newcomers_without_mentor") == []
    assert (await look(world, "hejing"))["mentor_pairs"] == 2


async def test_a_pair_that_is_over_leaves_the_newcomer_alone(world: World) -> None:
    [pair] = (await made(await world.as_("hejing").get(f"{API}/mentor-pairs")))["items"]
    ends = {"ends_on": "2026-03-23"}
    await made(await world.as_("hejing").put(f"{API}/mentor-pairs/{pair['id']}/end", json=ends))
    assert await names(world, "hejing", "newcomers_without_mentor") == ["Lin Xiaoman"]
    assert (await look(world, "hejing"))["mentor_pairs"] == 0


async def test_who_is_no_newcomer_any_more_needs_no_mentor(world: World) -> None:
    await add_newcomer(world, newcomer=False)
    assert await names(world, "admin", "newcomers_without_mentor") == []


async def test_it_says_how_much_of_everything_there_is(world: World) -> None:
    admin = world.as_("admin")
    ids = []
    for key in ("starter", "voyage"):
        given = {"key": key, "name": {"zh": key, "en": key}, "price": yuan(100)}
        ids.append((await made(await admin.post(f"{API}/products", json=given)))["id"])
    old = f"{API}/products/{ids[0]}"
    await made(await admin.patch(old, json={"retired": True}, headers={"if-match": '"1"'}))
    told = await look(world, "xiaoman")
    counts = {name: value for name, value in told.items() if isinstance(value, int)}
    assert counts == {
        "people": 9,
        "regions": 1,
        "teams": 2,
        "mentor_pairs": 1,
        "products": 1,
        "objection_types": 12,
    }
    assert told["requires"] == ["met_decider", "dated_next_step"]


async def test_it_says_which_day_was_decided_next(world: World) -> None:
    assert (await look(world, "xiaoman"))["next_day"] is None
    admin = world.as_("admin")
    days = {"2026-03-23": "过去了", "2026-04-18": "后来的", "2026-03-28": "季末冲刺"}
    for day, name in days.items():
        told = {"working": True, "name": name}
        await made(await admin.put(f"{API}/organisation/calendar/{day}", json=told))
    assert (await look(world, "xiaoman"))["next_day"] == {
        "day": "2026-03-28",
        "working": True,
        "name": "季末冲刺",
    }


async def test_it_names_twenty_of_each_and_costs_the_same_for_many(world: World) -> None:
    counts = []
    for numbers in (range(1), range(1, 25)):
        for number in numbers:
            await add_newcomer(world, f"Xin R{number:02}")
        admin = world.as_("admin")
        with statements(world) as asked:
            await made(await admin.get(f"{API}/today/organisation"))
        counts.append(len(asked))
    assert counts[0] == counts[1] <= MOST
    assert len(await names(world, "admin", "not_joined")) == 20
