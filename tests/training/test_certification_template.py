"""What the marks of a certification look like is the organisation's to say; what is planned keeps its words."""

from typing import Any

import httpx
import pytest

from tests.builders.world import World
from tests.drills.evening import API, Json, made
from tests.training.certifying import AREAS, mark, plan, seen
from tests.training.classes import code

pytestmark = pytest.mark.anyio
TEMPLATE = f"{API}/certification-template"
ANCHORS = [{"zh": f"开场第{n}档", "en": f"Opening {n}"} for n in range(1, 6)]


async def change(
    world: World, area: str = "opening", *, by: str = "sumin", version: int = 0, **told: Any
) -> httpx.Response:
    match = {"If-Match": f'"{version}"'}
    return await world.as_(by).patch(f"{TEMPLATE}/{area}", json=told, headers=match)


async def read(world: World, name: str = "xiaoman") -> list[Json]:
    found: list[Json] = (await made(await world.as_(name).get(TEMPLATE)))["areas"]
    return found


async def test_anonymous_is_asked_to_sign_in(world: World) -> None:
    assert (await world.anonymous.get(TEMPLATE)).status_code == 401


async def test_our_proposal_stands_until_somebody_words_it_anew(world: World) -> None:
    areas = await read(world)
    assert [(one["area"], one["own"], one["version"]) for one in areas] == [
        (area, False, 0) for area in AREAS
    ]
    assert {len(one["anchors"]) for one in areas} == {5}
    assert [one["area"] for one in areas if one["must_pass"]] == ["objections"]


@pytest.mark.parametrize(
    ("name", "status"), [("sumin", 200), ("admin", 200), ("hejing", 403), ("xiaoman", 403)]
)
async def test_trainer_and_admin_keep_it(world: World, name: str, status: int) -> None:
    assert (await change(world, by=name, anchors=ANCHORS)).status_code == status


async def test_a_change_says_what_it_was_made_from(world: World) -> None:
    changed = await made(await change(world, anchors=ANCHORS))
    assert (changed["anchors"], changed["own"]) == (ANCHORS, True)
    stale = await change(world, anchors=ANCHORS[::-1])
    assert code(stale) == (412, "changed_meanwhile")
    assert stale.json()["current"]["anchors"] == ANCHORS
    assert (await change(world, version=changed["version"], anchors=ANCHORS[:4])).status_code == 422


async def test_it_is_another_organisations_business(world: World) -> None:
    await made(await change(world, anchors=ANCHORS))
    assert (await read(world, "stranger"))[0]["own"] is False


async def test_one_area_at_most_has_to_hold_with_each(world: World) -> None:
    for area in ("collection", "close", "objections"):
        version = next(one["version"] for one in await read(world) if one["area"] == area)
        await made(await change(world, area, version=version, must_pass=True))
        assert [one["area"] for one in await read(world) if one["must_pass"]] == [area]
    assert not any(one["own"] for one in await read(world))


async def test_a_certification_takes_the_template_of_the_day_it_is_planned(world: World) -> None:
    await made(await change(world, anchors=ANCHORS))
    await made(await change(world, "close", must_pass=True))
    planned = await made(await plan(world, must_pass=None))
    assert (planned["anchors"]["opening"], planned["must_pass"]) == (ANCHORS, "close")
    named = await plan(world, id=str(planned["id"]), must_pass="opening")
    assert code(named) == (409, "born_differently")


async def test_what_is_planned_keeps_the_words_it_was_planned_with(world: World) -> None:
    before = (await made(await plan(world)))["anchors"]
    await made(await change(world, anchors=ANCHORS))
    await made(await mark(world, "hanxue"))
    settled = await made(await mark(world, "hejing"))
    assert settled["anchors"] == before
    assert (await made(await seen(world, "xiaoman")))["anchors"]["opening"] != ANCHORS
