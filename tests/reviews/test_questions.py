"""The question bank: the method's own questions, until an organisation puts them in its own words."""

from typing import Any

import httpx
import pytest

from tests.builders.world import World
from tests.drills.evening import API, Json, made
from tests.reviews.talking import code

pytestmark = pytest.mark.anyio
BANK = f"{API}/review-questions"
OURS = {"zh": "哪次动了？", "en": "Which one moved?"}


async def bank(world: World, name: str = "qihang") -> dict[str, Json]:
    found = await made(await world.as_(name).get(BANK))
    return {one["key"]: one for one in found["questions"]}


async def change(
    world: World, name: str, text: Any = OURS, *, version: int = 0, key: str = "review_process"
) -> httpx.Response:
    match = {"If-Match": f'"{version}"'}
    return await world.as_(name).patch(f"{BANK}/{key}", json={"text": text}, headers=match)


async def test_three_forms_are_asked_in_the_order_of_the_method(world: World) -> None:
    found = await bank(world)
    by_form: dict[str, list[str]] = {}
    for one in found.values():
        by_form.setdefault(one["form"], []).append(one["part"])
    in_order = ["goal", "process", "ability", "help", "next"]
    assert by_form == {
        "review": in_order,
        "coaching": in_order,
        "deal": ["goal", "result", "cause", "rule"],
    }
    assert {(one["own"], one["version"]) for one in found.values()} == {(False, 0)}


@pytest.mark.parametrize("name", ["sumin", "admin"])
async def test_trainer_and_admin_put_a_question_in_their_own_words(world: World, name: str) -> None:
    changed = await made(await change(world, name))
    assert (changed["text"], changed["own"], changed["version"]) == (OURS, True, 1)
    assert (await bank(world))["review_process"] == changed
    assert code(await change(world, name)) == (412, "changed_meanwhile")
    assert (await made(await change(world, name, version=1, text={"zh": "？", "en": "?"})))["own"]


@pytest.mark.parametrize("name", ["qihang", "hejing", "liqun"])
async def test_others_read_it_only(world: World, name: str) -> None:
    assert (await change(world, name)).status_code == 403


async def test_another_company_keeps_its_own_questions(world: World) -> None:
    await made(await change(world, "admin"))
    assert (await bank(world, "stranger"))["review_process"]["own"] is False


async def test_a_question_that_is_not_in_the_bank_is_refused(world: World) -> None:
    assert (await change(world, "admin", key="review_penalty")).status_code == 422
