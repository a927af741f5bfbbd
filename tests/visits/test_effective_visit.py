"""The effective visit: the organisation's own rule, from a day on, never backwards."""

from typing import Any

import pytest

from tests.builders.field import API, a_plan, add_client, amend, an_objection, check_in, yuan
from tests.builders.people import an_id
from tests.builders.world import World

pytestmark = pytest.mark.anyio
RULES = f"{API}/effective-visit-rules"
DATED: dict[str, Any] = {"next_step": "call_again", "next_on": "2026-03-26"}


async def is_effective(world: World, *, visit: int = 1, **told: Any) -> bool:
    client = await add_client(world.as_("xiaoman"), visit)
    answer = await check_in(world.as_("xiaoman"), client, visit=visit, **told)
    return bool(answer.json()["check_in"]["effective"])


async def set_rule(world: World, *requires: str, applies_from: str = "2026-03-24") -> None:
    given = {"requires": requires, "applies_from": applies_from}
    assert (await world.as_("admin").post(RULES, json=given)).status_code == 201


@pytest.mark.parametrize(
    ("told", "effective"),
    [
        (DATED, True),
        (DATED | {"met_role": "influencer"}, True),
        (DATED | {"met_role": "gatekeeper"}, False),
        (DATED | {"met_role": None}, False),
        ({"next_step": "call_again"}, False),
        ({}, False),
    ],
)
async def test_by_default_it_met_who_decides_and_has_a_dated_next_step(
    world: World, *, told: dict[str, Any], effective: bool
) -> None:
    assert await is_effective(world, **told) is effective


@pytest.mark.parametrize(
    ("requirement", "told"),
    [
        ("met_contact", {}),
        ("dated_next_step", DATED),
        ("objection_heard", {"objections": [an_objection(1)]}),
        ("amount", {"amount": yuan(1)}),
    ],
)
async def test_each_requirement_counts_alone(
    world: World, requirement: str, told: dict[str, Any]
) -> None:
    await set_rule(world, requirement)
    nobody: dict[str, Any] = {"met_name": None, "met_role": None}
    assert await is_effective(world, **told) is True
    bare = {"outcome": "continued"} | nobody
    assert await is_effective(world, visit=2, **bare) is False


async def test_a_rule_applies_from_its_day_on(world: World) -> None:
    await set_rule(world, "met_contact", applies_from="2026-03-25")
    assert await is_effective(world, visit=1) is False
    world.clock.let_pass(days=1)
    assert await is_effective(world, visit=2, happened_at="2026-03-25T01:00:00Z") is True
    assert await is_effective(world, visit=3, happened_at="2026-03-24T01:00:00Z") is False


async def test_of_two_rules_of_one_day_the_later_made_holds(world: World) -> None:
    await set_rule(world, "amount")
    await set_rule(world, "met_contact")
    assert await is_effective(world) is True


async def test_a_correction_is_held_against_the_rule_of_its_day(world: World) -> None:
    client = await add_client(world.as_("xiaoman"))
    visit = (await check_in(world.as_("xiaoman"), client)).json()
    await set_rule(world, "amount", applies_from="2026-03-25")
    world.clock.let_pass(days=3)
    after = (await amend(world.as_("xiaoman"), visit, **DATED)).json()
    assert after["check_in"]["effective"] is True


async def test_the_day_of_a_planned_visit_decides(world: World) -> None:
    xiaoman = world.as_("xiaoman")
    client = await add_client(xiaoman)
    await set_rule(world, "met_contact", applies_from="2026-03-26")
    plan = a_plan(client, id=str(an_id(1)), day="2026-03-26")
    await xiaoman.post(f"{API}/visits", json=plan)
    assert (await check_in(xiaoman, client)).json()["check_in"]["effective"] is True


async def test_a_rule_never_reaches_back(world: World) -> None:
    given = {"requires": ["amount"], "applies_from": "2026-03-23"}
    answer = await world.as_("admin").post(RULES, json=given)
    assert (answer.status_code, answer.json()["code"]) == (409, "rule_begins_in_the_past")


@pytest.mark.parametrize("name", ["xiaoman", "hejing", "sumin", "liqun"])
async def test_everybody_reads_the_rule_and_only_an_admin_sets_it(world: World, name: str) -> None:
    await set_rule(world, "amount")
    given = {"requires": ["met_contact"], "applies_from": "2026-03-24"}
    assert (await world.as_(name).post(RULES, json=given)).status_code == 403
    (rule,) = (await world.as_(name).get(RULES)).json()["items"]
    assert (rule["requires"], rule["by"]["latin_name"]) == (["amount"], "Chen Yi")


async def test_the_rules_of_another_company_are_none_of_ours(world: World) -> None:
    await set_rule(world, "amount")
    assert (await world.as_("stranger").get(RULES)).json()["items"] == []
    assert (await world.anonymous.get(RULES)).status_code == 401
    client = await add_client(world.as_("stranger"))
    told = await check_in(world.as_("stranger"), client, **DATED)
    assert told.json()["check_in"]["effective"] is True


@pytest.mark.parametrize("requires", [[], ["met_contact", "met_contact"], ["minutes"]])
async def test_a_rule_that_asks_nothing_or_nonsense_is_refused(
    world: World, requires: list[str]
) -> None:
    given = {"requires": requires, "applies_from": "2026-03-24"}
    assert (await world.as_("admin").post(RULES, json=given)).status_code == 422
