"""The visits behind an answer's counts: the day and how it went for everybody, the visit for those who may see it."""

from typing import Any

import pytest

from tests.builders.people import an_id
from tests.builders.world import World
from tests.playbook.said import an_answer, tell, visits_of

pytestmark = pytest.mark.anyio
ANSWER = str(an_id(6000))
USES = f"/api/v1/playbook/answers/{ANSWER}/uses"
SPEAKS_OF = {"id", "day", "result", "visit_id", "client"}


async def said_by_two(world: World) -> None:
    """小满 of Gull and 丁磊 of Lighthouse said it at a visit each."""
    assert (
        await world.as_("xiaoman").post("/api/v1/playbook/answers", json=an_answer())
    ).is_success
    await visits_of(world, "xiaoman", 1)
    await visits_of(world, "dinglei", 2)
    tell(world, "xiaoman", 1, {ANSWER: "answered"})
    tell(world, "dinglei", 2, {ANSWER: "not_answered"})


async def read(world: World, name: str) -> list[dict[str, Any]]:
    answer = await world.as_(name).get(USES)
    assert answer.status_code == 200, answer.text
    items: list[dict[str, Any]] = answer.json()["items"]
    return items


async def log_of(world: World, owner: str) -> list[tuple[str, str]]:
    log = (await world.as_(owner).get("/api/v1/me/access-log")).json()["items"]
    return [(one["reader"]["latin_name"], one["kind"]) for one in log]


@pytest.mark.parametrize(
    ("name", "visits"),
    [
        ("xiaoman", {1}),
        ("hanxue", {1}),
        ("hejing", {1}),
        ("zhaohui", {2}),
        ("dinglei", {2}),
        ("qihang", set()),
        ("liqun", set()),
        ("sumin", set()),
        ("admin", set()),
    ],
)
async def test_everybody_reads_how_it_went_and_which_visit_only_who_may_see_it(
    world: World, name: str, visits: set[int]
) -> None:
    await said_by_two(world)
    found = await read(world, name)
    assert {(one["day"], one["result"]) for one in found} == {
        ("2026-03-24", "worked"),
        ("2026-03-24", "not"),
    }
    shown = [one for one in found if one["visit_id"] is not None]
    assert {one["visit_id"] for one in shown} == {str(an_id(visit)) for visit in visits}
    assert all((one["client"] is None) is (one["visit_id"] is None) for one in found)


@pytest.mark.parametrize("name", ["qihang", "hejing", "admin"])
async def test_nobody_is_told_who_said_it(world: World, name: str) -> None:
    await said_by_two(world)
    answer = await world.as_(name).get(USES)
    assert {frozenset(one) for one in answer.json()["items"]} == {frozenset(SPEAKS_OF)}
    assert str(world.id("xiaoman")) not in answer.text
    assert str(world.id("dinglei")) not in answer.text


async def test_whoevers_visit_was_shown_is_told_who_looked(world: World) -> None:
    await said_by_two(world)
    await read(world, "hejing")
    await read(world, "qihang")
    await read(world, "xiaoman")
    assert await log_of(world, "xiaoman") == [("He Jing", "visits")]
    assert await log_of(world, "dinglei") == []


async def test_what_was_taken_back_is_not_there(world: World) -> None:
    await said_by_two(world)
    tell(world, "xiaoman", 1, {})
    assert [one["result"] for one in await read(world, "hejing")] == ["not"]


async def test_the_uses_of_an_answer_nobody_knows_are_not_found(world: World) -> None:
    assert (await world.as_("xiaoman").get(USES)).status_code == 404
    await said_by_two(world)
    assert (await world.as_("stranger_admin").get(USES)).status_code == 404
