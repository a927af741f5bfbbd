"""通关: two assessors, six areas, one that must hold; passed or not yet, and nobody else reads the latter."""

from datetime import date
from typing import Any

import pytest

from tests.builders.people import an_id
from tests.builders.world import World
from tests.drills.evening import API, made
from tests.training.certifying import CERTIFICATIONS, ONE, mark, plan, seen
from tests.training.classes import code

pytestmark = pytest.mark.anyio
READ_IT = {"xiaoman", "hanxue", "hejing"}
EVERYBODY = READ_IT | {"qihang", "dinglei", "zhaohui", "liqun", "sumin", "admin", "stranger"}


async def test_it_passes_when_every_area_holds_with_the_two_of_them(world: World) -> None:
    await made(await plan(world))
    told = await made(await mark(world, "hanxue", 4))
    assert told["state"] == "marking"
    told = await made(await mark(world, "hejing", 3, opening=2))
    assert (told["state"], told["to_practise"]) == ("passed", [])
    assert [seat["marks"]["opening"] for seat in told["seats"]] == [4, 2]


async def test_what_does_not_hold_is_named_in_the_order_of_a_sale(world: World) -> None:
    await made(await plan(world))
    await made(await mark(world, "hanxue", 3, close=2, discovery=2))
    told = await made(await mark(world, "hejing", 3))
    assert (told["state"], told["to_practise"]) == ("not_yet", ["discovery", "close"])


async def test_the_area_that_must_pass_has_to_hold_with_each(world: World) -> None:
    await made(await plan(world))
    await made(await mark(world, "hanxue", 5))
    told = await made(await mark(world, "hejing", 5, objections=2))
    assert (told["state"], told["to_practise"]) == ("not_yet", [])


async def test_neither_assessor_leans_on_the_other(world: World) -> None:
    await made(await plan(world))
    await made(await mark(world, "hanxue", 4))
    for name, reads in (("hejing", False), ("xiaoman", True), ("hanxue", True)):
        [mentor, manager] = (await made(await seen(world, name)))["seats"]
        assert (mentor["marked"], manager["marked"]) == (True, False)
        assert (mentor["marks"] is not None) is reads, name
        assert (mentor["next"] is not None) is reads, name


async def test_that_it_is_not_yet_is_read_by_nobody_else(world: World) -> None:
    await made(await plan(world))
    for name in ("hanxue", "hejing"):
        await made(await mark(world, name, 2))
    read = {name for name in EVERYBODY if (await seen(world, name)).status_code == 200}
    assert read == READ_IT
    listed = {
        name
        for name in EVERYBODY
        if (await made(await world.as_(name).get(CERTIFICATIONS)))["items"]
    }
    assert listed == READ_IT


async def test_it_is_corrected_until_the_other_one_has_marked(world: World) -> None:
    await made(await plan(world))
    await made(await mark(world, "hanxue", 4))
    await made(await mark(world, "hanxue", 3))
    await made(await mark(world, "hejing", 3))
    await made(await mark(world, "hejing", 3))
    assert code(await mark(world, "hanxue", 5)) == (409, "certification_settled")


async def test_until_one_has_marked_it_can_be_moved_and_taken_back(world: World) -> None:
    planned = await made(await plan(world, day="2026-03-26"))
    assert code(await mark(world, "hanxue")) == (409, "certification_ahead")
    assert planned["waits_for_me"] is False
    manager, at = world.as_("hejing"), {"If-Match": f'"{planned["version"]}"'}
    moved = await made(await manager.patch(ONE, json={"day": "2026-03-24"}, headers=at))
    assert (moved["day"], moved["waits_for_me"]) == ("2026-03-24", True)
    await made(await mark(world, "hanxue"))
    assert code(await manager.delete(ONE)) == (409, "certification_begun")
    again = await made(await world.as_("hejing").get(ONE))
    assert again["state"] == "marking"


async def test_what_was_taken_back_is_gone(world: World) -> None:
    await made(await plan(world))
    assert (await world.as_("hanxue").delete(ONE)).status_code == 204
    assert (await seen(world, "hejing")).status_code == 404
    await made(await plan(world, number=1))


@pytest.mark.parametrize(
    ("by", "other", "refused"),
    [
        ("qihang", {}, (403, "certification_not_yours_to_plan")),
        ("zhaohui", {}, (403, "certification_not_yours_to_plan")),
        ("hejing", {"assessors": ("xiaoman", "hejing")}, (409, "not_an_assessor")),
        ("hejing", {"assessors": ("hejing", "hejing")}, (409, "not_an_assessor")),
        ("hejing", {"assessors": ("hejing", "admin")}, (409, "not_an_assessor")),
        ("hejing", {"assessors": ("hejing", "stranger")}, (409, "not_an_assessor")),
        ("sumin", {"person": "hejing"}, (409, "not_for_certification")),
    ],
)
async def test_what_cannot_be_planned_is_refused(
    world: World, by: str, other: dict[str, Any], refused: tuple[int, str]
) -> None:
    sent: dict[str, Any] = {}
    if "assessors" in other:
        sent["assessor_ids"] = [str(world.id(name)) for name in other["assessors"]]
    if "person" in other:
        sent["person_id"] = str(world.id(other["person"]))
    assert code(await plan(world, by, **sent)) == refused


async def test_one_of_the_two_is_not_the_mentor(world: World) -> None:
    """Two mentors at once: 韩雪, and 启航 from this week on."""
    admin = world.as_("admin")
    given = {
        "mentor_id": str(world.id("qihang")),
        "apprentice_id": str(world.id("xiaoman")),
        "starts_on": "2026-03-24",
    }
    second = await admin.post(f"{API}/mentor-pairs", json=given)
    assert code(second) == (409, "already_mentored")
    both = [str(world.id("hanxue")), str(world.id("qihang"))]
    await made(await plan(world, assessor_ids=both))


async def test_one_is_open_at_a_time_and_sent_twice_it_is_planned_once(world: World) -> None:
    first = await made(await plan(world))
    assert (await made(await plan(world)))["id"] == first["id"]
    assert code(await plan(world, number=1)) == (409, "certification_open")
    changed = await plan(world, day=str(date(2026, 3, 30)))
    assert code(changed)[0] == 409
    assert str(an_id(8800)) == first["id"]
