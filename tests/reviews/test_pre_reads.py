"""Before the talk: each writes the own part and reads the other's; the host's own notes stay the host's."""

from typing import Any

import pytest

from tests.builders.people import an_id
from tests.builders.world import World
from tests.drills.evening import made
from tests.reviews.talking import Talk, code
from tests.reviews.week import THREE, a_week_of, by_key, hosts

pytestmark = pytest.mark.anyio


async def test_what_was_written_early_stays_while_the_talk_takes_the_facts_anew(
    world: World,
) -> None:
    talk = Talk(world, person="xiaoman")
    await talk.plan(day="2026-03-27")
    await talk.open()
    await made(await talk.put("pre-read", {"person": THREE}, by="xiaoman"))
    await a_week_of(world)
    world.clock.let_pass(days=3)
    talk = Talk(world, person="xiaoman")
    await talk.begin()
    begun = await talk.read()
    assert (begun["state"], begun["persons_part"]["wants"]) == ("in_session", THREE["wants"])
    assert (begun["snapshot"]["frozen"], by_key(begun)["visits_made"]["figure"]) == (True, 3)


async def test_a_praise_may_rest_on_its_record_though_newer_facts_list_others(world: World) -> None:
    await a_week_of(world)
    talk = Talk(world, person="xiaoman")
    await talk.plan(day="2026-04-08")
    await talk.open()
    evidence = {"kind": "visit", "id": str(an_id(31))}
    await made(await talk.put("pre-read", hosts(evidence)))
    world.clock.let_pass(days=14)
    await talk.open()
    assert by_key(await talk.read())["visits_made"]["figure"] == 0
    told = hosts(evidence)
    told["host"]["question"] = "四点以后呢？"
    part = (await made(await talk.put("pre-read", told)))["hosts_part"]
    assert (part["question"], part["evidence"]) == ("四点以后呢？", evidence)


async def test_the_person_writes_three_things_and_both_read_them(world: World) -> None:
    talk = Talk(world)
    await talk.plan()
    written = await made(await talk.put("pre-read", {"person": THREE}, by="qihang"))
    part = (await talk.read("hejing"))["persons_part"]
    assert {name: part[name] for name in THREE} == THREE
    assert (written["prepared"], (await talk.read("hejing"))["prepared"]) == (True, False)
    changed = {"person": THREE | {"tried": "四点以后去"}}
    again = await made(await talk.put("pre-read", changed, by="qihang"))
    assert again["persons_part"]["tried"] == "四点以后去"


async def test_the_host_praises_with_a_record_asks_and_offers(world: World) -> None:
    await a_week_of(world)
    talk = Talk(world, person="xiaoman")
    await talk.plan()
    assert code(await talk.put("pre-read", hosts())) == (409, "review_facts_first")
    await talk.open()
    for evidence in (None, {"kind": "visit", "id": str(an_id(99))}):
        refused = await talk.put("pre-read", hosts(evidence))
        assert code(refused) == (409, "evidence_unknown")
    evidence = {"kind": "visit", "id": str(an_id(31))}
    await made(await talk.put("pre-read", hosts(evidence)))
    part = (await talk.read("xiaoman"))["hosts_part"]
    assert (part["evidence"], part["praise"]) == (evidence, "先问清了谁管询盘")


@pytest.mark.parametrize(
    ("name", "told"),
    [("hejing", {"person": THREE}), ("hanxue", {"person": THREE}), ("xiaoman", hosts())],
)
async def test_each_writes_the_own_part(world: World, name: str, told: dict[str, Any]) -> None:
    talk = Talk(world, person="xiaoman")
    await talk.plan()
    assert code(await talk.put("pre-read", told, by=name)) == (403, "pre_read_not_yours")


@pytest.mark.parametrize("told", [{}, {"person": THREE} | hosts()])
async def test_one_part_is_sent_at_a_time(world: World, told: dict[str, Any]) -> None:
    talk = Talk(world)
    await talk.plan()
    assert (await talk.put("pre-read", told, by="qihang")).status_code == 422


async def test_the_hosts_own_notes_are_the_hosts_alone(world: World) -> None:
    talk = Talk(world, person="xiaoman")
    await talk.plan()
    kept = await made(await talk.put("preparation-notes", {"words": "他最近很累"}))
    assert kept["preparation"] == "他最近很累"
    for name in ("xiaoman", "hanxue"):
        assert (await talk.read(name))["preparation"] is None
        refused = await talk.put("preparation-notes", {"words": "x"}, by=name)
        assert code(refused) == (403, "review_not_hosted_by_you")
    emptied = await made(await talk.put("preparation-notes", {"words": ""}))
    assert emptied["preparation"] is None
