"""Before a review both see the same facts, each linked to its records, frozen from the evening before."""

import pytest

from api.ride_alongs.models import Rung
from tests.builders.field import check_in, yuan
from tests.builders.people import an_id
from tests.builders.world import World
from tests.drills.evening import API, made, plan_visit
from tests.goals.setting import agreed, missed_last_week, visits
from tests.help_requests.asked import answer, ask
from tests.reviews.beside import ridden_yesterday, stands_on
from tests.reviews.talking import Talk
from tests.reviews.week import a_week_of, by_key
from tests.training.classes import Class

pytestmark = pytest.mark.anyio


async def test_the_facts_are_figures_linked_to_their_records(world: World) -> None:
    week = await a_week_of(world)
    talk = Talk(world, person="xiaoman")
    await talk.plan()
    assert (await talk.read())["snapshot"] is None
    await talk.open()
    review = await talk.read()
    facts = by_key(review)
    assert review["state"] == "pre_read"
    assert (facts["visits_made"]["figure"], facts["visits_made"]["of"]) == (3, 3)
    assert (facts["effective_visits"]["figure"], facts["effective_visits"]["of"]) == (1, 3)
    assert facts["stalled_visits"]["links"][0]["id"] == str(an_id(32))
    assert facts["objection:noresult"]["links"][0] == {
        "kind": "visit",
        "id": str(an_id(31)),
        "client": {"id": week["client"], "name": "暖屿灯饰"},
        "on": "2026-03-24",
    }
    assert (facts["signed"]["figure"], facts["signed"]["money"]) == (1, yuan(29_800))
    assert (facts["evenings"]["figure"], facts["rounds"]["figure"]) == (1, 1)
    assert facts["help_wanted"]["links"][0]["id"] == str(an_id(32))
    parts = [one["part"] for one in review["snapshot"]["facts"]]
    assert parts == sorted(parts, key=["goal", "process", "ability", "help"].index)


async def test_a_goal_stands_beside_what_is_reached_and_its_short_factor_is_named(
    world: World,
) -> None:
    """Two visits a day last week, one in three days of this one."""
    await visits(world, [f"2026-03-{day}" for day in (16, 17, 18, 19, 20) for _twice in range(2)])
    goal = await agreed(world, 7, metric="visits", target=10)
    await agreed(world, 8, metric="collected", target=8_000_000)
    await visits(world, ["2026-03-24"])
    world.clock.let_pass(days=2)
    talk = Talk(world, person="xiaoman")
    await talk.plan()
    await talk.open()
    facts = by_key(await talk.read())
    link = {"kind": "goal", "id": goal["id"], "client": None, "on": "2026-03-29"}
    assert (facts["goal_visits"]["figure"], facts["goal_visits"]["target"]) == (1, 10)
    assert facts["goal_visits"]["links"] == [link]
    assert (facts["goal_collected"]["money"], facts["goal_collected"]["target"]) == (
        yuan(0),
        8_000_000,
    )
    assert facts["short_visits"]["short"]
    assert facts["short_visits"]["part"] == "goal"


async def test_a_next_step_that_nobody_took_is_overdue(world: World) -> None:
    rep = world.as_("qihang")
    client = await made(await rep.post(f"{API}/clients", json={"name": "暖屿灯饰"}))
    step = {"next_step": "call_again", "next_on": "2026-03-25"}
    await made(await check_in(rep, client["id"], visit=31, **step))
    world.clock.let_pass(days=2)
    talk = Talk(world)
    await talk.plan()
    await talk.open()
    assert by_key(await talk.read())["next_steps_overdue"]["figure"] == 1
    await plan_visit(world.as_("qihang"), client, day="2026-03-27")
    later = Talk(world)
    later.id = str(an_id(2))
    await later.plan(day="2026-03-27")
    await later.open()
    assert "next_steps_overdue" not in by_key(await later.read())


async def test_from_the_evening_before_the_facts_stand(world: World) -> None:
    talk = Talk(world, person="xiaoman")
    await talk.plan(day="2026-03-25")
    world.clock.let_pass(hours=8, minutes=31)
    await talk.open()
    review = await talk.read()
    assert (review["state"], review["snapshot"]["frozen"]) == ("pre_read", True)
    await a_week_of(world)
    await talk.open()
    assert (await talk.read())["snapshot"] == review["snapshot"]


async def test_a_look_days_ahead_neither_freezes_the_facts_nor_touches_the_review(
    world: World,
) -> None:
    """A look on Tuesday once kept the figures of Tuesday for Friday's talk."""
    talk = Talk(world, person="xiaoman")
    planned = await talk.plan(day="2026-03-27")
    await talk.open()
    early = await talk.read()
    assert (early["state"], early["version"]) == ("scheduled", planned["version"])
    assert (early["snapshot"]["frozen"], by_key(early)["visits_made"]["figure"]) == (False, 0)
    await a_week_of(world)
    world.clock.let_pass(days=1)
    await talk.open()
    later = await talk.read()
    assert (later["snapshot"]["frozen"], by_key(later)["visits_made"]["figure"]) == (False, 3)


async def test_facts_of_a_review_that_moves_on_are_taken_anew(world: World) -> None:
    talk = Talk(world, person="xiaoman")
    await talk.plan()
    await talk.open()
    assert (await talk.read())["snapshot"]["frozen"]
    later = {"day": "2026-03-27", "starts": "16:30", "reason": "展会"}
    moved = await made(await talk.put("day", later))
    assert not moved["snapshot"]["frozen"]
    await a_week_of(world)
    await talk.open()
    assert by_key(await talk.read())["visits_made"]["figure"] == 3


async def test_no_confidence_and_no_name_of_another_rep_is_in_it(world: World) -> None:
    await a_week_of(world)
    told = {"kind": "team", "person_id": None}
    talk = Talk(world)
    await talk.plan(**told)
    assert (await world.as_("qihang").put(f"{talk.at}/snapshot")).status_code == 204
    review = await talk.read("qihang")
    facts = by_key(review)
    assert facts["visits_made"]["figure"] == 3
    assert [one["links"] for one in facts.values()] == [[]] * len(facts)
    assert "confidence" not in str(review["snapshot"])
    assert "暖屿灯饰" not in str(review["snapshot"])


async def test_ability_tells_the_rungs_who_walked_beside_and_what_a_class_gave_to_try(
    world: World,
) -> None:
    stands_on(world, "xiaoman", skill_key="objections", rung=Rung.SHOW)
    ride = ridden_yesterday(world, mentor="hanxue")
    ridden_yesterday(world, mentor="hejing", apprentice="qihang")
    given = Class(world)
    await given.hold()
    await made(await given.mark("xiaoman"))
    await made(await given.mark("qihang"))
    await made(await given.assign(due=world.today.isoformat()))
    await given.tried_at_a_visit("xiaoman")
    await made(await given.confirm("hejing"))
    told = []
    for number, name in enumerate(("xiaoman", "qihang"), start=1):
        talk = Talk(world, person=name)
        talk.id = str(an_id(number))
        await talk.plan()
        await talk.open()
        told.append(by_key(await talk.read()))
    hers, his = told
    assert (hers["rung_objections"]["figure"], hers["rung_objections"]["of"]) == (2, 4)
    assert [one["id"] for one in hers["ride_alongs"]["links"]] == [str(ride)]
    assert [(one["practised"]["figure"], one["practised"]["of"]) for one in told] == [
        (1, 1),
        (0, 1),
    ]
    assert "rung_objections" not in his


async def test_a_managers_facts_are_about_coaching(world: World) -> None:
    held = Talk(world)
    await held.held()
    talk = Talk(world, host="liqun", person="hejing")
    talk.id = str(an_id(2))
    await talk.plan(kind="manager")
    await talk.open()
    facts = by_key(await talk.read())
    assert (facts["reviews_held"]["figure"], facts["reviews_held"]["of"]) == (1, 1)
    assert "visits_made" not in facts


async def test_a_managers_facts_are_what_the_team_was_promised_and_given(world: World) -> None:
    """It once told of reviews and evenings alone, though the talk is about the coaching."""
    held = await Talk(world).held()
    promised = next(
        one for one in held["promises"] if one["owner"]["id"] == str(world.id("hejing"))
    )
    kept = {"outcome": "partly", "reason": "只给了一半"}
    outcome = f"{API}/commitments/{promised['id']}/outcome"
    await made(await world.as_("hejing").put(outcome, json=kept))
    await ask(world)
    await made(await answer(world))
    await ask(world, number=2)
    world.clock.let_pass(minutes=16)
    ridden_yesterday(world, mentor="hejing")
    missed_last_week(world, "xiaoman")
    talk = Talk(world, host="liqun", person="hejing")
    talk.id = str(an_id(2))
    await talk.plan(kind="manager", day="2026-03-25")
    await talk.open()
    facts = by_key(await talk.read())
    told = {key: (one["figure"], one["of"]) for key, one in facts.items()}
    assert told == {
        "reviews_held": (1, 1),
        "reviews_moved": (0, None),
        "reviews_skipped": (0, None),
        "promises_kept": (0, 1),
        "promises_partly": (1, None),
        "promises_not": (0, None),
        "rides_given": (1, 1),
        "advice_given": (0, None),
        "advice_owed": (1, None),
        "advice_late": (0, None),
        "drills_sat_in": (0, None),
        "help_in_time": (1, 2),
        "help_late": (1, None),
    }
    assert [one["links"] for one in facts.values()] == [[]] * len(facts)
