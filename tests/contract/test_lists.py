"""Every list of the live API: one shape, the same few statements whatever its size, each row once."""

import httpx
import pytest
from sqlmodel import Session

from tests.builders.people import make_team
from tests.builders.world import World
from tests.contract.filling import FILLINGS, Where, where
from tests.contract.live import answer_of, route, routes, schema
from tests.today.statements import statements

pytestmark = pytest.mark.anyio
FEW, MANY, PAGE = 5, 60, 20
MOST_STATEMENTS = 6
MOST_BYTES = 20_000
MOST_PAGES = 40

WHOLE = {
    "teams.list": "a company has some tens of teams, and every screen needs them all",
    "organisation.calendar": "bounded by the days asked for, at most 370",
}
LINES_OF = {"people.promises": "owed"}
"""A page that stands within something else, and what its lines are called there."""
NEVER_ASKED_FOR = {"offset", "page", "skip", "sort", "order", "order_by"}


def lists() -> dict[str, set[str]]:
    """The live routes that answer a list, and the fields of the answer."""
    found = {}
    for one in routes():
        fields = set(schema(answer_of(one) or "Problem")["properties"])
        if fields == {"items"} or "next_cursor" in fields:
            found[one.operation] = fields
    return found


def test_every_list_is_filled_here_or_has_a_reason() -> None:
    assert lists().keys() == FILLINGS.keys() | WHOLE.keys()


def test_a_list_answers_items_and_a_cursor_and_nothing_else() -> None:
    paged = {name: fields for name, fields in lists().items() if "next_cursor" in fields}
    assert paged.keys() == FILLINGS.keys()
    more = {name for name, fields in paged.items() if fields != {"items", "next_cursor"}}
    assert more == LINES_OF.keys()


@pytest.mark.parametrize("operation", sorted(FILLINGS))
def test_a_list_is_asked_for_by_cursor_only(operation: str) -> None:
    asked = {one["name"] for one in route(operation).told["parameters"]}
    assert {"cursor", "limit"} <= asked
    assert asked & NEVER_ASKED_FOR == set()


@pytest.mark.parametrize("operation", sorted(FILLINGS))
async def test_a_list_costs_the_same_whatever_its_size_and_shows_each_row_once(
    world: World, operation: str
) -> None:
    filling = FILLINGS[operation]
    place = where(world, route(operation).path, filling, LINES_OF.get(operation, "items"))
    reader = world.as_(filling.reader)
    await filling.add(world, range(FEW))
    few = await asked_of_the_database(world, reader, place, limit=PAGE)
    await filling.add(world, range(FEW, MANY))
    many = await asked_of_the_database(world, reader, place, limit=PAGE)
    assert len(many) <= MOST_STATEMENTS
    assert len(few) == len(many)
    by_twenty, by_seven = [await rows(reader, place, limit) for limit in (PAGE, 7)]
    assert by_twenty == by_seven
    assert len(set(by_twenty)) == len(by_twenty) == MANY + filling.besides


async def asked_of_the_database(
    world: World, reader: httpx.AsyncClient, place: Where, **asked: int
) -> list[str]:
    """The statements of one answer, sign-in included."""
    with statements(world) as ran:
        answer = await reader.get(place.path, params={**place.asked, **asked})
    assert answer.status_code == 200, answer.text
    assert len(answer.content) <= MOST_BYTES
    return ran


async def rows(reader: httpx.AsyncClient, place: Where, limit: int) -> list[str]:
    """Small pages and large ones tell the same rows in the same order, each of them once."""
    found: list[str] = []
    asked: dict[str, str | int] = {"limit": limit, **place.asked}
    for _ in range(MOST_PAGES):
        page = (await reader.get(place.path, params=asked)).json()
        items = page[place.lines]
        assert len(items) <= limit
        found += [one["id"] for one in items]
        if page["next_cursor"] is None:
            return found
        asked["cursor"] = page["next_cursor"]
    raise AssertionError("the cursor never ends")


async def test_a_row_that_comes_in_between_moves_no_other(world: World) -> None:
    """With an OFFSET the second page would repeat the last row of the first."""
    filling, path = FILLINGS["clients.list"], "/api/v1/clients"
    reader = world.as_(filling.reader)
    await filling.add(world, range(10))
    first = (await reader.get(path, params={"limit": 5})).json()
    new = await world.as_("xiaoman").post(path, json={"name": "阿尔法"})
    assert new.status_code == 201
    rest = await rows(reader, Where(path, {"cursor": first["next_cursor"]}), 5)
    shown = [one["id"] for one in first["items"]] + rest
    assert len(shown) == len(set(shown)) == 10


@pytest.mark.parametrize("operation", sorted(WHOLE))
async def test_a_whole_list_costs_the_same_whatever_its_size(world: World, operation: str) -> None:
    reader, path = world.as_("hejing"), route(operation).path
    costs = []
    for added, last in ((FEW, "2026-01-05"), (MANY, "2027-01-05")):
        add_teams(world, [f"{added}-{number}" for number in range(added)])
        days = {"from": "2026-01-01", "to": last} if "calendar" in path else {}
        costs.append(len(await asked_of_the_database(world, reader, Where(path, days))))
    assert costs[0] == costs[1] <= MOST_STATEMENTS


def add_teams(world: World, names: list[str]) -> None:
    region = world.team("east")

    def add(db: Session) -> None:
        for name in names:
            make_team(db, world.organisation, zh=name, en=name, region=region)

    world.store.write_now(add)
